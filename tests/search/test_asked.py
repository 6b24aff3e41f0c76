import pytest

from app.search.asked import (
    asked_tokens,
    asks_in_chinese,
    meaningful,
    names_in,
    no_synonyms,
    ranked_tokens,
    runs,
    sought,
    synonyms_in,
    without_quotes,
)
from app.search.query import And, Empty, Not, Or, Phrase, Words, Years
from app.search.synonyms import Synonym


def asked(text: str) -> list[str]:
    return [token.text for token in asked_tokens(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("日本有哪些驻外机构？", ["日本", "驻外", "机构"]),
        ("什么是科技外交", ["科技", "外交"]),
        ("什么", ["什么"]),
        ("如何的", ["的"]),
        ("的", ["的"]),
        ("the agreements of Japan", ["agreements", "japan"]),
        ("日本的協定", ["日本", "协定"]),
        ("哪些机构加入了WHO的IT组织", ["机构", "加入", "who", "it", "组织"]),
        ("ＷＨＯ 的改革", ["who", "改革"]),
        ("who 改革", ["改革"]),
    ],
)
def test_only_words_that_carry_meaning_are_asked_for(text: str, expected: list[str]) -> None:
    assert "".join(asked(text)) == "".join(expected)


def test_words_without_meaning_are_no_parts_unless_all_are_such() -> None:
    parts = (Words("science"), Words("of"), Words("的"), Phrase("the"))
    assert meaningful(parts) == [Words("science"), Phrase("the")]
    assert meaningful((Words("of"), Words("the"))) == (Words("of"), Words("the"))


def test_words_in_a_row_are_one_text_where_not_both_are_han() -> None:
    parts = (Words("chief"), Words("adviser"), Words("日本"), Words("协定"), Words("AI"), Phrase("b"), Words("c"))
    assert runs(parts) == ["chief adviser 日本", "协定 AI", "c"]
    assert runs((Words("谁赢得了第"), Words("49"), Words("届超级碗"))) == ["谁赢得了第 49 届超级碗"]
    assert runs((Phrase("日本"), Words("协定"))) == ["协定"]
    assert runs(()) == []


def test_what_is_excluded_is_not_sought() -> None:
    query = And((Words("a"), Not(Words("b")), Or((Phrase("c"), Years(1, 2)))))
    assert list(sought(query)) == [Words("a"), Phrase("c")]


def test_each_name_that_has_others_is_told_once() -> None:
    synonym = Synonym("东盟", ("ASEAN",), 0, 2)

    def similar(text: str) -> tuple[Synonym, ...]:
        return (synonym,) if text.startswith("东盟") else ()

    query = And((Words("东盟"), Words("东盟计划"), Phrase("东盟"), Not(Words("东盟"))))
    assert synonyms_in(query, similar) == (synonym,)
    assert synonyms_in(query, no_synonyms) == synonyms_in(Empty(), similar) == ()


@pytest.mark.parametrize(
    ("text", "ranked"),
    [
        ("日本的协定是什么", ["日本", "的", "协定", "是"]),
        ("the role of Japan", ["role", "japan"]),
        ("是什么", ["是"]),
        ("的", ["的"]),
        ("what is", ["is"]),
    ],
)
def test_function_words_between_chinese_ones_rank(text: str, ranked: list[str]) -> None:
    assert [token.text for token in ranked_tokens(text)] == ranked


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("日本有哪些驻外机构", True),
        ("瑞士科學中心設在哪裡", True),
        ("哪家机构派驻了科技参赞", True),
        ("科技外交", False),
        ("哪怕没有协定", False),
        ("瑞士与日本签署协定?", True),
        ("条约的名称为？ ", True),
        ("Who signed?", False),
        ("what did Japan sign", False),
        ("", False),
    ],
)
def test_a_chinese_question_has_a_word_that_only_asks(text: str, asks: bool) -> None:
    assert asks_in_chinese(text) is asks


def test_no_claim_need_hold_the_measure_word_of_a_question() -> None:
    assert asked("哪家机构") == asked("哪些机构") == ["机构"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("WHO的改革", {"who"}),
        ("哪些国家用IT,哪些用 ＡＩ？", {"it", "ai"}),
        ("Who 改革", set()),
        ("A国与B国", set()),
        ("COVID19之后", set()),
        ("WHO IS WHO", set()),
        ("", set()),
    ],
)
def test_latin_capitals_among_han_are_names(text: str, names: set[str]) -> None:
    assert names_in(text) == names


def test_a_name_in_capitals_is_a_part_though_it_looks_like_an_empty_word() -> None:
    assert meaningful((Words("WHO"), Words("改革"), Words("的"))) == [Words("WHO"), Words("改革")]
    assert meaningful((Words("who"), Words("改革"))) == [Words("改革")]
    assert meaningful((Words("WHO"), Words("reform"))) == [Words("reform")]


def test_a_quoted_string_is_words_without_its_quotes() -> None:
    query = And((Words("日本"), Phrase("科技 外交"), Not(Phrase("协定")), Years(1, 2)))
    words = (Words("日本"), Words("科技"), Words("外交"), Not(Phrase("协定")), Years(1, 2))
    assert without_quotes(query) == And(words)
    assert without_quotes(Phrase("协定")) == Words("协定")
    assert without_quotes(Phrase("-(a)")) == Words("a")
    assert without_quotes(Words("协定")) == Words("协定")
    assert without_quotes(Empty()) == Empty()
