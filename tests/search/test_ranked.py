import numpy as np
import pytest

from app.search.numbers import Found
from app.search.ranked import Ranked, common, count, joined, lifted, together


def numbers(*segments: list[int]) -> Found:
    return [np.array(segment, dtype=np.uint32) for segment in segments]


def ranked(*segments: dict[int, float]) -> Ranked:
    scores = [np.array(list(segment.values()), dtype=np.float32) for segment in segments]
    return numbers(*map(list, segments)), scores


def told(found: Ranked) -> list[dict[int, float]]:
    each = zip(*found, strict=True)
    return [dict(zip(some.tolist(), scores.tolist(), strict=True)) for some, scores in each]


ONE = ranked({1: 1.0, 4: 4.0}, {2: 2.0})


def test_documents_of_all_segments_count() -> None:
    assert count(ONE[0]) == 3
    assert count([]) == count(numbers([], [])) == 0
    assert joined(ONE[1]).tolist() == [1.0, 4.0, 2.0]
    assert joined([]).tolist() == []


def test_what_is_common_is_so_in_each_segment() -> None:
    assert [some.tolist() for some in common(ONE[0], numbers([2, 4], [1, 4]))] == [[4], []]


def test_two_rankings_together_have_each_document_once() -> None:
    assert told(together(ONE, ranked({3: 3.5, 4: 4.5}, {}))) == [{1: 1.0, 3: 3.5, 4: 4.5}, {2: 2.0}]
    assert told(together(ONE, ranked({}, {}))) == told(ONE)
    assert told(together(ranked({}, {}), ONE)) == told(ONE)


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        ([], [[1.0, 4.0], [2.0]]),
        ([numbers([1, 9], [])], [[5.0, 4.0], [2.0]]),
        ([numbers([1], [2]), numbers([], [2])], [[5.0, 4.0], [10.0]]),
    ],
)
def test_the_first_are_ahead_by_the_most_for_each_time(first: list[Found], expected: list[list[float]]) -> None:
    scores = lifted(ONE, first, np.float32(4))
    assert [some.tolist() for some in scores] == expected
    assert all(some.dtype == np.float32 for some in scores)
    assert [some.tolist() for some in ONE[1]] == [[1.0, 4.0], [2.0]]
