"""Chinese, Arabic and circled numerals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.numbers import CHINESE_NUMERAL, parse_chinese, parse_circled, parse_number

DIGITS = "零一二三四五六七八九"


def in_chinese(number: int) -> str:
    """The usual spelling of 1 to 9999."""
    text = ""
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            text += DIGITS[digit] + sign
        elif text and number and not text.endswith("零"):
            text += "零"
    return text


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("零", 0), ("〇", 0), ("十", 10), ("十五", 15), ("二十", 20), ("廿一", 21), ("卅", 30), ("两千", 2000),
        ("一百零一", 101), ("二〇〇八", 2008), ("一九七九", 1979), ("三千二百万", 32_000_000), ("一亿", 100_000_000),
        ("一亿二千万", 120_000_000), ("万", 10_000), ("壹佰贰拾叁", 123), ("三萬", 30_000),
    ],
)  # fmt: skip
def test_chinese_numerals(numeral: str, value: int) -> None:
    assert parse_chinese(numeral) == value


@pytest.mark.parametrize("text", ["", "几", "三分", "1", "十a", "多", "第三"])
def test_what_is_no_chinese_numeral(text: str) -> None:
    assert parse_chinese(text) is None


@given(st.integers(1, 9999))
def test_every_small_number_is_read_back(number: int) -> None:
    assert parse_chinese(in_chinese(number)) == number


@given(st.text(alphabet=CHINESE_NUMERAL, max_size=12))
def test_any_row_of_numerals_is_read_without_error(text: str) -> None:
    value = parse_chinese(text)
    assert value is None if not text else value is not None and value >= 0


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("155", 155.0), ("3 200", 3200.0), ("3,200", 3200.0), ("１，０００．５", 1000.5), ("0.15", 0.15),
        ("575857", 575857.0), ("1\u2009000\u2009000", 1_000_000.0), ("三十五", 35.0), (" 7 ", 7.0),
    ],
)  # fmt: skip
def test_numbers_as_printed(text: str, value: float) -> None:
    assert parse_number(text) == value


@pytest.mark.parametrize("text", ["", "三分", "1 2", "12,34", "1.2.3", "x", "٣", "-"])
def test_what_is_no_number(text: str) -> None:
    assert parse_number(text) is None


def test_circled_numbers() -> None:
    assert [parse_circled(c) for c in "①⑨⑳㉑㉟㊱㊿"] == [1, 9, 20, 21, 35, 36, 50]


@pytest.mark.parametrize("text", ["", "1", "①②", "㊀", "Ⓐ", "科", "⓪"])
def test_what_is_no_circled_number(text: str) -> None:
    assert parse_circled(text) is None
