"""Numbers: the quantities that papers tell more than once, and one of them over the years."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from app import catalogue
from app.catalogue.views import ClaimView, QuantityValue
from app.library import Library
from app.library.numbers import (
    QuantityEntry,
    QuantityFilter,
    count_instruments,
    count_owners,
    quantity_entries,
)
from app.pages.known import known_country, known_instrument
from app.web.dependencies import LibraryHere, PageNumber
from app.web.downloads import svg_answer
from app.web.errors import NotFound
from app.web.paging import Paging, read_page
from app.web.templating import render
from app.web.text import plain
from app.web.urls import QueryValue

router = APIRouter(prefix="/{locale:locale}/numbers", include_in_schema=False)
SIZE = 30


@dataclass(frozen=True, slots=True)
class QuantityChoices:
    """What the address of the list says."""

    filter: QuantityFilter

    def query(self) -> dict[str, QueryValue]:
        """The part of the address after `?`, without a page number."""
        return {"q": self.filter.q, "country": self.filter.country, "instrument": self.filter.instrument}

    def with_country(self, country: str) -> "QuantityChoices":
        """The same with another country, or none."""
        return QuantityChoices(replace(self.filter, country=country))

    def with_instrument(self, instrument: str) -> "QuantityChoices":
        """The same with another instrument, or none."""
        return QuantityChoices(replace(self.filter, instrument=instrument))


@dataclass(frozen=True, slots=True)
class NumbersPage:
    """The context of the list; `countries` and `instruments` count what choosing each would show."""

    template: ClassVar[str] = "pages/numbers.html"
    choices: QuantityChoices
    total: int
    paging: Paging
    entries: tuple[QuantityEntry, ...]
    countries: Mapping[str, int]
    instruments: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class QuantityPage:
    """The context of one quantity; `claims` are those that tell it, by uid."""

    template: ClassVar[str] = "pages/quantity.html"
    entry: QuantityEntry
    claims: Mapping[str, ClaimView]
    disagreements: tuple[tuple[QuantityValue, QuantityValue], ...]


@dataclass(frozen=True, slots=True)
class QuantityPicture:
    """The context of the picture as a file of its own."""

    template: ClassVar[str] = "pages/quantity.svg"
    entry: QuantityEntry


def read_quantity_choices(
    library: LibraryHere,
    q: Annotated[str, Query()] = "",
    country: Annotated[str, Query()] = "",
    instrument: Annotated[str, Query()] = "",
) -> QuantityChoices:
    """What an address asks for. Raises `NotFound` for a country or an instrument that there is not."""
    owner = known_country(library, country).code if country else ""
    measured = known_instrument(library, instrument).code if instrument else ""
    return QuantityChoices(QuantityFilter(plain(q), owner, measured))


@router.get("", name="numbers")
def list_quantities(
    request: Request,
    library: LibraryHere,
    choices: Annotated[QuantityChoices, Depends(read_quantity_choices)],
    page: PageNumber = "",
) -> Response:
    """The quantities that are told more than once, those that most papers tell first."""
    with library.session() as session:
        entries = quantity_entries(catalogue.quantity_list(session), library.vocabulary)
    shown = tuple(filter(choices.filter.takes, entries))
    paging = Paging.of(read_page(page), SIZE, len(shown))
    context = NumbersPage(
        choices,
        len(entries),
        paging,
        paging.page_of(shown),
        count_owners(tuple(filter(choices.with_country("").filter.takes, entries))),
        count_instruments(tuple(filter(choices.with_instrument("").filter.takes, entries))),
    )
    return render(request, context)


@router.get("/{key}.svg", name="quantity_picture")
def show_picture(request: Request, library: LibraryHere, key: str) -> Response:
    """The picture of one quantity, to keep."""
    return svg_answer(request, QuantityPicture(_entry(library, plain(key))[0]), f"kewai-{plain(key)}")


@router.get("/{key}", name="quantity")
def show_quantity(request: Request, library: LibraryHere, key: str) -> Response:
    """One quantity with the sentences that tell it."""
    entry, claims = _entry(library, plain(key))
    return render(request, QuantityPage(entry, claims, entry.disagreements()))


def _entry(library: Library, key: str) -> tuple[QuantityEntry, dict[str, ClaimView]]:
    """One quantity and the claims that tell it, by uid. Raises `NotFound`."""
    with library.session() as session:
        series = catalogue.quantity_detail(session, key)
        if series is None:
            raise NotFound("quantity", key)
        claims = catalogue.claims_by_uid(session, [value.uid for value in series.values])
    return QuantityEntry.of(series, library.vocabulary), dict(claims)
