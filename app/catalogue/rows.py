"""Rows → views, and the one way in which claims are loaded: a fixed number of statements however many there are."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, contains_eager, joinedload, selectinload

from app import models
from app.catalogue.views import (
    CitationMark,
    CitedAt,
    ClaimView,
    FigureView,
    LabelView,
    PaperRecord,
    PeriodView,
    ReferenceView,
    SectionRef,
    SpeakerView,
)

EXCERPT = 60
"""Characters of a claim that stand for it in a link."""


def aware(moment: datetime) -> datetime:
    """SQLite gives times back without their zone; all are stored in UTC."""
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def anchor(label: str) -> str:
    """Fragment identifier of a reference on its paper's page: `17` → `ref-17`; no spaces, as HTML asks."""
    return "ref-" + "-".join(label.split())


def select_claims() -> Select[models.Claim]:
    """Claims with all that a view shows, in reading order of the papers by slug; add `where` as needed."""
    return (
        select(models.Claim)
        .join(models.Claim.paper)
        .join(models.Claim.section)
        .options(
            contains_eager(models.Claim.paper),
            contains_eager(models.Claim.section),
            selectinload(models.Claim.countries),
            selectinload(models.Claim.instruments),
            selectinload(models.Claim.named_instruments),
            selectinload(models.Claim.figures),
            selectinload(models.Claim.periods),
            selectinload(models.Claim.citations)
            .joinedload(models.Citation.reference)
            .joinedload(models.Reference.linked_paper),
        )
        .order_by(models.Paper.slug, models.Claim.position)
    )


def select_claims_to_index() -> Select[models.Claim]:
    """Claims with what the search index takes of them, in the same order."""
    return (
        select(models.Claim)
        .join(models.Claim.paper)
        .join(models.Claim.section)
        .options(
            contains_eager(models.Claim.paper),
            contains_eager(models.Claim.section),
            selectinload(models.Claim.countries),
            selectinload(models.Claim.instruments),
            selectinload(models.Claim.figures).load_only(models.Figure.id),
            selectinload(models.Claim.citations).load_only(models.Citation.id),
            selectinload(models.Claim.periods).load_only(models.ClaimPeriod.id),
        )
        .order_by(models.Paper.slug, models.Claim.position)
    )


def load_claims(session: Session, statement: Select[models.Claim]) -> tuple[ClaimView, ...]:
    """Runs a statement made from `select_claims` and answers views in its order."""
    return tuple(claim_view(claim) for claim in session.scalars(statement))


def load_claims_by_id(session: Session, ids: Iterable[int]) -> dict[int, ClaimView]:
    """Claims by primary key, for queries that found the keys first."""
    wanted = list(ids)
    if not wanted:
        return {}
    rows = session.scalars(select_claims().where(models.Claim.id.in_(wanted)))
    return {claim.id: claim_view(claim) for claim in rows}


def paper_record(paper: models.Paper) -> PaperRecord:
    """The record of a paper's row."""
    return PaperRecord(
        slug=paper.slug,
        title=paper.title,
        title_en=paper.title_en,
        authors=tuple(paper.authors),
        authors_en=tuple(paper.authors_en),
        authors_complete=paper.authors_complete,
        container=paper.container,
        container_en=paper.container_en,
        publisher=paper.publisher,
        year=paper.year,
        volume=paper.volume,
        issue=paper.issue,
        pages=paper.pages,
        doi=paper.doi,
        url=paper.url,
        language=paper.language,
        document_type=paper.document_type,
        translated=tuple(paper.translated),
    )


def claim_view(claim: models.Claim) -> ClaimView:
    """The view of a claim's row; its relations should be loaded (see `select_claims`)."""
    section = claim.section
    return ClaimView(
        uid=claim.uid,
        text=claim.text,
        text_en=claim.text_en,
        type=claim.type,
        countries=_codes(claim.countries),
        instruments=_codes(claim.instruments),
        named_instruments=_codes(claim.named_instruments),
        figures=tuple(_figure_view(figure) for figure in claim.figures),
        citations=tuple(_citation_mark(citation) for citation in claim.citations),
        paper=paper_record(claim.paper),
        section=SectionRef(section.number, section.level, section.heading, section.heading_en),
        start=claim.start,
        end=claim.end,
        position=claim.position,
        paragraph=claim.paragraph,
        text_en_note=claim.text_en_note,
        speaker=_speaker_view(claim),
        periods=tuple(PeriodView(one.start, one.end, one.precision, one.text) for one in claim.periods),
    )


def _speaker_view(claim: models.Claim) -> SpeakerView | None:
    if not claim.speaker:
        return None
    return SpeakerView(
        claim.speaker,
        claim.speaker_kind or "",
        claim.speaker_rule or "",
        claim.speaker_trigger or "",
        claim.speaker_entity,
    )


def label_views(labels: Sequence[models.ClaimLabel]) -> tuple[LabelView, ...]:
    """Labels with their reasons, in the order of their codes."""
    return tuple(
        LabelView(label.code, label.source, label.rule, label.trigger, label.confidence)
        for label in sorted(labels, key=lambda label: label.code)
    )


def select_references() -> Select[models.Reference]:
    """References with the paper they stand in, the paper they are, and the claims that cite them."""
    return (
        select(models.Reference)
        .join(models.Reference.paper)
        .options(
            contains_eager(models.Reference.paper),
            joinedload(models.Reference.linked_paper),
            selectinload(models.Reference.citations).joinedload(models.Citation.claim),
        )
        .order_by(models.Paper.slug, models.Reference.position)
    )


def reference_view(reference: models.Reference) -> ReferenceView:
    """The view of a reference's row; its relations should be loaded (see `select_references`)."""
    linked = reference.linked_paper
    return ReferenceView(
        paper=reference.paper.slug,
        label=reference.label,
        anchor=anchor(reference.label),
        kind=reference.kind,
        text=reference.text,
        text_en=reference.text_en,
        authors=tuple(reference.authors),
        title=reference.title,
        container=reference.container,
        year=reference.year,
        volume=reference.volume,
        issue=reference.issue,
        pages=reference.pages,
        document_type=reference.document_type,
        url=reference.url,
        accessed=reference.accessed,
        doi=reference.doi,
        from_sentence=reference.from_sentence,
        added=tuple(sorted(reference.added.items())),
        linked_paper=paper_record(linked) if linked else None,
        link_evidence=reference.link_evidence,
        cited_at=_cited_at(reference.citations),
    )


def _cited_at(citations: Iterable[models.Citation]) -> tuple[CitedAt, ...]:
    ordered = sorted(citations, key=lambda citation: (citation.claim.position, citation.position))
    return tuple(CitedAt(c.claim.uid, c.at, c.claim.text[:EXCERPT]) for c in ordered)


def _codes(labels: Iterable[models.ClaimLabel]) -> tuple[str, ...]:
    return tuple(sorted(label.code for label in labels))


def _figure_view(figure: models.Figure) -> FigureView:
    return FigureView(figure.value, figure.unit, figure.of, figure.year, figure.approx, figure.text, figure.source)


def _citation_mark(citation: models.Citation) -> CitationMark:
    reference = citation.reference
    return CitationMark(
        label=reference.label,
        at=citation.at,
        kind=reference.kind,
        anchor=anchor(reference.label),
        named_author=citation.named_author,
        linked_paper=reference.linked_paper.slug if reference.linked_paper else None,
    )
