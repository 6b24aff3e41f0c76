"""The pictures of the pages as files: SVG that stands alone, and the same numbers as CSV.

Quantities and the network have theirs beside their pages (`numbers`, `network`) and their CSV in the interface.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from app import catalogue
from app.catalogue.views import CodeCount, EventCount, Shares
from app.library import Library
from app.library.entities import EntityEntry
from app.library.happened import Happened
from app.pages.choices import Choices, read_choices
from app.pages.known import known_country, known_instrument
from app.pages.searching import searching
from app.pages.timeline import which_happened
from app.pages.works import ChoicesHere
from app.web.columns import each_year
from app.web.dependencies import LibraryHere, LinksHere
from app.web.downloads import csv_answer, svg_answer
from app.web.errors import NotFound
from app.web.names import Names
from app.web.templating import request_locale
from app.web.text import plain
from app.web.timeline import Column, timeline

router = APIRouter(prefix="/{locale:locale}", include_in_schema=False)
YEARS = ("first_year", "last_year", "claims")
PARTNERS = ("code", "name", "claims")
SHARES = ("field", "value", "works")


@dataclass(frozen=True, slots=True)
class YearsPicture:
    """The context of columns over years; `subject` is whose they are, empty for the whole corpus.

    `published`: years of publication, not those that the claims tell of.
    """

    template: ClassVar[str] = "pages/years.svg"
    subject: str
    columns: tuple[Column, ...]
    published: bool = False


@dataclass(frozen=True, slots=True)
class StarPicture:
    """The context of a star: who is mentioned with the one of that name in the middle."""

    template: ClassVar[str] = "pages/star.svg"
    name: str
    short: str
    counts: tuple[CodeCount, ...]


@router.get("/search/years.{form:form}", name="search_years_picture")
def give_search_years(
    request: Request, library: LibraryHere, links: LinksHere, choices: Annotated[Choices, Depends(read_choices)]
) -> Response:
    """How many claims a search finds of each year of publication."""
    with searching(library, links, choices) as results:
        result = results.page(choices.filters(), limit=0, facets=("year",))
    counts = {int(value.code): value.count for value in result.facets["year"]}
    unknown = result.total - sum(counts.values())
    return _years(request, YearsPicture(choices.q, each_year(counts), published=True), unknown, "kewai-search-years")


@router.get("/timeline.{form:form}", name="timeline_picture")
def give_timeline(
    request: Request, library: LibraryHere, links: LinksHere, choices: Annotated[Choices, Depends(read_choices)]
) -> Response:
    """The years that all claims tell of, or those that a search finds."""
    happened, active = which_happened(library, links, choices)
    if not happened.is_search:
        return _told_years(request, library, happened)
    with library.session() as session:
        events = happened.events(session)
    subject = " · ".join(filter(None, (choices.q, *(one.label for one in active))))
    return _events(request, subject, events, "kewai-search-events")


@router.get("/countries/{code}/years.{form:form}", name="country_years")
def give_country_years(request: Request, library: LibraryHere, code: str) -> Response:
    """The years that claims about a country tell of."""
    return _told_years(request, library, Happened(country=known_country(library, code).code))


@router.get("/instruments/{code}/years.{form:form}", name="instrument_years")
def give_instrument_years(request: Request, library: LibraryHere, code: str) -> Response:
    """The years that claims about an instrument tell of."""
    return _told_years(request, library, Happened(instrument=known_instrument(library, code).code))


@router.get("/entities/{code}/years.{form:form}", name="entity_years")
def give_entity_years(request: Request, library: LibraryHere, code: str) -> Response:
    """The years that claims which name an entity tell of."""
    with library.session() as session:
        detail = catalogue.entity_detail(session, plain(code))
    if detail is None:
        raise NotFound("entity", plain(code))
    label = EntityEntry.of(detail.count, library.vocabulary).label(request_locale(request))
    return _events(request, label, detail.events, f"kewai-{code}-years")


@router.get("/countries/{code}/partners.{form:form}", name="country_partners")
def give_country_partners(request: Request, library: LibraryHere, code: str) -> Response:
    """Who is mentioned together with a country."""
    name = _names(request, library).country(known_country(library, code).code)
    with library.session() as session:
        counts = catalogue.country_detail(session, code, 0).countries
    return _star(request, library, StarPicture(name, name, counts), f"kewai-{code}-partners")


@router.get("/instruments/{code}/countries.{form:form}", name="instrument_countries")
def give_instrument_countries(request: Request, library: LibraryHere, code: str) -> Response:
    """Whom the claims about an instrument are also about."""
    names = _names(request, library)
    name, short = names.instrument(known_instrument(library, code).code), names.short_instrument(code)
    with library.session() as session:
        counts = catalogue.instrument_detail(session, code, 0).countries
    return _star(request, library, StarPicture(name, short, counts), f"kewai-{code}-countries")


@router.get("/works/shares.csv", name="works_shares")
def give_shares(library: LibraryHere, choices: ChoicesHere) -> Response:
    """What the works asked for are made of: the numbers of all bars beside the list."""
    with library.session() as session:
        shares = catalogue.work_shares(session, choices.filter)
    return csv_answer(_share_rows(shares), SHARES, "kewai-works-shares")


def _share_rows(shares: Shares) -> Iterator[dict[str, Any]]:
    fields: tuple[tuple[str, Sequence[tuple[str | int | None, int]]], ...] = (
        ("year", shares.years),
        ("language", shares.languages),
        ("country", shares.countries),
        ("type", shares.types),
    )
    return ({"field": field, "value": value, "works": works} for field, rows in fields for value, works in rows)


def _told_years(request: Request, library: Library, happened: Happened) -> Response:
    """The years that claims about a country, an instrument or both tell of."""
    names = _names(request, library)
    chosen = [names.country(happened.country)] if happened.country else []
    chosen += [names.instrument(happened.instrument)] if happened.instrument else []
    with library.session() as session:
        events = happened.events(session)
    name = "-".join(filter(None, ("kewai", happened.country, happened.instrument, "years")))
    return _events(request, " · ".join(chosen), events, name)


def _events(request: Request, subject: str, events: tuple[EventCount, ...], name: str) -> Response:
    unknown = sum(event.claims for event in events if event.year is None)
    return _years(request, YearsPicture(subject, timeline(events)), unknown, name)


def _years(request: Request, picture: YearsPicture, unknown: int, name: str) -> Response:
    """The picture, or its columns with claims and, last, the claims of no year."""
    if request.path_params["form"] == "svg":
        return svg_answer(request, picture, name)
    columns = [(column.start, column.end, column.claims) for column in picture.columns if column.claims]
    rows = [*columns, *([(None, None, unknown)] if unknown else [])]
    return csv_answer((dict(zip(YEARS, row, strict=True)) for row in rows), YEARS, name)


def _star(request: Request, library: Library, picture: StarPicture, name: str) -> Response:
    """The picture, or all its counts: also of those for whom there is no room in it."""
    if request.path_params["form"] == "svg":
        return svg_answer(request, picture, name)
    names = _names(request, library)
    rows = ({"code": one.code, "name": names.country(one.code), "claims": one.claims} for one in picture.counts)
    return csv_answer(rows, PARTNERS, name)


def _names(request: Request, library: Library) -> Names:
    return Names(lambda: library.vocabulary, request_locale(request))
