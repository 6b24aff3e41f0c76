import pytest

from app.search.synonyms import Synonyms
from app.text.normalise import fold_text
from tests.factories import vocabulary


@pytest.fixture(scope="module")
def synonyms() -> Synonyms:
    return Synonyms(vocabulary())


@pytest.mark.parametrize(
    ("text", "asked", "name"),
    [
        ("東協科技", "东协", "东盟"),
        ("智慧財產權協定", "智慧财产权", "知识产权"),
        ("川普政府", "川普", "特朗普"),
        ("chief scientific adviser", "chief scientific adviser", "首席科学顾问"),
        ("首席科学顾问", "首席科学顾问", "chief scientific adviser"),
        ("寮国的科技", "寮国", "老挝"),
        ("science in Japan", "japan", "日本"),
        ("AAAS reports", "aaas", "美国科学促进会"),
        ("How many science diplomats are there", "science diplomats", "科技外交官"),
        ("CHIEF scientific advisers", "chief scientific advisers", "首席科学顾问"),
        ("a developing country", "developing country", "发展中国家"),
    ],
)
def test_terms_countries_and_instruments_have_other_names(synonyms: Synonyms, text: str, asked: str, name: str) -> None:
    found = {synonym.asked: synonym for synonym in synonyms.find(text)}
    assert name in found[asked].names
    assert fold_text(text)[found[asked].start : found[asked].end] == asked


def test_no_name_is_given_twice_nor_the_one_that_was_asked(synonyms: Synonyms) -> None:
    for term in vocabulary().glossary:
        for synonym in synonyms.find(term.zh):
            folded = [fold_text(name) for name in (synonym.asked, *synonym.names)]
            assert len(folded) == len(set(folded))


def test_short_forms_of_countries_and_abbreviations_in_small_letters_mean_nothing(synonyms: Synonyms) -> None:
    assert synonyms.find("美") == ()
    assert all(synonym.asked != "us" for synonym in synonyms.find("tell us"))


def test_what_has_no_other_name_is_not_found(synonyms: Synonyms) -> None:
    assert synonyms.find("饕餮") == synonyms.find("") == synonyms.find("\ud800") == ()


def test_a_part_of_a_longer_name_is_not_asked_for(synonyms: Synonyms) -> None:
    assert [synonym.asked for synonym in synonyms.find("首席科学顾问")] == ["首席科学顾问"]


def test_a_plural_has_the_names_of_the_singular_and_not_the_singular_itself(synonyms: Synonyms) -> None:
    (found,) = synonyms.find("science diplomats")
    assert found.names == ("科技外交官", "S&T diplomat")


def test_the_longer_of_two_names_is_asked_whether_inflected_or_not(synonyms: Synonyms) -> None:
    assert [one.asked for one in synonyms.find("science and technology agreements")] == [
        "science and technology agreements"
    ]
    assert [one.asked for one in synonyms.find("东盟 diplomats")] == ["东盟", "diplomats"]


@pytest.mark.parametrize("text", ["AIDS", "science, diplomats", "science 的 diplomats"])
def test_capitals_and_words_apart_are_no_plural_of_a_name(synonyms: Synonyms, text: str) -> None:
    assert not {"aids", "science diplomats"} & {one.asked for one in synonyms.find(text)}
    assert all(one.asked in fold_text(text) and " " not in one.asked for one in synonyms.find(text))
