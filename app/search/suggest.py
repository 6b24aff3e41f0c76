"""Did you mean: for a word that is found nowhere, one that is, and that sounds or looks like it.

Chinese is typed by sound, so a wrong word mostly has the right pinyin (科技外脚 for 科技外交). Otherwise one
character may differ, in words long enough for that to mean something.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from pypinyin import Style, pinyin
from whoosh.support.levenshtein import distance

from app.search.analyzers import tokens
from app.search.asked import sought
from app.search.query import unparse
from app.search.query_syntax import OPERATORS
from app.search.query_types import And, Or, Query, Words, all_of, any_of
from app.text.normalise import fold_text
from app.text.scripts import is_han

_TRIES = 5
_LONGEST = 8
"""Longer runs of text are not words; only the words in them are looked at."""
_SHORTEST_HAN = 4
_SHORTEST_LATIN = 5
"""Fewer characters than these must sound the same; with as many, one may differ."""


@dataclass(frozen=True, slots=True)
class Known:
    """Folded words that may be suggested, each in order of preference: names whole, words of claims for words."""

    names: Sequence[str]
    words: Callable[[], Sequence[str]]
    """Called when needed: collecting them takes a while."""


def suggestion(query: Query, finds: Callable[[Query], bool], known: Known) -> str | None:
    """A query in which one word is corrected and which finds something, or `None`.

    `finds` tells whether a query finds anything.
    """
    for part in sought(query):
        if isinstance(part, Words) and not finds(part):
            for text in islice(_corrections(fold_text(part.text), finds, known), _TRIES):
                corrected = _with(query, part, Words(text))
                if finds(corrected):
                    return unparse(corrected)
    return None


def _corrections(text: str, finds: Callable[[Query], bool], known: Known) -> Iterator[str]:
    """`text` as a name that is like it, or with a word that is found nowhere replaced by a known word like it."""
    found = tokens(text)
    if len(text) <= _LONGEST:
        is_no_word = all(len(token.text) == 1 for token in found)
        yield from _alike(text, [*known.names, *known.words()] if is_no_word else known.names)
    for token in found:
        if len(token.text) > 1 and not finds(Words(token.text)):
            for word in _alike(token.text, [*known.names, *known.words()]):
                yield text[: token.start] + word + text[token.end :]


def searchable(names: Iterable[str]) -> list[str]:
    """The names of the vocabulary as words of a query: folded, those with spaces or marks in their parts."""
    words = (token for name in names for run in fold_text(name).split() for token in _plain(run))
    return [word for word in dict.fromkeys(words) if word not in OPERATORS]


def _plain(run: str) -> list[str]:
    return [run] if run.isalnum() else [token.text for token in tokens(run)]


def _alike(text: str, known: Sequence[str]) -> Iterator[str]:
    near = [word for word in known if -1 <= len(word) - len(text) <= 1 and word != text]
    yield from (word for word in near if _sounds_like(text, word))
    yield from (word for word in near if _looks_like(text, word))


def _sounds_like(text: str, word: str) -> bool:
    if len(text) != len(word) or len(text) < 2 or not all(map(is_han, text)):
        return False
    return all(a == b or _sounds(a) & _sounds(b) for a, b in zip(text, word, strict=True))


@lru_cache(maxsize=8192)
def _sounds(character: str) -> frozenset[str]:
    """Every reading of a character, without tones; nothing else sounds."""
    if not is_han(character):
        return frozenset()
    return frozenset(pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")[0])


def _looks_like(text: str, word: str) -> bool:
    shortest = _SHORTEST_HAN if is_han(text[0]) else _SHORTEST_LATIN
    if len(text) < shortest or len(set(text) ^ set(word)) > 2:
        return False
    return int(distance(text, word, limit=1)) <= 1  # type: ignore[no-untyped-call]


def _with(query: Query, old: Words, new: Words) -> Query:
    """`query` with `new` in place of `old`."""
    if query == old:
        return new
    match query:
        case And(parts):
            return all_of([_with(part, old, new) for part in parts])
        case Or(parts):
            return any_of([_with(part, old, new) for part in parts])
    return query
