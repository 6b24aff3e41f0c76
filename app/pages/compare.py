"""Up to four countries side by side, instrument by instrument, with their claims and sources."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from app import catalogue
from app.catalogue.views import CodeCount, SubjectDetail
from app.pages.choices import Values, clean_values
from app.pages.countries import group_by_kind
from app.pages.sources import Sources
from app.pages.suggestions import suggest
from app.vocabulary import Country, InstrumentClass, Vocabulary
from app.web.dependencies import LibraryHere, LinksHere
from app.web.errors import NotFound
from app.web.templating import render
from app.web.urls import Links

router = APIRouter(prefix="/{locale:locale}/compare", include_in_schema=False)
MOST = 4
"""Countries that stand side by side."""
PER_GROUP = 3
"""Claims shown of each country and instrument; a link leads to the rest."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A country and everything that claims tell of it."""

    country: Country
    detail: SubjectDetail


@dataclass(frozen=True, slots=True)
class Comparison:
    """The countries side by side, and those asked for beyond four."""

    shown: tuple[Compared, ...]
    left_out: tuple[Country, ...]


@dataclass(frozen=True, slots=True)
class ComparePage:
    """The context of the page. `groups` are the countries to choose from, `left_out` those asked for beyond four."""

    template: ClassVar[str] = "pages/compare.html"
    compared: tuple[Compared, ...]
    left_out: tuple[Country, ...]
    groups: tuple[tuple[str, tuple[CodeCount, ...]], ...]
    classes: tuple[InstrumentClass, ...]
    sources: Sources
    places: int


def read_comparison(library: LibraryHere, links: LinksHere, country: Values = ()) -> Comparison:
    """The countries asked for by code or name. Raises `NotFound` with suggestions for one that there is not."""
    chosen = read_countries(clean_values(country), library.vocabulary, links)
    with library.session() as session:
        shown = (Compared(one, catalogue.country_detail(session, one.code, PER_GROUP, ())) for one in chosen[:MOST])
        return Comparison(tuple(shown), chosen[MOST:])


ComparedHere = Annotated[Comparison, Depends(read_comparison)]


@router.get("", name="compare")
def show_comparison(request: Request, library: LibraryHere, compared: ComparedHere) -> Response:
    """The countries asked for, instrument by instrument."""
    with library.session() as session:
        counts = catalogue.country_list(session)
    page = ComparePage(
        compared=compared.shown,
        left_out=compared.left_out,
        groups=group_by_kind(counts, library.vocabulary),
        classes=tuple(library.vocabulary.instrument_classes),
        sources=Sources.of(source.paper for one in compared.shown for source in one.detail.sources),
        places=MOST,
    )
    return render(request, page)


def read_countries(asked: tuple[str, ...], vocabulary: Vocabulary, links: Links) -> tuple[Country, ...]:
    """The countries that codes or names mean, each once. Raises `NotFound` for what means none."""
    found: dict[str, Country] = {}
    for name in asked:
        country = vocabulary.countries.get(name) or vocabulary.countries.find(name)
        if country is None:
            raise NotFound("country", name, suggest(name, vocabulary.countries, links, "country"))
        found[country.code] = country
    return tuple(found.values())
