"""Papers: the list, one with its full text as sections of claims, and which paper cites which."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from itertools import groupby, zip_longest
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from app import models
from app.catalogue.claim_views import load_claims, select_claims
from app.catalogue.counts import count_codes, count_types
from app.catalogue.references import with_work, works_by_reference
from app.catalogue.rows import anchor, aware, paper_record, reference_view, select_references
from app.catalogue.views import (
    CitationLink,
    ClaimView,
    PaperCounts,
    PaperDetail,
    PaperRecord,
    PaperSummary,
    PaperTitle,
    Paragraph,
    ReferenceView,
    SectionView,
    WarningView,
)
from app.models import Citation, Claim, ClaimCountry, ClaimInstrument, Figure, Paper, Reference, Section, WorkEntry


def papers_by_slug(session: Session, slugs: Iterable[str] | None = None) -> dict[str, PaperRecord]:
    """The records of the papers with these slugs, or of all; slugs that are not here are left out."""
    statement = select(*(getattr(Paper, field.name) for field in fields(PaperRecord))).order_by(Paper.slug)
    if slugs is not None:
        statement = statement.where(Paper.slug.in_(list(slugs)))
    return {row.slug: paper_record(row) for row in session.execute(statement)}


def titles_by_slug(session: Session) -> dict[str, PaperTitle]:
    """The titles of all papers: little enough to read for every search."""
    rows = session.execute(select(Paper.slug, Paper.title, Paper.title_en).order_by(Paper.slug))
    return {slug: PaperTitle(title, title_en) for slug, title, title_en in rows}


def author_names(session: Session) -> tuple[tuple[str, str], ...]:
    """The authors of all papers, each once, in Chinese and English; what is not printed is empty."""
    rows = session.execute(select(Paper.authors, Paper.authors_en).order_by(Paper.slug))
    pairs = (pair for zh, en in rows for pair in zip_longest(zh, en if len(en) == len(zh) else (), fillvalue=""))
    return tuple(dict.fromkeys(pairs))


def last_change(session: Session) -> tuple[int, datetime | None]:
    """How many papers there are and when one of them changed last: different after every ingestion that did."""
    count, changed = session.execute(select(func.count(Paper.id), func.max(Paper.updated_at))).one()
    return count, changed


def changes_by_slug(session: Session) -> dict[str, datetime]:
    """When each paper was stored or analysed anew."""
    rows = session.execute(select(Paper.slug, Paper.updated_at))
    return {slug: aware(changed) for slug, changed in rows}


def newest_papers(session: Session, limit: int) -> tuple[tuple[PaperRecord, datetime], ...]:
    """The papers that were added last, each with when it was, newest first."""
    papers = session.scalars(select(Paper).order_by(Paper.added_at.desc(), Paper.slug).limit(limit))
    return tuple((paper_record(paper), aware(paper.added_at)) for paper in papers)


def list_papers(session: Session, limit: int | None = None, offset: int = 0) -> tuple[PaperSummary, ...]:
    """Papers in the order of their slugs, with what each holds."""
    statement = select(Paper, *_counts_of_paper()).order_by(Paper.slug).limit(limit).offset(offset)
    return tuple(
        PaperSummary(paper_record(paper), paper.abstract, paper.abstract_en, PaperCounts(*counts))
        for paper, *counts in session.execute(statement)
    )


def paper_detail(session: Session, slug: str) -> PaperDetail | None:
    """One paper with everything its page shows; `None` if there is no such paper."""
    row = session.execute(select(Paper, *_counts_of_paper()).where(Paper.slug == slug)).one_or_none()
    if row is None:
        return None
    paper, *counts = row
    scope = select(Claim.id).where(Claim.paper_id == paper.id)
    entries = _references(session, paper)
    return PaperDetail(
        record=paper_record(paper),
        abstract=paper.abstract,
        abstract_en=paper.abstract_en,
        keywords=tuple(paper.keywords),
        keywords_en=tuple(paper.keywords_en),
        source=paper.source,
        rights=paper.rights,
        provenance=tuple(sorted(paper.provenance.items())),
        origin=paper.origin,
        format=paper.format,
        checksum=paper.checksum,
        added_at=aware(paper.added_at),
        updated_at=aware(paper.updated_at),
        warnings=tuple(_warning(warning) for warning in paper.warnings),
        counts=PaperCounts(*counts),
        sections=_sections(session, paper),
        references=tuple(entry for entry in entries if entry.kind != "note"),
        notes=tuple(entry for entry in entries if entry.kind == "note"),
        countries=count_codes(session, ClaimCountry, scope),
        instruments=count_codes(session, ClaimInstrument, scope),
        types=count_types(session, scope),
        cites=_links(session, citing=paper.id),
        cited_by=_links(session, cited=paper.id),
    )


def citation_links(session: Session) -> tuple[CitationLink, ...]:
    """Which papers here cite which others, by the slugs of the citing and the cited paper."""
    return _links(session)


def _counts_of_paper() -> Sequence[ColumnElement[int]]:
    """In the order of `PaperCounts`: each a sub-query over the paper of the outer statement."""

    def of_claims(counted: type[Citation | Figure]) -> Select[int]:
        return select(func.count()).select_from(counted).join(Claim, Claim.id == counted.claim_id)

    entries = select(func.count()).select_from(Reference).where(Reference.paper_id == Paper.id)
    statements = (
        select(func.count()).select_from(Section).where(Section.paper_id == Paper.id, Section.level > 0),
        select(func.count()).select_from(Claim).where(Claim.paper_id == Paper.id),
        entries.where(Reference.kind != "note"),
        entries.where(Reference.kind == "note"),
        of_claims(Citation).where(Claim.paper_id == Paper.id),
        of_claims(Figure).where(Claim.paper_id == Paper.id),
    )
    return [statement.correlate(Paper).scalar_subquery() for statement in statements]


def _sections(session: Session, paper: models.Paper) -> tuple[SectionView, ...]:
    claims: dict[str, list[ClaimView]] = {}
    for claim in load_claims(session, select_claims().where(Claim.paper_id == paper.id)):
        claims.setdefault(claim.section.id, []).append(claim)
    rows = session.scalars(select(Section).where(Section.paper_id == paper.id).order_by(Section.position)).all()
    numbers = {row.id: row.number for row in rows}
    return tuple(
        SectionView(
            id=row.number,
            level=row.level,
            heading=row.heading,
            heading_en=row.heading_en,
            parent=numbers.get(row.parent_id) if row.parent_id is not None else None,
            paragraphs=_paragraphs(claims.get(row.number, [])),
        )
        for row in rows
    )


def _paragraphs(claims: Sequence[ClaimView]) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(number, tuple(members)) for number, members in groupby(claims, key=lambda claim: claim.paragraph)
    )


def _references(session: Session, paper: models.Paper) -> tuple[ReferenceView, ...]:
    rows = session.scalars(select_references().where(Reference.paper_id == paper.id)).all()
    works = works_by_reference(session, [row.id for row in rows])
    return tuple(with_work(reference_view(row), works.get(row.id)) for row in rows)


def _links(session: Session, citing: int | None = None, cited: int | None = None) -> tuple[CitationLink, ...]:
    """References that are papers here, and those that are quoted through one; of and to one paper if keys are given."""
    is_paper = Reference.linked_paper_id, Reference.link_evidence
    through = WorkEntry.through_paper_id, WorkEntry.through_evidence
    found = [
        link
        for pointer, evidence in (is_paper, through)
        for link in _links_by(session, pointer, evidence, citing, cited)
    ]
    return tuple(link for _, link in sorted(found, key=lambda one: one[0]))


def _links_by(
    session: Session,
    pointer: InstrumentedAttribute[int | None],
    evidence: InstrumentedAttribute[str],
    citing: int | None,
    cited: int | None,
) -> Iterator[tuple[tuple[str, str, int], CitationLink]]:
    one, other, pointing = aliased(Paper), aliased(Paper), pointer.class_
    key = pointing.reference_id if pointing is WorkEntry else pointing.id
    marks = select(func.count()).select_from(Citation).where(Citation.reference_id == Reference.id)
    statement = (
        select(one, other, Reference, evidence, marks.correlate(Reference).scalar_subquery())
        .select_from(Reference)
        .outerjoin(WorkEntry, WorkEntry.reference_id == Reference.id)
        .join(one, one.id == Reference.paper_id)
        .join(other, other.id == pointer)
        .where(Reference.id.in_(select(key).where(pointer.is_not(None))))
    )
    if citing is not None:
        statement = statement.where(Reference.paper_id == citing)
    if cited is not None:
        statement = statement.where(pointer == cited)
    for paper, target, entry, why, count in session.execute(statement):
        link = CitationLink(paper_record(paper), paper_record(target), entry.label, anchor(entry.label), why, count)
        yield (paper.slug, target.slug, entry.position), link


def _warning(stored: Mapping[str, Any]) -> WarningView:
    start, end = stored.get("start"), stored.get("end")
    return WarningView(
        code=str(stored.get("code", "")),
        detail=str(stored.get("detail", "")),
        start=start if isinstance(start, int) else None,
        end=end if isinstance(end, int) else None,
        facts=dict(stored.get("facts", ())),
    )
