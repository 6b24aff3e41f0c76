"""Signs and names of the query language, and what a run of text may be: a word, a pattern, a word to be guessed.

The grammar that uses these is in `query_parser`.
"""

import re
import unicodedata
from typing import Final

CODED: Final = ("country", "instrument", "type", "paper", "has")
"""Fields whose values are codes, each with names in both languages."""
NAMED: Final = ("speaker", "author", "section")
"""Fields whose values are parts of a printed name."""
FIELDS: Final = CODED + NAMED
"""Fields that a `Restriction` may name; years have their own value."""

OPENING_QUOTES: Final = '"“「『'
QUOTES: Final = OPENING_QUOTES + "”」』"
BRACKETS: Final = "()"
DASHES: Final = "-\u2212"
OPERATORS: Final = {
    **{"AND": "and", "且": "and", "并且": "and", "並且": "and", "与": "and", "與": "and"},
    **{"OR": "or", "|": "or", "或": "or", "或者": "or"},
    **{"NOT": "not", "非": "not"},
}
"""Every way of writing an operator, standing alone → the operator."""

_FIELD_NAMES = {
    "country": ("country", "国家", "國家", "国别", "國別", "地区", "地區"),
    "instrument": ("instrument", "工具", "政策工具"),
    "type": ("type", "类型", "類型"),
    "paper": ("paper", "文献", "文獻"),
    "year": ("year", "年", "年份"),
    "has": ("has", "含", "含有"),
    "speaker": ("speaker", "发言人", "發言人", "说话人", "說話人"),
    "author": ("author", "作者"),
    "section": ("section", "章节", "章節"),
}
FIELD_NAMES: Final = {name: field for field, names in _FIELD_NAMES.items() for name in names}
"""Every way of writing a field → the field."""

_FIELD_PREFIX = re.compile(f"({'|'.join(sorted(FIELD_NAMES, key=len, reverse=True))}):", re.IGNORECASE | re.ASCII)
_PATTERN = re.compile(r"(?=.*(?:\*|\?.))(?:[^\W_]|[*?])+(?<!\?)")
_GUESS = re.compile(r"([^\W\d_]{3,64})~([12])?")
_DISTANCE = re.compile(r"~([0-9]+)")


def narrow(text: str) -> str:
    """Full-width ASCII to half width, character by character: `：（ＯＲ` → `:(OR`. The length stays the same."""
    return "".join(unicodedata.normalize("NFKC", c) if "\uff01" <= c <= "\uff5e" else c for c in text)


def field_prefix(plain: str, at: int = 0) -> re.Match[str] | None:
    """The field name with its colon that stands at `at` of a text already narrow, if one does."""
    return _FIELD_PREFIX.match(plain, at)


def has_word(text: str) -> bool:
    """Whether there is anything to search for: a letter, a digit or a Han character."""
    return any(c.isalnum() for c in text)


def pattern_in(run: str) -> str | None:
    """The pattern that a run of text is, without question marks at its end, which only ask; `None` if it is none.

    In a pattern `*` stands for any letters and `?`, which must be half-width, for one. Whoever writes anything else
    besides letters and digits means the text itself (https://a.org/?b=c).

    >>> pattern_in("科**外交"), pattern_in("wom?n?"), pattern_in("为什么?"), pattern_in("外交？合作")
    ('科*外交', 'wom?n', None, None)
    """
    run = run.replace("＊", "*").rstrip("?？")
    return re.sub(r"\*+", "*", run) if _PATTERN.fullmatch(run) and has_word(run) else None


def guess_in(run: str) -> tuple[str, int] | None:
    """The Latin word and the number of letters that may be wrong in it, of a run such as `diplomcy~` or `diplomcy~1`.

    Without a number, one letter may be wrong in words of up to five, and two in longer ones.

    >>> guess_in("diplomcy~"), guess_in("Fedorof～1"), guess_in("科技外~")
    (('diplomcy', 2), ('Fedorof', 1), None)
    """
    found = _GUESS.fullmatch(narrow(run))
    if not found or any(c >= "\u2e80" for c in found[1]):
        return None
    return found[1], int(found[2] or (1 if len(found[1]) <= 5 else 2))


def distance_at(plain: str, at: int) -> re.Match[str] | None:
    """The distance that stands right behind a quotation, as in `"科技 外交"~10`, if one does."""
    return _DISTANCE.match(plain, at)
