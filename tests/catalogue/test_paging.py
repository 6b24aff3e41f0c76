"""One page of what a statement selects."""

import pytest
from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.catalogue.paging import page_of
from app.models import Claim

ALL = select(Claim.id).order_by(Claim.id)
FILTERED = ALL.where(Claim.type == "fact")
NONE = ALL.where(Claim.type == "no such type")


@pytest.mark.parametrize("statement", [ALL, FILTERED, NONE])
@pytest.mark.parametrize(("limit", "offset"), [(1, 0), (2, 1), (100, 0), (5, 100)])
def test_a_page_is_a_slice_of_all_with_the_exact_total(
    session: Session, statement: Select[int], limit: int, offset: int
) -> None:
    everything = session.scalars(statement).all()
    total, keys = page_of(session, statement, limit, offset)
    assert (total, list(keys)) == (len(everything), list(everything[offset : offset + limit]))


def test_the_sample_has_what_these_ask_for(session: Session) -> None:
    assert page_of(session, ALL, 1, 0)[0] > page_of(session, FILTERED, 1, 0)[0] > 1
    assert page_of(session, NONE, 1, 0) == (0, ())
