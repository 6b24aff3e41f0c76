import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from app.search.numbers import Numbers, all_of, any_of, both, none, places, without

SETS = st.sets(st.integers(0, 60)) | st.sets(st.integers(0, 5000), max_size=6)


def numbers(of: set[int]) -> Numbers:
    return np.array(sorted(of), dtype=np.uint32)


@given(a=SETS, b=SETS)
def test_two_sets(a: set[int], b: set[int]) -> None:
    assert both(numbers(a), numbers(b)).tolist() == sorted(a & b)
    assert without(numbers(a), numbers(b)).tolist() == sorted(a - b)


@given(a=SETS, b=SETS)
def test_places(a: set[int], b: set[int]) -> None:
    at, present = places(numbers(a), numbers(b))
    assert present.tolist() == [number in b for number in sorted(a)]
    assert numbers(b)[at[present]].tolist() == sorted(a & b)


@given(sets=st.lists(SETS, min_size=1, max_size=5))
def test_many_sets(sets: list[set[int]]) -> None:
    assert any_of(map(numbers, sets)).tolist() == sorted(set().union(*sets))
    assert all_of(map(numbers, sets)).tolist() == sorted(set.intersection(*sets))


def test_nothing() -> None:
    assert any_of([]).tolist() == none().tolist() == []
    assert any_of([none(), none()]).dtype == none().dtype == np.uint32
