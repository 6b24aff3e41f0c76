"""Claims by what they share: the numbers of one quantity, and real things that few claims name."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from sqlalchemy import Select, distinct, func, select
from sqlalchemy.orm import Session, aliased, contains_eager, selectinload

from app.catalogue.numbers import scale
from app.catalogue.views import Told, ToldValue
from app.models import Claim, ClaimEntity, Figure, FigureQuantity, Paper
from app.models.labels import ClaimLabel

FEW = 30
"""An entity that more claims name than these says little about any two of them."""
_AT_ONCE = 500
_EXACT = ("day", "month", "year")


def told(session: Session, uids: Collection[str]) -> dict[str, Told]:
    """What the claims with these uids tell; uids that are not here are left out."""
    wanted = list(dict.fromkeys(uids))
    found: dict[str, Told] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        rows = session.scalars(_claims().where(Claim.uid.in_(wanted[start : start + _AT_ONCE])))
        found |= {row.uid: _told(row) for row in rows}
    return found


def told_in_paper(session: Session, slug: str) -> dict[str, Told]:
    """What the claims of one paper tell, in reading order."""
    rows = session.scalars(_claims().where(Paper.slug == slug).order_by(Claim.position))
    return {row.uid: _told(row) for row in rows}


def sharing(session: Session, uids: Collection[str]) -> dict[str, set[str]]:
    """For each of the claims those of other papers that share a quantity with it, or an entity that few name."""
    pairs: dict[str, set[str]] = defaultdict(set)
    wanted = list(dict.fromkeys(uids))
    for start in range(0, len(wanted), _AT_ONCE):
        for statement in (_same_quantity(), _same_entity()):
            for uid, other in session.execute(statement.where(Claim.uid.in_(wanted[start : start + _AT_ONCE]))):
                pairs[uid].add(other)
    return pairs


def _claims() -> Select[Claim]:
    labels = (Claim.countries, Claim.terms, Claim.entities, Claim.periods, Claim.section)
    return (
        select(Claim)
        .join(Claim.paper)
        .options(
            contains_eager(Claim.paper),
            *map(selectinload, labels),
            selectinload(Claim.figures).selectinload(Figure.quantity),
        )
    )


def _told(row: Claim) -> Told:
    values = [ToldValue(one.text, one.value * scale(one.unit), one.unit, one.approx) for one in row.figures]
    quantities: dict[str, tuple[ToldValue, ...]] = {}
    for figure, value in zip(row.figures, values, strict=True):
        if figure.quantity:
            key = figure.quantity.key
            quantities[key] = (*quantities.get(key, ()), value)
    return Told(
        uid=row.uid,
        paper=row.paper.slug,
        section=row.section.number,
        paragraph=row.paragraph,
        text=row.text,
        countries=_codes(row.countries),
        terms=_codes(row.terms),
        entities={entity.code: entity.kind for entity in row.entities},
        years=frozenset(period.start for period in row.periods if period.precision in _EXACT),
        figures=tuple(values),
        quantities=quantities,
    )


def _codes(labels: Iterable[ClaimLabel]) -> frozenset[str]:
    return frozenset(label.code for label in labels)


def _same_quantity() -> Select[str, str]:
    figure, quantity, other = aliased(Figure), aliased(FigureQuantity), aliased(Claim)
    return (
        select(Claim.uid, other.uid)
        .join(Figure, Figure.claim_id == Claim.id)
        .join(FigureQuantity, FigureQuantity.figure_id == Figure.id)
        .join(quantity, quantity.key == FigureQuantity.key)
        .join(figure, figure.id == quantity.figure_id)
        .join(other, other.id == figure.claim_id)
        .where(other.paper_id != Claim.paper_id)
    )


def _same_entity() -> Select[str, str]:
    named, other = aliased(ClaimEntity), aliased(Claim)
    few = select(ClaimEntity.code).group_by(ClaimEntity.code).having(func.count(distinct(ClaimEntity.claim_id)) <= FEW)
    return (
        select(Claim.uid, other.uid)
        .join(ClaimEntity, ClaimEntity.claim_id == Claim.id)
        .join(named, named.code == ClaimEntity.code)
        .join(other, other.id == named.claim_id)
        .where(other.paper_id != Claim.paper_id, ClaimEntity.code.in_(few))
    )
