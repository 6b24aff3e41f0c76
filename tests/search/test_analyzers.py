import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.search.analyzers import MAX_WORD, bigrams, in_dictionary, inner_words, search_words, stem, stems, tokens
from app.text.normalise import fold_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("，。！", []),
        ("日本签署科技合作协定", ["日本", "签署", "科技合作协定"]),
        ("ＳＴＩ政策2008年", ["sti", "政策", "2008", "年"]),
        ("covid-19与s&t", ["covid", "19", "与", "s", "t"]),
        ("3.5%", ["3", "5"]),
        ("snake_case", ["snake", "case"]),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert [token.text for token in tokens(fold_text(text))] == expected


def test_tokens_stand_where_they_say() -> None:
    folded = fold_text("2008 年，Nina V. Fedoroff 訪問清華大學。")
    for token in tokens(folded):
        assert folded[token.start : token.end] == token.text


@given(st.text(max_size=40))
def test_tokens_of_any_text_are_in_order_and_cover_every_letter(text: str) -> None:
    folded = fold_text(text)
    found = tokens(folded)
    ends = [0, *(token.end for token in found)]
    assert all(end <= token.start for end, token in zip(ends, found, strict=False))
    covered = {i for token in found for i in range(token.start, token.end)}
    assert {i for i, c in enumerate(folded) if c.isalnum() and c.isascii()} <= covered


def test_a_run_of_letters_without_end_is_cut() -> None:
    assert [token.text for token in tokens("x" * 5000)] == ["x" * MAX_WORD]


def test_long_words_are_also_searched_by_the_words_in_them() -> None:
    assert list(inner_words("科技外交")) == ["科技", "外交"]
    assert list(inner_words("马克思")) == ["马克"]
    assert list(inner_words("外交")) == []
    assert list(inner_words("diplomacy")) == []
    assert search_words("清华大学校长") == ["清华", "华大", "大学", "清华大学", "校长"]


def test_bigrams_are_of_all_characters() -> None:
    assert bigrams("科技,a") == ["科技", "技,", ",a"]
    assert bigrams("科") == []
    assert bigrams("") == []


def test_stems_join_the_forms_of_english_words() -> None:
    assert stems("the agreements of japan and 协定 an agreement") == ["agreement", "japan", "agreement"]
    assert stem("diplomacies") == stem("diplomacy")


def test_the_dictionary_knows_words_and_no_others() -> None:
    assert in_dictionary("外交")
    assert not in_dictionary("技外")
    assert not in_dictionary("")
