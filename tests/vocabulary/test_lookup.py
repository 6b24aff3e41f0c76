"""Looking up and browsing terms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.vocabulary import Term, Vocabulary
from app.vocabulary.lookup import (
    TermFilter,
    TermFinder,
    count_by,
    english_initial,
    english_order,
    pinyin_initial,
    pinyin_order,
)
from tests import factories


def term(zh: str, en: str, pinyin: str, **more: object) -> Term:
    return Term(en.replace(" ", "-"), "concept", zh, en, "某。", "Some.", reading=pinyin, **more)  # type: ignore[arg-type]


GREEN = term("绿色基金", "green fund", "lǜ sè jī jīn", taiwan=("綠色基金會",), abbreviation="GF")
NETWORK = term("科学与创新网络", "Science and Innovation Network", "kē xué yǔ chuàng xīn wǎng luò")
SCIENCE = term("科学", "science", "kē xué")
FINDER = TermFinder([NETWORK, SCIENCE, GREEN])


@pytest.mark.parametrize(
    ("q", "found"),
    [
        ("科学", [SCIENCE, NETWORK]),
        ("科學", [SCIENCE, NETWORK]),
        ("science", [SCIENCE, NETWORK]),
        ("SCIENCE", [SCIENCE, NETWORK]),
        ("network science", [NETWORK]),
        ("创新", [NETWORK]),
        ("綠色基金會", [GREEN]),
        ("gf", [GREEN]),
        ("lvse", [GREEN]),
        ("luse", [GREEN]),
        ("lǜ sè", [GREEN]),
        ("lsjj", [GREEN]),
        ("kexue", [NETWORK, SCIENCE]),
        ("kx", [NETWORK, SCIENCE]),
        ("g", [GREEN]),
        ("zebra", []),
        ("%", []),
        ("…", []),
    ],
)
def test_the_best_comes_first(q: str, found: list[Term]) -> None:
    assert list(FINDER.find(q)) == found


@pytest.mark.parametrize("q", ["", "  ", "\t"])
def test_nothing_asked_is_everything_in_order(q: str) -> None:
    assert FINDER.find(q) == (NETWORK, SCIENCE, GREEN)


def test_every_name_and_every_pinyin_of_the_glossary_finds_its_term(vocabulary: Vocabulary) -> None:
    finder = TermFinder.of(vocabulary.glossary)
    for entry in list(vocabulary.glossary)[::7]:
        for name in entry.names():
            assert entry in finder.find(name)[:4], name
        assert entry in finder.find(entry.pinyin), entry.pinyin


@given(st.text(max_size=30))
def test_any_text_may_be_asked(q: str) -> None:
    assert set(FINDER.find(q)) <= {NETWORK, SCIENCE, GREEN}


def test_initials_are_capitals_or_the_sign_for_digits() -> None:
    assert (english_initial(NETWORK), pinyin_initial(NETWORK)) == ("S", "K")
    assert english_initial(term("某", "The École", "mǒu")) == "E"
    assert (english_initial(term("某", "21st century", "mǒu")), pinyin_initial(term("二", "two", "21 shì"))) == (
        "0",
        "0",
    )


def test_every_term_has_an_initial_of_each_kind() -> None:
    for entry in factories.vocabulary().glossary:
        for initial in (english_initial(entry), pinyin_initial(entry)):
            assert initial in "0ABCDEFGHIJKLMNOPQRSTUVWXYZ", entry.code


def test_orders_follow_letters_and_syllables() -> None:
    assert sorted([NETWORK, GREEN, SCIENCE], key=english_order) == [GREEN, SCIENCE, NETWORK]
    assert sorted([NETWORK, GREEN, SCIENCE], key=pinyin_order) == [SCIENCE, NETWORK, GREEN]


def test_filters_join() -> None:
    assert TermFilter().takes(GREEN)
    assert TermFilter("concept", "G", "L").takes(GREEN)
    assert not TermFilter("person").takes(GREEN)
    assert not TermFilter(letter="L").takes(GREEN)
    assert not TermFilter(pinyin="G").takes(GREEN)


def test_counts_add_up_to_all_terms(vocabulary: Vocabulary) -> None:
    for field in ("kind", "letter", "pinyin"):
        assert sum(count_by(vocabulary.glossary, field).values()) == len(vocabulary.glossary)
