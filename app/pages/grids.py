"""Tables of counts as files: countries by instruments, one country's instruments, countries compared, all countries.

Each is a picture (SVG that stands alone) and the same numbers as CSV; that of the matrix is in the interface.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from fastapi import APIRouter, Request
from starlette.responses import Response

from app import catalogue
from app.catalogue.views import CodeCount, SubjectDetail
from app.library import Library
from app.library.names import TYPES
from app.pages.compare import Compared, ComparedHere
from app.pages.known import known_country
from app.pages.matrix import MatrixHere, MatrixPage
from app.vocabulary import Country, Instrument, InstrumentClass
from app.web.dependencies import LibraryHere
from app.web.downloads import csv_answer, svg_answer

router = APIRouter(prefix="/{locale:locale}", include_in_schema=False)
NAMES = ("code", "label_zh", "label_en")


@dataclass(frozen=True, slots=True)
class MatrixPicture:
    """The context of the matrix as a picture: that of its page."""

    template: ClassVar[str] = "pages/matrix.svg"
    page: MatrixPage


@dataclass(frozen=True, slots=True)
class CountryMatrixPicture:
    """The context of one country's instruments by type of claim."""

    template: ClassVar[str] = "pages/country_matrix.svg"
    country: Country
    detail: SubjectDetail
    classes: tuple[InstrumentClass, ...]


@dataclass(frozen=True, slots=True)
class ComparisonPicture:
    """The context of countries side by side."""

    template: ClassVar[str] = "pages/comparison.svg"
    compared: tuple[Compared, ...]
    classes: tuple[InstrumentClass, ...]


@dataclass(frozen=True, slots=True)
class CountriesPicture:
    """The context of all countries as fields of equal size, for there is no map here."""

    template: ClassVar[str] = "pages/countries.svg"
    counts: tuple[CodeCount, ...]


@router.get("/matrix.svg", name="matrix_picture")
def give_matrix(request: Request, page: MatrixHere) -> Response:
    """The matrix that its page shows under the same choices."""
    return svg_answer(request, MatrixPicture(page), "-".join(filter(None, ("kewai-matrix", *page.filters.values()))))


@router.get("/countries/{code}/instruments.{form:form}", name="country_instruments")
def give_country(request: Request, library: LibraryHere, code: str) -> Response:
    """What a country's claims are about, by instrument and by type."""
    country = known_country(library, code)
    with library.session() as session:
        detail = catalogue.country_detail(session, code, 0)
    name = f"kewai-{code}-instruments"
    if request.path_params["form"] == "svg":
        classes = tuple(library.vocabulary.instrument_classes)
        return svg_answer(request, CountryMatrixPicture(country, detail, classes), name)
    return csv_answer(_by_type(library, detail), (*NAMES, "claims", *TYPES), name)


@router.get("/compare.{form:form}", name="compare_picture")
def give_comparison(request: Request, library: LibraryHere, compared: ComparedHere) -> Response:
    """The countries that the page of the same query compares."""
    codes = tuple(one.country.code for one in compared.shown)
    name = "-".join(("kewai-compare", *codes))
    if request.path_params["form"] == "svg":
        classes = tuple(library.vocabulary.instrument_classes)
        return svg_answer(request, ComparisonPicture(compared.shown, classes), name)
    return csv_answer(_comparison(library, compared.shown), (*NAMES, *codes), name)


@router.get("/countries.{form:form}", name="countries_picture")
def give_countries(request: Request, library: LibraryHere) -> Response:
    """Every country that a claim is about, with the number of its claims and of their papers."""
    with library.session() as session:
        counts = catalogue.country_list(session)
    if request.path_params["form"] == "svg":
        return svg_answer(request, CountriesPicture(counts), "kewai-countries")
    known = library.vocabulary.countries
    rows = (_named(known.get(one.code), one.code) | {"claims": one.claims, "papers": one.papers} for one in counts)
    return csv_answer(rows, (*NAMES, "claims", "papers"), "kewai-countries")


def _by_type(library: Library, detail: SubjectDetail) -> Iterator[Mapping[str, Any]]:
    totals = {count.code: count.claims for count in detail.instruments}
    for instrument in library.vocabulary.instruments:
        counts = {kind: detail.cells.get((instrument.code, kind), 0) for kind in TYPES}
        yield _named(instrument) | {"claims": totals.get(instrument.code, 0)} | counts


def _comparison(library: Library, compared: tuple[Compared, ...]) -> Iterator[Mapping[str, Any]]:
    totals = {one.country.code: {count.code: count.claims for count in one.detail.instruments} for one in compared}
    for instrument in library.vocabulary.instruments:
        yield _named(instrument) | {code: counts.get(instrument.code, 0) for code, counts in totals.items()}


def _named(entry: Country | Instrument | None, code: str = "") -> dict[str, Any]:
    """The columns that say what a row is of; a code that the vocabulary does not have (any more) is its own name."""
    return {"code": entry.code, "label_zh": entry.zh, "label_en": entry.en} if entry else dict.fromkeys(NAMES, code)
