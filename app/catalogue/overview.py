"""The whole at a glance: what the knowledge base holds, and countries × instruments."""

from sqlalchemy import distinct, func, select
from sqlalchemy.orm import Session

from app.catalogue.counts import count_codes
from app.catalogue.views import Matrix, Overview
from app.models import (
    Citation,
    Claim,
    ClaimCountry,
    ClaimInstrument,
    ClaimNamedInstrument,
    Figure,
    Paper,
    Reference,
    Section,
)


def overview(session: Session) -> Overview:
    """Counts of everything, in one statement."""
    statements = (
        select(func.count()).select_from(Paper),
        select(func.count()).select_from(Section).where(Section.level > 0),
        select(func.count()).select_from(Claim),
        select(func.count()).select_from(Reference).where(Reference.kind != "note"),
        select(func.count()).select_from(Reference).where(Reference.kind == "note"),
        select(func.count()).select_from(Citation),
        select(func.count()).select_from(Figure),
        select(func.count(distinct(ClaimCountry.code))),
        select(func.count(distinct(ClaimInstrument.code))),
        select(func.count(distinct(ClaimNamedInstrument.code))),
    )
    return Overview(*session.execute(select(*(statement.scalar_subquery() for statement in statements))).one())


def matrix(session: Session) -> Matrix:
    """Claims by country and instrument; every number is that of the claims a search with both filters finds."""
    statement = (
        select(ClaimCountry.code, ClaimInstrument.code, func.count())
        .join(ClaimInstrument, ClaimInstrument.claim_id == ClaimCountry.claim_id)
        .group_by(ClaimCountry.code, ClaimInstrument.code)
    )
    countries, instruments = count_codes(session, ClaimCountry), count_codes(session, ClaimInstrument)
    return Matrix(
        countries=tuple(count.code for count in countries),
        instruments=tuple(count.code for count in instruments),
        cells={(country, instrument): claims for country, instrument, claims in session.execute(statement)},
        country_totals={count.code: count.claims for count in countries},
        instrument_totals={count.code: count.claims for count in instruments},
        total=session.scalar(select(func.count()).select_from(Claim)) or 0,
    )
