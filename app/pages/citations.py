"""The citation look-up: cited works by author, title, year or number, and who cites them."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app import catalogue
from app.catalogue.views import CitationLink, ReferenceHit
from app.web.dependencies import LibraryHere, PageNumber
from app.web.paging import Paging, read_page
from app.web.templating import render
from app.web.text import plain

router = APIRouter(prefix="/{locale:locale}/citations", include_in_schema=False)
SIZE = 20


@dataclass(frozen=True, slots=True)
class CitationsPage:
    """The context of the look-up. `links` say which papers here cite each other; none are told beside a query."""

    template: ClassVar[str] = "pages/citations.html"
    q: str
    hits: tuple[ReferenceHit, ...]
    paging: Paging
    links: tuple[CitationLink, ...]


@router.get("", name="citations")
def look_up(request: Request, library: LibraryHere, q: Annotated[str, Query()] = "", page: PageNumber = "") -> Response:
    """The cited works that match `q`, or all of them."""
    number, q = read_page(page), plain(q)
    with library.session() as session:
        found = catalogue.look_up_references(session, q, limit=SIZE, offset=(number - 1) * SIZE)
        links = () if q else catalogue.citation_links(session)
    return render(request, CitationsPage(q, found.hits, Paging.of(number, SIZE, found.total), links))
