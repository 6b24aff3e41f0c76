"""Which script a character belongs to, and conversion between traditional and simplified Chinese (OpenCC)."""

import re
from functools import cache, lru_cache

from opencc import OpenCC

# Unified ideographs with extensions A to H, compatibility ideographs, and 〇 (Unicode 15).
HAN = "\u4e00-\u9fff\u3400-\u4dbf\uf900-\ufaff\U00020000-\U000323af\u3007"
"""What stands between the brackets of a regular expression for one ideograph."""
_HAN = re.compile(f"[{HAN}]")
HAN_RUN = re.compile(f"[{HAN}]+")
"""Han ideographs without anything between them."""
HAN_OR_OTHER_RUN = re.compile(f"[{HAN}]+|[^{HAN}]+")
"""The stretches of a text that are Han, and those that are not."""


def is_han(character: str) -> bool:
    """Whether one character is a Han ideograph.

    >>> is_han("科"), is_han("。"), is_han("a")
    (True, False, False)
    """
    return "\u4e00" <= character <= "\u9fff" or _HAN.fullmatch(character) is not None


def count_han(text: str) -> int:
    """How many Han ideographs `text` holds."""
    return len(_HAN.findall(text))


def has_han(text: str) -> bool:
    """Whether `text` holds at least one Han ideograph."""
    return _HAN.search(text) is not None


# Forms that OpenCC's character table leaves alone although its phrase tables produce or undo them (瞭解 ⇄ 了解,
# 憑藉 ⇄ 凭借), regional forms (衞, 敍, 枱), and simplified forms of old standards (锺, 谘).
_VARIANTS = dict(
    zip("瞭藉揹伕鍊暱衞敍枱簷痺甦澂濬甯谘馀迳逕钜锺", "了借背夫链昵卫叙台檐痹苏澄浚宁咨余径径巨钟", strict=True)
)


@cache
def simplified_form(character: str) -> str:
    """The one simplified character that stands for `character` wherever it occurs, whatever its neighbours.

    Unlike `to_simplified`, it looks at no context: equal characters always become equal, so a part of a text
    is found in the text however both are cut. It also leaves alone what is good simplified Chinese (著, 覆, 像),
    though the same character may stand for another in traditional text.

    >>> simplified_form("後"), simplified_form("瞭"), simplified_form("著")
    ('后', '了', '著')
    """
    if not is_han(character):
        return character
    once = _VARIANTS.get(character) or to_simplified(character)
    twice = to_simplified(once)
    return twice if len(twice) == 1 else character


@lru_cache(maxsize=2)
def _converter(config: str) -> OpenCC:
    return OpenCC(config)


def to_simplified(text: str) -> str:
    """`text` in simplified characters, phrase by phrase (OpenCC `t2s`); its length may change in rare cases."""
    return str(_converter("t2s").convert(_encodable(text)))


def to_traditional(text: str) -> str:
    """`text` in traditional characters, phrase by phrase (OpenCC `s2t`); its length may change in rare cases."""
    return str(_converter("s2t").convert(_encodable(text)))


def _encodable(text: str) -> str:
    """Lone surrogates, which UTF-8 cannot hold and OpenCC refuses, become the replacement character."""
    return text.encode("utf-8", "surrogatepass").decode("utf-8", "replace") if _has_surrogates(text) else text


def _has_surrogates(text: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in text)
