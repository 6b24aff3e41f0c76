"""A query → the terms whose presence raises a claim's score, and what each is worth."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from app.search.analyzers import bigrams, inner_words, stem
from app.search.asked import Similar, no_synonyms, ranked_tokens, runs, sought
from app.search.query_types import Near, Phrase, Query
from app.search.synonyms import Synonym
from app.text.scripts import has_han, is_han
from app.text.words import Token

Term = tuple[tuple[str, str], float]
"""A field and a term, and what it counts in a query."""

ENGLISH = ("english", "heading_english", "title_english")
"""Fields that hold stems of English words."""

_WORDS = ("words", "heading", "title")

OTHER_NAMES = 0.35
TRANSLATIONS = 0.2
"""What the words of another name are worth, in the language of the query and in the other, against 1 for what was
typed (measured; see docs/decisions). A Chinese name has three fields to count in, an English one has one."""

_NAMES = 4
"""So many other names in one language are worth that much each; more share what these are worth together."""

INNER = 0.2
"""What the words inside a long word of the query are worth (科技 in 科技外交): its bigrams tell of them too."""


@lru_cache(maxsize=1024)
def ranking(query: Query, similar: Similar = no_synonyms) -> Mapping[tuple[str, str], float]:
    """The (field, term) pairs that rank a claim, with what each counts: 1 for what is asked, less for other names.

    A query that has a term twice is not about it the more. Words such as 的 and 在 rank, though no claim need hold
    them: 技术的 stands where 技术 is told of something.
    """
    asked: dict[tuple[str, str], float] = {}
    inside: dict[tuple[str, str], float] = {}
    others: dict[tuple[str, str], float] = {}
    parts = list(sought(query))
    texts = runs(parts)
    for text in chain((part.text for part in parts if isinstance(part, Phrase | Near)), texts):
        asked |= dict.fromkeys(_terms(text), 1.0)
    for text in texts:
        inside |= dict.fromkeys(_inner(text), INNER)
        for synonym in similar(text):
            others |= _other_names(synonym)
    return {**others, **inside, **asked}


def _other_names(synonym: Synonym) -> dict[tuple[str, str], float]:
    """The terms of the other names of what is asked. A claim that calls it by many of them is not about it the more."""
    found: dict[tuple[str, str], float] = {}
    for in_chinese in (True, False):
        names = [name for name in synonym.names if has_han(name) is in_chinese]
        worth = OTHER_NAMES if in_chinese is has_han(synonym.asked) else TRANSLATIONS
        terms = chain.from_iterable(chain(_inner(name), _terms(name)) for name in names)
        found |= dict.fromkeys(terms, worth * min(1.0, _NAMES / max(1, len(names))))
    return found


def _inner(text: str) -> Iterator[tuple[str, str]]:
    for token in ranked_tokens(text):
        yield from ((field, word) for word in inner_words(token.text) for field in _WORDS)


def _terms(text: str) -> Iterator[tuple[str, str]]:
    asked = ranked_tokens(text)
    for token in asked:
        yield from _as_word(token.text)
    for stretch in filter(has_han, _stretches(asked)):
        yield from (("bigrams", bigram) for bigram in bigrams(stretch))
        yield from (("characters", character) for character in stretch)


def _as_word(word: str) -> Iterator[tuple[str, str]]:
    yield from ((field, word) for field in _WORDS)
    if not is_han(word[0]):
        yield from ((field, stem(word)) for field in ENGLISH)


@lru_cache(maxsize=4096)
def word_terms(word: str) -> Mapping[tuple[str, str], float]:
    """All that a word of a query puts among the terms that rank, whatever stands beside it."""
    terms = list(_as_word(word))
    if has_han(word):
        terms += [("bigrams", bigram) for bigram in bigrams(word)]
        terms += [("characters", character) for character in word]
    return dict.fromkeys(terms, 1.0)


@lru_cache(maxsize=1024)
def by_words(terms: tuple[Term, ...]) -> tuple[Mapping[str, int], Mapping[tuple[str, str], float]]:
    """Terms that rank → words whose `word_terms` are all among them, and the terms that are left over.

    A word is there as often as the terms hold all of its own.
    """
    words: Counter[str] = Counter()
    left = dict(terms)
    for word in [term for (field, term), _ in terms if field == "words"]:
        own = word_terms(word)
        while all(left.get(term, 0.0) >= times for term, times in own.items()):
            words[word] += 1
            left |= {term: left[term] - times for term, times in own.items()}
    return words, {term: times for term, times in left.items() if times}


def _stretches(found: Sequence[Token]) -> list[str]:
    """The tokens' texts, joined where they touch: where a word was taken out, nothing is joined."""
    stretches: list[str] = []
    end = None
    for token in found:
        if token.start == end:
            stretches[-1] += token.text
        else:
            stretches.append(token.text)
        end = token.end
    return stretches
