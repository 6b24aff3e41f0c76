"""Countries × instruments for all papers or some: what this literature tells of, and where its gaps are."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from app import catalogue
from app.catalogue.views import Matrix, PaperRecord
from app.pages.choices import read_years
from app.vocabulary import InstrumentClass
from app.web.dependencies import LibraryHere
from app.web.errors import NotFound
from app.web.templating import render
from app.web.text import plain
from app.web.urls import QueryValue

router = APIRouter(prefix="/{locale:locale}/matrix", include_in_schema=False)


@dataclass(frozen=True, slots=True)
class MatrixPage:
    """The context of the page. `shown` are the classes whose instruments are columns.

    `query` narrows the list that a number opens, `filters` is what the page's own address says.
    """

    template: ClassVar[str] = "pages/matrix.html"
    matrix: Matrix
    classes: tuple[InstrumentClass, ...]
    shown: tuple[InstrumentClass, ...]
    papers: Mapping[str, PaperRecord]
    query: Mapping[str, QueryValue]
    filters: Mapping[str, str]


def read_matrix(
    library: LibraryHere,
    group: Annotated[str, Query(alias="class")] = "",
    paper: Annotated[str, Query()] = "",
    year: Annotated[str, Query()] = "",
) -> MatrixPage:
    """The matrix of one class, one paper and one year or stretch of years (`2008..2016`), or of all.

    Raises `NotFound` for what there is not.
    """
    group, paper, year = plain(group), plain(paper), plain(year)
    classes = tuple(library.vocabulary.instrument_classes)
    shown = tuple(one for one in classes if group in ("", one.code))
    if not shown:
        raise NotFound("instrument", group)
    with library.session() as session:
        papers = catalogue.papers_by_slug(session)
        if paper and paper not in papers:
            raise NotFound("paper", paper)
        matrix = catalogue.matrix(session, [paper] if paper else (), read_years(year))
    filters = {"class": group, "paper": paper, "year": year}
    return MatrixPage(matrix, classes, shown, papers, {"paper": paper, "year": year}, filters)


MatrixHere = Annotated[MatrixPage, Depends(read_matrix)]


@router.get("", name="matrix")
def show_matrix(request: Request, page: MatrixHere) -> Response:
    """The matrix that the address asks for."""
    return render(request, page)
