"""Text of the query language → tokens. Places are counted on the text as typed; full-width ASCII counts as ASCII."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from app.search.query_syntax import (
    BRACKETS,
    DASHES,
    FIELD_NAMES,
    OPENING_QUOTES,
    OPERATORS,
    QUOTES,
    distance_at,
    field_prefix,
    guess_in,
    has_word,
    narrow,
    pattern_in,
)

_CLOSING = {'"': '"', "“": "”", "「": "」", "『": "』"}


class Kind(Enum):
    """What a token is."""

    WORD = auto()
    PHRASE = auto()
    NEAR = auto()
    PATTERN = auto()
    GUESS = auto()
    FIELD = auto()
    AND = auto()
    OR = auto()
    NOT = auto()
    OPEN = auto()
    CLOSE = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """`text` of a word or phrase without its quotes; of a field its name, with its `values` as typed.

    `number` is the distance of words near each other, or how many letters of a word may be wrong.
    """

    kind: Kind
    text: str = ""
    values: tuple[str, ...] = ()
    number: int = 0


class UnreadableQueryError(Exception):
    """The text is not in the query language. `code` is one of `query_parser.MESSAGES`, `detail` the offending part."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code, detail)
        self.code = code
        self.detail = detail


def tokens(text: str) -> Iterator[Token]:
    """The tokens of `text` in order; runs without a letter, digit or Han character outside quotes are skipped.

    Raises `UnreadableQueryError` for a quote that is not closed and a field without a value.
    """
    plain, at = narrow(text), 0
    while at < len(plain):
        char = plain[at]
        if char in OPENING_QUOTES:
            token, at = _quotation(text, plain, at)
            yield from token
        elif char in BRACKETS:
            yield Token(Kind.OPEN if char == "(" else Kind.CLOSE)
            at += 1
        elif char in DASHES:
            if _negates(plain, at):
                yield Token(Kind.NOT)
            at += 1
        elif field := field_prefix(plain, at):
            values, at = _values(text, plain, field.end())
            yield Token(Kind.FIELD, FIELD_NAMES[field[1].lower()], values)
        else:
            end = max(_end_of_word(plain, at), at + 1)
            yield from _run(text[at:end], plain[at:end])
            at = end


def _quotation(text: str, plain: str, at: int) -> tuple[list[Token], int]:
    """The phrase in the quotes at `at`, or the words near each other, and the place behind."""
    phrase, at = _quoted(text, plain, at)
    if found := distance_at(plain, at):
        return [Token(Kind.NEAR, phrase, number=int(found[1]))], found.end()
    return [Token(Kind.PHRASE, phrase)] if phrase else [], at


def _run(run: str, plain: str) -> Iterator[Token]:
    """What a run without spaces, quotes and brackets is; nothing when it has neither letter nor digit."""
    if plain in OPERATORS:
        yield Token(Kind[OPERATORS[plain].upper()])
    elif pattern := pattern_in(run):
        yield Token(Kind.PATTERN, pattern)
    elif guess := guess_in(run):
        yield Token(Kind.GUESS, guess[0], number=guess[1])
    elif has_word(plain):
        yield Token(Kind.WORD, run)


def _negates(plain: str, at: int) -> bool:
    """A dash excludes when something follows it at once and nothing stands right before it."""
    before, after = plain[at - 1 : at], plain[at + 1 : at + 2]
    return (not before or before.isspace() or before in "(" + DASHES) and bool(after) and not after.isspace()


def _end_of_word(plain: str, at: int, more: str = "") -> int:
    stops = (i for i in range(at, len(plain)) if plain[i].isspace() or plain[i] in QUOTES + BRACKETS + more)
    return next(stops, len(plain))


def _quoted(text: str, plain: str, at: int) -> tuple[str, int]:
    """The text between the quote at `at` and its partner, and the place behind that.

    Inside straight quotes a backslash lets a quote or a backslash be part of the text.
    """
    closing, found, i = _CLOSING[plain[at]], [], at + 1
    while i < len(plain) and plain[i] != closing:
        if closing == '"' and text[i] == "\\" and text[i + 1 : i + 2] in ("\\", '"'):
            i += 1
        found.append(text[i])
        i += 1
    if i == len(plain):
        raise UnreadableQueryError("unclosed-quote", text[at:])
    return "".join(found), i + 1


def _values(text: str, plain: str, at: int) -> tuple[tuple[str, ...], int]:
    """The values behind a field's colon, separated by commas, and the place behind them."""
    values: list[str] = []
    while True:
        while at < len(plain) and plain[at].isspace():
            at += 1
        if plain[at : at + 1] in tuple(OPENING_QUOTES):
            value, end = _quoted(text, plain, at)
        else:
            end = _end_of_word(plain, at, ",")
            value = text[at:end]
        if not value.strip():
            raise UnreadableQueryError("missing-value", text[:end].strip())
        values.append(value)
        if plain[end : end + 1] != ",":
            return tuple(values), end
        at = end + 1
