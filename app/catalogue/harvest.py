"""Papers in the order in which they changed, for harvesters that come back for what is new."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Subquery, and_, func, literal, or_, select, union_all
from sqlalchemy.orm import Session

from app.catalogue.rows import aware, paper_record
from app.catalogue.views import Change, HarvestedPaper
from app.models import GonePaper, Paper


def list_changes(
    session: Session,
    *,
    since: datetime | None = None,
    before: datetime | None = None,
    after: tuple[datetime, str] | None = None,
    limit: int = 100,
) -> tuple[Change, ...]:
    """The last change of each paper, the earliest first; those from `since` on and earlier than `before`, if given.

    `after` continues behind the change with this moment and slug. A paper that changes meanwhile comes later, once.
    """
    changes = _changes()
    statement = select(changes).where(*_within(changes, since, before)).order_by(changes.c.at, changes.c.slug)
    if after is not None:
        moment, slug = after
        later = or_(changes.c.at > moment, and_(changes.c.at == moment, changes.c.slug > slug))
        statement = statement.where(later)
    return tuple(Change(aware(at), slug, deleted) for at, slug, deleted in session.execute(statement.limit(limit)))


def count_changes(session: Session, *, since: datetime | None = None, before: datetime | None = None) -> int:
    """How many papers `list_changes` would list without a limit."""
    changes = _changes()
    return session.scalar(select(func.count()).select_from(changes).where(*_within(changes, since, before))) or 0


def last_change_of(session: Session, slug: str) -> Change | None:
    """The last change of one paper; `None` for one that never was here."""
    changes = _changes()
    row = session.execute(select(changes).where(changes.c.slug == slug)).first()
    return Change(aware(row.at), row.slug, row.deleted) if row else None


def first_change(session: Session) -> datetime | None:
    """The earliest of these moments; `None` while there is no paper."""
    changes = _changes()
    earliest = session.scalar(select(func.min(changes.c.at)))
    return aware(earliest) if earliest else None


def harvested(session: Session, slugs: Iterable[str]) -> dict[str, HarvestedPaper]:
    """The papers with these slugs; slugs that are not here are left out."""
    papers = session.scalars(select(Paper).where(Paper.slug.in_(list(slugs))))
    return {
        paper.slug: HarvestedPaper(
            paper_record(paper),
            paper.abstract,
            paper.abstract_en,
            tuple(paper.keywords),
            tuple(paper.keywords_en),
            paper.rights,
        )
        for paper in papers
    }


def _changes() -> Subquery:
    """`at`, `slug` and `deleted` of every paper that is or was here."""
    here = select(Paper.updated_at.label("at"), Paper.slug.label("slug"), literal(False).label("deleted"))
    gone = select(GonePaper.gone_at, GonePaper.slug, literal(True))
    return union_all(here, gone).subquery()


def _within(changes: Subquery, since: datetime | None, before: datetime | None) -> list[Any]:
    bounds = [changes.c.at >= since if since else None, changes.c.at < before if before else None]
    return [bound for bound in bounds if bound is not None]
