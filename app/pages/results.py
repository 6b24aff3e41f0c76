"""The other ways of looking at what a search found: key words in context, paper by paper, year by year."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, ClassVar

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from app.library import FacetValue, Library, ResultPage, UnknownCodeError
from app.library.concordance import Line, Order, concordance
from app.library.results import SearchHit
from app.library.searching import MAX_LIMIT, first_hits
from app.pages.choices import Choices, read_choices
from app.pages.facets import COUNTED, ActiveFilter, active_filters, build_facets
from app.pages.search import suggestions
from app.web.columns import each_year
from app.web.dependencies import LibraryHere, LinksHere, PageNumber
from app.web.errors import NotFound
from app.web.paging import Paging, read_page
from app.web.templating import render
from app.web.timeline import Column
from app.web.urls import Links

router = APIRouter(prefix="/{locale:locale}/search", include_in_schema=False)
MOST_CLAIMS = 500
"""Claims of which key words are listed: those that come first."""
LINES = 50
PAPERS = 10
PER_PAPER = 3
"""Lines and papers on one page, claims shown of each paper."""

ChoicesHere = Annotated[Choices, Depends(read_choices)]


@dataclass(frozen=True, slots=True)
class PaperResults:
    """A paper with the first of its claims that were found. `choices` is the search within it."""

    paper: FacetValue
    hits: tuple[SearchHit, ...]
    choices: Choices


@dataclass(frozen=True, slots=True)
class ConcordancePage:
    """The context of the page of key words in context. `lines` are those of this page, `read` claims were looked at."""

    template: ClassVar[str] = "pages/search_concordance.html"
    choices: Choices
    result: ResultPage
    active: tuple[ActiveFilter, ...]
    lines: tuple[Line, ...]
    order: str
    read: int
    paging: Paging


@dataclass(frozen=True, slots=True)
class PapersPage:
    """The context of the page of results by paper."""

    template: ClassVar[str] = "pages/search_papers.html"
    choices: Choices
    result: ResultPage
    active: tuple[ActiveFilter, ...]
    papers: tuple[PaperResults, ...]
    paging: Paging


@dataclass(frozen=True, slots=True)
class YearsPage:
    """The context of the page of results by year of publication, earliest first; `unknown` claims have none."""

    template: ClassVar[str] = "pages/search_years.html"
    choices: Choices
    result: ResultPage
    active: tuple[ActiveFilter, ...]
    years: tuple[FacetValue, ...]
    columns: tuple[Column, ...]
    unknown: int


@router.get("/concordance", name="search_concordance")
def show_concordance(
    request: Request,
    library: LibraryHere,
    links: LinksHere,
    choices: ChoicesHere,
    by: Annotated[str, Query(max_length=20)] = "",
    page: PageNumber = "",
) -> Response:
    """Each place that was found, in its context, sorted by it on either side if `by` says so."""
    number, order = read_page(page), Order(by) if by in list(Order) else Order.HITS
    result, active = search_without_claims(library, links, choices)
    hits = list(first_hits(_pages(library, choices), MOST_CLAIMS))
    lines = concordance(hits, order)
    paging = Paging.of(number, LINES, len(lines))
    shown = lines[paging.offset : paging.offset + LINES]
    return render(request, ConcordancePage(choices, result, active, shown, order, len(hits), paging))


@router.get("/papers", name="search_papers")
def show_papers(
    request: Request, library: LibraryHere, links: LinksHere, choices: ChoicesHere, page: PageNumber = ""
) -> Response:
    """The papers in which something was found, those with most first, each with its first claims."""
    number = read_page(page)
    result, active = search_without_claims(library, links, choices)
    papers = result.facets["paper"]
    paging = Paging.of(number, PAPERS, len(papers))
    shown = papers[paging.offset : paging.offset + PAPERS]
    grouped = tuple(_in_paper(library, choices, paper) for paper in shown)
    return render(request, PapersPage(choices, result, active, grouped, paging))


@router.get("/years", name="search_years")
def show_years(request: Request, library: LibraryHere, links: LinksHere, choices: ChoicesHere) -> Response:
    """How many claims were found of each year of publication."""
    result, active = search_without_claims(library, links, choices)
    years = tuple(sorted(result.facets["year"], key=lambda value: value.code))
    unknown = result.total - sum(value.count for value in years)
    columns = each_year({int(value.code): value.count for value in years})
    return render(request, YearsPage(choices, result, active, years, columns, unknown))


def search_without_claims(
    library: Library, links: Links, choices: Choices
) -> tuple[ResultPage, tuple[ActiveFilter, ...]]:
    """What was found, without its claims. A filter that names nothing gets 404 with suggestions."""
    try:
        result = library.search(choices.q, choices.filters(), **choices.ways(), limit=0, facets=COUNTED)
    except UnknownCodeError as error:
        raise NotFound(error.field, error.value, suggestions(library, links, error)) from error
    return result, active_filters(choices, build_facets(library, choices, result, links.locale))


def _pages(library: Library, choices: Choices) -> Callable[[int], ResultPage]:
    return lambda offset: library.search(
        choices.q,
        choices.filters(),
        **choices.ways(),
        sort=choices.order(),
        limit=MAX_LIMIT,
        offset=offset,
        facets=(),
    )


def _in_paper(library: Library, choices: Choices, paper: FacetValue) -> PaperResults:
    within = choices.with_values("paper", (paper.code,))
    ways, order = within.ways(), within.order()
    found = library.search(within.q, within.filters(), **ways, sort=order, limit=PER_PAPER, facets=())
    return PaperResults(paper, found.hits, within)
