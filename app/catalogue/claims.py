"""Claims: by uid for search results, one with its surroundings for its own page, and rows for the index."""

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from app import models
from app.catalogue.claim_views import load_claims, select_claims
from app.catalogue.entities import entities_in_claim
from app.catalogue.rows import label_views, reference_view, select_claims_to_index, select_references
from app.catalogue.trust import mistakes_in_claim
from app.catalogue.views import ClaimDetail, ClaimView, LabelView, ReferenceView

PRINTED_AROUND = 32
"""Characters of the source that are given before and behind a claim."""
NEIGHBOURS = 2
"""How many claims before and after one are shown with it."""


_BY_UID = select_claims().where(models.Claim.uid.in_(bindparam("uids", expanding=True)))
"""Made once: a statement of twenty values costs as much to make as to run."""


def claims_by_uid(session: Session, uids: Iterable[str]) -> dict[str, ClaimView]:
    """The claims with these uids, in the order asked; uids that are not here are left out."""
    wanted = list(dict.fromkeys(uids))
    if not wanted:
        return {}
    found = {view.uid: view for view in load_claims(session, _BY_UID, {"uids": wanted})}
    return {uid: found[uid] for uid in wanted if uid in found}


def claim_uids(session: Session, *, limit: int, offset: int = 0) -> tuple[str, ...]:
    """The uids of all claims, a part at a time, in the order in which they were stored."""
    return tuple(session.scalars(select(models.Claim.uid).order_by(models.Claim.id).limit(limit).offset(offset)))


def claim_page(session: Session, uid: str) -> ClaimDetail | None:
    """One claim with its labels' reasons, its neighbours in the paper and what it cites; `None` if there is none."""
    claim = session.scalars(select(models.Claim).where(models.Claim.uid == uid)).one_or_none()
    if claim is None:
        return None
    around = _neighbours(session, claim)
    before, printed, after = _printed(session, claim)
    return ClaimDetail(
        claim=next(view for view in around if view.uid == uid),
        type_label=LabelView(claim.type, claim.type_source, claim.type_rule, claim.type_trigger, claim.type_confidence),
        country_labels=label_views(claim.countries),
        instrument_labels=label_views(claim.instruments),
        named_instrument_labels=label_views(claim.named_instruments),
        entities=entities_in_claim(session, uid),
        before=tuple(view for view in around if view.position < claim.position),
        after=tuple(view for view in around if view.position > claim.position),
        references=_references(session, claim),
        printed=printed,
        printed_before=before,
        printed_after=after,
        overruled=mistakes_in_claim(session, uid),
    )


def rows_to_index(session: Session, slugs: Sequence[str] | None = None, batch: int = 500) -> Iterator[models.Claim]:
    """Claims as rows for the search index, a batch in memory at a time; `slugs` limits them to some papers.

    The one read that answers rows: `search.documents` maps a row, and nobody else should need one.
    """
    statement = select_claims_to_index()
    if slugs is not None:
        statement = statement.where(models.Paper.slug.in_(slugs))
    yield from session.scalars(statement.execution_options(yield_per=batch))


def _neighbours(session: Session, claim: models.Claim) -> tuple[ClaimView, ...]:
    """The claims around one, itself among them."""
    near = models.Claim.position.between(claim.position - NEIGHBOURS, claim.position + NEIGHBOURS)
    return load_claims(session, select_claims().where(models.Claim.paper_id == claim.paper_id, near))


def _references(session: Session, claim: models.Claim) -> tuple[ReferenceView, ...]:
    order = dict.fromkeys(citation.reference_id for citation in claim.citations)
    rows = session.scalars(select_references().where(models.Reference.id.in_(list(order))))
    views = {row.id: reference_view(row) for row in rows}
    return tuple(views[key] for key in order)


def _printed(session: Session, claim: models.Claim) -> tuple[str, str, str]:
    """What the source prints before the claim, as the claim, and behind it."""
    first = max(0, claim.start - PRINTED_AROUND)
    text = func.substr(models.Paper.source_text, first + 1, claim.end + PRINTED_AROUND - first)
    printed = session.scalar(select(text).where(models.Paper.id == claim.paper_id)) or ""
    start, end = claim.start - first, claim.end - first
    return printed[:start], printed[start:end], printed[end:]
