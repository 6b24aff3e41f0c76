import pytest

from app.search.compile import (
    KEYWORDS,
    asked_tokens,
    filtered,
    is_sentence,
    needs,
    ranking,
    relaxed,
    sought,
    strict,
)
from app.search.conditions import (
    AllOf,
    AnyOf,
    Everything,
    HasTerm,
    Holds,
    Like,
    Mentions,
    Published,
    Resembles,
    Together,
    Without,
)
from app.search.query import And, Empty, Fuzzy, Near, Not, Or, Phrase, Restriction, Wildcard, Words, Years
from app.search.request import Filters

CLASSES = {"operational": ("agreement", "overseas")}
JAPAN = AnyOf((HasTerm("country", "JP"),))


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
    ],
)
def test_only_words_that_carry_meaning_are_asked_for(text: str, expected: list[str]) -> None:
    assert "".join(asked(text)) == "".join(expected)


def test_han_words_are_strings_and_others_are_whole_words() -> None:
    assert needs(Words("日本")) == (Holds("日本"),)
    assert needs(Words("Agreements")) == (AnyOf((HasTerm("words", "agreements"), HasTerm("english", "agreement"))),)
    assert needs(Words("日本日本")) == (Holds("日本"),)
    assert needs(Words("①")) == (AnyOf((HasTerm("words", "1"), HasTerm("english", "1"))),)


@pytest.mark.parametrize(
    ("query", "condition"),
    [
        (Empty(), Everything()),
        (Words("日本"), AllOf((Holds("日本"),))),
        (Phrase("「科技」 外交"), Holds('"科技"外交')),
        (Near(("科技", "外交"), 3), Together(("科技", "外交"), 3, AllOf((Holds("科技"), Holds("外交"))))),
        (Near(("科技", "JAPAN"), 3), Together(("科技", "japan"), 3, AllOf((Holds("科技"), *needs(Words("japan")))))),
        (Wildcard("Diplom*"), Like("diplom*")),
        (Fuzzy("Diplomcy", 2), Resembles("diplomcy", 2)),
        (Restriction("author", ("趙剛", "Zhao")), AnyOf((Mentions("author", "赵刚"), Mentions("author", "zhao")))),
        (Restriction("has", ("figure",)), AnyOf((HasTerm("has", "figure"),))),
        (Phrase(" \u200b"), Everything()),
        (Restriction("country", ("JP",)), JAPAN),
        (Restriction("paper", ("operational",)), AnyOf((HasTerm("paper", "operational"),))),
        (
            Restriction("instrument", ("operational", "agreement", "aid")),
            AnyOf(
                (HasTerm("instrument", "agreement"), HasTerm("instrument", "overseas"), HasTerm("instrument", "aid"))
            ),
        ),
        (Years(2008, None), Published(2008, None)),
        (Not(Phrase("a")), Without(Holds("a"))),
        (And((Phrase("a"), Not(Phrase("b")))), AllOf((Holds("a"), Without(Holds("b"))))),
        (Or((Phrase("a"), Phrase("b"))), AnyOf((Holds("a"), Holds("b")))),
    ],
)
def test_what_a_claim_must_fulfil(query, condition) -> None:  # type: ignore[no-untyped-def]
    assert strict(query, CLASSES) == condition


def test_relaxing_asks_for_any_word_but_keeps_everything_else() -> None:
    query = And((Words("日本"), Words("协定"), Not(Words("美国")), Restriction("country", ("JP",))))
    others = (Without(AllOf((Holds("美国"),))), JAPAN)
    assert relaxed(query, CLASSES) == AllOf((*others, AnyOf((Holds("日本"), Holds("协定")))))


def test_beside_a_quoted_string_words_are_not_needed() -> None:
    query = And((Words("日本"), Phrase("科技"), Not(Words("美国"))))
    assert relaxed(query, CLASSES) == AllOf((Holds("科技"), Without(AllOf((Holds("美国"),)))))


@pytest.mark.parametrize(
    "query",
    [
        Empty(),
        Words("日本"),
        Phrase("日本协定"),
        Or((Words("日本"), Words("协定"))),
        And((Phrase("a"), Phrase("b"))),
        And((Words("日本"), Restriction("country", ("JP",)))),
    ],
)
def test_nothing_to_relax(query) -> None:  # type: ignore[no-untyped-def]
    assert relaxed(query, CLASSES) is None


def test_a_sentence_has_more_words_than_keywords_have() -> None:
    words = ["日本", "美国", "英国", "德国", "法国", "韩国"]
    assert len(words) == KEYWORDS + 1
    assert is_sentence(And(tuple(map(Words, words))))
    assert is_sentence(Words("".join(words)))
    assert not is_sentence(And(tuple(map(Words, words[:-1]))))
    assert not is_sentence(Phrase("".join(words)))
    assert not is_sentence(Or(tuple(map(Words, words))))


def test_filters_hold_together_and_their_values_are_alternatives() -> None:
    filters = Filters(country=("JP", "US"), instrument=("operational",), year=(2008, 2016))
    countries = AnyOf((HasTerm("country", "JP"), HasTerm("country", "US")))
    kinds = AnyOf((HasTerm("instrument", "agreement"), HasTerm("instrument", "overseas")))
    assert filtered(filters, CLASSES) == AllOf((countries, kinds, Published(2008, 2016)))
    assert filtered(Filters(), CLASSES) == Everything()


def test_ranking_terms_come_from_all_that_is_sought() -> None:
    terms = ranking(And((Words("日本"), Phrase("科技"), Not(Words("美国")), Restriction("country", ("JP",)))))
    assert {text for field, text in terms if field == "words"} == {"日本", "科技"}
    assert {text for field, text in terms if field == "characters"} == set("日本科技")
    assert {field for field, _ in terms} == {"words", "bigrams", "characters", "heading", "title"}


def test_nothing_is_joined_where_a_word_was_taken_out() -> None:
    terms = ranking(Words("日本有哪些协定"))
    assert ("bigrams", "日本") in terms
    assert not {text for field, text in terms if field == "bigrams"} & {"有哪", "哪些", "些协", "本协", "有协"}


def test_the_query_counts_how_often_it_has_a_term() -> None:
    terms = ranking(And((Words("科技"), Words("科学"), Words("Japan"))))
    assert terms["characters", "科"] == 2
    assert terms["bigrams", "科技"] == 1
    assert terms["english", "japan"] == 1


def test_what_is_excluded_is_not_sought() -> None:
    query = And((Words("a"), Not(Words("b")), Or((Phrase("c"), Years(1, 2)))))
    assert list(sought(query)) == [Words("a"), Phrase("c")]
