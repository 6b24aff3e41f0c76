"""The home page: what is here, a search box, and the country × instrument matrix."""

from dataclasses import dataclass
from typing import ClassVar

from fastapi import APIRouter, Request
from starlette.responses import Response

from app import catalogue
from app.catalogue.views import Matrix, Overview, PaperSummary
from app.vocabulary import InstrumentClass
from app.web.dependencies import LibraryHere
from app.web.templating import render

router = APIRouter(prefix="/{locale:locale}", include_in_schema=False)
ROWS = 16
"""Countries in the matrix; the countries' page shows all."""
PAPERS = 10


@dataclass(frozen=True, slots=True)
class HomePage:
    """The context of the home page. `rows` are the countries that the matrix shows, most claims first."""

    template: ClassVar[str] = "pages/home.html"
    overview: Overview
    matrix: Matrix
    classes: tuple[InstrumentClass, ...]
    rows: tuple[str, ...]
    papers: tuple[PaperSummary, ...]


@router.get("/", name="home")
def show_home(request: Request, library: LibraryHere) -> Response:
    """The home page."""
    with library.session() as session:
        matrix = catalogue.matrix(session)
        page = HomePage(
            overview=catalogue.overview(session),
            matrix=matrix,
            classes=tuple(library.vocabulary.instrument_classes),
            rows=matrix.countries[:ROWS],
            papers=catalogue.list_papers(session, limit=PAPERS),
        )
    return render(request, page)
