"""The search page: what was found, how the query was read, and facets to narrow it."""

from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from app.library import Library, ModeUnavailableError, ResultPage
from app.pages.choices import Choices, read_choices
from app.pages.facets import COUNTED, ActiveFilter, Facet, active_filters, build_facets
from app.pages.searching import searching
from app.search.request import Mode
from app.web.dependencies import LibraryHere, LinksHere, PageNumber
from app.web.paging import Paging, read_page
from app.web.templating import render
from app.web.urls import Links

router = APIRouter(prefix="/{locale:locale}/search", include_in_schema=False)
SIZE = 20


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The context of the search page."""

    template: ClassVar[str] = "pages/search.html"
    choices: Choices
    result: ResultPage
    paging: Paging
    facets: tuple[Facet, ...]
    active: tuple[ActiveFilter, ...]
    without_meaning: bool
    """True when meaning was asked for and there are no vectors: searched by words."""


@router.get("", name="search")
def show_search(
    request: Request,
    library: LibraryHere,
    links: LinksHere,
    choices: Annotated[Choices, Depends(read_choices)],
    page: PageNumber = "",
) -> Response:
    """What a query and filters find. A filter that names nothing gets 404 with suggestions."""
    number = read_page(page)
    try:
        return render(request, _page(library, links, choices, number))
    except ModeUnavailableError:
        by_words = replace(choices, mode=Mode.KEYWORD.value)
        return render(request, replace(_page(library, links, by_words, number), without_meaning=True))


def _page(library: Library, links: Links, choices: Choices, number: int) -> SearchPage:
    with searching(library, links, choices) as results:
        offset = (number - 1) * SIZE
        result = results.page(choices.filters(), sort=choices.order(), limit=SIZE, offset=offset, facets=COUNTED)
        facets = build_facets(results, choices, result, links.locale)
    paging = Paging.of(number, SIZE, result.total)
    return SearchPage(choices, result, paging, facets, active_filters(choices, facets), without_meaning=False)
