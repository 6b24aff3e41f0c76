"""Pinyin to show and pinyin to type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.pinyin import bare_syllables, plain_syllables, readings, romanise, syllables_missing


@pytest.mark.parametrize(
    ("text", "pinyin"),
    [
        ("科技外交", "kē jì wài jiāo"),
        ("重新", "chóng xīn"),
        ("重大", "zhòng dà"),
        ("绿色", "lǜ sè"),
        ("约里奥—居里", "yuē lǐ ào jū lǐ"),
        ("《科学与外交》", "kē xué yǔ wài jiāo"),
        ("UNESCO建议书", "UNESCO jiàn yì shū"),
        ("21世纪", "21 shì jì"),
        ("", ""),
    ],
)
def test_syllables_stand_apart_with_their_tones(text: str, pinyin: str) -> None:
    assert romanise(text) == pinyin


@pytest.mark.parametrize(
    ("typed", "syllables"),
    [
        ("Kē Jì", ("ke", "ji")),
        ("lǜ", ("lv",)),
        ("lü", ("lv",)),
        ("nǚ'ér", ("nv", "er")),
        ("UNESCO 21", ("unesco", "21")),
        ("…", ()),
    ],
)
def test_what_is_typed_has_no_tones(typed: str, syllables: tuple[str, ...]) -> None:
    assert bare_syllables(typed) == syllables


@pytest.mark.parametrize(
    ("text", "syllables"),
    [("王明国", ["wang", "ming", "guo"]), ("重庆", ["chong", "qing"]), ("绿色S&T", ["lv", "se", "S&T"]), ("", [])],
)
def test_plain_syllables_have_no_tones_and_leave_other_letters(text: str, syllables: list[str]) -> None:
    assert plain_syllables(text) == syllables


def test_a_character_has_all_its_readings_unless_a_word_decides() -> None:
    assert set(readings("重")[0]) == {"zhong", "chong", "tong"}
    assert readings("重庆") == [["chong"], ["qing"]]
    assert readings("a") == [["a"]]


def test_missing_and_extra_syllables_are_counted() -> None:
    assert syllables_missing("曾国藩", "zēng guó fān") == 0
    assert syllables_missing("曾国藩", "zēng guó") == 1
    assert syllables_missing("曾国藩", "zēng guó fān fān") == -1
    assert syllables_missing("21世纪外交：UNESCO", "21 shì jì wài jiāo UNESCO") == 0


@given(st.text(st.characters(codec="gb2312", min_codepoint=0x4E00, max_codepoint=0x9FA5), max_size=12))
def test_every_common_character_has_one_syllable(text: str) -> None:
    assert syllables_missing(text, romanise(text)) == 0


@given(st.text(max_size=40))
def test_any_text_is_taken(text: str) -> None:
    assert "\x00" not in romanise(text)
    assert all(syllable.isascii() for syllable in bare_syllables(text))
