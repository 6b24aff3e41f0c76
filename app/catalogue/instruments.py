"""Kinds of policy instrument: how many claims are about them, and what the claims say of each country."""

from collections.abc import Collection

from sqlalchemy.orm import Session

from app.catalogue.counts import (
    count_claims,
    count_codes,
    count_named,
    count_papers,
    count_types,
    count_years,
    group_claims,
    with_code,
)
from app.catalogue.views import CodeCount, InstrumentDetail
from app.models import ClaimCountry, ClaimInstrument, ClaimNamedInstrument


def instrument_list(session: Session) -> tuple[CodeCount, ...]:
    """The instruments that claims are about, most frequent first."""
    return count_codes(session, ClaimInstrument)


def named_instrument_list(session: Session) -> tuple[CodeCount, ...]:
    """The named instruments that claims name, most frequent first."""
    return count_codes(session, ClaimNamedInstrument)


def instrument_detail(
    session: Session, code: str, per_group: int | None = None, named: Collection[str] | None = None
) -> InstrumentDetail:
    """Everything about one instrument. Whether `code` exists is the vocabulary's to say: without claims all is empty.

    `per_group` limits how many claims each country's group gives. `named` are the named instruments that belong
    to the instrument (the vocabulary tells), counted over all claims: what the page of each lists. Without them
    (`None`) those are counted that its own claims name.
    """
    scope = with_code(ClaimInstrument, code)
    claims, papers = count_claims(session, scope)
    return InstrumentDetail(
        code=code,
        claims=claims,
        papers=papers,
        countries=count_codes(session, ClaimCountry, scope),
        groups=group_claims(session, ClaimCountry, scope, per_group),
        instruments=tuple(count for count in count_codes(session, ClaimInstrument, scope) if count.code != code),
        named_instruments=count_codes(session, ClaimNamedInstrument, scope)
        if named is None
        else count_named(session, named),
        types=count_types(session, scope),
        years=count_years(session, scope),
        sources=count_papers(session, scope),
    )
