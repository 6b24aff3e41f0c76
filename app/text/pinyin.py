"""Pinyin of Chinese names and texts: with tone marks to be shown, bare to be typed and sorted.

Syllables are written apart: joining them into words (GB/T 16159-2012) would need a segmentation that names of
institutions and persons do not have. pypinyin, whose dictionaries take a moment to be read, is loaded when it is first
needed.
"""

import re
import unicodedata

from app.text.scripts import is_han

_PIECE = re.compile(r"[a-z0-9]+")


def romanise(text: str) -> str:
    """The syllables of `text` with tone marks, separated by spaces; Latin and digits stay, punctuation goes.

    Readings are those of pypinyin's dictionary of words (重新 chóng, 重大 zhòng), tones those of the dictionary.

    >>> romanise("科技外交"), romanise("21世纪外交：UNESCO")
    ('kē jì wài jiāo', '21 shì jì wài jiāo UNESCO')
    """
    from pypinyin import Style, pinyin

    spaced = "".join(character if character.isalnum() else " " for character in text)
    return " ".join(" ".join(syllable for (syllable,) in pinyin(spaced, style=Style.TONE)).split())


def plain_syllables(text: str) -> list[str]:
    """The likeliest syllable of each character, without tones; what is no Han stays in one piece.

    >>> plain_syllables("绿色Science")
    ['lv', 'se', 'Science']
    """
    from pypinyin import lazy_pinyin

    return lazy_pinyin(text)


def readings(text: str) -> list[list[str]]:
    """For each character its readings without tones: all of them, or that which it has in a word of the dictionary.

    What has none stands for itself.

    >>> sorted(readings("重")[0]), readings("重庆")
    (['chong', 'tong', 'zhong'], [['chong'], ['qing']])
    """
    from pypinyin import Style, pinyin

    return pinyin(text, style=Style.NORMAL, heteronym=True)


def bare_syllables(romanised: str) -> tuple[str, ...]:
    """Pinyin as it is typed: lower case, no tones, `v` for `ü`; what is no letter or digit separates.

    >>> bare_syllables("Lǜ sè"), bare_syllables("kē jì wài jiāo")
    (('lv', 'se'), ('ke', 'ji', 'wai', 'jiao'))
    """
    decomposed = unicodedata.normalize("NFD", romanised.lower()).replace("u\u0308", "v")
    kept = "".join(character for character in decomposed if not unicodedata.combining(character))
    return tuple(_PIECE.findall(kept))


def syllables_missing(text: str, romanised: str) -> int:
    """How many more syllables `romanised` needs to have one for each Han character of `text`; below 0: too many.

    >>> syllables_missing("曾国藩", "zēng guó"), syllables_missing("曾国藩", "zēng guó fān")
    (1, 0)
    """
    latin = sum(1 for _ in _PIECE.finditer("".join(" " if is_han(c) else c.lower() for c in text)))
    return sum(map(is_han, text)) + latin - len(bare_syllables(romanised))
