"""Rows → views of records, labels and references; claims have a way of their own (`claim_views`)."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from app import models
from app.catalogue.views import CitedAt, LabelView, PaperRecord, ReferenceView

_DESCRIBED = ("title", "container", "year", "volume", "issue", "pages", "document_type", "url", "doi", "accessed")
EXCERPT = 60
"""Characters of a claim that stand for it in a link."""


def aware(moment: datetime) -> datetime:
    """SQLite gives times back without their zone; all are stored in UTC."""
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def anchor(label: str) -> str:
    """Fragment identifier of a reference on its paper's page: `17` → `ref-17`; no spaces, as HTML asks."""
    return "ref-" + "-".join(label.split())


_INDEXED = (
    *(models.Paper.slug, models.Paper.title, models.Paper.title_en, models.Paper.year),
    *(models.Paper.authors, models.Paper.authors_en),
)
"""What the search index takes of a paper, read once for each: a join would read the lists again with every claim."""


def select_claims_to_index() -> Select[models.Claim]:
    """Claims with what the search index takes of them, in reading order of the papers by slug."""
    return (
        select(models.Claim)
        .join(models.Claim.paper)
        .join(models.Claim.section)
        .options(
            selectinload(models.Claim.paper).load_only(*_INDEXED),
            contains_eager(models.Claim.section),
            selectinload(models.Claim.countries),
            selectinload(models.Claim.instruments),
            selectinload(models.Claim.figures).load_only(models.Figure.id),
            selectinload(models.Claim.citations).load_only(models.Citation.id),
            selectinload(models.Claim.periods).load_only(models.ClaimPeriod.id),
        )
        .order_by(models.Paper.slug, models.Claim.position)
    )


def described(row: models.Reference | models.Work) -> dict[str, Any]:
    """The fields that a reference and a work share with every bibliographic record, by name."""
    return {name: getattr(row, name) for name in _DESCRIBED} | {"authors": tuple(row.authors)}


def paper_record(paper: models.Paper | Row[*tuple[Any, ...]]) -> PaperRecord:
    """The record of a paper's row, or of its columns alone."""
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
        from_sentence=reference.from_sentence,
        added=tuple(sorted(reference.added.items())),
        linked_paper=paper_record(linked) if linked else None,
        link_evidence=reference.link_evidence,
        cited_at=_cited_at(reference.citations),
        **described(reference),
    )


def _cited_at(citations: Iterable[models.Citation]) -> tuple[CitedAt, ...]:
    ordered = sorted(citations, key=lambda citation: (citation.claim.position, citation.position))
    return tuple(CitedAt(c.claim.uid, c.at, c.claim.text[:EXCERPT]) for c in ordered)
