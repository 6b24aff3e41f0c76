"""Known words that sound or look like one: what a scan of all of them finds, in the same order."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypinyin import Style, pinyin
from rapidfuzz.distance import OSA

from app.search.wordlist import Wordlist
from app.text.scripts import is_han

CHARACTERS = "科技课记外交教焦合作做abcde"
words = st.text(st.sampled_from(CHARACTERS), min_size=1, max_size=9)


def readings(character: str) -> set[str]:
    return {sound for sounds in pinyin(character, style=Style.NORMAL, heteronym=True) for sound in sounds}


def scan_for_sounds(text: str, known: Sequence[str]) -> list[str]:
    if len(text) < 2 or not all(map(is_han, text)):
        return []
    same = (word for word in known if len(word) == len(text) and word != text)
    return [word for word in same if all(a == b or readings(a) & readings(b) for a, b in zip(word, text, strict=True))]


def scan_for_looks(text: str, wrong: int, known: Sequence[str]) -> list[str]:
    han = is_han(text[0])
    allowed = int(len(text) >= 4) if han else (len(text) >= 4) + (len(text) >= 7)
    if wrong > allowed:
        return []
    return [
        word for word in known if word != text and (han or word[0] == text[0]) and OSA.distance(text, word) <= wrong
    ]


@given(st.lists(words, unique=True, max_size=30), words)
def test_what_sounds_alike_is_what_a_scan_finds(known: list[str], text: str) -> None:
    assert Wordlist(known).sounding_like(text) == scan_for_sounds(text, known)


@given(st.lists(words, unique=True, max_size=30), words, st.sampled_from([1, 2]))
def test_what_looks_alike_is_what_a_scan_finds(known: list[str], text: str, wrong: int) -> None:
    assert Wordlist(known).looking_like(text, wrong) == scan_for_looks(text, wrong, known)


@pytest.mark.parametrize(
    ("text", "sounding"),
    [
        ("科计外脚", ["科技外交", "科技外教"]),
        ("科技外交", ["科技外教"]),
        ("外", []),
        ("keji", []),
        ("科a", []),
        ("重庆", ["虫庆"]),
    ],
)
def test_words_typed_by_sound(text: str, sounding: list[str]) -> None:
    known = Wordlist(["科技外交", "外交", "科技外教", "虫庆", "交", "焦", "keji"])
    assert known.sounding_like(text) == sounding


def test_each_word_is_there_once_in_order_of_preference() -> None:
    assert list(Wordlist(["b", "a", "b", "c"])) == ["b", "a", "c"]
    assert list(Wordlist()) == []
    assert Wordlist().sounding_like("科技") == Wordlist().looking_like("科技外交", 1) == []
