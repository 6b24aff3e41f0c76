"""Kinds of policy instrument: how many claims are about them, and what the claims say of each country."""

from collections.abc import Collection

from sqlalchemy.orm import Session

from app.catalogue.counts import count_codes, with_code
from app.catalogue.events import claims_by_year
from app.catalogue.subjects import subject_detail
from app.catalogue.views import ClaimsByYear, CodeCount, SubjectDetail
from app.models import ClaimCountry, ClaimInstrument, ClaimNamedInstrument


def instrument_list(session: Session) -> tuple[CodeCount, ...]:
    """The instruments that claims are about, most frequent first."""
    return count_codes(session, ClaimInstrument)


def named_instrument_list(session: Session) -> tuple[CodeCount, ...]:
    """The named instruments that claims name, most frequent first."""
    return count_codes(session, ClaimNamedInstrument)


def instrument_detail(
    session: Session, code: str, per_group: int | None = None, named: Collection[str] | None = None
) -> SubjectDetail:
    """Everything about one instrument, its claims grouped by country: see `subject_detail`.

    Whether `code` exists is the vocabulary's to say: without claims all is empty.
    """
    return subject_detail(session, ClaimInstrument, ClaimCountry, code, per_group, named)


def instrument_events(session: Session, code: str, limit: int | None = None) -> ClaimsByYear:
    """The first claims about one instrument that tell of a year, by that year: what happened."""
    return claims_by_year(session, with_code(ClaimInstrument, code), dated=True, limit=limit)
