"""A query → what a claim must fulfil to be found, and which terms rank it. Nothing here knows Whoosh.

How words combine, chosen for what a researcher expects:

- `日本 科学顾问` finds the claims that hold all of the words, each anywhere in the text, also inside a longer
  word (处理 in 待处理), so that a wrong segmentation hides nothing. Latin words and numbers must stand alone:
  `AI` is not in `said`. Words such as 的 and 什么 need not be there.
- When no claim holds all, or the query is a sentence (more than `KEYWORDS` words), the claims that hold any are
  found and ranked (`relaxed`); beside a quoted string the words only rank. Quoted strings, exclusions and
  restrictions always hold.
- Inside OR, brackets and exclusions, words are taken strictly.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TypeAlias

from app.search.analyzers import FUNCTION_WORDS, QUESTION_WORDS, bigrams, inner_words, stem, tokens
from app.search.conditions import (
    AllOf,
    AnyOf,
    Condition,
    Everything,
    HasTerm,
    Holds,
    Like,
    Mentions,
    Published,
    Resembles,
    Together,
    Without,
)
from app.search.query_syntax import NAMED
from app.search.query_types import (
    And,
    Empty,
    Fuzzy,
    Near,
    Not,
    Or,
    Phrase,
    Query,
    Restriction,
    Text,
    Wildcard,
    Words,
    Years,
)
from app.search.request import Filters
from app.text.normalise import fold_text
from app.text.scripts import has_han, is_han
from app.text.words import Token

KEYWORDS = 5
"""A query of more words than this is read as a sentence, not as keywords."""

ENGLISH = ("english", "heading_english", "title_english")
"""Fields that hold stems of English words."""

Classes: TypeAlias = Mapping[str, Sequence[str]]
"""The kinds of instruments that each class code stands for."""


def strict(query: Query, classes: Classes) -> Condition:
    """What a claim must fulfil to answer the whole of `query`."""
    match query:
        case Empty():
            return Everything()
        case Words() | Phrase() | Near() | Wildcard() | Fuzzy():
            return _in_text(query)
        case Restriction(field, values) if field in NAMED:
            return AnyOf(tuple(Mentions(field, fold_text(value)) for value in values))
        case Restriction(field, values):
            return one_of(field, values, classes)
        case Years(start, end):
            return Published(start, end)
        case Not(part):
            return Without(strict(part, classes))
        case And(parts):
            return AllOf(tuple(strict(part, classes) for part in meaningful(parts)))
        case Or(parts):
            return AnyOf(tuple(strict(part, classes) for part in parts))


def _in_text(query: Text) -> Condition:
    """What the text of a claim must hold."""
    match query:
        case Words():
            return AllOf(tuple(needs(query)))
        case Phrase(text):
            return Holds(folded) if (folded := fold_text(text)) else Everything()
        case Near(words, distance):
            held = AllOf(tuple(need for word in words for need in _anywhere(fold_text(word))))
            return Together(tuple(map(fold_text, words)), distance, held)
        case Wildcard(text):
            return Like(fold_text(text))
        case Fuzzy(text, wrong):
            return Resembles(fold_text(text), wrong)


def _anywhere(word: str) -> tuple[Condition, ...]:
    """That a folded word of a `Near` stands in the text: Latin words in any of their forms."""
    whole = not has_han(word) and [token.text for token in tokens(word)] == [word]
    return needs(Words(word)) if whole else (Holds(word),)


def relaxed(query: Query, classes: Classes) -> Condition | None:
    """As `strict`, but any one of the words is enough, and beside a quoted string none is needed.

    `None` when there is no choice of words.
    """
    parts = meaningful(query.parts) if isinstance(query, And) else (query,)
    wanted = tuple(need for part in parts if isinstance(part, Words) for need in needs(part))
    others = tuple(strict(part, classes) for part in parts if not isinstance(part, Words))
    if wanted and any(isinstance(part, Phrase) for part in parts):
        return AllOf(others)
    return AllOf((*others, AnyOf(wanted))) if len(wanted) > 1 else None


def is_sentence(query: Query) -> bool:
    """Whether `query` has more words than keywords have."""
    parts = meaningful(query.parts) if isinstance(query, And) else (query,)
    return sum(len(needs(part)) for part in parts if isinstance(part, Words)) > KEYWORDS


def filtered(filters: Filters, classes: Classes) -> Condition:
    """What the filters beside a query ask."""
    parts: list[Condition] = [
        one_of(field, values, classes)
        for field in ("country", "instrument", "type", "paper")
        if (values := getattr(filters, field))
    ]
    if filters.year:
        parts.append(Published(*filters.year))
    return AllOf(tuple(parts)) if parts else Everything()


def one_of(field: str, values: Sequence[str], classes: Classes) -> Condition:
    """One of `values` in `field`; the code of a class stands for its kinds."""
    codes = [code for value in values for code in (classes.get(value, (value,)) if field == "instrument" else (value,))]
    return AnyOf(tuple(HasTerm(field, code) for code in dict.fromkeys(codes)))


@lru_cache(maxsize=1024)
def needs(words: Words) -> tuple[Condition, ...]:
    """What a claim must hold of `words`, a condition for each word that carries meaning."""
    conditions = [
        Holds(token.text)
        if is_han(token.text[0])
        else AnyOf((HasTerm("words", token.text), HasTerm("english", stem(token.text))))
        for token in asked_tokens(words.text)
    ]
    folded = fold_text(words.text)
    return tuple(dict.fromkeys(conditions)) or ((Holds(folded),) if folded else ())


def meaningful(parts: Sequence[Query]) -> Sequence[Query]:
    """The parts without words that carry no meaning (of, 的, what), unless all the words are such."""
    words = [part for part in parts if isinstance(part, Words)]
    empty = [part for part in words if not _carries_meaning(part.text)]
    return parts if len(empty) == len(words) else [part for part in parts if part not in empty]


@lru_cache(maxsize=1024)
def _carries_meaning(text: str) -> bool:
    without = QUESTION_WORDS | FUNCTION_WORDS
    return any(token.text not in without for token in tokens(fold_text(text)))


@lru_cache(maxsize=1024)
def asked_tokens(text: str) -> Sequence[Token]:
    """The tokens of `text`, folded, that carry meaning; if none does, those that only ask nothing; if none, all."""
    found = tokens(fold_text(text))
    asked = [token for token in found if token.text not in QUESTION_WORDS] or found
    return tuple([token for token in asked if token.text not in FUNCTION_WORDS] or asked)


@lru_cache(maxsize=1024)
def ranking(query: Query) -> Mapping[tuple[str, str], int]:
    """The (field, term) pairs whose presence raises a claim's score, with how often the query has each."""
    terms: Counter[tuple[str, str]] = Counter()
    for part in sought(query):
        asked = [] if isinstance(part, Wildcard | Fuzzy) else asked_tokens(part.text)
        for token in asked:
            words = (*inner_words(token.text), token.text)
            terms.update((field, word) for field in ("words", "heading", "title") for word in words)
            if not is_han(token.text[0]):
                terms.update((field, stem(token.text)) for field in ENGLISH)
        for stretch in filter(has_han, _stretches(asked)):
            terms.update(("bigrams", bigram) for bigram in bigrams(stretch))
            terms.update(("characters", character) for character in stretch)
    return terms


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
