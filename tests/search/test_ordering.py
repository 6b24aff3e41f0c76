import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.search.ordering import highest, lowest


@st.composite
def ranked(draw: st.DrawFn) -> tuple[list[float], list[int]]:
    """Scores with many ties, and keys that are all different."""
    keys = draw(st.lists(st.integers(-1000, 1000), unique=True, max_size=40))
    return [draw(st.sampled_from([0.0, 0.5, 1.0, 2.25])) for _ in keys], keys


@given(given=ranked(), most=st.integers(0, 45))
def test_highest_is_the_beginning_of_a_whole_sort(given: tuple[list[float], list[int]], most: int) -> None:
    scores, keys = given
    whole = sorted(range(len(keys)), key=lambda at: (-scores[at], keys[at]))
    assert highest(np.array(scores), np.array(keys, dtype=np.int64), most).tolist() == whole[:most]


@given(keys=st.lists(st.integers(-1000, 1000), unique=True, max_size=40), most=st.integers(0, 45))
def test_lowest_is_the_beginning_of_a_whole_sort(keys: list[int], most: int) -> None:
    whole = sorted(range(len(keys)), key=keys.__getitem__)
    assert lowest(np.array(keys, dtype=np.int64), most).tolist() == whole[:most]


@pytest.mark.parametrize("most", [0, 1, 3, 10])
def test_equal_scores_go_by_key(most: int) -> None:
    keys = np.array([5, 3, 9, 1], dtype=np.int64)
    assert highest(np.zeros(4), keys, most).tolist() == [3, 1, 0, 2][:most]
