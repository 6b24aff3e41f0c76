"""Cleaning keeps every character where it stood; text without characters behind it is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ingest.characters import clean, refuse_illegible
from app.ingest.errors import ReadError


@pytest.mark.parametrize(
    ("text", "cleaned", "controls"),
    [
        ("科技\r\n外交\r", "科技\n外交\n", 0),
        ("a\u2028b\u2029c\x85d\x0be", "a\nb\nc\nd\ne", 0),
        ("制表\t换页\f", "制表\t换页\f", 0),
        ("a\x00b\x07c\x7fd\x9f", "a b c d ", 4),
        ("x\ud800y\uffffz", "x y z", 2),
        ("日本", "日本", 0),
        ("", "", 0),
    ],
)
def test_breaks_become_newlines_and_controls_spaces(text: str, cleaned: str, controls: int) -> None:
    assert clean(text) == (cleaned, controls)


@given(st.text(alphabet=st.characters() | st.sampled_from("\r\n\x00\x0c科")))
def test_cleaning_keeps_places_and_leaves_what_a_database_keeps(text: str) -> None:
    cleaned, _ = clean(text)
    assert len(cleaned) == len(text) - text.count("\r\n")
    assert clean(cleaned) == (cleaned, 0)
    cleaned.encode("utf-8")
    assert "\0" not in cleaned


def test_text_of_unknown_glyphs_is_refused_with_an_example() -> None:
    with pytest.raises(ReadError, match=r"2 of its glyphs .* such as \(cid:123\)") as caught:
        refuse_illegible("(cid:123)(cid:4) 科技")
    assert "OCR" in caught.value.next_step


@pytest.mark.parametrize("glyph", ["\ufffd", "\ue000", "\uf8ff"])
def test_glyphs_in_the_private_use_area_are_named_by_code_point(glyph: str) -> None:
    with pytest.raises(ReadError, match=rf"U\+{ord(glyph):04X}"):
        refuse_illegible(glyph * 5 + "科技外交")


def test_a_few_unknown_glyphs_are_counted() -> None:
    assert refuse_illegible("科技外交的实践与特色" * 3 + "\ue000") == 1
    assert refuse_illegible("see (cid: 5) and cid:7") == 0
    assert refuse_illegible("") == 0
