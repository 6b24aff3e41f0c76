"""What a query asks for: its words without those that only ask, and the names in it that have others."""

import re
from collections.abc import Callable, Iterator, Sequence, Set
from functools import lru_cache
from typing import TypeAlias

from app.search.analyzers import FUNCTION_WORDS, only_asks, tokens
from app.search.query_parser import plain_words
from app.search.query_syntax import narrow
from app.search.query_types import And, Fuzzy, Near, Or, Phrase, Query, Text, Wildcard, Words, all_of
from app.search.synonyms import Synonym
from app.text.normalise import fold_text
from app.text.scripts import has_han, is_han
from app.text.words import Token

Similar: TypeAlias = Callable[[str], Sequence[Synonym]]
"""Finds what of a text has other names: `Synonyms.find`, or `no_synonyms`."""


_CAPITALS = re.compile("(?<![A-Za-z0-9])[A-Z]{2,}(?![A-Za-z0-9])")


def no_synonyms(_: str) -> Sequence[Synonym]:
    """Finds nothing: for a search by what was typed alone."""
    return ()


def meaningful(parts: Sequence[Query]) -> Sequence[Query]:
    """The parts without words that carry no meaning (of, 的, what), unless all the words are such."""
    words = [part for part in parts if isinstance(part, Words)]
    known = names_in(" ".join(part.text for part in words))
    empty = [part for part in words if not _carries_meaning(part.text, known)]
    return parts if len(empty) == len(words) else [part for part in parts if part not in empty]


@lru_cache(maxsize=1024)
def _carries_meaning(text: str, known: Set[str]) -> bool:
    return any(word in known or not (only_asks(word) or word in FUNCTION_WORDS) for word in _words_of(text))


@lru_cache(maxsize=1024)
def names_in(text: str) -> Set[str]:
    """The words in Latin capitals, folded, of a text with Han in it: WHO asks nothing there, and IT is no pronoun."""
    return frozenset(map(fold_text, _CAPITALS.findall(narrow(text)))) if has_han(text) else frozenset()


@lru_cache(maxsize=1024)
def asks_in_chinese(text: str) -> bool:
    """Whether `text` is a question in Chinese: by a word that only asks, or by its question mark."""
    marked = has_han(text) and text.rstrip().endswith(("?", "？"))
    return marked or any(has_han(word) and only_asks(word) for word in _words_of(text))


def _words_of(text: str) -> Iterator[str]:
    return (token.text for token in tokens(fold_text(text)))


@lru_cache(maxsize=1024)
def asked_tokens(text: str) -> Sequence[Token]:
    """The tokens of `text`, folded, that carry meaning; if none does, those that only ask nothing; if none, all."""
    found, known = tokens(fold_text(text)), names_in(text)
    asked = [token for token in found if token.text in known or not only_asks(token.text)] or found
    return tuple([token for token in asked if token.text in known or token.text not in FUNCTION_WORDS] or asked)


@lru_cache(maxsize=1024)
def ranked_tokens(text: str) -> Sequence[Token]:
    """As `asked_tokens`, with the function words that stand between Chinese ones."""
    asked = asked_tokens(text)
    between = [
        token
        for token in tokens(fold_text(text))
        if token in asked or (is_han(token.text[0]) and not only_asks(token.text))
    ]
    return tuple(between)


def runs(parts: Sequence[Query]) -> list[str]:
    """The texts of the words among `parts`. Neighbours are one text, unless Han stands on both sides of the space.

    Names in Latin letters have spaces, and so have Latin letters and digits beside Han, or not: 第 49 届.
    """
    texts: list[str] = []
    follows = False
    for part in parts:
        if isinstance(part, Words):
            if follows and not (is_han(texts[-1][-1]) and is_han(part.text[0])):
                texts[-1] += " " + part.text
            else:
                texts.append(part.text)
        follows = isinstance(part, Words)
    return texts


def without_quotes(query: Query) -> Query:
    """The query with the words of its quoted strings, outside brackets, in their place."""
    parts = query.parts if isinstance(query, And) else (query,)
    return all_of([plain_words(part.text) if isinstance(part, Phrase) else part for part in parts])


def sought(query: Query) -> Iterator[Text]:
    """What is looked for in the text, not what is excluded."""
    match query:
        case Words() | Phrase() | Near() | Wildcard() | Fuzzy():
            yield query
        case And(parts):
            for part in meaningful(parts):
                yield from sought(part)
        case Or(parts):
            for part in parts:
                yield from sought(part)


def synonyms_in(query: Query, similar: Similar) -> tuple[Synonym, ...]:
    """What of the words looked for has other names, each once."""
    return tuple(dict.fromkeys(found for text in runs(list(sought(query))) for found in similar(text)))
