"""The years that the whole corpus tells of, its claims about one country or one instrument, or those of a search."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.catalogue.counts import Scope
from app.catalogue.events import claims_by_year, count_events
from app.catalogue.views import ClaimsByYear, EventCount
from app.models import Claim, ClaimCountry, ClaimInstrument


def corpus_events(
    session: Session, country: str = "", instrument: str = "", uids: Collection[str] | None = None
) -> tuple[EventCount, ...]:
    """How many claims tell of each year first, earliest first and those of none last. `uids`: only of these claims."""
    return count_events(session, _scope(country, instrument, uids))


def events_between(
    session: Session,
    start: int,
    end: int,
    *,
    country: str = "",
    instrument: str = "",
    uids: Collection[str] | None = None,
    limit: int = 20,
    offset: int = 0,
) -> ClaimsByYear:
    """The claims that tell of a year from `start` to `end` first, both included, by that year."""
    scope = _scope(country, instrument, uids)
    return claims_by_year(session, scope, dated=True, between=(start, end), limit=limit, offset=offset)


def _scope(country: str, instrument: str, uids: Collection[str] | None) -> Scope:
    scope = select(Claim.id)
    if uids is not None:
        scope = scope.where(Claim.uid.in_(uids))
    if country:
        scope = scope.where(Claim.countries.any(ClaimCountry.code == country))
    if instrument:
        scope = scope.where(Claim.instruments.any(ClaimInstrument.code == instrument))
    return scope
