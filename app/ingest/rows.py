"""Records → rows: the one mapping from an analysis to what the database keeps.

Rows are plain dictionaries, so that the process that analyses can make them and another one can store them. The
database gives keys; until then a column that points to another row of the paper holds what names that row:
a section's number, a reference's label, the uid of a claim or of a judged sentence, a figure's claim and position.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, fields
from typing import Any, TypeAlias

from app.ingest import records
from app.ingest.added import MergedReference
from app.ingest.curated import JudgedSentence
from app.ingest.quantities import FigureKey
from app.ingest.translations import English
from app.text.normalise import fold_text

Row: TypeAlias = dict[str, Any]

KEPT_BIBLIOGRAPHY = (
    *("title", "title_en", "authors_complete", "abstract", "abstract_en", "container", "container_en", "publisher"),
    *("year", "volume", "issue", "pages", "doi", "url", "language", "document_type", "source", "rights"),
)
LISTS = ("authors", "authors_en", "keywords", "keywords_en")


def paper_row(analysis: records.Analysis, english: English, warnings: Iterable[records.IngestWarning]) -> Row:
    """Columns of the paper that come from its analysis and its translation."""
    document, bibliography = analysis.document, analysis.bibliography
    row: Row = {name: getattr(bibliography, name) for name in KEPT_BIBLIOGRAPHY}
    row |= {name: list(getattr(bibliography, name)) for name in LISTS}
    return row | {
        "slug": document.slug,
        "provenance": dict(bibliography.provenance),
        "warnings": [asdict(warning) for warning in warnings],
        "origin": document.origin,
        "format": document.format,
        "source_text": document.text,
        "translated": [],
        **english.fields,
    }


def section_rows(sections: Iterable[records.Section], english: English) -> list[Row]:
    """A row for each number, in reading order, without its parent: that is a row of the same table."""
    rows = {
        section.number: {
            "number": section.number,
            "level": section.level,
            "position": position,
            "heading": section.heading,
            "heading_en": english.heading(section.heading),
            "start": section.start,
            "end": section.end,
        }
        for position, section in enumerate(sections)
    }
    return list(rows.values())


def claim_row(claim: records.Claim, uid: str, position: int, english: records.Translated | None) -> Row:
    """The row of the claim itself; see `rows_of_claim` for what hangs on it."""
    return {
        "uid": uid,
        "section_id": claim.section,
        "position": position,
        "paragraph": claim.paragraph,
        "text": claim.text,
        "text_en": english.en if english else None,
        "text_en_note": english.note if english else None,
        "start": claim.start,
        "end": claim.end,
        "type": claim.type.code,
        "type_source": claim.type.source,
        "type_rule": claim.type.rule,
        "type_trigger": claim.type.trigger,
        "type_confidence": claim.type.confidence,
        "speaker": claim.speaker and claim.speaker.name,
        "speaker_kind": claim.speaker and claim.speaker.kind,
        "speaker_rule": claim.speaker and claim.speaker.rule,
        "speaker_trigger": claim.speaker and claim.speaker.trigger,
        "speaker_entity": claim.speaker_entity,
    }


def rows_of_claim(
    claim: records.Claim, uid: str, labels: frozenset[str], quantities: Iterable[FigureKey | None]
) -> Iterator[tuple[str, Row]]:
    """Labels, figures with their `quantities`, periods and citations of a claim, each with the table where it belongs.

    A code that two rules gave is kept once, as the first gave it; of the citations those whose reference is
    among `labels`.
    """
    of_claim = {"claim_id": uid}
    labelled: tuple[tuple[str, Iterable[object]], ...] = (
        ("claim_country", _first(claim.countries)),
        ("claim_instrument", _first(claim.instruments)),
        ("claim_named_instrument", _first(claim.named_instruments)),
        ("claim_term", claim.terms),
        ("claim_entity", claim.entities),
    )
    for table, found in labelled:
        for record in found:
            yield table, of_claim | _columns(record)
    for position, period in enumerate(claim.periods):
        yield "claim_period", of_claim | {"position": position} | _columns(period)
    for position, (figure, quantity) in enumerate(zip(claim.figures, quantities, strict=True)):
        yield "figure", of_claim | {"position": position} | _columns(figure)
        if quantity:
            yield "figure_quantity", {"figure_id": (uid, position)} | _columns(quantity)
    for position, mark in enumerate(claim.citations):
        if mark.label in labels:
            row = of_claim | {"position": position} | _columns(mark)
            row["reference_id"] = row.pop("label")
            yield "citation", row


def judged_rows(judged: Iterable[JudgedSentence]) -> Iterator[tuple[str, Row]]:
    """The sentences that a person labelled, with each label as the person and as extraction give it."""
    for position, sentence in enumerate(judged):
        row = {"uid": sentence.uid, "position": position, "text": sentence.text, "found": sentence.found}
        yield "judged_sentence", row
        for judgement in sentence.judgements:
            yield "judgement", {"sentence_id": sentence.uid} | _columns(judgement)


def reference_rows(merged: Iterable[MergedReference], named: Mapping[str, set[str]], english: English) -> list[Row]:
    """A row for each label; `named` holds the authors whom sentences name beside a label, for the look-up."""
    rows = {
        entry.reference.label: _reference_row(entry, position, named.get(entry.reference.label, set()), english)
        for position, entry in enumerate(merged)
    }
    return list(rows.values())


def _reference_row(merged: MergedReference, position: int, named: set[str], english: English) -> Row:
    reference = merged.reference
    row = _columns(reference)
    del row["start"], row["end"]
    names = (reference.title, merged.called, reference.container)
    words = (*reference.authors, *sorted(named), *names, reference.text, reference.doi)
    return row | {
        "position": position,
        "text_en": english.note(reference.text),
        "added": merged.added,
        "stated_paper": merged.stated_paper,
        "lookup": "\n".join(fold_text(word) for word in words if word),
    }


def _first(labels: Iterable[records.Label]) -> Iterable[records.Label]:
    """Each code once, as it was first given."""
    first: dict[str, records.Label] = {}
    for label in labels:
        first.setdefault(label.code, label)
    return first.values()


def _columns(record: Any) -> Row:
    """The fields of a record by name. Unlike `asdict` it copies no values: tuples stay as they are."""
    return {field.name: getattr(record, field.name) for field in fields(record)}
