"""One work with its entries, what is cited with it, and what waits for a person to decide."""

from collections.abc import Mapping

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session, aliased, joinedload

from app.catalogue.claim_views import load_claims_by_id
from app.catalogue.references import with_work
from app.catalogue.rows import paper_record, reference_view, select_references
from app.catalogue.views import CitedTogether, DoubtView, PaperRecord, WorkDetail, WorkEntryView, WorkRef, WorkView
from app.catalogue.works import work_view, works_by_id
from app.models import Citation, Paper, Reference, Work, WorkDoubt, WorkEntry

TOGETHER = 20
"""Works cited together with one that are told."""


def work_detail(session: Session, uid: str) -> WorkDetail | None:
    """One work with everything that its page shows; `None` if there is none with this identifier."""
    work = session.scalar(select(Work).options(joinedload(Work.linked_paper)).where(Work.uid == uid))
    if work is None:
        return None
    places = [f"{slug}#{label}" for slug, label in session.execute(_places(work.id))]
    if work.linked_paper:
        places.append(work.linked_paper.slug)
    doubts = or_(WorkDoubt.one_place.in_(places), WorkDoubt.other_place.in_(places))
    return WorkDetail(
        work_view(work), _work_entries(session, work), _cited_together(session, work.id), work_doubts(session, doubts)
    )


def count_doubts(session: Session) -> int:
    """How many pairs wait for a person to decide."""
    return session.scalar(select(func.count(WorkDoubt.id))) or 0


def work_doubts(
    session: Session, *where: ColumnElement[bool], limit: int | None = None, offset: int = 0
) -> tuple[DoubtView, ...]:
    """Pairs of descriptions that may be of one work, by their places."""
    statement = select(WorkDoubt).where(*where).order_by(WorkDoubt.one_place, WorkDoubt.other_place)
    rows = session.scalars(statement.limit(limit).offset(offset)).all()
    uids = {uid for row in rows for uid in (row.one_uid, row.other_uid)}
    keys = {key for row in rows for key in (row.one_paper_id, row.other_paper_id)}
    found = session.execute(select(WorkEntry.uid, WorkEntry.work_id).where(WorkEntry.uid.in_(uids))).all()
    works = works_by_id(session, {key for _, key in found})
    by_uid = {uid: works[key] for uid, key in found}
    papers = {paper.id: paper_record(paper) for paper in session.scalars(select(Paper).where(Paper.id.in_(keys)))}
    return tuple(_doubt_view(row, by_uid, papers) for row in rows)


def _doubt_view(row: WorkDoubt, works: Mapping[str, WorkView], papers: Mapping[int, PaperRecord]) -> DoubtView:
    return DoubtView(
        uids=(row.one_uid, row.other_uid),
        places=(row.one_place, row.other_place),
        works=(works.get(row.one_uid), works.get(row.other_uid)),
        papers=(papers[row.one_paper_id], papers[row.other_paper_id]),
        evidence=row.evidence,
    )


def _places(work: int) -> Select[str, str]:
    statement = select(Paper.slug, Reference.label).join(Reference.paper)
    return statement.join(WorkEntry, WorkEntry.reference_id == Reference.id).where(WorkEntry.work_id == work)


def _work_entries(session: Session, work: Work) -> tuple[WorkEntryView, ...]:
    statement = select(WorkEntry).options(joinedload(WorkEntry.through_paper)).where(WorkEntry.work_id == work.id)
    matches = {match.reference_id: match for match in session.scalars(statement)}
    rows = session.scalars(select_references().where(Reference.id.in_(matches))).all()
    cited = {citation.claim_id for row in rows for citation in row.citations}
    claims = load_claims_by_id(session, cited)
    ref = WorkRef(work.uid, work.entries, work.papers, work.citations)
    return tuple(
        WorkEntryView(
            reference=with_work(reference_view(row), ref),
            paper=paper_record(row.paper),
            claims=tuple(
                sorted((claims[key] for key in {c.claim_id for c in row.citations}), key=lambda claim: claim.position)
            ),
            other=matches[row.id].other,
            evidence=matches[row.id].evidence,
            confidence=matches[row.id].confidence,
            through=paper_record(through) if (through := matches[row.id].through_paper) else None,
        )
        for row in rows
    )


def _cited_together(session: Session, work: int) -> tuple[CitedTogether, ...]:
    """Works that the same claims cite, the most frequent first."""
    here, there = aliased(Citation), aliased(Citation)
    mine, other = aliased(WorkEntry), aliased(WorkEntry)
    count = func.count(func.distinct(here.claim_id))
    statement = (
        select(other.work_id, count)
        .select_from(mine)
        .join(here, here.reference_id == mine.reference_id)
        .join(there, there.claim_id == here.claim_id)
        .join(other, other.reference_id == there.reference_id)
        .where(mine.work_id == work, other.work_id != work)
        .group_by(other.work_id)
        .order_by(count.desc(), other.work_id)
        .limit(TOGETHER)
    )
    found = [(key, number) for key, number in session.execute(statement)]
    works = works_by_id(session, [key for key, _ in found])
    return tuple(CitedTogether(works[key], number) for key, number in found)
