from collections import Counter

import pytest
from hypothesis import given

from app.search.query import And, Not, Phrase, Query, Restriction, Words
from app.search.synonyms import Synonym
from app.search.weighing import INNER, OTHER_NAMES, TRANSLATIONS, by_words, ranking, word_terms
from tests.search.test_query import QUERIES


def test_ranking_terms_come_from_all_that_is_sought() -> None:
    terms = ranking(And((Words("日本"), Phrase("科技"), Not(Words("美国")), Restriction("country", ("JP",)))))
    assert {text for field, text in terms if field == "words"} == {"日本", "科技"}
    assert {text for field, text in terms if field == "characters"} == set("日本科技")
    assert {field for field, _ in terms} == {"words", "bigrams", "characters", "heading", "title"}


def test_nothing_is_joined_where_a_word_was_taken_out() -> None:
    terms = ranking(Words("日本有哪些协定"))
    assert ("bigrams", "日本") in terms
    assert not {text for field, text in terms if field == "bigrams"} & {"有哪", "哪些", "些协", "本协", "有协"}


def test_a_term_counts_once_however_often_the_query_has_it() -> None:
    terms = ranking(And((Words("科技"), Words("科学"), Words("Japan"), Words("Japan"))))
    assert terms["characters", "科"] == terms["bigrams", "科技"] == terms["english", "japan"] == 1


def test_spaces_between_han_and_digits_change_nothing() -> None:
    apart = And((Words("第"), Words("49"), Words("届会议")))
    assert ranking(apart) == ranking(Words("第49届会议"))
    assert ("bigrams", "9届") in ranking(apart)


def test_words_that_a_reader_sets_apart_are_not_joined() -> None:
    assert ("bigrams", "技外") not in ranking(And((Words("科技"), Words("外交"))))


def similar(text: str) -> tuple[Synonym, ...]:
    return (Synonym("东盟", ("东协", "ASEAN"), 0, 2),) if "东盟" in text else ()


def test_other_names_count_for_less_and_those_of_the_other_language_for_least() -> None:
    terms = ranking(And((Words("东盟"), Words("科技"))), similar)
    assert terms["words", "东盟"] == terms["words", "科技"] == 1
    assert terms["words", "东协"] == terms["bigrams", "东协"] == OTHER_NAMES
    assert terms["english", "asean"] == TRANSLATIONS
    assert 0 < TRANSLATIONS <= OTHER_NAMES < 1


def test_what_was_typed_counts_in_full_though_another_name_has_it() -> None:
    assert ranking(Words("东盟"), similar)["characters", "东"] == 1


def test_many_other_names_share_what_four_are_worth() -> None:
    def worth(number: int) -> float:
        names = tuple(f"东协{chr(0x4E00 + at)}" for at in range(number))
        return ranking(Words("东盟"), lambda _: (Synonym("东盟", names, 0, 2),))["bigrams", "东协"]

    assert worth(1) == worth(4) == OTHER_NAMES
    assert worth(8) == pytest.approx(OTHER_NAMES / 2)


def test_the_names_of_each_language_are_shared_out_alone() -> None:
    names = ("东协", "ASEAN", "AMS", "South-East", "Bangkok", "Jakarta")
    terms = ranking(Words("东盟"), lambda _: (Synonym("东盟", names, 0, 2),))
    assert terms["words", "东协"] == OTHER_NAMES
    assert terms["words", "asean"] == pytest.approx(TRANSLATIONS * 4 / 5)


def test_a_quoted_string_has_no_other_names() -> None:
    assert ranking(Phrase("东盟"), similar) == ranking(Phrase("东盟"))


def test_words_inside_a_long_word_count_for_little() -> None:
    terms = ranking(Words("科技外交"))
    assert terms["words", "科技外交"] == 1
    assert terms["words", "科技"] == terms["heading", "外交"] == INNER < 1
    assert terms["bigrams", "技外"] == 1
    assert ranking(And((Words("科技外交"), Words("科技"))))["words", "科技"] == 1


def test_function_words_rank_between_chinese_words_only() -> None:
    terms = ranking(Words("日本的协定"))
    assert ("words", "的") in terms
    assert ("bigrams", "本的") in terms
    english = ranking(And(tuple(map(Words, ("role", "of", "the", "centre")))))
    assert {text for field, text in english if field == "words"} == {"role", "centre"}
    assert not {text for _, text in ranking(Words("日本有哪些协定")) if "哪" in text}


def test_what_a_word_puts_among_the_terms() -> None:
    assert word_terms("科科") == {
        ("words", "科科"): 1,
        ("heading", "科科"): 1,
        ("title", "科科"): 1,
        ("bigrams", "科科"): 1,
        ("characters", "科"): 1,
    }
    latin = word_terms("agreements")
    assert {field for field, _ in latin} == {"words", "heading", "title", "english", "heading_english", "title_english"}
    assert ("english", "agreement") in latin


@given(query=QUERIES)
def test_words_and_what_is_left_over_are_all_the_terms(query: Query) -> None:
    terms = ranking(query)
    words, left = by_words(tuple(terms.items()))
    together = Counter(left)
    for word, times in words.items():
        assert times == int(times) > 0
        for term, number in word_terms(word).items():
            together[term] += times * number  # type: ignore[assignment]
    assert together == pytest.approx(dict(terms))
    assert all(times > 0 for times in left.values())


def test_a_character_that_two_words_share_is_taken_by_one() -> None:
    words, left = by_words(tuple(ranking(And((Words("科技"), Words("科学"), Words("的确")))).items()))
    assert words == {"科技": 1, "的确": 1}
    assert left == {term: 1.0 for term in word_terms("科学") if term != ("characters", "科")}


def test_a_word_that_lacks_any_of_its_terms_is_left_apart() -> None:
    terms = {**word_terms("科技"), ("characters", "技"): INNER}
    assert by_words(tuple(terms.items())) == ({}, terms)
