"""The timeline: which years the claims tell of, by decade, for the whole corpus or one country and instrument."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app import catalogue
from app.catalogue.views import ClaimsByYear, CodeCount, EventCount
from app.web.dependencies import LibraryHere, PageNumber
from app.web.errors import NotFound
from app.web.paging import Paging, read_page
from app.web.templating import render
from app.web.text import plain
from app.web.timeline import Column, decades
from app.web.urls import QueryValue

router = APIRouter(prefix="/{locale:locale}/timeline", include_in_schema=False)
SIZE = 20


@dataclass(frozen=True, slots=True)
class TimelineChoices:
    """What the address says: `decade` is its first year."""

    country: str = ""
    instrument: str = ""
    decade: int | None = None

    def query(self) -> dict[str, QueryValue]:
        """The part of the address after `?`, without a page number."""
        return {"country": self.country, "instrument": self.instrument, "decade": self.decade}


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """The context of the timeline: `claims` are those of the chosen decade, of the fullest if none is chosen."""

    template: ClassVar[str] = "pages/timeline.html"
    choices: TimelineChoices
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
    country: Annotated[str, Query()] = "",
    instrument: Annotated[str, Query()] = "",
    decade: Annotated[str, Query()] = "",
    page: PageNumber = "",
) -> Response:
    """The years that claims tell of. A country, an instrument or a decade that there is not gets 404."""
    for what, code, known in (
        ("country", country, library.vocabulary.countries),
        ("instrument", instrument, library.vocabulary.instruments),
    ):
        if code and code not in known:
            raise NotFound(what, plain(code))
    number = read_page(page)
    with library.session() as session:
        scope = {"country": country, "instrument": instrument}
        events = catalogue.corpus_events(session, **scope)
        columns = decades(events)
        chosen = _chosen(columns, decade)
        start, end = (chosen.start, chosen.end) if chosen else (0, 0)
        claims = catalogue.events_between(session, start, end, **scope, limit=SIZE, offset=(number - 1) * SIZE)
        countries, instruments = catalogue.country_list(session), catalogue.instrument_list(session)
    choices = TimelineChoices(country, instrument, chosen.start if decade and chosen else None)
    paging = Paging.of(number, SIZE, claims.total)
    return render(request, TimelinePage(choices, events, columns, chosen, claims, paging, countries, instruments))


def _chosen(columns: tuple[Column, ...], decade: str) -> Column | None:
    """The decade asked for, or that of most claims. Raises `NotFound` for one that no claim tells of."""
    if not decade:
        return max(columns, key=lambda column: column.claims, default=None)
    for column in columns:
        if str(column.start) == decade:
            return column
    raise NotFound("decade", plain(decade))
