"""Numbers: the quantities that papers tell more than once, each as JSON and as a table."""

from collections.abc import Iterator
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from app import catalogue
from app.api import schemas
from app.api.dependencies import Limit, Offset
from app.api.downloads import CSV, CSV_OF_ONE
from app.api.problems import INVALID, NOT_FOUND
from app.library import Library
from app.library.numbers import QuantityEntry, QuantityFilter, quantity_entries
from app.web.dependencies import LibraryHere
from app.web.downloads import csv_answer
from app.web.templating import site_origin
from app.web.text import plain

router = APIRouter(tags=["numbers"])
COLUMNS = (
    *("quantity", "zh", "en", "countries", "year", "dated", "value", "approx", "text", "unit", "of", "basis"),
    *("trigger", "rule", "paper", "claim", "url"),
)


@router.get("/numbers", responses=INVALID)
def list_numbers(
    request: Request,
    library: LibraryHere,
    q: Annotated[str, Query(description="A part of what is counted, in either language.", examples=["协定"])] = "",
    country: Annotated[str, Query(description="Code of the country whose it is.")] = "",
    instrument: Annotated[str, Query(description="Code of the instrument that it measures.")] = "",
    limit: Limit = 100,
    offset: Offset = 0,
) -> schemas.NumbersAnswer:
    """Quantities that several claims tell, or one for several years; those that most papers tell first."""
    wanted = QuantityFilter(plain(q), plain(country), plain(instrument))
    found = [entry for entry in _entries(library) if wanted.takes(entry)]
    shown = [_quantity(entry, site_origin(request)) for entry in found[offset : offset + limit]]
    return schemas.NumbersAnswer(total=len(found), limit=limit, offset=offset, quantities=shown)


@router.get("/numbers.csv", response_class=Response, responses=CSV)
def download_numbers(request: Request, library: LibraryHere) -> Response:
    """All their values as a table."""
    rows = (row for entry in _entries(library) for row in _rows(entry, site_origin(request)))
    return csv_answer(rows, COLUMNS, "kewai-numbers")


@router.get("/numbers/{key}.csv", response_class=Response, responses=CSV_OF_ONE)
def download_quantity(request: Request, library: LibraryHere, key: str) -> Response:
    """The values of one quantity as a table."""
    entry = _entry(library, plain(key))
    return csv_answer(_rows(entry, site_origin(request)), COLUMNS, f"kewai-{entry.key}")


@router.get("/numbers/{key}", responses=NOT_FOUND)
def show_quantity(request: Request, library: LibraryHere, key: str) -> schemas.QuantityOut:
    """One quantity (`cn-st-agreements`) with its values by year."""
    return _quantity(_entry(library, plain(key)), site_origin(request))


def _entries(library: Library) -> tuple[QuantityEntry, ...]:
    with library.session() as session:
        return quantity_entries(catalogue.quantity_list(session), library.vocabulary)


def _entry(library: Library, key: str) -> QuantityEntry:
    with library.session() as session:
        series = catalogue.quantity_detail(session, key)
    if series is None:
        detail = f"No number has the key {key[:80]!r}; /api/v1/numbers lists those that there are."
        raise HTTPException(HTTPStatus.NOT_FOUND, detail)
    return QuantityEntry.of(series, library.vocabulary)


def _quantity(entry: QuantityEntry, origin: str) -> schemas.QuantityOut:
    return schemas.QuantityOut(
        key=entry.key,
        zh=entry.label("zh"),
        en=entry.label("en"),
        countries=list(entry.series.owners),
        instrument=entry.instrument,
        papers=entry.series.papers,
        claims=entry.series.claims,
        values=[schemas.QuantityValueOut(**row) for row in _values(entry, origin)],
        disagreements=[(one.uid, other.uid) for one, other in entry.disagreements()],
        url=f"{origin}/numbers/{entry.key}",
    )


def _values(entry: QuantityEntry, origin: str) -> Iterator[dict[str, Any]]:
    names = schemas.QuantityValueOut.model_fields.keys() - {"claim", "url"}
    for value in entry.series.values:
        told = {name: getattr(value, name) for name in names}
        yield told | {"claim": value.uid, "url": f"{origin}/claims/{value.uid}"}


def _rows(entry: QuantityEntry, origin: str) -> Iterator[dict[str, Any]]:
    quantity = {"quantity": entry.key, "zh": entry.label("zh"), "en": entry.label("en")}
    for row in _values(entry, origin):
        yield row | quantity | {"countries": entry.series.owners, "approx": "yes" if row["approx"] else ""}
