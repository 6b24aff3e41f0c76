"""Did you mean: for a word that is found nowhere, one that is, and that sounds or looks like it.

Chinese is typed by sound, so a wrong word mostly has the right pinyin (科技外脚 for 科技外交). Otherwise one
character may differ, in words long enough for that to mean something.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from app.search.analyzers import tokens
from app.search.asked import sought
from app.search.query import unparse
from app.search.query_syntax import OPERATORS
from app.search.query_types import And, Or, Query, Words, all_of, any_of
from app.search.wordlist import Wordlist
from app.text.normalise import fold_text

_TRIES = 5
_LOOKED_UP = 8
"""Words of a query for which others are looked for, at most."""
_LONGEST = 8
"""Longer runs of text are not words; only the words in them are looked at."""


@dataclass(frozen=True, slots=True)
class Known:
    """Words that may be suggested: names whole, words of claims for words."""

    names: Wordlist
    words: Callable[[], Wordlist]
    """Called when needed: collecting them takes a while."""


def suggestion(query: Query, finds: Callable[[Query], bool], known: Known) -> str | None:
    """A query in which the words that are found nowhere are corrected, and which finds something, or `None`.

    `finds` tells whether a query finds anything. Of a query with many such words the first are corrected.
    """
    corrected, left = query, iter(range(_LOOKED_UP))
    for part in dict.fromkeys(sought(query)):
        if isinstance(part, Words) and not finds(part):
            found = filter(_is_word, _corrections(fold_text(part.text), finds, known, left))
            texts = list(islice(found, _TRIES))
            corrected = _corrected(corrected, part, texts, finds)
    return unparse(corrected) if corrected != query and finds(corrected) else None


def _corrected(query: Query, part: Words, texts: list[str], finds: Callable[[Query], bool]) -> Query:
    """`query` with the first of the texts that makes it find something, or else that is found itself."""
    tries = [_with(query, part, Words(text)) for text in texts]
    itself = (tried for tried, text in zip(tries, texts, strict=True) if finds(Words(text)))
    return next(filter(finds, tries), None) or next(itself, query)


def _is_word(text: str) -> bool:
    """Whether a text can be typed as a word: a mark that was folded (好吗？我想 → 好吗?我想) makes a pattern of it."""
    try:
        Words(text)
    except ValueError:
        return False
    return True


def _corrections(text: str, finds: Callable[[Query], bool], known: Known, left: Iterator[object]) -> Iterator[str]:
    """`text` as a name that is like it, or with a word that is found nowhere replaced by a known word like it.

    Each word that is looked up takes one from `left`, and with none left no more is.
    """
    found = tokens(text)
    if len(text) <= _LONGEST and _one(left):
        is_no_word = all(len(token.text) == 1 for token in found)
        yield from _alike(text, [known.names, known.words()] if is_no_word else [known.names])
    seen: set[str] = set()
    for token in found:
        if len(token.text) > 1 and token.text not in seen and not finds(Words(token.text)):
            seen.add(token.text)
            if not _one(left):
                return
            for word in _alike(token.text, [known.names, known.words()]):
                yield text[: token.start] + word + text[token.end :]


def _one(left: Iterator[object]) -> bool:
    return next(left, None) is not None


def searchable(names: Iterable[str]) -> list[str]:
    """The names of the vocabulary as words of a query: folded, those with spaces or marks in their parts."""
    words = (token for name in names for run in fold_text(name).split() for token in _plain(run))
    return [word for word in dict.fromkeys(words) if word not in OPERATORS]


def _plain(run: str) -> list[str]:
    return [run] if run.isalnum() else [token.text for token in tokens(run)]


def _alike(text: str, lists: Sequence[Wordlist]) -> Iterator[str]:
    """Words that sound like `text`, then those that look like it, those with fewer letters wrong first."""
    for words in lists:
        yield from words.sounding_like(text)
    for wrong in (1, 2):
        for words in lists:
            yield from words.looking_like(text, wrong)


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
