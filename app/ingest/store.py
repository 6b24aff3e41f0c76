"""Analyses → the database: a paper as a whole or not at all, and only when something changed."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from app import models
from app.ingest import rows
from app.ingest.added import merge_added
from app.ingest.curated import Curated, apply_labels
from app.ingest.identity import checksum, claim_uids
from app.ingest.linking import link_references
from app.ingest.quantities import FigureKey, find_quantities
from app.ingest.records import Analysis, ClaimType, Document, IngestWarning, ReferenceKind
from app.ingest.translations import English, match_translation
from app.vocabulary import Vocabulary

__all__ = ["Counts", "Outcome", "Saved", "count_stored", "is_current", "link_references", "save"]


class Outcome(StrEnum):
    """What became of a paper."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Counts:
    """What was stored of a paper. `sections` leaves the front matter out, `references` leaves notes out."""

    sections: int = 0
    claims: int = 0
    references: int = 0
    citations: int = 0


@dataclass(frozen=True, slots=True)
class Saved:
    """The outcome for one paper, with what it now holds (zeros where nothing changed).

    `problems` are the places of its translation and of its labels by a person that do not fit, one line each.
    """

    outcome: Outcome
    counts: Counts = Counts()
    problems: tuple[str, ...] = ()


def is_current(session: Session, document: Document, vocabulary: Vocabulary) -> bool:
    """Whether the database holds this document's analysis already, so that it need not be made again."""
    stored = session.scalar(select(models.Paper.checksum).where(models.Paper.slug == document.slug))
    return stored == checksum(document, vocabulary)


def count_stored(session: Session, slug: str) -> Counts:
    """What the database holds of a paper, counted as `save` counts; zeros for one that is not here."""
    claims = select(models.Claim.id).join(models.Claim.paper).where(models.Paper.slug == slug)
    of_paper = models.Paper.slug == slug
    statements = (
        select(func.count(models.Section.id)).join(models.Section.paper).where(of_paper, models.Section.level > 0),
        select(func.count(models.Claim.id)).join(models.Claim.paper).where(of_paper),
        select(func.count(models.Reference.id))
        .join(models.Reference.paper)
        .where(of_paper, models.Reference.kind == ReferenceKind.REFERENCE),
        select(func.count(models.Citation.id)).where(models.Citation.claim_id.in_(claims)),
    )
    return Counts(*(session.scalar(statement) or 0 for statement in statements))


def save(session: Session, analysis: Analysis, vocabulary: Vocabulary) -> Saved:
    """Adds the paper, or puts the new analysis in place of the old one; sentences that assert nothing stay out.

    Labels that a person gave stand in place of those that extraction found, every time.
    An updated paper keeps its key, its date of addition and the links of other papers to it. The caller's
    transaction commits; on any exception nothing of the paper is kept. Raises what the database raises.
    """
    digest = checksum(analysis.document, vocabulary)
    paper = session.scalar(select(models.Paper).where(models.Paper.slug == analysis.document.slug))
    if paper and paper.checksum == digest:
        return Saved(Outcome.UNCHANGED)
    outcome = Outcome.UPDATED if paper else Outcome.ADDED
    if paper:
        _clear(session, paper)
    paper = paper or models.Paper(slug=analysis.document.slug)
    paper.checksum, paper.updated_at, paper.indexed_at = digest, datetime.now(UTC), None
    session.add(paper)
    curated = apply_labels(analysis, vocabulary)
    english = match_translation(curated.analysis)
    counts = _fill(session, paper, curated, english, vocabulary)
    problems = (*curated.warnings, *english.warnings)
    return Saved(outcome, counts, tuple(warning.detail for warning in problems))


def _clear(session: Session, paper: models.Paper) -> None:
    """Deletes what the old analysis said."""
    for table in (models.Claim, models.Section, models.Reference, models.JudgedSentence):
        session.execute(delete(table).where(table.paper_id == paper.id))
    session.expire(paper)


def _fill(session: Session, paper: models.Paper, curated: Curated, english: English, vocabulary: Vocabulary) -> Counts:
    analysis = curated.analysis
    merged, unused = merge_added(analysis)
    found = (*analysis.document.warnings, *analysis.warnings, *unused, *_unresolved(analysis))
    warnings = (*found, *curated.warnings, *english.warnings)
    for name, value in rows.paper_fields(analysis, english, dict.fromkeys(warnings)).items():
        setattr(paper, name, value)
    session.flush()  # gives the paper its key
    references = rows.reference_rows(paper.id, merged, _named_authors(analysis), english)
    sections = rows.section_rows(paper.id, analysis.sections, english)
    session.add_all([*references.values(), *sections.values()])
    session.flush()  # gives references and sections theirs
    for section in analysis.sections:
        if section.parent is not None:
            sections[section.number].parent_id = sections[section.parent].id
    quantities = tuple(find_quantities(analysis.claims, vocabulary))
    claims = _claims(paper.id, analysis, sections, references, english, quantities)
    session.add_all([*claims, *rows.judged_rows(paper.id, curated.judged)])
    session.flush()
    return Counts(
        sections=sum(section.level > 0 for section in analysis.sections),
        claims=len(claims),
        references=sum(entry.reference.kind == ReferenceKind.REFERENCE for entry in merged),
        citations=sum(len(claim.citations) for claim in claims),
    )


def _claims(
    paper_id: int,
    analysis: Analysis,
    sections: Mapping[str, models.Section],
    references: Mapping[str, models.Reference],
    english: English,
    quantities: Sequence[Sequence[FigureKey | None]],
) -> list[models.Claim]:
    uids = claim_uids(analysis.document.slug, analysis.claims)
    sentences = zip(uids, analysis.claims, english.claims, quantities, strict=True)
    asserting = [sentence for sentence in sentences if sentence[1].type.code != ClaimType.OTHER]
    claims = []
    for position, (uid, claim, translated, keys) in enumerate(asserting):
        row = rows.claim_row(claim, uid, position, references, translated, keys)
        row.paper_id, row.section_id = paper_id, sections[claim.section].id
        claims.append(row)
    return claims


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
