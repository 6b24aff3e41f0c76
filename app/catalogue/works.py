"""Works: which are asked for, lists of them, what they are made of, and which one an identifier leads to."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session, joinedload

from app import models
from app.catalogue.lookup import conditions
from app.catalogue.paging import page_of
from app.catalogue.rows import described, paper_record
from app.catalogue.views import Shares, WorkPage, WorkView
from app.models import Paper, Reference, Work, WorkAddress, WorkAuthor, WorkEntry

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
