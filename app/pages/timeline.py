"""The timeline: claims by the years that they tell of, of the whole corpus or of any search, decade by decade."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from app import catalogue
from app.catalogue.views import ClaimsByYear, CodeCount, EventCount
from app.library import Library
from app.library.happened import Happened
from app.pages.choices import Choices, read_choices
from app.pages.facets import ActiveFilter
from app.pages.results import counted
from app.pages.searching import searching
from app.web.dependencies import LibraryHere, LinksHere, PageNumber
from app.web.errors import NotFound
from app.web.paging import Paging, read_page
from app.web.templating import render
from app.web.text import plain
from app.web.timeline import Column, decades
from app.web.urls import Links, QueryValue

router = APIRouter(prefix="/{locale:locale}/timeline", include_in_schema=False)
SIZE = 20


@dataclass(frozen=True, slots=True)
class TimelineChoices:
    """What the address says: `decade` is its first year."""

    search: Choices
    decade: int | None = None

    def query(self) -> dict[str, QueryValue]:
        """The part of the address after `?`, without a page number."""
        return self.search.query() | {"decade": self.decade}


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """The context of the timeline: `claims` are those of the chosen decade, of the fullest if none is chosen.

    `happened` says which claims it is of; of those of a search `active` are the filters that are set.
    """

    template: ClassVar[str] = "pages/timeline.html"
    choices: TimelineChoices
    happened: Happened
    active: tuple[ActiveFilter, ...]
    events: tuple[EventCount, ...]
    decades: tuple[Column, ...]
    chosen: Column | None
    claims: ClaimsByYear
    paging: Paging
    countries: tuple[CodeCount, ...]
    instruments: tuple[CodeCount, ...]


@router.get("", name="timeline")
def show_timeline(
    request: Request,
    library: LibraryHere,
    links: LinksHere,
    choices: Annotated[Choices, Depends(read_choices)],
    decade: Annotated[str, Query()] = "",
    page: PageNumber = "",
) -> Response:
    """The years that claims tell of. A filter or a decade that there is not gets 404."""
    number = read_page(page)
    happened, active = which_happened(library, links, choices)
    with library.session() as session:
        events = happened.events(session)
        columns = decades(events)
        chosen = _chosen(columns, decade)
        start, end = (chosen.start, chosen.end) if chosen else (0, 0)
        claims = happened.between(session, start, end, limit=SIZE, offset=(number - 1) * SIZE)
        countries, instruments = catalogue.country_list(session), catalogue.instrument_list(session)
    asked = TimelineChoices(choices, chosen.start if decade and chosen else None)
    paging = Paging.of(number, SIZE, claims.total)
    context = TimelinePage(asked, happened, active, events, columns, chosen, claims, paging, countries, instruments)
    return render(request, context)


def which_happened(library: Library, links: Links, choices: Choices) -> tuple[Happened, tuple[ActiveFilter, ...]]:
    """The claims that a search asks for, and its filters by name where it is more than one country and instrument.

    A filter that names nothing gets 404 with suggestions.
    """
    if named := Happened.named(library.vocabulary, choices.q, choices.filters()):
        return named, ()
    with searching(library, links, choices) as results:
        found = Happened.found_by(results, choices.q, choices.filters())
        return found, counted(results, choices, links.locale)[1]


def _chosen(columns: tuple[Column, ...], decade: str) -> Column | None:
    """The decade asked for, or that of most claims. Raises `NotFound` for one that no claim tells of."""
    if not decade:
        return max(columns, key=lambda column: column.claims, default=None)
    for column in columns:
        if str(column.start) == decade:
            return column
    raise NotFound("decade", plain(decade))
