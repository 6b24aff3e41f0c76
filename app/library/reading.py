"""How a query was read, part by part, each with the query that is left without it: why these are the results."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.library.names import Label, Names
from app.search.analyzers import tokens
from app.search.asked import asked_tokens, meaningful
from app.search.query import (
    And,
    Empty,
    Fuzzy,
    Near,
    Not,
    Or,
    Phrase,
    Query,
    Restriction,
    Wildcard,
    Words,
    Years,
    all_of,
    unparse,
)
from app.search.query_syntax import CODED
from app.search.request import Expansion
from app.text.normalise import Folded, fold
from app.text.words import Token

KINDS = ("words", "phrase", "near", "wildcard", "fuzzy", "restriction", "years", "any", "group", "left-out")
"""What a part of a query may be; `left-out` are words that say nothing of what is sought."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Words that no claim need have, such as 的 and what; `demanded` is the query that asks for them, in quotes."""

    words: tuple[str, ...]
    demanded: str


@dataclass(frozen=True, slots=True)
class QueryPart:
    """One of the parts that must all hold.

    `kind` is one of `KINDS`; `text` the part in the query language, without the sign of an exclusion; `rest` the query
    without it. `words` are those looked for, `field` and `labels` those of a restriction, `number` a distance or how
    many letters may be wrong, `parts` the alternatives of an OR or what is excluded together.
    """

    kind: str
    text: str
    rest: str
    excluded: bool = False
    words: tuple[str, ...] = ()
    field: str = ""
    labels: tuple[Label, ...] = ()
    number: int = 0
    years: tuple[int | None, int | None] = (None, None)
    parts: tuple["QueryPart", ...] = ()
    expansion: Expansion | None = None


def read_parts(query: Query, names: Names, expansions: Sequence[Expansion]) -> tuple[QueryPart, ...]:
    """The parts of `query`, none for an empty one; `expansions` are those of its patterns and fuzzy words."""
    known = {expansion.text: expansion for expansion in expansions}
    parts = _parts(query)
    telling = meaningful(parts)
    read = (_part(part, names, known, unparse(all_of(_without(parts, at)))) for at, part in enumerate(parts))
    return tuple(
        one if part in telling else replace(one, kind="left-out") for one, part in zip(read, parts, strict=True)
    )


def left_out(query: Query) -> LeftOut | None:
    """What of the words of a query, outside brackets, is not asked for; `None` when all is."""
    parts = _parts(query)
    telling = meaningful(parts)
    words: list[str] = []
    demanded: list[Query] = []
    for part in parts:
        pieces = list(_pieces(part.text, part in telling)) if isinstance(part, Words) else []
        if any(not asked for _, asked in pieces):
            words += [text for text, asked in pieces if not asked]
            demanded += [Words(text) if asked else Phrase(text) for text, asked in pieces]
        else:
            demanded.append(part)
    return LeftOut(tuple(dict.fromkeys(words)), unparse(all_of(demanded))) if words else None


def _pieces(text: str, telling: bool) -> Iterator[tuple[str, bool]]:
    """The stretches of a text without marks, each with whether it is asked for."""
    folded = fold(text)
    asked = frozenset(asked_tokens(text) if telling else ())
    stretch: list[Token] = []
    for token in tokens(folded.text):
        if stretch and (token.start > stretch[-1].end or (token in asked) != (stretch[-1] in asked)):
            yield _source(text, folded, stretch), stretch[-1] in asked
            stretch = []
        stretch.append(token)
    if stretch:
        yield _source(text, folded, stretch), stretch[-1] in asked


def _source(text: str, folded: Folded, stretch: Sequence[Token]) -> str:
    """What was typed of neighbouring tokens."""
    start, end = folded.span(stretch[0].start, stretch[-1].end)
    return text[start:end]


def _parts(query: Query) -> Sequence[Query]:
    return query.parts if isinstance(query, And) else () if query == Empty() else (query,)


def _without(parts: Sequence[Query], at: int) -> list[Query]:
    return [*parts[:at], *parts[at + 1 :]]


def _part(query: Query, names: Names, known: dict[str, Expansion], rest: str = "") -> QueryPart:
    text = unparse(query)
    match query:
        case Words(words):
            return QueryPart("words", text, rest, words=tuple(token.text for token in asked_tokens(words)))
        case Phrase(phrase):
            return QueryPart("phrase", text, rest, words=(phrase,))
        case Near(words, distance):
            return QueryPart("near", text, rest, words=words, number=distance)
        case Wildcard(pattern):
            return QueryPart("wildcard", text, rest, words=(pattern,), expansion=known.get(text))
        case Fuzzy(word, wrong):
            return QueryPart("fuzzy", text, rest, words=(word,), number=wrong, expansion=known.get(text))
        case Restriction(field, values):
            return QueryPart("restriction", text, rest, field=field, labels=tuple(_labels(field, values, names)))
        case Years(start, end):
            return QueryPart("years", text, rest, field="year", years=(start, end))
    return _compound(query, names, known, rest)


def _compound(query: Query, names: Names, known: dict[str, Expansion], rest: str) -> QueryPart:
    """An exclusion, alternatives, or parts in brackets."""
    if isinstance(query, Not):
        inner = _part(query.part, names, known, rest)
        return replace(inner, excluded=True)
    parts = tuple(_part(part, names, known) for part in query.parts) if isinstance(query, And | Or) else ()
    return QueryPart("any" if isinstance(query, Or) else "group", unparse(query), rest, parts=parts)


def _labels(field: str, values: Sequence[str], names: Names) -> Iterator[Label]:
    """What the values are called; a name that is looked for is itself."""
    yield from (names.label(field, value) if field in CODED else Label(value, value) for value in values)
