import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.search.goals import Goal, Highest, ShareOfBest
from app.search.impacts import Scores

SCORES = st.lists(st.floats(0, 100, width=32), min_size=1, max_size=40)


def scores(*values: float) -> Scores:
    return np.array(values, dtype=np.float32)


def test_the_highest_are_known_by_the_last_of_them() -> None:
    assert Highest(2).least(scores(3, 9, 1, 7), 0.0) == 7.0
    assert Highest(4).least(scores(3, 9, 1, 7), 0.0) == 1.0


def test_with_too_few_documents_nothing_new_is_known() -> None:
    assert Highest(5).least(scores(3, 9), 0.0) == 0.0
    assert Highest(2).least(scores(3, 9), 4.5) == 4.5
    assert ShareOfBest(0.5).least(scores(), 2.0) == 2.0


def test_documents_that_were_not_found_count_for_nothing() -> None:
    reached = scores(-np.inf, 4, -np.inf, 2)
    assert Highest(2).least(reached, 0.0) == 2.0
    assert Highest(3).least(reached, 0.0) == 0.0
    assert ShareOfBest(0.25).least(reached, 0.0) == 1.0


@pytest.mark.parametrize("goal", [Highest(1), Highest(7), ShareOfBest(0.25), ShareOfBest(1.0)])
@given(first=SCORES, second=SCORES)
def test_what_is_known_never_sinks_and_never_shuts_out_what_is_wanted(
    goal: Goal, first: list[float], second: list[float]
) -> None:
    """Scores only grow, and other segments only add: what both say together is at least what one said alone."""
    before = goal.least(scores(*first), 0.0)
    after = goal.least(scores(*second), before)
    whole = goal.least(scores(*first, *second), 0.0)
    assert before <= after <= whole
