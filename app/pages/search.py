"""The search page: what was found, how the query was read, and facets to narrow it."""

from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from app.library import Library, ModeUnavailableError, ResultPage, UnknownCodeError
from app.pages.choices import Choices, read_choices
from app.pages.facets import COUNTED, ActiveFilter, Facet, active_filters, build_facets
from app.pages.suggestions import suggest
from app.search.request import Mode
from app.web.dependencies import LibraryHere, LinksHere, PageNumber
from app.web.errors import NotFound, Suggestion
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
        shown, result = _search(library, choices, number)
    except UnknownCodeError as error:
        raise NotFound(error.field, error.value, suggestions(library, links, error)) from error
    without_meaning, choices = shown != choices, shown
    paging = Paging.of(number, SIZE, result.total)
    facets = build_facets(library, choices, result, links.locale)
    return render(
        request, SearchPage(choices, result, paging, facets, active_filters(choices, facets), without_meaning)
    )


def _search(library: Library, choices: Choices, number: int) -> tuple[Choices, ResultPage]:
    """What is found, by words where there is no search by meaning; and the choices that led there."""
    try:
        return choices, library.search(
            choices.q,
            choices.filters(),
            **choices.ways(),
            sort=choices.order(),
            limit=SIZE,
            offset=(number - 1) * SIZE,
            facets=COUNTED,
        )
    except ModeUnavailableError:
        return _search(library, replace(choices, mode=Mode.KEYWORD.value), number)


def suggestions(library: Library, links: Links, error: UnknownCodeError) -> tuple[Suggestion, ...]:
    """What may have been meant by a filter that names nothing."""
    if error.field == "country":
        return suggest(error.value, library.vocabulary.countries, links, "country")
    if error.field == "instrument":
        return suggest(error.value, library.vocabulary.instruments, links, "instrument")
    return ()
