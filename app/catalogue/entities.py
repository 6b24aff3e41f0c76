"""Entities: which real things and persons claims name, and what is told of one of them over time.

The names were found when the paper was ingested (`ingest/labels/entity_finder.py`). A claim counts once for an entity
however often it names it.
"""

from collections.abc import Collection
from itertools import groupby

from sqlalchemy import distinct, func, select
from sqlalchemy.orm import Session

from app.catalogue.counts import Scope, count_papers
from app.catalogue.events import claims_by_year, count_events
from app.catalogue.views import ClaimsByYear, EntityCount, EntityDetail, EntityPlace, NameCount
from app.models import Claim, ClaimEntity, Paper


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
        events=count_events(session, scope),
        together=tuple(other for other in together if other.code != code),
        sources=count_papers(session, scope),
        said=session.scalar(said) or 0,
    )


def entity_claims(
    session: Session, code: str, *, paper: str = "", together: str = "", limit: int = 20, offset: int = 0
) -> ClaimsByYear:
    """The claims that name an entity by the year they tell of, then by publication and in reading order.

    Only those of `paper`, and only those that also name the entity `together`, if given.
    """
    scope = select(Claim.id).join(Claim.paper).where(Claim.id.in_(naming(code)))
    if paper:
        scope = scope.where(Paper.slug == paper)
    if together:
        scope = scope.where(Claim.id.in_(naming(together)))
    return claims_by_year(session, scope, limit=limit, offset=offset)


def entity_papers(session: Session, codes: Collection[str]) -> dict[str, tuple[str, ...]]:
    """By entity, the slugs of the papers whose claims name it."""
    statement = (
        select(ClaimEntity.code, Paper.slug)
        .join(Claim, Claim.id == ClaimEntity.claim_id)
        .join(Claim.paper)
        .where(ClaimEntity.code.in_(codes))
        .distinct()
        .order_by(ClaimEntity.code, Paper.slug)
    )
    rows = session.execute(statement).all()
    return {code: tuple(row.slug for row in group) for code, group in groupby(rows, key=lambda row: row.code)}


def naming(code: str) -> Scope:
    """The claims that name the entity `code`."""
    return select(ClaimEntity.claim_id).where(ClaimEntity.code == code)


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
