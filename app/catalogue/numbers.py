"""Numbers told more than once: the figures of claims by the quantity that they are values of.

Which figures are of one quantity was found when the papers were ingested (`ingest/quantities.py`).
"""

import re
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Subquery, and_, distinct, extract, func, or_, select
from sqlalchemy.orm import Session

from app.catalogue.views import Dated, QuantitySeries, QuantityValue
from app.models import Claim, ClaimPeriod, Figure, FigureQuantity, Paper

_SCALES = {"万亿": 10**12, "千亿": 10**11, "百亿": 10**10, "十亿": 10**9, "亿": 10**8} | {
    "千万": 10**7, "百万": 10**6, "十万": 10**5, "万": 10**4,
}  # fmt: skip
_SCALE = re.compile("|".join(_SCALES))
_EXACT = ("day", "month", "year")
"""Periods that name a year."""


def quantity_list(session: Session) -> tuple[QuantitySeries, ...]:
    """The quantities that several claims tell, or one for several years; those that most papers tell first."""
    several = or_(func.count(distinct(Figure.claim_id)) > 1, func.count(distinct(Figure.year)) > 1)
    keys = select(FigureQuantity.key).join(Figure).group_by(FigureQuantity.key).having(several)
    found = _series(session, FigureQuantity.key.in_(keys))
    return tuple(sorted(found, key=lambda series: (-series.papers, -series.claims, series.code is None, series.key)))


def quantity_detail(session: Session, key: str) -> QuantitySeries | None:
    """One quantity; `None` when no figure is a value of it."""
    return next(iter(_series(session, FigureQuantity.key == key)), None)


def quantities_in_claim(session: Session, uid: str) -> dict[int, str]:
    """By its position among the claim's figures, the key of the quantity that each is a value of."""
    statement = (
        select(Figure.position, FigureQuantity.key).join(FigureQuantity).join(Claim, Claim.id == Figure.claim_id)
    )
    return {row.position: row.key for row in session.execute(statement.where(Claim.uid == uid))}


def _series(session: Session, wanted: ColumnElement[bool]) -> Iterable[QuantitySeries]:
    latest = _latest_years()
    statement = (
        select(FigureQuantity, Figure, Claim.uid, Paper.slug, Paper.year, latest.c.year)
        .join(Figure, Figure.id == FigureQuantity.figure_id)
        .join(Claim, Claim.id == Figure.claim_id)
        .join(Paper, Paper.id == Claim.paper_id)
        .outerjoin(latest, latest.c.paper_id == Paper.id)
        .where(wanted)
        .order_by(FigureQuantity.key, Paper.slug, Claim.position, Figure.position)
    )
    rows = session.execute(statement).all()
    for key, group in groupby(rows, key=lambda row: row[0].key):
        told = list(group)
        values = sorted(map(_value, told), key=lambda value: (value.year is None, value.year or 0))
        yield QuantitySeries(key, told[0][0].code, tuple(told[0][0].owners), tuple(values))


def _value(row: Any) -> QuantityValue:
    quantity, figure, uid, slug, published, latest = row
    year, dated = _year(figure.year, published, latest)
    return QuantityValue(
        value=figure.value * scale(figure.unit),
        text=figure.text,
        unit=figure.unit,
        of=figure.of,
        approx=figure.approx,
        year=year,
        dated=dated,
        basis=quantity.basis,
        rule=quantity.rule,
        trigger=quantity.trigger,
        uid=uid,
        paper=slug,
    )


def scale(unit: str) -> int:
    """What the numeral in a unit multiplies by.

    >>> scale("万篇"), scale("亿欧元"), scale("个国家")
    (10000, 100000000, 1)
    """
    found = _SCALE.match(unit)
    return _SCALES[found[0]] if found else 1


def _year(told: int | None, published: int | None, latest: int | None) -> tuple[int | None, Dated]:
    if told:
        return told, "text"
    if published:
        return published, "paper"
    return (latest, "after") if latest else (None, "")


def _latest_years() -> Subquery:
    """For papers without a year, the latest that their facts tell of and that had begun when they were added."""
    asserted = and_(Claim.type.in_(("fact", "statistic")), ClaimPeriod.precision.in_(_EXACT))
    past = ClaimPeriod.start <= extract("year", Paper.added_at)
    return (
        select(Claim.paper_id, func.max(ClaimPeriod.start).label("year"))
        .join(Claim, Claim.id == ClaimPeriod.claim_id)
        .join(Paper, Paper.id == Claim.paper_id)
        .where(Paper.year.is_(None), asserted, past)
        .group_by(Claim.paper_id)
        .subquery()
    )
