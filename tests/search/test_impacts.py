from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from app.search.impacts import K1, B, Impact, Impacts, Weighed, make_impact, norms, together

DOCUMENTS = 1000


def impact_of(documents: list[int], times: list[int], lengths: list[int] | None = None) -> Impact:
    lengths = lengths or [10] * DOCUMENTS
    return make_impact(
        np.array(documents, dtype=np.uint32),
        np.array(times, dtype=np.uint8),
        norms(np.array(lengths, dtype=np.uint32), sum(lengths) / len(lengths)),
    )


def added(impact: Impact, found: list[int], boost: float = 2.0) -> list[float]:
    totals = np.ones(DOCUMENTS, dtype=np.float32)
    impact.add(totals, boost)
    alone = impact.of(np.array(found, dtype=np.intp), boost)
    assert (totals[found] - 1).tolist() == pytest.approx(alone.tolist(), abs=1e-6)
    return totals[found].tolist()


def test_norms_are_those_of_the_formula() -> None:
    made = norms(np.array([0, 5, 10, 40], dtype=np.uint32), 10.0)
    assert made.tolist() == pytest.approx([K1 * (1 - B + B * length / 10) for length in (0, 5, 10, 40)])


def test_a_share_grows_with_the_times_and_shrinks_with_the_length() -> None:
    impact = impact_of([1, 2, 3], [1, 2, 1], [10, 10, 10, 100, *[10] * (DOCUMENTS - 4)])
    once, twice, longer = impact.shares.tolist()
    assert once == pytest.approx(1 / (1 + K1), rel=0.01)
    assert longer < once < twice < 1
    assert impact.highest == pytest.approx(twice)
    assert impact.frequency == 3


def test_a_term_adds_more_the_more_it_counts() -> None:
    given = np.array([1, 2], dtype=np.uint32), np.array([1, 3], dtype=np.uint8), np.ones(DOCUMENTS, dtype=np.float32)
    one, four = make_impact(*given), make_impact(*given, 4.0)
    assert four.shares.tolist() == pytest.approx((4 * one.shares).tolist())
    assert four.highest == pytest.approx(4 * one.highest)


def test_more_times_than_a_byte_holds_are_no_wonder() -> None:
    impact = make_impact(np.array([4], dtype=np.uint32), np.array([70_000], dtype=np.uint32), np.ones(99, np.float32))
    assert impact.shares.tolist() == pytest.approx([70_000 / 70_001])


def test_common_terms_are_kept_by_document_and_rare_ones_by_list() -> None:
    rare, common = impact_of([3, 7], [1, 1]), impact_of(list(range(0, DOCUMENTS, 2)), [1] * (DOCUMENTS // 2))
    assert rare.having is not None
    assert common.having is None
    assert common.frequency == DOCUMENTS // 2
    assert common.size < 12 * common.frequency
    assert rare.size < common.size


@pytest.mark.parametrize("step", [2, 5, 400], ids=["dense", "long", "short"])
@pytest.mark.parametrize("found", [[8], [8, 9, 400], list(range(DOCUMENTS))], ids=["one", "few", "all"])
def test_shares_are_added_to_those_that_have_the_term_and_to_nothing_else(step: int, found: list[int]) -> None:
    having = list(range(0, DOCUMENTS, step))
    impact = impact_of(having, [1] * len(having))
    share = 1 / (1 + K1)
    assert added(impact, found) == pytest.approx([1 + 2 * share * (at % step == 0) for at in found], rel=1e-6)


def test_a_term_that_no_document_has_adds_nothing() -> None:
    impact = impact_of([], [])
    assert (impact.frequency, impact.highest) == (0, 0.0)
    assert added(impact, [0, 5]) == [1.0, 1.0]


@pytest.mark.parametrize("step", [2, 400], ids=["dense", "short"])
def test_terms_together_add_what_each_adds(step: int) -> None:
    parts = [
        impact_of(list(range(start, DOCUMENTS, step)), [1] * len(range(start, DOCUMENTS, step))) for start in (0, 1)
    ]
    whole = together([*parts, impact_of([], [])], [1.0, 3.0, 2.0], DOCUMENTS)
    found = list(range(DOCUMENTS))
    each = [np.array(added(part, found, number)) - 1 for part, number in zip(parts, (1.0, 3.0), strict=True)]
    assert added(whole, found, 1.0) == pytest.approx((1 + sum(each)).tolist())
    assert (whole.having is None) == (step == 2)
    assert whole.frequency == sum(part.frequency for part in parts)
    assert whole.highest == pytest.approx(3 * parts[0].highest)
    assert together([], [], DOCUMENTS).frequency == 0


def test_what_adds_much_to_few_documents_goes_first() -> None:
    rare, common = impact_of([1], [1]), impact_of(list(range(DOCUMENTS)), [1] * DOCUMENTS)
    one, many = Weighed.of(1.0, [rare]), Weighed.of(1.0, [common])
    assert one.density > many.density
    assert 9 * many.density > one.density


def test_a_term_adds_at_most_what_it_adds_in_any_segment() -> None:
    low, high, nothing = impact_of([1], [1]), impact_of([1], [9]), impact_of([], [])
    term = Weighed.of(3.0, [low, high, nothing])
    assert term.most == high.highest > low.highest
    assert Weighed.of(3.0, [nothing]).most == 0


def test_what_was_asked_for_the_longest_ago_is_let_go() -> None:
    one = Weighed.of(1.0, [impact_of([1], [1])])
    kept = Impacts(memory=3 * one.size)
    for term in ("a", "b", "c"):
        kept.keep(("words", term), one)
    assert kept.get(("words", "a")) == one
    kept.keep(("words", "d"), one)
    assert kept.get(("words", "b")) is None
    assert [kept.get(("words", term)) for term in "acd"] == [one] * 3


def test_several_are_asked_for_at_once_and_count_as_asked_for() -> None:
    one = Weighed.of(1.0, [impact_of([1], [1])])
    kept = Impacts(memory=2 * one.size)
    kept.keep(("words", "a"), one)
    kept.keep(("b",), one)
    assert kept.get_all([("words", "a"), ("words", "b"), ("b",)]) == [one, None, one]
    assert kept.get_all([]) == []
    kept.get_all([("words", "a")])
    kept.keep(("words", "c"), one)
    assert kept.get_all([("words", "a"), ("b",)]) == [one, None]


def test_what_is_larger_than_the_memory_is_not_kept() -> None:
    common = Weighed.of(1.0, [impact_of(list(range(DOCUMENTS)), [1] * DOCUMENTS)])
    kept = Impacts(memory=common.size - 1)
    kept.keep(("words", "a"), common)
    assert kept.get(("words", "a")) is None
    kept.keep(("words", "b"), Weighed.of(1.0, [impact_of([1], [1])]))
    assert kept.get(("words", "b")) is not None


def test_terms_that_nobody_has_take_memory_too() -> None:
    nothing = Weighed.of(1.0, [impact_of([], [])])
    kept = Impacts(memory=100 * nothing.size)
    for number in range(500):
        kept.keep(("words", str(number)), nothing)
    assert sum(kept.get(("words", str(number))) is not None for number in range(500)) == 100


def test_threads_may_keep_the_same_at_once() -> None:
    one = Weighed.of(1.0, [impact_of([1], [1])])
    kept = Impacts(memory=10 * one.size)

    def use(number: int) -> bool:
        key = ("words", str(number % 30))
        kept.keep(key, one)
        return kept.get(key) in (None, one)

    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(use, range(4000)))
    assert sum(kept.get(("words", str(number))) is not None for number in range(30)) == 10
