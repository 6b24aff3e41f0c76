"""Records → rows: the one mapping from an analysis to what the database keeps."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from app import models
from app.ingest import records
from app.ingest.added import MergedReference
from app.ingest.curated import JudgedSentence
from app.ingest.quantities import FigureKey
from app.ingest.translations import English
from app.text.normalise import fold_text

KEPT_BIBLIOGRAPHY = (
    *("title", "title_en", "authors_complete", "abstract", "abstract_en", "container", "container_en", "publisher"),
    *("year", "volume", "issue", "pages", "doi", "url", "language", "document_type", "source", "rights"),
)
LISTS = ("authors", "authors_en", "keywords", "keywords_en")


def paper_fields(
    analysis: records.Analysis, english: English, warnings: Iterable[records.IngestWarning]
) -> dict[str, Any]:
    """Columns of the paper's row that come from its analysis and its translation."""
    document, bibliography = analysis.document, analysis.bibliography
    fields = {name: getattr(bibliography, name) for name in KEPT_BIBLIOGRAPHY}
    fields |= {name: list(getattr(bibliography, name)) for name in LISTS}
    return fields | {
        "provenance": dict(bibliography.provenance),
        "warnings": [asdict(warning) for warning in warnings],
        "origin": document.origin,
        "format": document.format,
        "source_text": document.text,
        "translated": [],
        **english.fields,
    }


def section_rows(paper_id: int, sections: Iterable[records.Section], english: English) -> dict[str, models.Section]:
    """Rows by number, in reading order; their parents are for the caller to set, once the rows have keys."""
    return {
        section.number: models.Section(
            paper_id=paper_id,
            number=section.number,
            level=section.level,
            position=position,
            heading=section.heading,
            heading_en=english.heading(section.heading),
            start=section.start,
            end=section.end,
        )
        for position, section in enumerate(sections)
    }


def claim_row(
    claim: records.Claim,
    uid: str,
    position: int,
    references: Mapping[str, models.Reference],
    english: records.Translated | None,
    quantities: Iterable[FigureKey | None],
) -> models.Claim:
    """The row of a claim with its labels, its figures with their `quantities`, and its citations.

    Citations whose references have no rows are left out; the rows must have their keys. Its paper and section are for
    the caller to set.
    """
    return models.Claim(
        uid=uid,
        position=position,
        paragraph=claim.paragraph,
        text=claim.text,
        text_en=english.en if english else None,
        text_en_note=english.note if english else None,
        start=claim.start,
        end=claim.end,
        type=claim.type.code,
        type_source=claim.type.source,
        type_rule=claim.type.rule,
        type_trigger=claim.type.trigger,
        type_confidence=claim.type.confidence,
        speaker=claim.speaker and claim.speaker.name,
        speaker_kind=claim.speaker and claim.speaker.kind,
        speaker_rule=claim.speaker and claim.speaker.rule,
        speaker_trigger=claim.speaker and claim.speaker.trigger,
        speaker_entity=claim.speaker_entity,
        countries=[models.ClaimCountry(**label) for label in _labels(claim.countries)],
        instruments=[models.ClaimInstrument(**label) for label in _labels(claim.instruments)],
        named_instruments=[models.ClaimNamedInstrument(**label) for label in _labels(claim.named_instruments)],
        terms=[models.ClaimTerm(**asdict(use)) for use in claim.terms],
        entities=[models.ClaimEntity(**asdict(mention)) for mention in claim.entities],
        citations=_citation_rows(claim, references),
        figures=_figure_rows(claim, quantities),
        periods=[models.ClaimPeriod(position=at, **asdict(period)) for at, period in enumerate(claim.periods)],
    )


def judged_rows(paper_id: int, judged: Iterable[JudgedSentence]) -> list[models.JudgedSentence]:
    """The sentences that a person labelled, with each label as the person and as extraction give it."""
    return [
        models.JudgedSentence(
            paper_id=paper_id,
            uid=sentence.uid,
            position=position,
            text=sentence.text,
            found=sentence.found,
            judgements=[models.Judgement(**asdict(judgement)) for judgement in sentence.judgements],
        )
        for position, sentence in enumerate(judged)
    ]


def reference_rows(
    paper_id: int, merged: Iterable[MergedReference], named: Mapping[str, set[str]], english: English
) -> dict[str, models.Reference]:
    """Rows by label; `named` holds the authors whom sentences name beside a label, for the look-up."""
    return {
        entry.reference.label: _reference_row(
            paper_id, entry, position, named.get(entry.reference.label, set()), english
        )
        for position, entry in enumerate(merged)
    }


def _citation_rows(claim: records.Claim, references: Mapping[str, models.Reference]) -> list[models.Citation]:
    return [
        models.Citation(
            reference_id=references[mark.label].id,
            position=position,
            at=mark.at,
            named_author=mark.named_author,
            source=mark.source,
        )
        for position, mark in enumerate(claim.citations)
        if mark.label in references
    ]


def _figure_rows(claim: records.Claim, quantities: Iterable[FigureKey | None]) -> list[models.Figure]:
    return [
        models.Figure(
            position=position,
            quantity=models.FigureQuantity(**asdict(key) | {"owners": list(key.owners)}) if key else None,
            **asdict(figure),
        )
        for position, (figure, key) in enumerate(zip(claim.figures, quantities, strict=True))
    ]


def _reference_row(
    paper_id: int, merged: MergedReference, position: int, named: set[str], english: English
) -> models.Reference:
    fields = asdict(merged.reference)
    del fields["start"], fields["end"]
    reference = merged.reference
    fields["authors"] = list(reference.authors)
    words = (*reference.authors, *sorted(named), reference.title, reference.container, reference.text, reference.doi)
    return models.Reference(
        paper_id=paper_id,
        position=position,
        text_en=english.note(reference.text),
        added=merged.added,
        stated_paper=merged.stated_paper,
        lookup="\n".join(fold_text(word) for word in words if word),
        **fields,
    )


def _labels(labels: Iterable[records.Label]) -> list[dict[str, Any]]:
    """Columns of each label; a code that two rules gave is kept once, as the first gave it."""
    first: dict[str, records.Label] = {}
    for label in labels:
        first.setdefault(label.code, label)
    return [asdict(label) for label in first.values()]
