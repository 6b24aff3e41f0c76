import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.search.query_types import (
    LONGEST_DISTANCE,
    MOST_WILDCARDS,
    And,
    Empty,
    Fuzzy,
    Near,
    Not,
    Or,
    Phrase,
    Query,
    Restriction,
    Wildcard,
    Words,
    Years,
    all_of,
    any_of,
    enough_letters,
    none_of,
    open_letters,
)

A, B, C = Words("甲"), Words("乙"), Words("丙")


@pytest.mark.parametrize(
    "text",
    ["", " ", "……", "AND", "或", "ＯＲ", "-美国", "科技 外交", 'a"b', "(a", "country:JP", "国家：x", "a*b", "paper~"],
)
def test_what_is_no_word(text: str) -> None:
    with pytest.raises(ValueError, match="not a plain word"):
        Words(text)


@pytest.mark.parametrize("text", ["科技", "a-b", "and", "S&T", "2010", "为什么?", "http://a.org"])
def test_what_is_a_word(text: str) -> None:
    assert Words(text).text == text


@pytest.mark.parametrize("text", ["", "\ud800", "a\udfff"])
def test_a_phrase_is_some_text_that_can_be_stored(text: str) -> None:
    with pytest.raises(ValueError, match="not a phrase"):
        Phrase(text)


@pytest.mark.parametrize(
    ("words", "distance"),
    [
        ((), 3),
        (("甲",), 3),
        (("甲", "乙"), -1),
        (("甲", "乙"), LONGEST_DISTANCE + 1),
        (("甲", "乙 丙"), 3),
        (("甲", "…"), 3),
    ],
)
def test_words_that_cannot_be_near_each_other(words: tuple[str, ...], distance: int) -> None:
    with pytest.raises(ValueError, match="not"):
        Near(words, distance)


def test_near_words_show_as_text() -> None:
    assert Near(("科技", "外交"), 0).text == "科技 外交"
    assert Near(("科技", "外交"), LONGEST_DISTANCE).distance == LONGEST_DISTANCE


@pytest.mark.parametrize("text", ["外交", "a*", "*", "a-b*", "科**交", "a*" * (MOST_WILDCARDS + 1) + "a"])
def test_what_is_no_pattern(text: str) -> None:
    with pytest.raises(ValueError, match=r"not a pattern|more than"):
        Wildcard(text)


def test_a_pattern_may_have_that_many_wildcards() -> None:
    text = "a*" * MOST_WILDCARDS + "a"
    assert open_letters(Wildcard(text).text) == MOST_WILDCARDS


@pytest.mark.parametrize(("text", "enough"), [("科*", True), ("a*", False), ("ab*", True), ("1*2", True), ("*", False)])
def test_enough_letters(text: str, *, enough: bool) -> None:
    assert enough_letters(text) is enough


@pytest.mark.parametrize(("text", "wrong"), [("paper", 0), ("paper", 3), ("ab", 1), ("科技外交", 1), ("pa per", 1)])
def test_what_cannot_be_guessed(text: str, wrong: int) -> None:
    with pytest.raises(ValueError, match="not a word to be guessed"):
        Fuzzy(text, wrong)


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("colour", ("red",)),
        ("country", ()),
        ("country", ("JP", "JP")),
        ("country", (" ",)),
        ("author", (" 赵刚",)),
        ("speaker", ("\ud800",)),
    ],
)
def test_restrictions_that_mean_nothing(field: str, values: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match=r"not a restriction|blank value|space around"):
        Restriction(field, values)


@pytest.mark.parametrize(("start", "end"), [(None, None), (2020, 2010), (-1, None), (None, 10_000)])
def test_years_that_are_no_range(start: int | None, end: int | None) -> None:
    with pytest.raises(ValueError, match="not a range of years"):
        Years(start, end)


@pytest.mark.parametrize("make", [And, Or])
def test_joined_parts_are_several_and_flat(make: type[And | Or]) -> None:
    for parts in ((), (A,), (A, Empty()), (A, make((B, C)))):
        with pytest.raises(ValueError, match="two parts or more"):
            make(parts)


@pytest.mark.parametrize("part", [Empty(), Not(A)])
def test_only_something_can_be_excluded(part: Query) -> None:
    with pytest.raises(ValueError, match="nothing to exclude"):
        Not(part)


PARTS = st.recursive(
    st.sampled_from([Empty(), A, B, C, Years(2010, None)]),
    lambda inner: (
        st.lists(inner, max_size=3).map(all_of) | st.lists(inner, max_size=3).map(any_of) | inner.map(none_of)
    ),
    max_leaves=8,
)


@given(PARTS)
def test_excluding_twice_changes_nothing(part: Query) -> None:
    assert none_of(none_of(part)) == part


@given(st.lists(PARTS, max_size=4))
def test_joining_is_flat_and_order_is_kept(parts: list[Query]) -> None:
    for join, kind in ((all_of, And), (any_of, Or)):
        joined = join(parts)
        assert join([joined]) == joined
        assert join([Empty(), *parts, Empty()]) == joined
        if isinstance(joined, kind):
            assert not any(isinstance(part, kind | Empty) for part in joined.parts)


def test_one_part_needs_no_joining() -> None:
    assert all_of([A]) == any_of([A]) == A
    assert all_of([]) == any_of([]) == Empty()
    assert all_of([And((A, B)), C]) == And((A, B, C))
    assert any_of([A, Or((B, C))]) == Or((A, B, C))
