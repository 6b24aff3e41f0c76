"""Counts over a scope: a set of claims given as a statement that selects their keys.

Country pages, instrument pages and papers ask the same questions of different scopes, so the questions are here.
"""

from collections.abc import Collection, Sequence

from sqlalchemy import Select, distinct, func, select
from sqlalchemy.orm import Session

from app.catalogue.claim_views import load_claims_by_id
from app.catalogue.rows import paper_record
from app.catalogue.views import ClaimGroup, CodeCount, PaperCount, YearCount
from app.models import Claim, ClaimEntity, ClaimLabel, Paper

Scope = Select[int]
"""Selects keys of claims."""


def with_code(label: type[ClaimLabel], code: str) -> Scope:
    """The claims that carry `code`."""
    return select(label.claim_id).where(label.code == code)


def count_claims(session: Session, scope: Scope) -> tuple[int, int]:
    """How many claims, in how many papers."""
    row = session.execute(
        select(func.count(Claim.id), func.count(distinct(Claim.paper_id))).where(Claim.id.in_(scope))
    ).one()
    return row[0], row[1]


def count_codes(session: Session, label: type[ClaimLabel], scope: Scope | None = None) -> tuple[CodeCount, ...]:
    """Claims and papers by the code of one kind of label, most frequent first."""
    claims = func.count()
    statement = (
        select(label.code, claims, func.count(distinct(Claim.paper_id)))
        .join(Claim, Claim.id == label.claim_id)
        .group_by(label.code)
        .order_by(claims.desc(), label.code)
    )
    if scope is not None:
        statement = statement.where(Claim.id.in_(scope))
    return tuple(CodeCount(code, n, papers) for code, n, papers in session.execute(statement))


def count_named(session: Session, codes: Collection[str]) -> tuple[CodeCount, ...]:
    """The claims and papers that name each of these named instruments, most frequent first."""
    claims = func.count(distinct(ClaimEntity.claim_id))
    statement = (
        select(ClaimEntity.code, claims, func.count(distinct(Claim.paper_id)))
        .join(Claim, Claim.id == ClaimEntity.claim_id)
        .where(ClaimEntity.code.in_(codes))
        .group_by(ClaimEntity.code)
        .order_by(claims.desc(), ClaimEntity.code)
    )
    return tuple(CodeCount(code, n, papers) for code, n, papers in session.execute(statement))


def count_types(session: Session, scope: Scope) -> tuple[CodeCount, ...]:
    """Claims and papers by claim type, most frequent first."""
    claims = func.count()
    statement = (
        select(Claim.type, claims, func.count(distinct(Claim.paper_id)))
        .where(Claim.id.in_(scope))
        .group_by(Claim.type)
        .order_by(claims.desc(), Claim.type)
    )
    return tuple(CodeCount(code, n, papers) for code, n, papers in session.execute(statement))


def count_by_type(session: Session, label: type[ClaimLabel], scope: Scope) -> dict[tuple[str, str], int]:
    """Claims of `scope` by code and claim type."""
    statement = (
        select(label.code, Claim.type, func.count())
        .join(Claim, Claim.id == label.claim_id)
        .where(Claim.id.in_(scope))
        .group_by(label.code, Claim.type)
    )
    return {(code, kind): claims for code, kind, claims in session.execute(statement)}


def count_years(session: Session, scope: Scope) -> tuple[YearCount, ...]:
    """Claims and papers by the paper's year, earliest first, unknown years last."""
    statement = (
        select(Paper.year, func.count(), func.count(distinct(Claim.paper_id)))
        .join(Claim, Claim.paper_id == Paper.id)
        .where(Claim.id.in_(scope))
        .group_by(Paper.year)
    )
    counts = [YearCount(year, claims, papers) for year, claims, papers in session.execute(statement)]
    return tuple(sorted(counts, key=lambda count: (count.year is None, count.year or 0)))


def count_papers(session: Session, scope: Scope) -> tuple[PaperCount, ...]:
    """The papers that the claims stand in, those with most claims first."""
    counted = (
        select(Claim.paper_id, func.count().label("claims"))
        .where(Claim.id.in_(scope))
        .group_by(Claim.paper_id)
        .subquery()
    )
    statement = (
        select(Paper, counted.c.claims)
        .join(counted, counted.c.paper_id == Paper.id)
        .order_by(counted.c.claims.desc(), Paper.slug)
    )
    return tuple(PaperCount(paper_record(paper), claims) for paper, claims in session.execute(statement))


def group_claims(
    session: Session, label: type[ClaimLabel], scope: Scope, per_group: int | None
) -> tuple[ClaimGroup, ...]:
    """The scope's claims by code, largest group first and those without a code last.

    `per_group` limits the claims given of each group (`None`: all); `total` is always the whole count.
    """
    codes = (
        select(Claim.id, label.code, Paper.slug, Claim.position)
        .join(Paper, Paper.id == Claim.paper_id)
        .outerjoin(label, label.claim_id == Claim.id)
        .where(Claim.id.in_(scope))
        .subquery()
    )
    place = func.row_number().over(partition_by=codes.c.code, order_by=(codes.c.slug, codes.c.position))
    total = func.count().over(partition_by=codes.c.code)
    ranked = select(codes.c.id, codes.c.code, place.label("place"), total.label("total")).subquery()
    statement = select(ranked).order_by(ranked.c.place)
    if per_group is not None:
        statement = statement.where(ranked.c.place <= max(per_group, 1))  # the first tells the total
    found = session.execute(statement).all()
    given = [row for row in found if per_group is None or row.place <= per_group]
    views = load_claims_by_id(session, {row.id for row in given})
    totals = {row.code: row.total for row in found}
    order: Sequence[str | None] = sorted(totals, key=lambda code: (code is None, -totals[code], code or ""))
    return tuple(
        ClaimGroup(code, totals[code], tuple(views[row.id] for row in given if row.code == code)) for code in order
    )
