"""Keeps word of papers and claims that go, and forgets it when they come back."""

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from app.ingest.departures import Sentence, departures
from app.models import Claim, GoneClaim, GonePaper, Paper

_AT_ONCE = 500
"""Uids in one statement: databases limit how many values one may hold."""


def keep_departures(session: Session, paper: int, new: Sequence[Sentence]) -> None:
    """Notes every stored claim of the paper with the key `paper` that is not among `new`; before they are deleted."""
    rows = session.execute(select(Claim.uid, Claim.text).where(Claim.paper_id == paper).order_by(Claim.position))
    gone = departures([Sentence(*row) for row in rows], new)
    if not gone:
        return
    slug, now = session.scalar(select(Paper.slug).where(Paper.id == paper)), datetime.now(UTC)
    _forget(session, [one.uid for one in gone])
    values = [
        {
            "uid": one.uid,
            "paper_slug": slug,
            "text": one.text,
            "gone_at": now,
            "replaced_by": one.successor,
            "corrected": one.corrected,
        }
        for one in gone
    ]
    session.execute(insert(GoneClaim), values)


def keep_removal(session: Session, slug: str, title: str | None) -> None:
    """Notes that the paper is taken out."""
    session.add(GonePaper(slug=slug, title=title, gone_at=datetime.now(UTC)))
    session.flush()


def welcome(session: Session, slug: str, claims: Sequence[Sentence]) -> None:
    """Forgets that the paper or these claims were gone: they are here."""
    session.execute(delete(GonePaper).where(GonePaper.slug == slug))
    if session.scalar(select(GoneClaim.id).where(GoneClaim.paper_slug == slug).limit(1)) is not None:
        _forget(session, [claim.uid for claim in claims])


def _forget(session: Session, uids: Sequence[str]) -> None:
    for start in range(0, len(uids), _AT_ONCE):
        session.execute(delete(GoneClaim).where(GoneClaim.uid.in_(uids[start : start + _AT_ONCE])))
