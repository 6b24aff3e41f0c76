"""A sentence for rules: folded text, words, and the way back to the source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ingest.labels.sentence import read_sentence


def test_text_is_folded_and_quotes_are_as_printed() -> None:
    sentence = read_sentence("２００８ 年，日本發布《強化科技外交戰略》。")
    assert sentence.text == "2008年,日本发布《强化科技外交战略》。"
    start = sentence.text.index("发布")
    assert sentence.quote(start, start + 2) == "發布"
    assert sentence.quote(0, 5) == "２００８ 年"
    assert sentence.quote(3, 3) == ""


@pytest.mark.parametrize(
    ("text", "part", "whole", "torn"),
    [
        ("其中国际合作最多", "中国", False, True),
        ("其中法律问题最多", "中法", False, True),
        ("中法两国签署协定", "中法", True, False),
        ("增加纳米材料的投入", "加纳", False, True),
        ("日本发布报告", "日本", True, False),
    ],
)
def test_knows_where_words_begin_and_end(text: str, part: str, whole: bool, torn: bool) -> None:
    sentence = read_sentence(text)
    start = sentence.text.index(part)
    assert sentence.is_whole_words(start, start + len(part)) is whole
    assert sentence.tears_words(start, start + len(part)) is torn


def test_punctuation_and_the_ends_are_borders() -> None:
    sentence = read_sentence("合作。交流")
    assert [sentence.starts_or_ends_word(place) for place in range(6)] == [True, False, True, True, False, True]


@pytest.mark.parametrize(
    ("text", "chinese"),
    [
        ("科技外交（science and technology diplomacy）是外交的一部分。", True),
        ("Abstract: The paper presents practices of main countries.", False),
        ("中美 The United States and China signed an agreement.", False),
        ("", False),
    ],
)
def test_tells_chinese_from_an_english_abstract(text: str, chinese: bool) -> None:
    assert read_sentence(text).is_chinese is chinese


@given(st.text(max_size=60))
def test_every_part_of_any_text_can_be_quoted(text: str) -> None:
    sentence = read_sentence(text)
    assert len(sentence.word_at) == len(sentence.text)
    for start in range(len(sentence.text)):
        assert sentence.quote(start, start + 1) in text
