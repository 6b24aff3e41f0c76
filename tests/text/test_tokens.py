import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.tokens import LONGEST, lookup_tokens


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("科技外交", {"科技", "技外", "外交"}),
        ("王", {"王"}),
        ("think tanks 2015", {"think", "tanks", "2015"}),
        ("中国2018年报告", {"中国", "2018", "年报", "报告"}),
        ("10.1000/ab-1", {"10", "1000", "ab", "1"}),
        ("", set()),
        ("，。—", set()),
    ],
)
def test_words_of_a_text(text: str, tokens: set[str]) -> None:
    assert lookup_tokens(text) == tokens


@pytest.mark.parametrize(
    ("author", "tokens"),
    [
        ("王逸舟", {"wang", "yizhou", "wangyizhou"}),
        ("欧阳修", {"ouyang", "xiu", "ouyangxiu"}),
        ("吕方", {"lv", "fang", "lvfang"}),
        ("Nina V. Fedoroff", set()),
        ("中国科学院科技战略咨询研究院", set()),
    ],
)
def test_chinese_authors_are_found_in_pinyin(author: str, tokens: set[str]) -> None:
    assert lookup_tokens("", [author]) == tokens


@given(st.text(max_size=80))
def test_words_are_short_and_a_part_of_the_text(text: str) -> None:
    for token in lookup_tokens(text):
        assert 0 < len(token) <= LONGEST
        assert token in text
