"""Cited works: the list and what it is made of, one work with who cites it, and pairs that a person must decide."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import RedirectResponse, Response

from app import catalogue
from app.catalogue.views import Author, DoubtView, PaperRecord, Shares, WorkDetail, WorkView
from app.catalogue.works import UNKNOWN, WorkFilter
from app.library.authors import entities_of_authors
from app.web.dependencies import LibraryHere, LinksHere, PageNumber
from app.web.errors import NotFound
from app.web.paging import Paging, read_page
from app.web.representations import link_header
from app.web.templating import render, site_origin
from app.web.text import plain
from app.web.urls import QueryValue

router = APIRouter(prefix="/{locale:locale}/works", include_in_schema=False)
SIZE = 20


@dataclass(frozen=True, slots=True)
class WorkChoices:
    """What the address of the list says."""

    filter: WorkFilter

    def query(self) -> dict[str, QueryValue]:
        """The part of the address after `?`, without a page number."""
        asked = self.filter
        years: dict[str, QueryValue] = {"from": asked.first_year, "to": asked.last_year}
        names = ("q", "paper", "author", "language", "country", "kind")
        return {name: str(getattr(asked, name)) for name in names} | years

    def with_one(self, name: str, value: str | int | None) -> dict[str, QueryValue]:
        """The address with one choice more, or taken back if it is chosen: `year` chooses one year."""
        if name == "year":
            chosen = None if self.filter.first_year == value == self.filter.last_year else value
            return self.query() | {"from": chosen, "to": chosen}
        asked = UNKNOWN if value is None else str(value)
        return self.query() | {name: "" if getattr(self.filter, name) == asked else asked}

    def is_chosen(self, name: str, value: str | int | None) -> bool:
        """Whether a choice is made."""
        if name == "year":
            return value is not None and self.filter.first_year == value == self.filter.last_year
        return bool(getattr(self.filter, name) == (UNKNOWN if value is None else value))


@dataclass(frozen=True, slots=True)
class WorksPage:
    """The context of the list. `paper` is the one whose sources are asked for, `unsure` counts undecided pairs."""

    template: ClassVar[str] = "pages/works.html"
    choices: WorkChoices
    works: tuple[WorkView, ...]
    shares: Shares
    paging: Paging
    paper: PaperRecord | None
    author: Author | None
    entity: str
    """Code of the entity that has the author's name, if claims name it."""
    unsure: int


@dataclass(frozen=True, slots=True)
class WorkPage:
    """The context of one work."""

    template: ClassVar[str] = "pages/work.html"
    detail: WorkDetail
    authors: tuple[Author, ...]
    entities: Mapping[str, str]
    """By the key of an author, the code of the entity of that name."""


@dataclass(frozen=True, slots=True)
class UnsurePage:
    """The context of the pairs that wait for a decision."""

    template: ClassVar[str] = "pages/works_unsure.html"
    doubts: tuple[DoubtView, ...]
    paging: Paging


def read_choices(
    q: Annotated[str, Query()] = "",
    paper: Annotated[str, Query()] = "",
    author: Annotated[str, Query()] = "",
    language: Annotated[str, Query()] = "",
    country: Annotated[str, Query()] = "",
    kind: Annotated[str, Query()] = "",
    first: Annotated[str, Query(alias="from")] = "",
    last: Annotated[str, Query(alias="to")] = "",
) -> WorkChoices:
    """What an address asks for; years that are none ask for nothing."""
    first_year, last_year = (
        int(year) if year.isascii() and year.isdecimal() and len(year) < 5 else None for year in (first, last)
    )
    asked = WorkFilter(plain(q), plain(paper), plain(author), plain(language), plain(country), plain(kind))
    return WorkChoices(replace(asked, first_year=first_year, last_year=last_year))


ChoicesHere = Annotated[WorkChoices, Depends(read_choices)]


@router.get("", name="works")
def list_works(request: Request, library: LibraryHere, choices: ChoicesHere, page: PageNumber = "") -> Response:
    """The works asked for, the most cited first, and what they are made of."""
    number, asked = read_page(page), choices.filter
    with library.session() as session:
        papers: Mapping[str, PaperRecord] = catalogue.papers_by_slug(session, [asked.paper]) if asked.paper else {}
        if asked.paper and not papers:
            raise NotFound("paper", asked.paper)
        found = catalogue.list_works(session, asked, SIZE, (number - 1) * SIZE)
        shares = catalogue.work_shares(session, asked)
        authors = catalogue.authors_by_key(session, [asked.author]) if asked.author else ()
        entities = entities_of_authors(session, library.vocabulary, authors)
        unsure = catalogue.count_doubts(session)
    paging = Paging.of(number, SIZE, found.total)
    author = authors[0] if authors else None
    entity = entities.get(asked.author, "")
    paper = papers.get(asked.paper)
    return render(request, WorksPage(choices, found.works, shares, paging, paper, author, entity, unsure))


@router.get("/unsure", name="works_unsure")
def list_unsure(request: Request, library: LibraryHere, page: PageNumber = "") -> Response:
    """Pairs of entries that may be of one work."""
    number = read_page(page)
    with library.session() as session:
        total = catalogue.count_doubts(session)
        doubts = catalogue.work_doubts(session, limit=SIZE, offset=(number - 1) * SIZE)
    return render(request, UnsurePage(doubts, Paging.of(number, SIZE, total)))


@router.get("/{uid}", name="work")
def show_work(request: Request, library: LibraryHere, links: LinksHere, uid: str) -> Response:
    """One work. A former identifier leads to the one that it has now."""
    uid = plain(uid)
    with library.session() as session:
        current = catalogue.current_uid(session, uid)
        if current is None:
            raise NotFound("work", uid)
        if current != uid:
            return RedirectResponse(links.url("work", uid=current), 301)
        detail = catalogue.work_detail(session, uid)
        authors = catalogue.authors_of_work(session, uid)
        entities = entities_of_authors(session, library.vocabulary, authors)
    if detail is None:  # gone between two reads
        raise NotFound("work", uid)
    answer = render(request, WorkPage(detail, authors, entities))
    answer.headers["Link"] = link_header(site_origin(request), "works", uid)
    return answer
