"""The query language as values. Only what can be written can be built, so that `unparse` has an answer for all.

The syntax that these stand for is in `query_parser`.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import TypeAlias

FIELDS = ("country", "instrument", "type", "paper")
"""Fields that a `Restriction` may name; years have their own value."""

OPERATORS = ("AND", "OR", "NOT", "|")
OPENING_QUOTES = '"“「『'
QUOTES = OPENING_QUOTES + "”」』"
BRACKETS = "()"
DASHES = "-\u2212"
_FIELD_NAMES = {
    "country": ("country", "国家", "國家", "国别", "國別", "地区", "地區"),
    "instrument": ("instrument", "工具", "政策工具"),
    "type": ("type", "类型", "類型"),
    "paper": ("paper", "文献", "文獻"),
    "year": ("year", "年", "年份"),
}
FIELD_NAMES = {name: field for field, names in _FIELD_NAMES.items() for name in names}
"""Every way of writing a field → the field."""

_FIELD_PREFIX = re.compile(f"({'|'.join(sorted(FIELD_NAMES, key=len, reverse=True))}):", re.IGNORECASE | re.ASCII)


def narrow(text: str) -> str:
    """Full-width ASCII to half width, character by character: `：（ＯＲ` → `:(OR`. The length stays the same."""
    return "".join(unicodedata.normalize("NFKC", c) if "\uff01" <= c <= "\uff5e" else c for c in text)


def field_prefix(plain: str, at: int = 0) -> re.Match[str] | None:
    """The field name with its colon that stands at `at` of a text already narrow, if one does."""
    return _FIELD_PREFIX.match(plain, at)


def has_word(text: str) -> bool:
    """Whether there is anything to search for: a letter, a digit or a Han character."""
    return any(c.isalnum() for c in text)


def _encodable(text: str) -> bool:
    return not any("\ud800" <= c <= "\udfff" for c in text)


@dataclass(frozen=True, slots=True)
class Empty:
    """Asks for nothing in particular: every claim that the filters allow."""


@dataclass(frozen=True, slots=True)
class Words:
    """A run of text without spaces, searched by its words: `中美科技合作` looks for 中美, 科技 and 合作."""

    text: str

    def __post_init__(self) -> None:
        plain = narrow(self.text)
        if (
            not has_word(plain)
            or not _encodable(plain)
            or plain in OPERATORS
            or plain[0] in DASHES
            or any(c.isspace() or c in QUOTES or c in BRACKETS for c in plain)
            or field_prefix(plain)
        ):
            raise ValueError(f"not a plain word: {self.text!r}")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Exactly this string, wherever it stands: also inside a word, also punctuation."""

    text: str

    def __post_init__(self) -> None:
        if not self.text or not _encodable(self.text):
            raise ValueError(f"not a phrase: {self.text!r}")


@dataclass(frozen=True, slots=True)
class Restriction:
    """One of `values` in `field`: country codes, instrument kinds or classes, claim types, paper slugs."""

    field: str
    values: tuple[str, ...]

    def __post_init__(self) -> None:
        if self.field not in FIELDS or len(set(self.values)) < max(1, len(self.values)):
            raise ValueError(f"not a restriction: {self.field!r}, {self.values!r}")
        if not all(value.strip() and _encodable(value) for value in self.values):
            raise ValueError(f"blank value for {self.field}: {self.values!r}")


@dataclass(frozen=True, slots=True)
class Years:
    """Published from `start` to `end`, both included; `None` leaves that side open."""

    start: int | None
    end: int | None

    def __post_init__(self) -> None:
        given = [year for year in (self.start, self.end) if year is not None]
        if not given or given != sorted(given) or not all(0 <= year <= 9999 for year in given):
            raise ValueError(f"not a range of years: {self.start}..{self.end}")


@dataclass(frozen=True, slots=True)
class Not:
    """Everything but `part`."""

    part: "Query"

    def __post_init__(self) -> None:
        if isinstance(self.part, Not | Empty):
            raise ValueError("nothing to exclude")  # noqa: TRY004


@dataclass(frozen=True, slots=True)
class And:
    """All of the parts: two or more, none of them again an `And`."""

    parts: tuple["Query", ...]

    def __post_init__(self) -> None:
        if len(self.parts) < 2 or any(isinstance(part, And | Empty) for part in self.parts):
            raise ValueError("And takes two parts or more, flattened")


@dataclass(frozen=True, slots=True)
class Or:
    """Any of the parts: two or more, none of them again an `Or`."""

    parts: tuple["Query", ...]

    def __post_init__(self) -> None:
        if len(self.parts) < 2 or any(isinstance(part, Or | Empty) for part in self.parts):
            raise ValueError("Or takes two parts or more, flattened")


Query: TypeAlias = Empty | Words | Phrase | Restriction | Years | Not | And | Or


def all_of(parts: list[Query]) -> Query:
    """The parts joined by AND: flattened, `Empty` dropped."""
    flat = [leaf for part in parts for leaf in (part.parts if isinstance(part, And) else (part,)) if leaf != Empty()]
    return And(tuple(flat)) if len(flat) > 1 else flat[0] if flat else Empty()


def any_of(parts: list[Query]) -> Query:
    """The parts joined by OR: flattened, `Empty` dropped."""
    flat = [leaf for part in parts for leaf in (part.parts if isinstance(part, Or) else (part,)) if leaf != Empty()]
    return Or(tuple(flat)) if len(flat) > 1 else flat[0] if flat else Empty()


def none_of(part: Query) -> Query:
    """The opposite of `part`; the opposite of an opposite is the thing itself."""
    if isinstance(part, Empty):
        return part
    return part.part if isinstance(part, Not) else Not(part)
