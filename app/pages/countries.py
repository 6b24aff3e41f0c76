"""The countries, and one country: what each instrument looks like there."""

from dataclasses import dataclass
from typing import ClassVar

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from app import catalogue
from app.catalogue.views import CodeCount, CountryDetail, Matrix
from app.pages.suggestions import suggest
from app.vocabulary import Country, InstrumentClass, Vocabulary
from app.web.dependencies import LibraryHere, LinksHere
from app.web.errors import NotFound
from app.web.templating import render

router = APIRouter(prefix="/{locale:locale}/countries", include_in_schema=False)
KINDS = ("state", "bloc", "historic")
PER_GROUP = 5
"""Claims shown of each instrument; a link leads to the rest."""


@dataclass(frozen=True, slots=True)
class CountriesPage:
    """The context of the list of countries: counts by kind of country, and the whole matrix."""

    template: ClassVar[str] = "pages/countries.html"
    groups: tuple[tuple[str, tuple[CodeCount, ...]], ...]
    matrix: Matrix
    classes: tuple[InstrumentClass, ...]


@dataclass(frozen=True, slots=True)
class CountryPage:
    """The context of one country's page."""

    template: ClassVar[str] = "pages/country.html"
    country: Country
    detail: CountryDetail


@router.get("", name="countries")
def list_countries(request: Request, library: LibraryHere) -> Response:
    """Every country that a claim is about."""
    with library.session() as session:
        counts = catalogue.country_list(session)
        matrix = catalogue.matrix(session)
    groups = group_by_kind(counts, library.vocabulary)
    return render(request, CountriesPage(groups, matrix, tuple(library.vocabulary.instrument_classes)))


@router.get("/{code}", name="country")
def show_country(request: Request, library: LibraryHere, links: LinksHere, code: str) -> Response:
    """One country. A name instead of its code (日本, jp) leads to the code; others get 404 with suggestions."""
    countries = library.vocabulary.countries
    country = countries.get(code)
    if country is None:
        if named := countries.find(code):
            return RedirectResponse(links.url("country", code=named.code), 301)
        raise NotFound("country", code, suggest(code, countries, links, "country"))
    with library.session() as session:
        own = library.vocabulary.named_instruments_of(code)
        detail = catalogue.country_detail(session, code, PER_GROUP, own)
    return render(request, CountryPage(country, detail))


def group_by_kind(
    counts: tuple[CodeCount, ...], vocabulary: Vocabulary
) -> tuple[tuple[str, tuple[CodeCount, ...]], ...]:
    """The counts as states, blocs and historic states; kinds without any are left out."""

    def kind(count: CodeCount) -> str:
        entry = vocabulary.countries.get(count.code)
        return entry.kind if entry else "state"

    groups = ((wanted, tuple(count for count in counts if kind(count) == wanted)) for wanted in KINDS)
    return tuple((wanted, members) for wanted, members in groups if members)
