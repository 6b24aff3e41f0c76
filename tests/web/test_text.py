"""What visitors type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.search.query_parser import MAX_LENGTH
from app.web.text import LONGEST_QUERY, plain


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("  科技 外交 ", "科技 外交"),
        ("a\x00b", "a b"),
        ("a\r\nb", "a  b"),
        ("\u200b", ""),
        ("\ufffd科", "\ufffd科"),
        ("", ""),
        ("字" * 5000, "字" * LONGEST_QUERY),
    ],
)
def test_control_characters_go_and_words_stay(typed: str, read: str) -> None:
    assert plain(typed) == read


@given(st.text())
def test_what_is_read_is_printable_and_reading_twice_changes_nothing(typed: str) -> None:
    read = plain(typed)
    assert read.isprintable()
    assert len(read) <= LONGEST_QUERY
    assert plain(read) == read


def test_a_query_that_is_too_long_stays_too_long_for_the_parser() -> None:
    assert LONGEST_QUERY > MAX_LENGTH
