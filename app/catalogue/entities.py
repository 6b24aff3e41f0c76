"""Entities: which real things and persons claims name, and what is told of one of them over time.

The names were found when the paper was ingested (`ingest/labels/entity_finder.py`). A claim counts once for an entity
however often it names it. The time of a claim is the first year that it tells of (`claim_period`), else it has none:
the year in which the paper appeared says when it was written.
"""

from collections.abc import Collection
from itertools import groupby

from sqlalchemy import Select, Subquery, distinct, func, select
from sqlalchemy.orm import Session

from app.catalogue.counts import Scope, count_papers
from app.catalogue.rows import load_claims_by_id
from app.catalogue.views import EntityClaims, EntityCount, EntityDetail, EntityPlace, EventCount, NameCount
from app.models import Claim, ClaimEntity, ClaimPeriod, Paper

VAGUE = ("century", "recent")
"""Periods that put a claim at no year: 21世纪, 近年来."""


def entity_list(
    session: Session, codes: Collection[str] | None = None, scope: Scope | None = None
) -> tuple[EntityCount, ...]:
    """The entities that claims name, most frequent first; only `codes`, and only the claims of `scope`, if given."""
    claims = func.count(distinct(ClaimEntity.claim_id))
    statement = (
        select(
            ClaimEntity.code,
            func.min(ClaimEntity.kind),
            func.min(ClaimEntity.country),
            claims,
            func.count(distinct(Claim.paper_id)),
        )
        .join(Claim, Claim.id == ClaimEntity.claim_id)
        .group_by(ClaimEntity.code)
        .order_by(claims.desc(), ClaimEntity.code)
    )
    if codes is not None:
        statement = statement.where(ClaimEntity.code.in_(codes))
    if scope is not None:
        statement = statement.where(ClaimEntity.claim_id.in_(scope))
    found = session.execute(statement).all()
    names = _usual_names(session, None if codes is None else [row[0] for row in found])
    return tuple(
        EntityCount(code, kind, names[code], country, claims, papers) for code, kind, country, claims, papers in found
    )


def entities_in_paper(session: Session, slug: str) -> tuple[EntityCount, ...]:
    """The entities that the claims of one paper name, counted in it, most frequent first."""
    return entity_list(session, scope=select(Claim.id).join(Claim.paper).where(Paper.slug == slug))


def entities_in_claim(session: Session, uid: str) -> tuple[EntityPlace, ...]:
    """The names of entities in one claim's text, from left to right."""
    fields = (ClaimEntity.code, ClaimEntity.kind, ClaimEntity.name, ClaimEntity.start, ClaimEntity.end)
    statement = select(*fields, ClaimEntity.rule).join(Claim, Claim.id == ClaimEntity.claim_id)
    rows = session.execute(statement.where(Claim.uid == uid).order_by(ClaimEntity.start))
    return tuple(EntityPlace(*row) for row in rows)


def entity_detail(session: Session, code: str) -> EntityDetail | None:
    """Everything about one entity but its claims; `None` when no claim names it."""
    found = entity_list(session, [code])
    if not found:
        return None
    scope = naming(code)
    together = entity_list(session, scope=scope)
    said = select(func.count(Claim.id)).where(Claim.speaker_entity == code, Claim.id.in_(scope))
    return EntityDetail(
        count=found[0],
        names=_names(session, code),
        events=_events(session, scope),
        together=tuple(other for other in together if other.code != code),
        sources=count_papers(session, scope),
        said=session.scalar(said) or 0,
    )


def entity_claims(
    session: Session, code: str, *, paper: str = "", together: str = "", limit: int = 20, offset: int = 0
) -> EntityClaims:
    """The claims that name an entity by the year they tell of, then by publication and in reading order.

    Only those of `paper`, and only those that also name the entity `together`, if given.
    """
    first = _first_years()
    statement: Select[int, int | None] = (
        select(Claim.id, first.c.year)
        .join(Claim.paper)
        .outerjoin(first, first.c.claim_id == Claim.id)
        .where(Claim.id.in_(naming(code)))
    )
    if paper:
        statement = statement.where(Paper.slug == paper)
    if together:
        statement = statement.where(Claim.id.in_(naming(together)))
    total = session.scalar(select(func.count()).select_from(statement.subquery())) or 0
    order = (first.c.year.is_(None), first.c.year, Paper.year.is_(None), Paper.year, Paper.slug, Claim.position)
    rows = session.execute(statement.order_by(*order).limit(limit).offset(offset)).all()
    views = load_claims_by_id(session, [row[0] for row in rows])
    grouped = groupby(rows, key=lambda row: row[1])
    return EntityClaims(total, tuple((year, tuple(views[row[0]] for row in group)) for year, group in grouped))


def naming(code: str) -> Scope:
    """The claims that name the entity `code`."""
    return select(ClaimEntity.claim_id).where(ClaimEntity.code == code)


def _first_years() -> Subquery:
    """The first year that each claim tells of, one that is named before the beginning of an era."""
    named = func.min(ClaimPeriod.start).filter(ClaimPeriod.precision != "era")
    year = func.coalesce(named, func.min(ClaimPeriod.start)).label("year")
    statement = select(ClaimPeriod.claim_id, year).where(ClaimPeriod.precision.not_in(VAGUE))
    return statement.group_by(ClaimPeriod.claim_id).subquery()


def _events(session: Session, scope: Scope) -> tuple[EventCount, ...]:
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


def _names(session: Session, code: str) -> tuple[NameCount, ...]:
    claims = func.count(distinct(ClaimEntity.claim_id))
    statement = select(ClaimEntity.name, claims).where(ClaimEntity.code == code).group_by(ClaimEntity.name)
    return tuple(NameCount(*row) for row in session.execute(statement.order_by(claims.desc(), ClaimEntity.name)))


def _usual_names(session: Session, codes: Collection[str] | None) -> dict[str, str]:
    """By code, the name that most claims print."""
    times = func.count(distinct(ClaimEntity.claim_id))
    statement = (
        select(ClaimEntity.code, ClaimEntity.name)
        .group_by(ClaimEntity.code, ClaimEntity.name)
        .order_by(times, ClaimEntity.name.desc())
    )
    if codes is not None:
        statement = statement.where(ClaimEntity.code.in_(codes))
    return {row.code: row.name for row in session.execute(statement)}
