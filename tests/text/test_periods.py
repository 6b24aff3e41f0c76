from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.periods import find_periods


def years(text: str, published: int | None = 2018) -> list[tuple[int, int | None, str]]:
    return [(one.start, one.end, one.precision) for one in find_periods(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1979年1月", (1979, 1979, "month")),
        ("1979年1月31日", (1979, 1979, "day")),
        ("1979年", (1979, 1979, "year")),
        ("1972年以来", (1972, None, "year")),
        ("二〇〇八年", (2008, 2008, "year")),
        ("2006-2010年", (2006, 2010, "years")),
        ("2006年至2010年", (2006, 2010, "years")),
        ("2014年至今", (2014, None, "years")),
        ("1996-98年", (1996, 1998, "years")),
        ("20世纪60年代", (1960, 1969, "decade")),
        ("上世纪八九十年代", (1980, 1999, "decade")),
        ("20世纪70-80年代", (1970, 1989, "decade")),
        ("80年代初", (1980, 1981, "decade")),
        ("20世纪90年代以来", (1990, None, "decade")),
        ("19世纪", (1801, 1900, "century")),
        ("20世纪末", (1981, 2000, "century")),
        ("21世纪初", (2001, 2020, "century")),
        ('"十三五"期间', (2016, 2020, "era")),
        ('"一五"计划', (1953, 1957, "era")),
        ("十二五期间", (2011, 2015, "era")),
        ("冷战时期", (1947, 1991, "era")),
        ("改革开放以来", (1978, None, "era")),
        ("新世纪以来", (2001, None, "era")),
        ("二战后", (1945, None, "era")),
        ("近年来", (2013, None, "recent")),
        ("近3年来", (2015, None, "recent")),
    ],
)
def test_what_a_period_means(text: str, expected: tuple[int, int | None, str]) -> None:
    assert years(text) == [expected]


@pytest.mark.parametrize(
    "text", ["改革开放的成就", "共2008项", "3年", "1234年前的", "邮编100038", "近年来", "第十五届", ""]
)
def test_what_names_no_years(text: str) -> None:
    assert years(text, None) == []


def test_a_place_is_read_once_and_the_order_is_the_text_s() -> None:
    text = "改革开放以来,1979年1月至20世纪90年代"
    found = find_periods(text)
    assert [text[one.at : one.until] for one in found] == ["改革开放以来", "1979年1月", "20世纪90年代"]


LETTERS = '0123456789年月日世纪代初末中期以来近十八九五"-至今二〇战后,'


@given(st.text(alphabet=LETTERS, max_size=40), st.integers(1900, 2100))
def test_laws_of_any_text(text: str, published: int) -> None:
    found = find_periods(text, published)
    for one in found:
        assert 0 <= one.at < one.until <= len(text)
        assert one.end is None or one.start <= one.end
        assert 1000 <= one.start <= published or one.start <= 2200
    assert all(first.until <= second.at for first, second in pairwise(found))
