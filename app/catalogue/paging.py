"""One page of what a statement selects, and how much there is of it in all."""

from collections.abc import Sequence

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session


def page_of(session: Session, statement: Select[int], limit: int, offset: int) -> tuple[int, Sequence[int]]:
    """How many keys `statement` selects, and those of one page, in its order.

    What is filtered is found once for both; what is not filtered is counted by itself, so that the page can be read
    off an index.
    """
    count = select(func.count()).select_from(statement.order_by(None).subquery())
    total = count.scalar_subquery() if statement.whereclause is None else func.count().over()
    rows = session.execute(statement.add_columns(total).limit(limit).offset(offset)).all()
    if rows:
        return rows[0][1], [key for key, _ in rows]
    return (session.scalar(count) or 0 if offset else 0), ()
