import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.search.query_syntax import (
    CODED,
    FIELD_NAMES,
    FIELDS,
    NAMED,
    OPERATORS,
    distance_at,
    field_prefix,
    guess_in,
    has_word,
    narrow,
    pattern_in,
)


def test_every_field_can_be_written_in_both_languages_and_scripts() -> None:
    assert set(FIELDS) | {"year"} == set(FIELD_NAMES.values())
    assert not set(CODED) & set(NAMED)
    for field in set(FIELD_NAMES.values()):
        names = [name for name, meant in FIELD_NAMES.items() if meant == field]
        assert field in names
        assert any(not name.isascii() for name in names), field


def test_operators_are_the_three_of_logic() -> None:
    assert set(OPERATORS.values()) == {"and", "or", "not"}
    assert all(narrow(written) == written for written in OPERATORS)


@given(st.text(max_size=30))
def test_narrowing_keeps_places(text: str) -> None:
    plain = narrow(text)
    assert len(plain) == len(text)
    assert narrow(plain) == plain
    assert [a for a, b in zip(text, plain, strict=True) if a != b] == [c for c in text if "\uff01" <= c <= "\uff5e"]


@pytest.mark.parametrize(
    ("wide", "plain"), [("：（ＯＲ", ":(OR"), ("科技　外交", "科技　外交"), ("。、", "。、"), ("ﾊﾛｰ", "ﾊﾛｰ")]
)
def test_what_is_narrowed(wide: str, plain: str) -> None:
    assert narrow(wide) == plain


@pytest.mark.parametrize(
    ("text", "at", "name"),
    [
        ("country:JP", 0, "country"),
        ("x country:JP", 2, "country"),
        ("x country:JP", 0, None),
        ("countryside:JP", 0, None),
        ("国家:日本", 0, "国家"),
        ("國家:日本", 0, "國家"),
        ("年份:2010", 0, "年份"),
        ("Year:2010", 0, "Year"),
        ("country JP", 0, None),
    ],
)
def test_field_prefix(text: str, at: int, name: str | None) -> None:
    found = field_prefix(text, at)
    assert (found and found[1]) == name


@pytest.mark.parametrize(("text", "expected"), [("科", True), ("a", True), ("7", True), ("……", False), ("", False)])
def test_has_word(text: str, *, expected: bool) -> None:
    assert has_word(text) is expected


@pytest.mark.parametrize(
    ("run", "pattern"),
    [
        ("科*外交", "科*外交"),
        ("科＊外交", "科*外交"),
        ("科***外交", "科*外交"),
        ("*外交", "*外交"),
        ("外交*", "外交*"),
        ("wom?n", "wom?n"),
        ("wom?n??", "wom?n"),
        ("科?外交", "科?外交"),
        ("***", None),
        ("为什么?", None),
        ("外交", None),
        ("a-b*", None),
        ("https://a.org/?b=c", None),
        ("", None),
    ],
)
def test_patterns(run: str, pattern: str | None) -> None:
    assert pattern_in(run) == pattern


@given(st.text(st.sampled_from("a科1*?＊？-"), max_size=10))
def test_a_pattern_is_its_own_pattern(run: str) -> None:
    pattern = pattern_in(run)
    if pattern is not None:
        assert pattern_in(pattern) == pattern
        assert "**" not in pattern
        assert not pattern.endswith("?")


@pytest.mark.parametrize(
    ("run", "guess"),
    [
        ("diplomacy~", ("diplomacy", 2)),
        ("paper~", ("paper", 1)),
        ("papers~", ("papers", 2)),
        ("paper~2", ("paper", 2)),
        ("Fédorov~1", ("Fédorov", 1)),
        ("ab~", None),
        ("paper~3", None),
        ("paper~12", None),
        ("paper2~", None),
        ("科技外交~", None),
        ("paper", None),
        ("x" * 65 + "~", None),
    ],
)
def test_guesses(run: str, guess: tuple[str, int] | None) -> None:
    assert guess_in(run) == guess


@pytest.mark.parametrize(
    ("text", "number"), [("~10", "10"), ("~1000", "1000"), ("~10000", "10000"), ("~", None), ("10", None)]
)
def test_distances(text: str, number: str | None) -> None:
    found = distance_at(f'"科技 外交"{text}', 7)
    assert (found and found[1]) == number
