"""Views → shapes: how what was read becomes what is answered."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from app import cite
from app.api import schemas
from app.catalogue import views
from app.library import ResultPage, SearchHit
from app.library.names import Names
from app.library.sharing import Shared
from app.library.similar import Likeness
from app.vocabulary import Country, Instrument


class Shaper:
    """Makes answers whose permalinks begin with `origin` (`https://kewai.example`), with names from `names`."""

    def __init__(self, origin: str, names: Names) -> None:
        self._origin = origin.rstrip("/")
        self._names = names

    def search(self, page: ResultPage) -> schemas.SearchAnswer:
        """One page of a search."""
        fields = {
            name: getattr(page, name)
            for name in (
                *("canonical", "understood", "message", "mode", "sort", "relaxed", "complete"),
                *("limit", "offset", "total", "suggestion"),
            )
        }
        return schemas.SearchAnswer(
            query=page.text,
            took_ms=round(page.took_ms, 2),
            facets={
                name: [schemas.FacetValue.model_validate(value) for value in values]
                for name, values in page.facets.items()
            },
            hits=[self._hit(hit) for hit in page.hits],
            synonyms=[schemas.Synonym(asked=one.asked, names=list(one.names)) for one in page.synonyms],
            **fields,
        )

    def claim(self, claim: views.ClaimView) -> schemas.ClaimOut:
        """A claim in a list."""
        return schemas.ClaimOut(**self._claim_fields(claim))

    def claim_detail(self, detail: views.ClaimDetail) -> schemas.ClaimAnswer:
        """A claim's own page."""
        claim = detail.claim
        fields = self._claim_fields(claim)
        labels = {
            "type": [self._label("type", detail.type_label)],
            "country": [self._label("country", label) for label in detail.country_labels],
            "instrument": [self._label("instrument", label) for label in detail.instrument_labels],
            "named_instrument": [self._label("named_instrument", label) for label in detail.named_instrument_labels],
        }
        return schemas.ClaimAnswer(
            **fields,
            labels=labels,
            overruled={
                field: [self._label(field, label) for label in overruled]
                for field, overruled in detail.overruled.items()
            },
            before=self._claims(detail.before),
            after=self._claims(detail.after),
            references=self._references(detail.references),
            printed=detail.printed,
            start=claim.start,
            end=claim.end,
            selector=cite.selectors(
                detail.printed, detail.printed_before, detail.printed_after, claim.start, claim.end
            ),
            text_link=cite.text_link(f"{self._origin}/papers/{claim.paper.slug}#c-{claim.uid}", claim.text),
            quotation={locale: cite.quotation(claim, locale, fields["url"]) for locale in ("zh", "en")},
        )

    def likeness(self, uid: str, found: Likeness) -> schemas.SimilarAnswer:
        """What is like a claim."""
        return schemas.SimilarAnswer(
            id=uid,
            same_fact=[
                schemas.SameFactOut(basis=fact.basis, shared=_shared(fact.shared), claim=self.claim(claim))
                for fact, claim in found.same
            ],
            similar=[
                schemas.SimilarClaimOut(score=one.score, shared=_shared(one.shared), claim=self.claim(one.claim))
                for one in found.similar
            ],
        )

    def counts(self, field: str, counts: Iterable[views.CodeCount]) -> list[schemas.Counted]:
        """Codes of one field with their names and counts."""
        return [schemas.Counted(**self._counted(field, count)) for count in counts]

    def country(self, entry: Country, count: views.CodeCount) -> schemas.CountryOut:
        """A country in the list."""
        return schemas.CountryOut(**self._counted("country", count), kind=entry.kind)

    def country_detail(self, entry: Country, detail: views.SubjectDetail) -> schemas.CountryAnswer:
        """A country's own page."""
        return schemas.CountryAnswer(**self._subject("country", "instrument", detail), kind=entry.kind)

    def instrument(self, entry: Instrument, count: views.CodeCount) -> schemas.InstrumentOut:
        """An instrument in the list."""
        return schemas.InstrumentOut(**self._counted("instrument", count), class_code=entry.class_code)

    def instrument_detail(self, entry: Instrument, detail: views.SubjectDetail) -> schemas.InstrumentAnswer:
        """An instrument's own page."""
        return schemas.InstrumentAnswer(
            **self._subject("instrument", "country", detail),
            class_code=entry.class_code,
            definition_zh=entry.definition_zh,
            definition_en=entry.definition_en,
        )

    def event_rows(self, events: views.ClaimsByYear) -> Iterator[dict[str, Any]]:
        """The lines of a table of claims by the year they tell of."""
        for year, claims in events.years:
            for claim in claims:
                fields = self._claim_fields(claim)
                paper = {"paper": claim.paper.slug, "paper_year": claim.paper.year, "section": claim.section.id}
                yield fields | paper | {"year": year}

    def paper(self, summary: views.PaperSummary) -> schemas.PaperOut:
        """A paper in the list."""
        return schemas.PaperOut(**self._paper_fields(summary))

    def paper_detail(self, detail: views.PaperDetail) -> schemas.PaperAnswer:
        """A paper's own page."""
        return schemas.PaperAnswer(
            **self._paper_fields(detail),
            keywords=list(detail.keywords),
            keywords_en=list(detail.keywords_en),
            source=detail.source,
            rights=detail.rights,
            provenance=dict(detail.provenance),
            warnings=[schemas.WarningOut.model_validate(warning) for warning in detail.warnings],
            sections=[self._section(section) for section in detail.sections],
            references=self._references(detail.references),
            notes=self._references(detail.notes),
            cites=self.links(detail.cites),
            cited_by=self.links(detail.cited_by),
        )

    def reference_hit(self, hit: views.ReferenceHit) -> schemas.ReferenceHitOut:
        """A cited work found by a look-up."""
        return schemas.ReferenceHitOut(
            **reference_fields(hit.reference),
            citing=schemas.PaperRef.model_validate(hit.paper),
            claims=self._claims(hit.claims),
        )

    def links(self, links: Iterable[views.CitationLink]) -> list[schemas.LinkOut]:
        """Which papers cite which."""
        return [schemas.LinkOut.model_validate(link) for link in links]

    def _hit(self, hit: SearchHit) -> schemas.Hit:
        return schemas.Hit(
            **self._claim_fields(hit.claim),
            score=round(hit.score, 4),
            highlight=str(hit.highlight),
            highlight_en=None if hit.highlight_en is None else str(hit.highlight_en),
        )

    def _claims(self, claims: Iterable[views.ClaimView]) -> list[schemas.ClaimOut]:
        return [self.claim(claim) for claim in claims]

    def _claim_fields(self, claim: views.ClaimView) -> dict[str, Any]:
        return {
            "id": claim.uid,
            "text": claim.text,
            "text_en": claim.text_en,
            "text_en_source": "project" if claim.text_en else None,
            "text_en_note": claim.text_en_note,
            "type": claim.type,
            "countries": claim.countries,
            "instruments": claim.instruments,
            "named_instruments": claim.named_instruments,
            "citations": list(dict.fromkeys(mark.label for mark in claim.citations)),
            "figures": [schemas.FigureOut.model_validate(figure) for figure in claim.figures],
            "speaker": claim.speaker and schemas.SpeakerOut.model_validate(claim.speaker),
            "periods": [schemas.PeriodOut.model_validate(period) for period in claim.periods],
            "paper": schemas.PaperRef.model_validate(claim.paper),
            "section": schemas.SectionRef.model_validate(claim.section),
            "url": f"{self._origin}/claims/{claim.uid}",
        }

    def _paper_fields(self, paper: views.PaperSummary | views.PaperDetail) -> dict[str, Any]:
        record = paper.record
        fields = {name: getattr(record, name) for name in views.PaperRecord.__dataclass_fields__ if name != "url"}
        return fields | {
            "link": record.url,
            "abstract": paper.abstract,
            "abstract_en": paper.abstract_en,
            "counts": schemas.PaperCountsOut.model_validate(paper.counts),
            "formatted": _formatted(record),
            "url": f"{self._origin}/papers/{record.slug}",
        }

    def _section(self, section: views.SectionView) -> schemas.SectionOut:
        claims = [claim for paragraph in section.paragraphs for claim in paragraph.claims]
        return schemas.SectionOut(
            id=section.id,
            level=section.level,
            heading=section.heading,
            heading_en=section.heading_en,
            parent=section.parent,
            claims=self._claims(claims),
        )

    def _references(self, references: Sequence[views.ReferenceView]) -> list[schemas.ReferenceOut]:
        return [schemas.ReferenceOut(**reference_fields(reference)) for reference in references]

    def _label(self, field: str, label: views.LabelView) -> schemas.LabelOut:
        names = self._names.label(field, label.code)
        return schemas.LabelOut(
            code=label.code,
            label_zh=names.zh,
            label_en=names.en,
            source=label.source,
            rule=label.rule,
            trigger=label.trigger,
            confidence=label.confidence,
        )

    def _counted(self, field: str, count: views.CodeCount) -> dict[str, Any]:
        names = self._names.label(field, count.code)
        return {
            "code": count.code,
            "label_zh": names.zh,
            "label_en": names.en,
            "claims": count.claims,
            "papers": count.papers,
        }

    def _subject(self, field: str, grouped_by: str, detail: views.SubjectDetail) -> dict[str, Any]:
        return self._counted(field, views.CodeCount(detail.code, detail.claims, detail.papers)) | {
            "countries": self.counts("country", detail.countries),
            "instruments": self.counts("instrument", detail.instruments),
            "named_instruments": self.counts("named_instrument", detail.named_instruments),
            "types": self.counts("type", detail.types),
            "cells": [
                schemas.TypeCell(code=code, type=kind, claims=claims)
                for (code, kind), claims in sorted(detail.cells.items())
            ],
            "events": [schemas.EventCountOut.model_validate(count) for count in detail.events],
            "years": [schemas.YearCount.model_validate(count) for count in detail.years],
            "sources": [schemas.SourceCount.model_validate(count) for count in detail.sources],
            "groups": [self._group(grouped_by, group) for group in detail.groups],
        }

    def _group(self, field: str, group: views.ClaimGroup) -> schemas.ClaimGroupOut:
        names = None if group.code is None else self._names.label(field, group.code)
        return schemas.ClaimGroupOut(
            code=group.code,
            label_zh=names.zh if names else None,
            label_en=names.en if names else None,
            total=group.total,
            claims=self._claims(group.claims),
        )


def _shared(shared: Shared) -> schemas.SharedOut:
    return schemas.SharedOut(
        entities=list(shared.entities),
        terms=list(shared.terms),
        countries=list(shared.countries),
        years=list(shared.years),
        figures=list(shared.figures),
        values=[schemas.BothValuesOut.model_validate(value) for value in shared.values],
    )


def reference_fields(reference: views.ReferenceView) -> dict[str, Any]:
    """The fields of a reference in an answer."""
    names = views.ReferenceView.__dataclass_fields__.keys() - {"added", "linked_paper", "cited_at", "anchor", "work"}
    fields = {name: getattr(reference, name) for name in names}
    linked = reference.linked_paper
    return fields | {
        "added": dict(reference.added),
        "linked_paper": schemas.PaperRef.model_validate(linked) if linked else None,
        "work": schemas.WorkRefOut.model_validate(reference.work) if reference.work else None,
        "cited_by": list(dict.fromkeys(place.uid for place in reference.cited_at)),
        "formatted": _formatted(reference) if reference.kind != "note" else {},
    }


def _formatted(record: cite.Citable) -> dict[str, str]:
    return {style: cite.reference_text(record, style) for style in cite.STYLES}
