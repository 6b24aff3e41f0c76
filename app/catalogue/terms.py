"""Terms of the glossary: which claims name them and define them, and where they stand in a text.

Names were found when the paper was ingested (`ingest/labels/terms.py`): over folded text, the longest name first, so
that 学界 in 科学界 counts for 科学界 alone. A read is one look-up by code in an index, however many names a term has.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from app.catalogue.claim_views import load_claims, load_claims_by_id, select_claims
from app.catalogue.counts import count_claims, count_codes, count_years, with_code
from app.catalogue.rows import paper_record
from app.catalogue.views import ClaimPage, ClaimView, CodeCount, PaperClaims, TermDetail, TermPlace
from app.models import Claim, ClaimTerm, Paper

DEFINED = "term:defined"
"""The rule of a label that says that the claim defines the term."""


def term_list(session: Session) -> tuple[CodeCount, ...]:
    """The terms that claims name, most frequent first."""
    return count_codes(session, ClaimTerm)


def term_detail(session: Session, code: str, per_group: int = 5) -> TermDetail:
    """Everything about one term. Whether `code` exists is the vocabulary's to say: without claims all is empty.

    `per_group` limits how many claims each paper's group gives.
    """
    scope = with_code(ClaimTerm, code)
    claims, papers = count_claims(session, scope)
    defining = scope.where(ClaimTerm.rule == DEFINED)
    return TermDetail(
        code=code,
        claims=claims,
        papers=papers,
        definitions=_by_year(load_claims(session, select_claims().where(Claim.id.in_(defining)))),
        years=count_years(session, scope),
        groups=_groups(session, code, per_group),
    )


def term_claims_of(session: Session, code: str, slug: str, limit: int = 20, offset: int = 0) -> ClaimPage:
    """The claims of one paper that name a term, in reading order."""
    chosen = Claim.id.in_(with_code(ClaimTerm, code)), Paper.slug == slug
    total = session.scalar(select(func.count()).select_from(Claim).join(Claim.paper).where(*chosen)) or 0
    return ClaimPage(total, load_claims(session, select_claims().where(*chosen).limit(limit).offset(offset)))


def terms_in_claim(session: Session, uid: str) -> tuple[TermPlace, ...]:
    """The places of terms in one claim's text, from left to right."""
    return _places(session, Claim.uid == uid).get(uid, ())


def terms_in_paper(session: Session, slug: str) -> Mapping[str, tuple[TermPlace, ...]]:
    """The places of terms by the uid of the claim, for all claims of one paper that name any."""
    return _places(session, Claim.paper_id.in_(select(Paper.id).where(Paper.slug == slug)))


def _groups(session: Session, code: str, per_group: int) -> tuple[PaperClaims, ...]:
    """One statement ranks the claims of each paper and counts them, a second loads those that are given."""
    named = select(Claim.id, Claim.paper_id, Claim.position).where(Claim.id.in_(with_code(ClaimTerm, code))).subquery()
    place = func.row_number().over(partition_by=named.c.paper_id, order_by=named.c.position)
    total = func.count().over(partition_by=named.c.paper_id)
    ranked = select(named.c.id, named.c.paper_id, place.label("place"), total.label("total")).subquery()
    statement = (
        select(ranked.c.id, ranked.c.total, Paper)
        .join(Paper, Paper.id == ranked.c.paper_id)
        .where(ranked.c.place <= max(per_group, 1))  # the first tells the total
        .order_by(Paper.year.is_(None), Paper.year, Paper.slug, ranked.c.place)
    )
    found = session.execute(statement).all()
    views = load_claims_by_id(session, [row.id for row in found] if per_group > 0 else [])
    papers = {row.Paper.slug: row for row in found}
    return tuple(
        PaperClaims(
            paper_record(first.Paper),
            first.total,
            tuple(views[row.id] for row in found if row.Paper is first.Paper and row.id in views),
        )
        for first in papers.values()
    )


def _by_year(claims: Iterable[ClaimView]) -> tuple[ClaimView, ...]:
    return tuple(sorted(claims, key=lambda claim: (claim.paper.year is None, claim.paper.year or 0)))


def _places(session: Session, chosen: ColumnElement[bool]) -> dict[str, tuple[TermPlace, ...]]:
    statement = select(Claim.uid, ClaimTerm.code, ClaimTerm.places).join(Claim).where(chosen)
    places: dict[str, list[TermPlace]] = defaultdict(list)
    for uid, code, spans in session.execute(statement):
        places[uid] += [TermPlace(code, start, end) for start, end in spans]
    return {uid: tuple(sorted(found, key=lambda place: place.start)) for uid, found in places.items()}
