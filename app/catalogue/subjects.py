"""What countries and instruments have in common: one read that tells everything about one of them."""

from collections.abc import Collection
from itertools import groupby

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.catalogue.claim_views import load_claims_by_id
from app.catalogue.counts import (
    Scope,
    count_by_type,
    count_claims,
    count_codes,
    count_named,
    count_papers,
    count_types,
    count_years,
    group_claims,
    with_code,
)
from app.catalogue.events import count_events
from app.catalogue.views import CodeCount, PaperTells, SectionCount, SectionRef, SubjectDetail
from app.models import Claim, ClaimCountry, ClaimInstrument, ClaimLabel, ClaimNamedInstrument, Paper, Section


def subject_detail(
    session: Session,
    own: type[ClaimLabel],
    across: type[ClaimLabel],
    code: str,
    per_group: int | None,
    named: Collection[str] | None,
) -> SubjectDetail:
    """Everything about the claims that carry `code` as a label of the kind `own`, grouped by labels of `across`.

    `per_group` limits how many claims each group gives. `named` are the named instruments that belong to the code
    (the vocabulary tells), counted over all claims: what the page of each lists. Without them (`None`) those are
    counted that its own claims name.
    """
    scope = with_code(own, code)
    claims, papers = count_claims(session, scope)

    def others(label: type[ClaimLabel]) -> tuple[CodeCount, ...]:
        counts = count_codes(session, label, scope)
        return tuple(count for count in counts if label is not own or count.code != code)

    return SubjectDetail(
        code=code,
        claims=claims,
        papers=papers,
        countries=others(ClaimCountry),
        instruments=others(ClaimInstrument),
        groups=group_claims(session, across, scope, per_group),
        cells=count_by_type(session, across, scope),
        named_instruments=others(ClaimNamedInstrument) if named is None else count_named(session, named),
        types=count_types(session, scope),
        years=count_years(session, scope),
        events=count_events(session, scope),
        sources=count_papers(session, scope),
    )


def papers_tell(session: Session, own: type[ClaimLabel], code: str, per_paper: int) -> tuple[PaperTells, ...]:
    """What each paper tells of one code, the papers with most claims first.

    The `per_paper` claims given are those with the fewest codes of that kind, in reading order: a sentence about one
    country alone says more of it than one that lists ten.
    """
    scope = with_code(own, code)
    sections = _sections(session, scope)
    chosen = _fewest_codes(session, own, scope, per_paper)
    views = load_claims_by_id(session, [key for keys in chosen.values() for key in keys])
    return tuple(
        PaperTells(
            source.paper,
            source.claims,
            sections[source.paper.slug],
            tuple(views[key] for key in chosen.get(source.paper.slug, ())),
        )
        for source in count_papers(session, scope)
    )


def _sections(session: Session, scope: Scope) -> dict[str, tuple[SectionCount, ...]]:
    """By paper, the sections in which the claims stand, in reading order."""
    statement = (
        select(Paper.slug, Section.number, Section.level, Section.heading, Section.heading_en, func.count(Claim.id))
        .join(Section, Section.paper_id == Paper.id)
        .join(Claim, Claim.section_id == Section.id)
        .where(Claim.id.in_(scope))
        .group_by(Paper.slug, Section.id)
        .order_by(Paper.slug, Section.position)
    )
    rows = session.execute(statement).all()
    return {
        slug: tuple(
            SectionCount(SectionRef(number, level, heading, english), claims)
            for _slug, number, level, heading, english, claims in group
        )
        for slug, group in groupby(rows, key=lambda row: row.slug)
    }


def _fewest_codes(session: Session, own: type[ClaimLabel], scope: Scope, per_paper: int) -> dict[str, list[int]]:
    """By paper, the keys of the first claims with the fewest codes."""
    codes = select(func.count()).where(own.claim_id == Claim.id).correlate(Claim).scalar_subquery()
    place = func.row_number().over(partition_by=Claim.paper_id, order_by=(codes, Claim.position))
    ranked = select(Claim.id, Claim.paper_id, place.label("place")).where(Claim.id.in_(scope)).subquery()
    statement = (
        select(Paper.slug, ranked.c.id)
        .join(Paper, Paper.id == ranked.c.paper_id)
        .where(ranked.c.place <= per_paper)
        .order_by(Paper.slug, ranked.c.place)
    )
    rows = session.execute(statement).all()
    return {slug: [row.id for row in group] for slug, group in groupby(rows, key=lambda row: row.slug)}
