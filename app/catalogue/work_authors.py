"""Authors of works: the names under which works stand."""

from collections.abc import Collection

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from app.catalogue.views import Author
from app.models import Work, WorkAuthor


def authors_of_work(session: Session, uid: str) -> tuple[Author, ...]:
    """The authors of a work, each with how many works stand under the name."""
    same = aliased(WorkAuthor)
    count = select(func.count()).select_from(same).where(same.key == WorkAuthor.key).correlate(WorkAuthor)
    statement = select(WorkAuthor.key, WorkAuthor.name, count.scalar_subquery())
    statement = statement.join(Work, Work.id == WorkAuthor.work_id).where(Work.uid == uid)
    rows = session.execute(statement.order_by(WorkAuthor.position)).all()
    return tuple(Author(key, name, works) for key, name, works in rows)


def authors_by_key(session: Session, keys: Collection[str]) -> tuple[Author, ...]:
    """The names under which works stand, of those that are asked for, those with most works first."""
    works = func.count(WorkAuthor.work_id)
    statement = select(WorkAuthor.key, func.min(WorkAuthor.name), works).where(WorkAuthor.key.in_(keys))
    rows = session.execute(statement.group_by(WorkAuthor.key).order_by(works.desc(), WorkAuthor.key))
    return tuple(Author(key, name, count) for key, name, count in rows)
