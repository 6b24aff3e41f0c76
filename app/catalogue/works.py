"""Works: lists of them, one with its entries, what is cited with it, and what waits for a person to decide."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session, aliased, joinedload

from app import models
from app.catalogue.claim_views import load_claims_by_id
from app.catalogue.lookup import conditions
from app.catalogue.paging import page_of
from app.catalogue.references import with_work
from app.catalogue.rows import described, paper_record, reference_view, select_references
from app.catalogue.views import (
    Author,
    CitedTogether,
    DoubtView,
    PaperRecord,
    Shares,
    WorkDetail,
    WorkEntryView,
    WorkPage,
    WorkRef,
    WorkView,
)
from app.models import Citation, Paper, Reference, Work, WorkAddress, WorkAuthor, WorkDoubt, WorkEntry

TOGETHER = 20
"""Works cited together with one that are told."""
UNKNOWN = "none"
"""Stands for what is not known, in filters by language, country and type."""


@dataclass(frozen=True, slots=True)
class WorkFilter:
    """Which works are asked for; empty fields ask for nothing. `paper` is the slug of a paper that cites them."""

    q: str = ""
    paper: str = ""
    author: str = ""
    language: str = ""
    country: str = ""
    kind: str = ""
    first_year: int | None = None
    last_year: int | None = None

    def where(self) -> list[ColumnElement[bool]]:
        """The conditions on works."""
        found: list[ColumnElement[bool]] = []
        if self.q.strip():
            found.append(Work.id.in_(_entries().where(*conditions(self.q))))
        if self.paper:
            found.append(Work.id.in_(_entries().join(Reference.paper).where(Paper.slug == self.paper)))
        if self.author:
            found.append(Work.id.in_(select(WorkAuthor.work_id).where(WorkAuthor.key == self.author)))
        for column, value in ((Work.language, self.language), (Work.country, self.country)):
            if value:
                found.append(column.is_(None) if value == UNKNOWN else column == value)
        if self.kind:
            like = or_(Work.document_type == self.kind, Work.document_type.startswith(f"{self.kind}/", autoescape=True))
            found.append(Work.document_type.is_(None) if self.kind == UNKNOWN else like)
        if self.first_year is not None:
            found.append(Work.year >= self.first_year)
        if self.last_year is not None:
            found.append(Work.year <= self.last_year)
        return found


def list_works(session: Session, asked: WorkFilter, limit: int = 20, offset: int = 0) -> WorkPage:
    """Works, those that most papers cite first, then those with most citations, then by year and title."""
    return _works_page(session, select(Work.id).where(*asked.where()), limit, offset)


def works_of_authors(session: Session, keys: Collection[str], limit: int = 20, offset: int = 0) -> WorkPage:
    """The works that stand under any of the names, in the order of `list_works`."""
    written = select(WorkAuthor.work_id).where(WorkAuthor.key.in_(keys))
    return _works_page(session, select(Work.id).where(Work.id.in_(written)), limit, offset)


def _works_page(session: Session, works: Select[int], limit: int, offset: int) -> WorkPage:
    order = (Work.papers.desc(), Work.citations.desc(), Work.year.desc(), Work.title, Work.uid)
    total, ids = page_of(session, works.order_by(*order), limit, offset)
    found = works_by_id(session, ids)
    return WorkPage(total, tuple(found[key] for key in ids))


def count_works(session: Session) -> int:
    """How many works there are."""
    return session.scalar(select(func.count(Work.id))) or 0


def work_uids(session: Session, *, limit: int, offset: int = 0) -> tuple[str, ...]:
    """Public identifiers of works, in the order in which they were matched."""
    return tuple(session.scalars(select(Work.uid).order_by(Work.id).limit(limit).offset(offset)))


def works_by_id(session: Session, ids: Iterable[int]) -> dict[int, WorkView]:
    """Works by primary key."""
    rows = session.scalars(select(Work).options(joinedload(Work.linked_paper)).where(Work.id.in_(list(ids))))
    return {work.id: work_view(work) for work in rows}


def work_by_uid(session: Session, uid: str) -> WorkView | None:
    """The work with this identifier; `None` if there is none."""
    work = session.scalar(select(Work).options(joinedload(Work.linked_paper)).where(Work.uid == uid))
    return work_view(work) if work else None


def work_shares(session: Session, asked: WorkFilter) -> Shares:
    """What works are of: counts by year, language, country and type, the known ones first."""
    columns = (Work.year, Work.language, Work.country, Work.document_type)
    statement = select(*columns, func.count(Work.id)).where(*asked.where()).group_by(*columns)
    years, languages, countries, kinds = (Counter[Any]() for _ in columns)
    for year, language, country, kind, count in session.execute(statement):
        years[year] += count
        languages[language] += count
        countries[country] += count
        kinds[kind.partition("/")[0] if kind else None] += count
    return Shares(
        years=tuple(sorted(years.items(), key=lambda row: (row[0] is None, row[0]))),
        languages=_most_first(languages),
        countries=_most_first(countries),
        types=_most_first(kinds),
        total=years.total(),
    )


def _most_first(counts: Counter[str | None]) -> tuple[tuple[str | None, int], ...]:
    return tuple(sorted(counts.items(), key=lambda row: (row[0] is None, -row[1], row[0] or "")))


def current_uid(session: Session, uid: str) -> str | None:
    """The identifier that the work with this or a former identifier has now; `None` if there is no such work."""
    if session.scalar(select(Work.id).where(Work.uid == uid)):
        return uid
    of_entry = select(Work.uid).join(Work.matches).where(WorkEntry.uid == uid).order_by(Work.uid).limit(1)
    if (found := session.scalar(of_entry)) is not None:
        return found
    place = session.scalar(select(WorkAddress.place).where(WorkAddress.uid == uid))
    slug, _, label = (place or "").partition("#")
    at_place = select(Work.uid).join(Work.matches).join(WorkEntry.reference).join(Reference.paper)
    return session.scalar(at_place.where(Paper.slug == slug, Reference.label == label))


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


def authors_of_work(session: Session, uid: str) -> tuple[Author, ...]:
    """The authors of a work, each with how many works stand under the name."""
    same = aliased(WorkAuthor)
    count = select(func.count()).select_from(same).where(same.key == WorkAuthor.key).correlate(WorkAuthor)
    statement = select(WorkAuthor.key, WorkAuthor.name, count.scalar_subquery())
    statement = statement.join(Work, Work.id == WorkAuthor.work_id).where(Work.uid == uid)
    rows = session.execute(statement.order_by(WorkAuthor.position)).all()
    return tuple(Author(key, name, works) for key, name, works in rows)


def authors_by_key(session: Session, keys: Collection[str]) -> tuple[Author, ...]:
    """The names under which works stand, of those that are asked for, those with most works first."""
    works = func.count(WorkAuthor.work_id)
    statement = select(WorkAuthor.key, func.min(WorkAuthor.name), works).where(WorkAuthor.key.in_(keys))
    rows = session.execute(statement.group_by(WorkAuthor.key).order_by(works.desc(), WorkAuthor.key))
    return tuple(Author(key, name, count) for key, name, count in rows)


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


def work_view(work: models.Work) -> WorkView:
    """The view of a work's row; its paper should be loaded."""
    return WorkView(
        uid=work.uid,
        title_en=work.title_en,
        language=work.language,
        country=work.country,
        country_evidence=work.country_evidence,
        printed=work.printed,
        stands_at=work.place,
        partial=work.partial,
        paper=paper_record(work.linked_paper) if work.linked_paper else None,
        entries=work.entries,
        papers=work.papers,
        citations=work.citations,
        **described(work),
    )


def _entries() -> Select[int]:
    return select(WorkEntry.work_id).join(Reference, Reference.id == WorkEntry.reference_id)


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
