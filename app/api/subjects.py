"""Countries and instruments: the lists, and one of each."""

from http import HTTPStatus

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.responses import Response

from app import catalogue
from app.api.dependencies import PerGroup, Shape
from app.api.downloads import CSV_OF_ONE
from app.api.problems import NOT_FOUND
from app.api.schemas import CountryAnswer, CountryOut, InstrumentAnswer, InstrumentOut
from app.catalogue.views import CodeCount
from app.web.dependencies import LibraryHere
from app.web.downloads import csv_answer

router = APIRouter()
EVENTS = ("year", "text", "text_en", "type", "countries", "instruments", "paper", "paper_year", "section", "url")


@router.get("/countries", tags=["countries"])
def list_countries(library: LibraryHere, shape: Shape) -> list[CountryOut]:
    """Every country and bloc that a claim is about, most frequent first."""
    with library.session() as session:
        counts = catalogue.country_list(session)
    entries = ((library.vocabulary.countries.get(count.code), count) for count in counts)
    return [shape.country(entry, count) for entry, count in entries if entry]


@router.get("/countries/{code}/timeline.csv", tags=["countries"], response_class=Response, responses=CSV_OF_ONE)
def download_country_timeline(library: LibraryHere, shape: Shape, code: str) -> Response:
    """Every claim about a country that tells of a year, by that year."""
    if code not in library.vocabulary.countries:
        raise unknown("country", code, "/api/v1/countries")
    with library.session() as session:
        return csv_answer(shape.event_rows(catalogue.country_events(session, code)), EVENTS, f"kewai-{code}-timeline")


@router.get("/countries/{code}", tags=["countries"], responses=NOT_FOUND)
def show_country(library: LibraryHere, shape: Shape, code: str, per_group: PerGroup = 20) -> CountryAnswer:
    """What the papers say of one country (`JP`), grouped by instrument. One without claims has zero counts."""
    entry = library.vocabulary.countries.get(code)
    if entry is None:
        raise unknown("country", code, "/api/v1/countries")
    with library.session() as session:
        named = library.vocabulary.named_instruments_of(code)
        return shape.country_detail(entry, catalogue.country_detail(session, code, per_group, named))


@router.get("/instruments", tags=["instruments"])
def list_instruments(library: LibraryHere, shape: Shape) -> list[InstrumentOut]:
    """All kinds of policy instruments in the order of their classes, those without claims too."""
    with library.session() as session:
        counts = {count.code: count for count in catalogue.instrument_list(session)}
    none = CodeCount("", 0, 0)
    return [
        shape.instrument(entry, CodeCount(entry.code, found.claims, found.papers))
        for entry in library.vocabulary.instruments
        for found in (counts.get(entry.code, none),)
    ]


@router.get("/instruments/{code}/timeline.csv", tags=["instruments"], response_class=Response, responses=CSV_OF_ONE)
def download_instrument_timeline(library: LibraryHere, shape: Shape, code: str) -> Response:
    """Every claim about a kind of instrument that tells of a year, by that year."""
    if code not in library.vocabulary.instruments:
        raise unknown("instrument", code, "/api/v1/instruments")
    with library.session() as session:
        rows = shape.event_rows(catalogue.instrument_events(session, code))
    return csv_answer(rows, EVENTS, f"kewai-{code}-timeline")


@router.get("/instruments/{code}", tags=["instruments"], responses=NOT_FOUND)
def show_instrument(library: LibraryHere, shape: Shape, code: str, per_group: PerGroup = 20) -> InstrumentAnswer:
    """What the papers say of one kind of instrument (`agreement`), grouped by country."""
    entry = library.vocabulary.instruments.get(code)
    if entry is None:
        raise unknown("instrument", code, "/api/v1/instruments")
    with library.session() as session:
        named = library.vocabulary.named_instruments_of(code)
        return shape.instrument_detail(entry, catalogue.instrument_detail(session, code, per_group, named))


def unknown(what: str, code: str, where: str) -> HTTPException:
    """The error for a code that means nothing; `where` is the address that lists those that do."""
    return HTTPException(HTTPStatus.NOT_FOUND, f"There is no {what} {code[:80]!r}; {where} lists those there are.")
