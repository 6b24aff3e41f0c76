"""Marks in a text what a query looked for.

Phrases are marked wherever they stand. Words are marked where they are words: 外交 in 科技外交 and 外交官, but not
马克 in 马克思, although a search for 马克 finds both.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from markupsafe import Markup, escape

from app.search.analyzers import FUNCTION_WORDS, only_asks, piece_words, pieces, stem, tokens
from app.search.asked import asked_tokens, names_in, runs, sought
from app.search.compounds import inner_borders
from app.search.inexact import Span, alike, expression, windows
from app.search.query_types import Fuzzy, Near, Phrase, Query, Wildcard, Words
from app.text.normalise import BORDER, fold_all, fold_text
from app.text.scripts import HAN_RUN, has_han, is_han
from app.text.words import Token

_OPEN, _CLOSE = "\ud801", "\ud802"
"""Stand for `<mark>` and `</mark>` until all else is escaped; as `BORDER`, in no text."""
_NO_SIGNS = str.maketrans(dict.fromkeys((BORDER, _OPEN, _CLOSE), "\ufffd"))


def highlight(text: str, query: Query, also: tuple[str, ...] = ()) -> Markup:
    """`text`, escaped, with `<mark>` around what `query` looked for, in Chinese or English, and the names in `also`.

    Overlaps become one mark.

    >>> from app.search.query import Words
    >>> highlight("<科技外交>", Words("外交"))
    Markup('&lt;科技<mark>外交</mark>&gt;')
    """
    return highlight_all([text], query, also)[0]


def highlight_all(texts: Sequence[str], query: Query, also: tuple[str, ...] = ()) -> list[Markup]:
    """`highlight` of each text. Those of a page are read together, which takes a third of the time."""
    if not texts:
        return []
    source = BORDER.join(texts)
    if source.count(BORDER) >= len(texts) or _OPEN in source or _CLOSE in source:
        return highlight_all([text.translate(_NO_SIGNS) for text in texts], query, also)
    folded = fold_all(texts)
    spans = _said(source, folded.spans(_spans(folded.text, query, also)), _wanted(query).capitals)
    marked = _marked(source, sorted(spans))
    drawn = str(escape(marked)).replace(_OPEN, "<mark>").replace(_CLOSE, "</mark>")
    return list(map(Markup, drawn.split(BORDER)))


def _said(source: str, spans: Iterable[Span], capitals: Set[str]) -> Iterable[Span]:
    """Those of the spans that do not have in small letters what the query has in capitals: no who for WHO."""
    if not capitals:
        return spans
    places = ((span, source[slice(*span)]) for span in spans)
    return (span for span, text in places if text.isupper() or text.lower() not in capitals)


def _marked(source: str, spans: Iterable[Span]) -> str:
    """A text with signs around sorted spans; those that overlap or touch are one."""
    pieces: list[str] = []
    at, end = 0, -1
    for start, stop in spans:
        if start > end:
            pieces += (source[at:end], _CLOSE, source[end:start], _OPEN) if end >= 0 else (source[:start], _OPEN)
            at, end = start, stop
        elif stop > end:
            end = stop
    return "".join([*pieces, source[at:end], _CLOSE, source[end:]]) if end >= 0 else source


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a query looks for, folded: strings to be marked anywhere, words of Han, other words, and the rest."""

    phrases: frozenset[str]
    han: frozenset[str]
    latin: frozenset[str]
    inexact: tuple[Near | Wildcard | Fuzzy, ...]
    capitals: frozenset[str]
    """Those of the other words that are names, and words without meaning in small letters."""


@lru_cache(maxsize=256)
def _wanted(query: Query) -> _Wanted:
    parts = list(sought(query))
    words = {token.text for part in parts if isinstance(part, Words) for token in asked_tokens(part.text)}
    han = frozenset(word for word in words if is_han(word[0]))
    phrases = frozenset(fold_text(part.text) for part in parts if isinstance(part, Phrase))
    inexact = tuple(part for part in parts if isinstance(part, Near | Wildcard | Fuzzy))
    names = frozenset(name for text in runs(parts) for name in names_in(text))
    capitals = frozenset(name for name in names if name in FUNCTION_WORDS or only_asks(name))
    return _Wanted(phrases, han, frozenset(words - han), inexact, capitals)


@lru_cache(maxsize=256)
def _folded(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(fold_text, names))


def _spans(folded: str, query: Query, also: tuple[str, ...]) -> list[Span]:
    """Places in texts with `BORDER` between them."""
    wanted = _wanted(query)
    places = _han_words(wanted.han, folded)
    for name in _folded(also):
        places += [place for place in _occurrences(name, folded) if _stands_alone(folded, *place)]
    for phrase in wanted.phrases:
        places += _occurrences(phrase, folded)
    if wanted.latin or wanted.inexact:
        start = 0
        for text in folded.split(BORDER):
            places += [(start + first, start + end) for first, end in _in_one(text, wanted)]
            start += len(text) + 1
    return places


def _in_one(folded: str, wanted: _Wanted) -> Iterator[Span]:
    """Places of what depends on the whole of a text."""
    yield from _latin_words(wanted.latin, folded)
    for part in wanted.inexact:
        yield from _inexact(part, folded)


def _inexact(part: Near | Wildcard | Fuzzy, folded: str) -> Iterator[Span]:
    """Where words stand near each other, where a pattern fits, and where words are like the one asked for."""
    match part:
        case Near(words, distance):
            yield from chain.from_iterable(windows(tuple(map(fold_text, words)), distance, folded))
        case Wildcard(text):
            yield from ((place.start(), place.end()) for place in expression(fold_text(text)).finditer(folded))
        case Fuzzy(text, wrong):
            found = tokens(folded)
            near = set(alike(fold_text(text), wrong, {token.text for token in found}))
            yield from ((token.start, token.end) for token in found if token.text in near)


def _han_words(asked: Set[str], folded: str) -> list[Span]:
    """Where words stand as words. Only those runs of Han are cut into words that have one in them."""
    places = [place for text in asked for place in _occurrences(text, folded)]
    if not places:
        return []
    runs = [run.span() for run in HAN_RUN.finditer(folded)]
    begins = [begin for begin, _ in runs]
    words: list[Span] = []
    for place in places:
        first, last = runs[bisect_right(begins, place[0]) - 1]
        borders = _borders(folded[first:last])
        if place[0] - first in borders and place[1] - first in borders:
            words.append(place)
    return words


@lru_cache(maxsize=16384)
def _borders(piece: str) -> frozenset[int]:
    """Where words begin and end in a run of Han, those inside longer words too."""
    borders: set[int] = set()
    for word in piece_words(Token(piece, 0, len(piece))):
        borders |= {word.start, word.end}
        borders.update([word.start + at for at in inner_borders(word.text)])
    return frozenset(borders)


def _latin_words(asked: Set[str], folded: str) -> Iterator[Span]:
    """Where words of letters and digits stand; in a text without Han, in whatever form."""
    if not asked:
        return
    stemmed = not has_han(folded)
    wanted = asked | {stem(text) for text in asked} if stemmed else asked
    for piece in pieces(folded):
        if not is_han(piece.text[0]):
            (word,) = piece_words(piece)
            if word.text in wanted or (stemmed and stem(word.text) in wanted):
                yield word.start, word.end


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no Latin word goes on beyond either end."""
    borders = (text[at - 1 : at + 1] for at in (start, end) if 0 < at < len(text))
    return not any(pair.isascii() and pair.isalnum() for pair in borders)


def _occurrences(needle: str, text: str) -> list[Span]:
    """Every place of `needle`, overlapping ones too."""
    places: list[Span] = []
    at, size = text.find(needle) if needle else -1, len(needle)
    while at >= 0:
        places.append((at, at + size))
        at = text.find(needle, at + 1)
    return places
