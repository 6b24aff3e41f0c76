"""An analysis → all rows of the paper: everything about storing that needs no database."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from app.ingest import rows
from app.ingest.added import MergedReference, merge_added
from app.ingest.curated import Curated, apply_labels
from app.ingest.identity import checksum, claim_uids
from app.ingest.quantities import find_quantities
from app.ingest.records import Analysis, ClaimType, IngestWarning, ReferenceKind
from app.ingest.rows import Row
from app.ingest.translations import English, match_translation
from app.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Counts:
    """What is stored of a paper. `sections` leaves the front matter out, `references` leaves notes out."""

    sections: int = 0
    claims: int = 0
    references: int = 0
    citations: int = 0


@dataclass(frozen=True, slots=True)
class PaperRows:
    """A paper ready to be stored: its own row, and by table the rows that belong to it, each without keys.

    `parents` gives the number of a section's parent by the section's own. `problems` are the places of its
    translation and of its labels by a person that do not fit, one line each.
    """

    paper: Row
    tables: Mapping[str, list[Row]]
    parents: Mapping[str, str] = field(default_factory=dict)
    counts: Counts = Counts()
    problems: tuple[str, ...] = ()


def prepare(analysis: Analysis, vocabulary: Vocabulary) -> PaperRows:
    """The rows of a paper; sentences that assert nothing stay out.

    Labels that a person gave stand in place of those that extraction found, every time.
    """
    curated = apply_labels(analysis, vocabulary)
    english = match_translation(curated.analysis)
    merged, unused = merge_added(curated.analysis)
    tables: dict[str, list[Row]] = defaultdict(list)
    tables["section"] = rows.section_rows(curated.analysis.sections, english)
    tables["reference"] = rows.reference_rows(merged, _named_authors(curated.analysis), english)
    for table, row in (*_claim_rows(curated.analysis, english, vocabulary), *rows.judged_rows(curated.judged)):
        tables[table].append(row)
    found = (*analysis.document.warnings, *analysis.warnings, *unused, *_unresolved(curated.analysis))
    unfit = (*curated.warnings, *english.warnings)
    paper = rows.paper_row(curated.analysis, english, dict.fromkeys((*found, *unfit)))
    paper["checksum"] = checksum(analysis.document, vocabulary)
    return PaperRows(
        paper=paper,
        tables=dict(tables),
        parents={section.number: section.parent for section in curated.analysis.sections if section.parent is not None},
        counts=_counts(curated, merged, tables),
        problems=tuple(warning.detail for warning in unfit),
    )


def _claim_rows(analysis: Analysis, english: English, vocabulary: Vocabulary) -> Iterator[tuple[str, Row]]:
    """The sentences that assert something and all that hangs on them, each row with its table."""
    labels = frozenset(reference.label for reference in analysis.references)
    uids = claim_uids(analysis.document.slug, analysis.claims)
    quantities = find_quantities(analysis.claims, vocabulary)
    sentences = zip(uids, analysis.claims, english.claims, quantities, strict=True)
    asserting = (sentence for sentence in sentences if sentence[1].type.code != ClaimType.OTHER)
    for position, (uid, claim, translated, keys) in enumerate(asserting):
        yield "claim", rows.claim_row(claim, uid, position, translated)
        yield from rows.rows_of_claim(claim, uid, labels, keys)


def _counts(curated: Curated, merged: tuple[MergedReference, ...], tables: Mapping[str, list[Row]]) -> Counts:
    return Counts(
        sections=sum(section.level > 0 for section in curated.analysis.sections),
        claims=len(tables.get("claim", ())),
        references=sum(entry.reference.kind == ReferenceKind.REFERENCE for entry in merged),
        citations=len(tables.get("citation", ())),
    )


def _named_authors(analysis: Analysis) -> Mapping[str, set[str]]:
    """By reference label, the authors whom citing sentences name beside the mark."""
    named: dict[str, set[str]] = defaultdict(set)
    for claim in analysis.claims:
        for citation in claim.citations:
            if citation.named_author:
                named[citation.label].add(citation.named_author)
    return named


def _unresolved(analysis: Analysis) -> tuple[IngestWarning, ...]:
    """A warning for each mark that points to no reference: it cannot be stored as a citation."""
    labels = {reference.label for reference in analysis.references}
    return tuple(
        IngestWarning(
            "unresolved-citation",
            f"[{mark.label}] is cited here and is not among the references.",
            claim.start,
            claim.end,
            (("mark", f"[{mark.label}]"),),
        )
        for claim in analysis.claims
        for mark in claim.citations
        if mark.label not in labels
    )
