"""When things happened: claims by the years that they tell of, which is not when their papers appeared.

The time of a claim is the first year that it tells of (`claim_period`); one without has none.
"""

from itertools import groupby

from sqlalchemy import Select, Subquery, func, select
from sqlalchemy.orm import Session

from app.catalogue.claim_views import load_claims_by_id
from app.catalogue.counts import Scope
from app.catalogue.views import ClaimsByYear, EventCount
from app.models import Claim, ClaimPeriod, Paper

VAGUE = ("century", "recent")
"""Periods that put a claim at no year: 21世纪, 近年来."""


def count_events(session: Session, scope: Scope) -> tuple[EventCount, ...]:
    """How many claims of `scope` tell of each year first, earliest first and those of none last."""
    first = _first_years()
    statement = (
        select(first.c.year, func.count(Claim.id))
        .select_from(Claim)
        .outerjoin(first, first.c.claim_id == Claim.id)
        .where(Claim.id.in_(scope))
        .group_by(first.c.year)
    )
    counts = [EventCount(year, claims) for year, claims in session.execute(statement)]
    return tuple(sorted(counts, key=lambda count: (count.year is None, count.year or 0)))


def claims_by_year(
    session: Session,
    scope: Scope,
    *,
    dated: bool = False,
    between: tuple[int, int] | None = None,
    limit: int | None = 20,
    offset: int = 0,
) -> ClaimsByYear:
    """The claims of `scope` by the year they tell of, then by publication and in reading order.

    With `dated`, only those that tell of a year; with `between`, only of one of these, both included.
    """
    first = _first_years()
    statement: Select[int, int | None] = (
        select(Claim.id, first.c.year)
        .join(Claim.paper)
        .outerjoin(first, first.c.claim_id == Claim.id)
        .where(Claim.id.in_(scope))
    )
    if dated:
        statement = statement.where(first.c.year.is_not(None))
    if between:
        statement = statement.where(first.c.year.between(*between))
    total = session.scalar(select(func.count()).select_from(statement.subquery())) or 0
    order = (first.c.year.is_(None), first.c.year, Paper.year.is_(None), Paper.year, Paper.slug, Claim.position)
    rows = session.execute(statement.order_by(*order).limit(limit).offset(offset)).all()
    views = load_claims_by_id(session, [row[0] for row in rows])
    grouped = groupby(rows, key=lambda row: row[1])
    return ClaimsByYear(total, tuple((year, tuple(views[row[0]] for row in group)) for year, group in grouped))


def _first_years() -> Subquery:
    """The first year that each claim tells of, one that is named before the beginning of an era."""
    named = func.min(ClaimPeriod.start).filter(ClaimPeriod.precision != "era")
    year = func.coalesce(named, func.min(ClaimPeriod.start)).label("year")
    statement = select(ClaimPeriod.claim_id, year).where(ClaimPeriod.precision.not_in(VAGUE))
    return statement.group_by(ClaimPeriod.claim_id).subquery()
