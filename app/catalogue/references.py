"""Citation look-up: a cited work by author, title, year, number or journal, and who cites it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.catalogue.claim_views import load_claims, load_claims_by_id, select_claims
from app.catalogue.lookup import conditions
from app.catalogue.paging import page_of
from app.catalogue.rows import paper_record, reference_view, select_references
from app.catalogue.views import ClaimView, ReferenceHit, ReferencePage, ReferenceView, WorkRef
from app.models import Citation, Claim, Paper, Reference, Work, WorkEntry


def look_up_references(
    session: Session,
    q: str = "",
    *,
    paper: str | None = None,
    label: str | None = None,
    year: int | None = None,
    limit: int = 20,
    offset: int = 0,
) -> ReferencePage:
    """Cited works that match, by citing paper and place in its list, each with the claims that cite it.

    Every word of `q` must stand in the authors (named in the sentence included, in Chinese or pinyin), title,
    container, DOI or printed entry, in either script, or be the work's year, a range of years (`2010-2015`) or its
    number (`17`, `[17]`). A number of up to three digits is the work's number and nothing else: 17 must not find all
    works of 2017. `paper` (a slug), `label` and `year` narrow further. An empty `q` matches all; notes are found too.
    """
    where = conditions(q)
    if paper is not None:
        where.append(Paper.slug == paper)
    if label is not None:
        where.append(Reference.label == label.strip("[]［］ "))
    if year is not None:
        where.append(Reference.year == year)
    statement = select(Reference.id).join(Reference.paper).order_by(Paper.slug, Reference.position)
    total, ids = page_of(session, statement.where(*where), limit, offset)
    return ReferencePage(total, _hits(session, ids))


def _hits(session: Session, ids: Sequence[int]) -> tuple[ReferenceHit, ...]:
    rows = session.scalars(select_references().where(Reference.id.in_(ids))).all()
    citing = {
        reference.id: dict.fromkeys(c.claim_id for c in sorted(reference.citations, key=_reading_order))
        for reference in rows
    }
    claims = load_claims_by_id(session, {claim for keys in citing.values() for claim in keys})
    works = works_by_reference(session, ids)
    return tuple(
        ReferenceHit(
            with_work(reference_view(row), works.get(row.id)),
            paper_record(row.paper),
            tuple(claims[claim] for claim in citing[row.id]),
        )
        for row in rows
    )


def works_by_reference(session: Session, ids: Sequence[int]) -> Mapping[int, WorkRef]:
    """The works that references are, by the references' keys."""
    statement = select(WorkEntry.reference_id, Work.uid, Work.entries, Work.papers, Work.citations)
    statement = statement.join(WorkEntry.work).where(WorkEntry.reference_id.in_(ids))
    rows = session.execute(statement).all()
    return {key: WorkRef(uid, entries, papers, citations) for key, uid, entries, papers, citations in rows}


def with_work(view: ReferenceView, work: WorkRef | None) -> ReferenceView:
    """The view of a reference with the work that it is."""
    return replace(view, work=work)


def claims_citing(session: Session, slug: str) -> tuple[ClaimView, ...]:
    """The claims of other papers that cite the paper `slug`, each once, in reading order of the papers by slug."""
    citing = (
        select(Citation.claim_id)
        .join(Citation.reference)
        .join(Paper, Paper.id == Reference.linked_paper_id)
        .where(Paper.slug == slug)
    )
    return load_claims(session, select_claims().where(Claim.id.in_(citing), Paper.slug != slug))


def _reading_order(citation: Citation) -> tuple[int, int]:
    return citation.claim.position, citation.position
