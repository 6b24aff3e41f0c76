import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.cite import selectors, text_link


def test_selectors_of_the_web_annotation_data_model() -> None:
    assert selectors("日本签署协定。", "前文。", "后文。", 10, 17) == [
        {"type": "TextQuoteSelector", "exact": "日本签署协定。", "prefix": "前文。", "suffix": "后文。"},
        {"type": "TextPositionSelector", "start": 10, "end": 17},
    ]


@pytest.mark.parametrize(
    ("address", "text", "expected"),
    [
        ("https://a/p", "中国", "https://a/p#:~:text=%E4%B8%AD%E5%9B%BD"),
        ("https://a/p#c-1", "a-b, c & d", "https://a/p#c-1:~:text=a%2Db%2C%20c%20%26%20d"),
        ("https://a/p", "x" * 20 + "y" * 40 + "z" * 20, f"https://a/p#:~:text={'x' * 20},{'z' * 20}"),
        ("https://a/p", "a\n b", "https://a/p#:~:text=a%20b"),
    ],
)
def test_links_to_text(address: str, text: str, expected: str) -> None:
    assert text_link(address, text) == expected


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_nothing_of_the_text_has_a_meaning_in_the_directive(text: str) -> None:
    directive = text_link("https://a/p", text).partition(":~:text=")[2]
    assert directive.count(",") <= 1
    assert not set(directive) & set("&-# <>\n")
