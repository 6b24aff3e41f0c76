"""Countries against each other and against instruments: the twins of the pages that compare."""

from collections.abc import Iterator
from http import HTTPStatus
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query
from starlette.exceptions import HTTPException
from starlette.responses import Response

from app import catalogue
from app.api import schemas
from app.api.asking import YEARS, read_years
from app.api.dependencies import PerGroup, Shape
from app.api.downloads import CSV_OF_ONE
from app.api.problems import INVALID, NOT_FOUND
from app.api.subjects import unknown
from app.catalogue.views import Matrix
from app.library import Library
from app.web.dependencies import LibraryHere
from app.web.downloads import csv_answer
from app.web.text import plain

router = APIRouter()
MOST = 4
Class = Literal["", "strategic", "operational", "support"]


@router.get("/compare", tags=["countries"], responses=NOT_FOUND | INVALID)
def compare_countries(
    library: LibraryHere,
    shape: Shape,
    country: Annotated[list[str], Query(min_length=1, max_length=MOST, description="Codes.", examples=["JP"])],
    per_group: PerGroup = 3,
) -> list[schemas.CountryAnswer]:
    """Up to four countries, each as its own address answers it, with fewer claims."""
    answers = []
    with library.session() as session:
        for code in dict.fromkeys(country):
            entry = library.vocabulary.countries.get(code)
            if entry is None:
                raise unknown("country", code, "/api/v1/countries")
            named = library.vocabulary.named_instruments_of(code)
            answers.append(shape.country_detail(entry, catalogue.country_detail(session, code, per_group, named)))
    return answers


def read_matrix(
    library: LibraryHere,
    group: Annotated[Class, Query(alias="class", description="Only the instruments of this class.")] = "",
    paper: Annotated[str, Query(description="Slug: only claims of this paper.")] = "",
    year: Annotated[str | None, Query(pattern=YEARS, description="Of publication: 2017 or 2008..2016.")] = None,
) -> tuple[Matrix, tuple[str, ...]]:
    """The matrix asked for, and the codes of its columns. Raises 404 for a paper that there is not."""
    with library.session() as session:
        if paper and not catalogue.papers_by_slug(session, [plain(paper)]):
            raise HTTPException(HTTPStatus.NOT_FOUND, f"There is no paper {paper[:80]!r}; /api/v1/papers lists them.")
        found = catalogue.matrix(session, [paper] if paper else (), read_years(year))
    instruments = library.vocabulary.instruments
    return found, instruments.expand(group) if group else tuple(one.code for one in instruments)


MatrixHere = Annotated[tuple[Matrix, tuple[str, ...]], Depends(read_matrix)]


@router.get("/matrix", tags=["countries"], responses=NOT_FOUND | INVALID)
def show_matrix(library: LibraryHere, asked: MatrixHere) -> schemas.MatrixAnswer:
    """Claims by country and instrument; zeros are gaps."""
    matrix, instruments = asked
    rows = [schemas.MatrixRow.model_validate(row) for row in _rows(library, matrix, instruments)]
    return schemas.MatrixAnswer(instruments=list(instruments), total=matrix.total, rows=rows)


@router.get("/matrix.csv", tags=["countries"], response_class=Response, responses=CSV_OF_ONE | INVALID)
def download_matrix(library: LibraryHere, asked: MatrixHere) -> Response:
    """The same as a table, a column for each instrument."""
    matrix, instruments = asked
    columns = ("code", "label_zh", "label_en", "claims", *instruments)
    return csv_answer((row | row["cells"] for row in _rows(library, matrix, instruments)), columns, "kewai-matrix")


def _rows(library: Library, matrix: Matrix, instruments: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    for code in matrix.countries:
        entry = library.vocabulary.countries.get(code)
        yield {
            "code": code,
            "label_zh": entry.zh if entry else code,
            "label_en": entry.en if entry else code,
            "claims": matrix.country_totals[code],
            "cells": {instrument: matrix.cell(code, instrument) for instrument in instruments},
        }
