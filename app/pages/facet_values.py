"""All values of one facet of a search, where the panel beside the results shows the first of them."""

from dataclasses import dataclass
from typing import ClassVar

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.library import ResultPage
from app.pages.choices import Choices
from app.pages.facets import ActiveFilter, Facet, build_facet
from app.pages.results import ChoicesHere, counted
from app.pages.searching import searching
from app.search.request import FACETS
from app.web.dependencies import LibraryHere, LinksHere
from app.web.errors import NotFound
from app.web.templating import render

router = APIRouter(prefix="/{locale:locale}/search", include_in_schema=False)


@dataclass(frozen=True, slots=True)
class FacetValuesPage:
    """The context of the page of all values of a facet."""

    template: ClassVar[str] = "pages/search_values.html"
    choices: Choices
    result: ResultPage
    active: tuple[ActiveFilter, ...]
    facet: Facet


@router.get("/values/{field}", name="search_values")
def show_values(request: Request, library: LibraryHere, links: LinksHere, choices: ChoicesHere, field: str) -> Response:
    """Every value with the number of claims that it alone would leave. A field that is no facet is not found."""
    if field not in FACETS:
        raise NotFound("field", field)
    with searching(library, links, choices) as results:
        result, active = counted(results, choices, links.locale)
        facet = build_facet(results, choices, result, field, links.locale)
    return render(request, FacetValuesPage(choices, result, active, facet))
