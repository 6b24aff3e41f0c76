"""The countries, and one country: what each instrument looks like there."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from app import catalogue
from app.agreement import Agreement
from app.catalogue.views import ClaimsByYear, CodeCount, Matrix, PaperTells, SubjectDetail
from app.library import Library
from app.library.entities import EntityEntry
from app.library.named import NamedThing, bodies, by_instrument, named_of_country
from app.pages.sources import Sources
from app.pages.suggestions import suggest
from app.vocabulary import Country, InstrumentClass, Vocabulary
from app.web.dependencies import LibraryHere, LinksHere
from app.web.errors import NotFound
from app.web.templating import render

router = APIRouter(prefix="/{locale:locale}/countries", include_in_schema=False)
KINDS = ("state", "bloc", "historic")
PER_GROUP = 3
"""Claims shown of each instrument; a link leads to the rest."""
EVENTS = 120
"""Claims shown of what happened; the table to download has all."""


@dataclass(frozen=True, slots=True)
class CountriesPage:
    """The context of the list of countries: counts by kind of country, and the whole matrix.

    `silent` are those that no claim is about.
    """

    template: ClassVar[str] = "pages/countries.html"
    groups: tuple[tuple[str, tuple[CodeCount, ...]], ...]
    silent: tuple[Country, ...]
    matrix: Matrix
    classes: tuple[InstrumentClass, ...]


@dataclass(frozen=True, slots=True)
class CountryPage:
    """The context of one country's page. `sources` numbers the papers that the page cites.

    `agreement` is how extraction alone agrees with people on this country; `corpus` counts all papers here.
    """

    template: ClassVar[str] = "pages/country.html"
    country: Country
    detail: SubjectDetail
    classes: tuple[InstrumentClass, ...]
    events: ClaimsByYear
    named: Mapping[str | None, tuple[NamedThing, ...]]
    bodies: tuple[EntityEntry, ...]
    tells: tuple[PaperTells, ...]
    sources: Sources
    agreement: Agreement
    corpus: int


@router.get("", name="countries")
def list_countries(request: Request, library: LibraryHere) -> Response:
    """Every country that a claim is about."""
    with library.session() as session:
        counts = catalogue.country_list(session)
        matrix = catalogue.matrix(session)
    told = {count.code for count in counts}
    page = CountriesPage(
        groups=group_by_kind(counts, library.vocabulary),
        silent=tuple(country for country in library.vocabulary.countries if country.code not in told),
        matrix=matrix,
        classes=tuple(library.vocabulary.instrument_classes),
    )
    return render(request, page)


@router.get("/{code}", name="country")
def show_country(request: Request, library: LibraryHere, links: LinksHere, code: str) -> Response:
    """One country. A name instead of its code (日本, jp) leads to the code; others get 404 with suggestions."""
    countries = library.vocabulary.countries
    country = countries.get(code)
    if country is None:
        if named := countries.find(code):
            return RedirectResponse(links.url("country", code=named.code), 301)
        raise NotFound("country", code, suggest(code, countries, links, "country"))
    return render(request, _country_page(library, country))


def _country_page(library: Library, country: Country) -> CountryPage:
    vocabulary, code = library.vocabulary, country.code
    with library.session() as session:
        detail = catalogue.country_detail(session, code, PER_GROUP, vocabulary.named_instruments_of(code))
        events = catalogue.country_events(session, code, EVENTS)
        named = named_of_country(session, vocabulary, code)
        tells = catalogue.papers_on_country(session, code)
        cited = catalogue.papers_by_slug(session, {slug for thing in named for slug in thing.papers})
        agreement = catalogue.code_agreement(session, "country", code)
        corpus, _changed = catalogue.last_change(session)
    return CountryPage(
        country=country,
        detail=detail,
        classes=tuple(vocabulary.instrument_classes),
        events=events,
        named=by_instrument(named, (instrument.code for instrument in vocabulary.instruments)),
        bodies=bodies(named),
        tells=tells,
        sources=Sources.of((*(one.paper for one in tells), *cited.values())),
        agreement=agreement,
        corpus=corpus,
    )


def group_by_kind(
    counts: tuple[CodeCount, ...], vocabulary: Vocabulary
) -> tuple[tuple[str, tuple[CodeCount, ...]], ...]:
    """The counts as states, blocs and historic states; kinds without any are left out."""

    def kind(count: CodeCount) -> str:
        entry = vocabulary.countries.get(count.code)
        return entry.kind if entry else "state"

    groups = ((wanted, tuple(count for count in counts if kind(count) == wanted)) for wanted in KINDS)
    return tuple((wanted, members) for wanted, members in groups if members)
