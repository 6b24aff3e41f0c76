"""Marks in a text what a query looked for.

Phrases are marked wherever they stand. Words are marked where they are words: 外交 in 科技外交 and 外交官, but not
马克 in 马克思, although a search for 马克 finds both.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

from markupsafe import Markup, escape

from app.search.analyzers import in_dictionary, stem, tokens
from app.search.compile import asked_tokens, sought
from app.search.inexact import Span, alike, expression, windows
from app.search.query_types import Fuzzy, Near, Phrase, Query, Wildcard, Words
from app.text.normalise import fold, fold_text
from app.text.scripts import has_han, is_han
from app.text.words import Token

_PREFIXES = frozenset("反非超副驻准多跨总原前新")
_SUFFIXES = frozenset("人们者家员官长性化界部处局院会式型类力度史法论权学业区国")
"""Characters that make a word into a longer one without making it another."""


def highlight(text: str, query: Query) -> Markup:
    """`text`, escaped, with `<mark>` around what `query` looked for, in Chinese or English. Overlaps become one mark.

    >>> from app.search.query import Words
    >>> highlight("<科技外交>", Words("外交"))
    Markup('&lt;科技<mark>外交</mark>&gt;')
    """
    folded = fold(text)
    spans = sorted(folded.span(start, end) for start, end in _spans(folded.text, query))
    pieces, done = [], 0
    for start, end in _merged(spans):
        pieces.append(escape(text[done:start]) + Markup("<mark>{}</mark>").format(text[start:end]))
        done = end
    return Markup("").join([*pieces, escape(text[done:])])


def _spans(folded: str, query: Query) -> Iterator[Span]:
    found: list[Token] | None = None
    for part in sought(query):
        match part:
            case Phrase(text):
                yield from _occurrences(fold_text(text), folded)
            case Near(words, distance):
                yield from chain.from_iterable(windows(tuple(map(fold_text, words)), distance, folded))
            case Wildcard(text):
                yield from ((place.start(), place.end()) for place in expression(fold_text(text)).finditer(folded))
            case Words() | Fuzzy():
                found = tokens(folded) if found is None else found
                yield from _words(part, folded, found) if isinstance(part, Words) else _guessed(part, found)


def _guessed(part: Fuzzy, found: list[Token]) -> Iterator[Span]:
    """Where words stand that are like the one asked for."""
    near = set(alike(fold_text(part.text), part.wrong, {token.text for token in found}))
    yield from ((token.start, token.end) for token in found if token.text in near)


def _words(part: Words, folded: str, found: list[Token]) -> Iterator[Span]:
    """Where the words of `part` stand in a text as words."""
    stemmed = not has_han(folded)
    borders = {token.start + at for token in found for at in (0, len(token.text), *inner_borders(token.text))}
    for asked in asked_tokens(part.text):
        if is_han(asked.text[0]):
            places = _occurrences(asked.text, folded)
            yield from (place for place in places if borders.issuperset(place))
        else:
            wanted = {asked.text, stem(asked.text)} if stemmed else {asked.text}
            for token in found:
                if token.text in wanted or (stemmed and stem(token.text) in wanted):
                    yield token.start, token.end


def _occurrences(needle: str, text: str) -> Iterator[Span]:
    """Every place of `needle`, overlapping ones too."""
    at = text.find(needle) if needle else -1
    while at >= 0:
        yield at, at + len(needle)
        at = text.find(needle, at + 1)


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    """Sorted spans, those that overlap or touch joined into one."""
    joined: list[Span] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return iter(joined)


@lru_cache(maxsize=16384)
def inner_borders(word: str) -> frozenset[int]:
    """Where a long Han word is made of shorter words: 科技外交 at 2, 外交官 at 2, 马克思 nowhere."""
    if len(word) < 3 or not is_han(word[0]):
        return frozenset()
    size = len(word)
    pieces = [(i, j) for i in range(size) for j in range(i + 1, size + 1) if _is_piece(word, i, j)]
    from_left, from_right = {0}, {size}
    for i, j in pieces:
        if i in from_left:
            from_left.add(j)
    for i, j in reversed(pieces):
        if j in from_right:
            from_right.add(i)
    return frozenset((from_left & from_right) - {0, size})


def _is_piece(word: str, start: int, end: int) -> bool:
    if end - start == 1:
        return (start == 0 and word[0] in _PREFIXES) or (end == len(word) and word[-1] in _SUFFIXES)
    return end - start < len(word) and in_dictionary(word[start:end])
