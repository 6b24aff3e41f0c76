import pytest

from app.search.analyzers import stems, tokens
from app.search.english import STOP_WORDS, expanded, singular, stem


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("agreements", "agreement"),
        ("globalization", "globalisation"),
        ("organizations", "organisation"),
        ("normalize", "normalising"),
        ("programs", "programme"),
        ("center", "centres"),
        ("defense", "defence"),
        ("chinese", "china"),
        ("british", "britain"),
        ("sci", "science"),
        ("tech", "technology"),
    ],
)
def test_forms_of_one_word_are_one_term(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize("word", ["size", "prize", "citizen", "horizon", "brazil", "seize"])
def test_words_that_only_look_american_stay(word: str) -> None:
    assert "z" in stem(word)


def test_common_words_are_left_out_and_the_country_is_not() -> None:
    assert expanded(["the", "agreement", "of", "us", "and", "japan"]) == [
        "agreement", "us", "japan", "america", "unit", "state",
    ]  # fmt: skip
    assert "us" not in STOP_WORDS


def test_names_of_one_country_find_each_other() -> None:
    for text in ("us policy", "u.s. policy", "american policy", "united states policy"):
        assert set(stems("us united states america")) <= set(stems(text))
    assert "us" not in stems("the states are united")
    assert "us" not in stems("united nations")


def test_abbreviations_stand_for_their_words_too() -> None:
    assert stems("s&t diplomacy") == ["s&t", stem("diplomacy"), stem("science"), stem("technology")]
    assert stems("r&d") == ["r&d", stem("research"), stem("development")]


def test_abbreviations_are_one_token() -> None:
    assert [token.text for token in tokens("u.s. s&t, r&d. at&t a.b")] == ["us", "s&t", "r&d", "at", "t", "a", "b"]
    assert [(token.start, token.end) for token in tokens("the u.s. and")] == [(0, 3), (4, 8), (9, 12)]


@pytest.mark.parametrize(
    ("plural", "one"),
    [("diplomats", "diplomat"), ("policies", "policy"), ("agencies", "agency"), ("programs", "programme")],
)
def test_a_plural_has_the_form_of_its_singular(plural: str, one: str) -> None:
    assert singular(plural) == singular(one) == one


@pytest.mark.parametrize("word", ["status", "process", "gas", "us", "developing", "developed"])
def test_what_is_no_plural_stays(word: str) -> None:
    assert singular(word) == word
