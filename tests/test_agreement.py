import pytest

from app.agreement import Agreement, macro_f1, share


def test_scores_come_from_the_counts() -> None:
    counts = Agreement(both=6, missed=2, extra=4)
    assert (counts.total, counts.precision, counts.recall) == (12, 0.6, 0.75)
    assert counts.f1 == pytest.approx(2 * 0.6 * 0.75 / 1.35)


@pytest.mark.parametrize(
    ("gold", "found", "counts"), [("aab", "abc", (2, 1, 1)), ("", "a", (0, 0, 1)), ("", "", (0, 0, 0))]
)
def test_a_sentence_counts_values_as_often_as_they_stand(gold: str, found: str, counts: tuple[int, int, int]) -> None:
    assert _added(gold, found) == counts


def _added(gold: str, found: str) -> tuple[int, int, int]:
    one = Agreement()
    one.add(gold, found)
    return one.both, one.missed, one.extra


def test_labels_are_tallied_one_by_one() -> None:
    one = Agreement()
    one.tally(gold=True, found=True, times=3)
    one.tally(gold=True, found=False)
    one.tally(gold=False, found=True, times=2)
    assert one == Agreement(3, 1, 2)


def test_nothing_said_is_nothing_wrong_but_no_class() -> None:
    assert (share(0, 0), Agreement().f1) == (1.0, 1.0)
    assert Agreement(0, 1, 1).f1 == 0
    assert macro_f1([]) == 0
    assert macro_f1([Agreement(1), Agreement(0, 1), Agreement(0, 0, 5)]) == 0.5
