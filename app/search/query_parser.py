"""The query language, read.

    query  := all (OR all)*                     OR binds loosest: `a b OR c` is (a and b) or c
    all    := part ([AND] part)*                parts beside each other must all hold
    part   := (NOT | -) part | ( query ) | leaf
    leaf   := "phrase" | "two words"~10 | field:value[,value] | dipl*cy | wom?n | diplomcy~ | word

A phrase stands in "…", “…”, 「…」 or 『…』. Fields and operators are written in either language (`国家:日本 或 协定`,
`country:JP OR 协定`), values too. Full-width punctuation is taken as its half-width form. What is not in the
language is searched as plain words, and `Parsed.message` says why.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from app.search.query_syntax import (
    BRACKETS,
    CODED,
    DASHES,
    OPERATORS,
    QUOTES,
    field_prefix,
    guess_in,
    has_word,
    narrow,
    pattern_in,
)
from app.search.query_tokens import Kind, Token, UnreadableQueryError, tokens
from app.search.query_types import (
    LONGEST_DISTANCE,
    MOST_WILDCARDS,
    Empty,
    Fuzzy,
    Near,
    Phrase,
    Query,
    Restriction,
    Wildcard,
    Words,
    Years,
    all_of,
    any_of,
    enough_letters,
    none_of,
    open_letters,
)

MAX_LENGTH = 1000
"""Characters in the words, phrases and values of one query."""
MAX_TEXT = 4 * MAX_LENGTH
"""Characters read of a text: more than the canonical form of any query within the limits has."""
MAX_CLAUSES = 64
"""Words, phrases and restrictions in one query."""
MAX_DEPTH = 8
"""Brackets and exclusions inside each other."""

MESSAGES = (
    "too-long",
    "too-many-clauses",
    "too-deep",
    "unclosed-quote",
    "unbalanced-brackets",
    "missing-operand",
    "missing-value",
    "unknown-value",
    "too-far",
    "pattern-too-short",
    "too-many-wildcards",
    "no-words",
)
"""Why a query was not read as typed; pages say each in their own language."""

_YEARS = re.compile(r"(\d{1,4})?年?\s*(?:\.\.+|…+|-|–|—+|~|至|到)\s*(?:(\d{1,4})年?)?|(\d{1,4})年?", re.ASCII)


class NameResolver(Protocol):
    """Knows the names that values of a field go by."""

    def resolve(self, field: str, name: str) -> str | None:
        """The code in `field` for `name`, in any language or script; a code stands for itself; `None` if unknown."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """How a text was read. When not `understood`, `message` is one of `MESSAGES`, `detail` the part that it means."""

    query: Query
    understood: bool = True
    message: str | None = None
    detail: str = ""


def parse(text: str, names: NameResolver) -> Parsed:
    """Reads any text, of any length, without raising."""
    text = text.encode("utf-8", "replace").decode("utf-8")
    kept = text[:MAX_LENGTH].strip()
    try:
        if len(text) > MAX_TEXT:
            raise UnreadableQueryError("too-long", str(MAX_LENGTH))  # noqa: TRY301
        query = _Parser(text, names).query()
    except UnreadableQueryError as reason:
        return Parsed(plain_words(kept), False, reason.code, reason.detail)
    if query == Empty() and kept:
        return Parsed(Phrase(kept), False, "no-words", kept)
    return Parsed(query)


class _Parser:
    """One reading: recursive descent over the tokens, one method a rule of the grammar."""

    def __init__(self, text: str, names: NameResolver) -> None:
        self._tokens = list(tokens(text))
        self._names = names
        self._at = 0
        self._clauses = 0
        self._length = 0

    def query(self) -> Query:
        if not self._tokens:
            return Empty()
        query = self._any(0)
        if self._at < len(self._tokens):
            raise UnreadableQueryError("unbalanced-brackets", ")")
        return query

    def _take(self, *kinds: Kind) -> Token | None:
        if self._at < len(self._tokens) and self._tokens[self._at].kind in kinds:
            self._at += 1
            return self._tokens[self._at - 1]
        return None

    def _any(self, depth: int) -> Query:
        parts = [self._all(depth)]
        while self._take(Kind.OR):
            parts.append(self._all(depth))
        return any_of(parts)

    def _all(self, depth: int) -> Query:
        parts = [self._part(depth)]
        while self._at < len(self._tokens) and self._tokens[self._at].kind not in (Kind.OR, Kind.CLOSE):
            self._take(Kind.AND)
            parts.append(self._part(depth))
        return all_of(parts)

    def _part(self, depth: int) -> Query:
        if depth > MAX_DEPTH:
            raise UnreadableQueryError("too-deep", str(MAX_DEPTH))
        if self._take(Kind.NOT):
            return none_of(self._part(depth + 1))
        if self._take(Kind.OPEN):
            inner = self._any(depth + 1)
            if not self._take(Kind.CLOSE):
                raise UnreadableQueryError("unbalanced-brackets", "(")
            return inner
        token = self._take(Kind.WORD, Kind.PHRASE, Kind.NEAR, Kind.PATTERN, Kind.GUESS, Kind.FIELD)
        if token is None:
            raise UnreadableQueryError("missing-operand")
        return self._leaf(token)

    def _leaf(self, token: Token) -> Query:
        words = token.text.split() if token.kind is Kind.NEAR else token.values
        self._clauses += max(1, len(words))
        if self._clauses > MAX_CLAUSES:
            raise UnreadableQueryError("too-many-clauses", str(MAX_CLAUSES))
        self._length += len(token.text) + sum(map(len, token.values))
        if self._length > MAX_LENGTH:
            raise UnreadableQueryError("too-long", str(MAX_LENGTH))
        return _restriction(token, self._names) if token.kind is Kind.FIELD else _text(token)


def _text(token: Token) -> Query:
    """What a token that is no field looks for."""
    match token.kind:
        case Kind.PATTERN:
            if not enough_letters(token.text):
                raise UnreadableQueryError("pattern-too-short", token.text)
            if open_letters(token.text) > MOST_WILDCARDS:
                raise UnreadableQueryError("too-many-wildcards", str(MOST_WILDCARDS))
            return Wildcard(token.text)
        case Kind.GUESS:
            return Fuzzy(token.text, token.number)
        case Kind.NEAR:
            return _near(token)
        case Kind.PHRASE:
            return Phrase(token.text)
    return Words(token.text)


def _near(token: Token) -> Query:
    """Words near each other; a single one is a phrase."""
    if token.number > LONGEST_DISTANCE:
        raise UnreadableQueryError("too-far", str(LONGEST_DISTANCE))
    words = tuple(filter(has_word, token.text.split()))
    if len(words) > 1:
        return Near(words, token.number)
    return Phrase(token.text) if token.text else Empty()


def _restriction(token: Token, names: NameResolver) -> Query:
    if token.text == "year":
        return any_of([_years(value) for value in token.values])
    if token.text in CODED:
        values = [code for value in token.values for code in _codes(token.text, value, names)]
    else:
        values = [value.strip() for value in token.values]
    return Restriction(token.text, tuple(dict.fromkeys(values)))


def _codes(field: str, value: str, names: NameResolver) -> list[str]:
    """The codes for `value`, which may list several names with 、 when it is not itself a name."""
    resolve: Callable[[str], str | None] = lambda name: names.resolve(field, name)  # noqa: E731
    whole = resolve(value)
    codes = [whole] if whole else [resolve(name) for name in value.split("、") if name]
    if not codes or None in codes:
        raise UnreadableQueryError("unknown-value", value)
    return [code for code in codes if code]


def _years(value: str) -> Query:
    found = _YEARS.fullmatch(narrow(value).strip())
    years = [int(year) if year else None for year in found.groups()] if found else [None]
    if not found or years == [None] * 3:
        raise UnreadableQueryError("unknown-value", value)
    start, end, single = years
    if single is not None:
        return Years(single, single)
    return Years(end, start) if start is not None and end is not None and end < start else Years(start, end)


def plain_words(text: str) -> Query:
    """Every word of `text`, without any syntax; the text itself as a phrase when it has no word."""
    plain = narrow(text)
    for mark in QUOTES + BRACKETS:
        plain = plain.replace(mark, " ")
    words: list[Query] = [Words(word) for run in plain.split() for word in _plain_run(run)]
    if words:
        return all_of(words[:MAX_CLAUSES])
    return Phrase(text) if text else Empty()


def _plain_run(run: str) -> Iterator[str]:
    """`-country:JP` → `country`, `JP`, `科*外交` → `科`, `外交`: the words of a run when nothing in it is syntax."""
    run = run.lstrip(DASHES)
    while prefix := field_prefix(run):
        yield prefix[1]
        run = run[prefix.end() :].lstrip(DASHES)
    guess = guess_in(run)
    parts = [guess[0]] if guess else re.split(r"[*?]", run) if pattern_in(run) else [run]
    yield from (part for part in parts if has_word(part) and part not in OPERATORS)
