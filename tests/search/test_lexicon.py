import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.search.lexicon import Lexicon, lexicon_arrays

STRINGS = st.sets(st.text(st.characters(exclude_categories=["Cs"]), max_size=5), max_size=30)


def lexicon(strings: set[str]) -> Lexicon:
    return Lexicon(lexicon_arrays(sorted(strings)))


@given(strings=STRINGS, wanted=st.text(st.characters(exclude_categories=["Cs"]), max_size=5))
def test_it_is_a_sorted_list(strings: set[str], wanted: str) -> None:
    found, expected = lexicon(strings), sorted(strings)
    assert len(found) == len(expected)
    assert list(found) == found.list == expected
    assert found.find(wanted) == (expected.index(wanted) if wanted in strings else None)
    assert (wanted in found) is (wanted in strings)


@given(strings=st.sets(st.text("科技ab", max_size=6), min_size=70, max_size=300), wanted=st.text("科技ab", max_size=6))
def test_many_strings_are_found_from_the_marks_among_them(strings: set[str], wanted: str) -> None:
    found, expected = lexicon(strings), sorted(strings)
    assert found.find(wanted) == (expected.index(wanted) if wanted in strings else None)
    assert [found.find(string) for string in expected] == list(range(len(expected)))


@given(strings=STRINGS, start=st.integers(-40, 40), end=st.integers(-40, 40), step=st.sampled_from([-2, -1, 1, 3]))
def test_slices_are_those_of_a_list(strings: set[str], start: int, end: int, step: int) -> None:
    assert lexicon(strings)[start:end:step] == sorted(strings)[start:end:step]


def test_places_count_from_the_end_too_and_none_is_outside() -> None:
    found = lexicon({"外交", "科技", "协定"})
    assert found[-1] == max("外交", "科技", "协定")
    for place in (3, -4):
        with pytest.raises(IndexError):
            found[place]


def test_letters_of_more_bytes_sort_as_code_points_do() -> None:
    """UTF-8 keeps the order of code points, which UTF-16 does not: 𠮷 stands behind ｚ."""
    assert list(lexicon({"𠮷", "ｚ", "z", "é", "一"})) == ["z", "é", "一", "ｚ", "𠮷"]


def test_an_empty_one_finds_nothing() -> None:
    found = lexicon(set())
    assert (len(found), list(found), found.find("科技"), found.find("")) == (0, [], None, None)


def test_what_was_looked_up_once_is_known() -> None:
    found = lexicon({"科技"})
    assert [found.find("科技"), found.find("科技"), found.find("外交"), found.find("外交")] == [0, 0, None, None]
