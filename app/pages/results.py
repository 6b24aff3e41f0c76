"""The other ways of looking at what a search found: key words in context, paper by paper, year by year."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from app.catalogue.views import EventCount
from app.library import FacetValue, ResultPage, Results
from app.library.concordance import Line, Order, concordance
from app.library.happened import Happened
from app.library.results import SearchHit
from app.pages.choices import Choices, read_choices
from app.pages.facets import COUNTED, ActiveFilter, active_filters, build_facets
from app.pages.searching import searching
from app.web.columns import each_year
from app.web.dependencies import LibraryHere, LinksHere, PageNumber
from app.web.paging import Paging, read_page
from app.web.templating import render
from app.web.timeline import Column

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
    """The context of the page of results over the years: those that the claims tell of, and those of publication.

    `events` count the first, of the claims that `happened` has; `years` the others, earliest first, but for the
    `unknown` claims that have none.
    """

    template: ClassVar[str] = "pages/search_years.html"
    choices: Choices
    result: ResultPage
    active: tuple[ActiveFilter, ...]
    happened: Happened
    events: tuple[EventCount, ...]
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
    with searching(library, links, choices) as results:
        result, active = counted(results, choices, links.locale, MOST_CLAIMS)
    lines = concordance(result.hits, order)
    paging = Paging.of(number, LINES, len(lines))
    shown = paging.page_of(lines)
    return render(request, ConcordancePage(choices, result, active, shown, order, len(result.hits), paging))


@router.get("/papers", name="search_papers")
def show_papers(
    request: Request, library: LibraryHere, links: LinksHere, choices: ChoicesHere, page: PageNumber = ""
) -> Response:
    """The papers in which something was found, those with most first, each with its first claims."""
    number = read_page(page)
    with searching(library, links, choices) as results:
        result, active = counted(results, choices, links.locale)
        papers = result.facets["paper"]
        paging = Paging.of(number, PAPERS, len(papers))
        grouped = tuple(_in_paper(results, choices, paper) for paper in paging.page_of(papers))
    return render(request, PapersPage(choices, result, active, grouped, paging))


@router.get("/years", name="search_years")
def show_years(request: Request, library: LibraryHere, links: LinksHere, choices: ChoicesHere) -> Response:
    """How many claims were found that tell of each year, and how many of each year of publication."""
    with searching(library, links, choices) as results:
        result, active = counted(results, choices, links.locale)
        named = Happened.named(library.vocabulary, choices.q, choices.filters())
        happened = named or Happened.found_by(results, choices.q, choices.filters())
    with library.session() as session:
        events = happened.events(session)
    years = tuple(sorted(result.facets["year"], key=lambda value: value.code))
    unknown = result.total - sum(value.count for value in years)
    columns = each_year({int(value.code): value.count for value in years})
    return render(request, YearsPage(choices, result, active, happened, events, years, columns, unknown))


def counted(
    results: Results, choices: Choices, locale: str, most: int = 0
) -> tuple[ResultPage, tuple[ActiveFilter, ...]]:
    """What was found with all that is counted of it and the first `most` claims; and the filters that are set."""
    result = results.page(choices.filters(), sort=choices.order(), limit=most, facets=COUNTED)
    return result, active_filters(choices, build_facets(results, choices, result, locale))


def _in_paper(results: Results, choices: Choices, paper: FacetValue) -> PaperResults:
    within = choices.with_values("paper", (paper.code,))
    found = results.page(within.filters(), sort=within.order(), limit=PER_PAPER, facets=())
    return PaperResults(paper, found.hits, within)
