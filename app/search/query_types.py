"""The query language as values. Only what can be written can be built, so that `unparse` has an answer for all.

The syntax that these stand for is in `query_parser`.
"""

from dataclasses import dataclass
from typing import TypeAlias

from app.search.query_syntax import (
    BRACKETS,
    DASHES,
    FIELDS,
    NAMED,
    OPERATORS,
    QUOTES,
    field_prefix,
    guess_in,
    has_word,
    narrow,
    pattern_in,
)

MOST_WILDCARDS = 8
"""Signs for letters left open in one word."""
MOST_WRONG = 2
"""Letters of a word that may be wrong at most."""
LONGEST_DISTANCE = 100
"""Characters or words that may stand between those looked for at most: claims are hardly longer."""


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
            or pattern_in(self.text)
            or guess_in(self.text)
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
class Near:
    """All of `words`, in any order, with at most `distance` Han characters or other words between them in all."""

    words: tuple[str, ...]
    distance: int

    def __post_init__(self) -> None:
        if len(self.words) < 2 or not 0 <= self.distance <= LONGEST_DISTANCE:
            raise ValueError(f"not words near each other: {self.words!r}, {self.distance}")
        if not all(has_word(word) and word.split() == [word] and _encodable(word) for word in self.words):
            raise ValueError(f"not all of these are words: {self.words!r}")

    @property
    def text(self) -> str:
        """The words, with spaces."""
        return " ".join(self.words)


@dataclass(frozen=True, slots=True)
class Wildcard:
    """Words like `text`, in which `*` stands for any letters and `?` for one; see `query_syntax.pattern_in`."""

    text: str

    def __post_init__(self) -> None:
        if pattern_in(self.text) != self.text or not _encodable(self.text) or not enough_letters(self.text):
            raise ValueError(f"not a pattern: {self.text!r}")
        if open_letters(self.text) > MOST_WILDCARDS:
            raise ValueError(f"more than {MOST_WILDCARDS} wildcards: {self.text!r}")


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """A word in which up to `wrong` letters are wrong, missing or too many."""

    text: str
    wrong: int

    def __post_init__(self) -> None:
        if not 1 <= self.wrong <= MOST_WRONG or guess_in(f"{self.text}~{self.wrong}") != (self.text, self.wrong):
            raise ValueError(f"not a word to be guessed: {self.text!r}, {self.wrong}")


@dataclass(frozen=True, slots=True)
class Restriction:
    """One of `values` in `field`.

    Codes of countries, instruments or their classes, claim types, papers or of what a claim has; or parts of the name
    of a speaker, an author, a section.
    """

    field: str
    values: tuple[str, ...]

    def __post_init__(self) -> None:
        if self.field not in FIELDS or len(set(self.values)) < max(1, len(self.values)):
            raise ValueError(f"not a restriction: {self.field!r}, {self.values!r}")
        if not all(value.strip() and _encodable(value) for value in self.values):
            raise ValueError(f"blank value for {self.field}: {self.values!r}")
        if self.field in NAMED and any(value != value.strip() for value in self.values):
            raise ValueError(f"space around a name: {self.values!r}")


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


Text: TypeAlias = Words | Phrase | Near | Wildcard | Fuzzy
"""What is looked for in the text of a claim."""
Query: TypeAlias = Empty | Text | Restriction | Years | Not | And | Or


def open_letters(pattern: str) -> int:
    """How many signs for letters left open a pattern has."""
    return pattern.count("*") + pattern.count("?")


def enough_letters(pattern: str) -> bool:
    """Whether a pattern has a Han character or two letters: with less it would mean nearly every word."""
    letters = [c for c in pattern if c.isalnum()]
    return len(letters) > 1 or any(c >= "\u2e80" for c in letters)


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
