"""The whole at a glance: what the knowledge base holds, and countries × instruments."""

from collections.abc import Collection

from sqlalchemy import distinct, func, select
from sqlalchemy.orm import Session

from app.catalogue.counts import count_claims, count_codes
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


def matrix(session: Session, papers: Collection[str] = (), years: tuple[int, int] | None = None) -> Matrix:
    """Claims by country and instrument; every number is that of the claims a search with the same filters finds.

    Only those of `papers` (slugs), and only those of papers published in `years` (both included), if given.
    """
    scope = select(Claim.id).join(Claim.paper)
    if papers:
        scope = scope.where(Paper.slug.in_(papers))
    if years:
        scope = scope.where(Paper.year.between(*years))
    statement = (
        select(ClaimCountry.code, ClaimInstrument.code, func.count())
        .join(ClaimInstrument, ClaimInstrument.claim_id == ClaimCountry.claim_id)
        .where(ClaimCountry.claim_id.in_(scope))
        .group_by(ClaimCountry.code, ClaimInstrument.code)
    )
    countries, instruments = count_codes(session, ClaimCountry, scope), count_codes(session, ClaimInstrument, scope)
    return Matrix(
        countries=tuple(count.code for count in countries),
        instruments=tuple(count.code for count in instruments),
        cells={(country, instrument): claims for country, instrument, claims in session.execute(statement)},
        country_totals={count.code: count.claims for count in countries},
        instrument_totals={count.code: count.claims for count in instruments},
        total=count_claims(session, scope)[0],
    )
