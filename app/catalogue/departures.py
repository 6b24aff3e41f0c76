"""What is here no more: claims that went with a correction, papers that were taken out."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.catalogue.rows import aware
from app.catalogue.views import DepartedClaim, DepartedPaper
from app.models import Claim, GoneClaim, GonePaper, Paper

_STEPS = 50
"""Corrections of one sentence that are followed."""


def departed_claim(session: Session, uid: str) -> DepartedClaim | None:
    """What is known of a claim that is gone, and the claim that stands for it now; `None` for one that never was.

    A successor that has gone too is followed to its own.
    """
    row = first = session.scalar(select(GoneClaim).where(GoneClaim.uid == uid))
    if first is None:
        return None
    corrected, passed = True, {uid}
    while row is not None and len(passed) < _STEPS:
        corrected = corrected and row.corrected
        following = row.replaced_by
        if following is None or following in passed:
            break
        if session.scalar(select(Claim.id).where(Claim.uid == following)) is not None:
            return _view(session, first, following, corrected)
        passed.add(following)
        row = session.scalar(select(GoneClaim).where(GoneClaim.uid == following))
    return _view(session, first, None, False)


def departed_paper(session: Session, slug: str) -> DepartedPaper | None:
    """What is known of a paper that was taken out; `None` for one that never was here, or is."""
    row = session.scalar(select(GonePaper).where(GonePaper.slug == slug))
    return DepartedPaper(row.slug, row.title, aware(row.gone_at)) if row else None


def _view(session: Session, row: GoneClaim, successor: str | None, corrected: bool) -> DepartedClaim:
    here = session.scalar(select(Paper.id).where(Paper.slug == row.paper_slug)) is not None
    return DepartedClaim(row.uid, row.text, row.paper_slug, here, aware(row.gone_at), successor, corrected)
