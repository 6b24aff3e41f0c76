"""A query → what a claim must fulfil to be found. Nothing here knows Whoosh.

How words combine, chosen for what a researcher expects:

- `日本 科学顾问` finds the claims that hold all of the words, each anywhere in the text, also inside a longer
  word (处理 in 待处理), so that a wrong segmentation hides nothing. Latin words and numbers must stand alone:
  `AI` is not in `said`. Words such as 的 and 什么 need not be there. In place of a word, or of several that are a
  name, another name of the same thing will do.
- Where few claims hold all, those that have any of the terms are candidates too (`near`), of which `selection`
  keeps the best; beside a quoted string the words only rank. Quoted strings, exclusions and restrictions always hold.
- Inside OR, brackets and exclusions, words are taken strictly.
"""

from collections.abc import Mapping, Sequence, Set
from functools import lru_cache
from typing import TypeAlias

from app.search.analyzers import FUNCTION_WORDS, stem, tokens
from app.search.asked import Similar, asked_tokens, meaningful, names_in, no_synonyms, runs, sought
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
    all_of,
)
from app.search.request import Filters
from app.search.weighing import ranking
from app.text.normalise import fold_text
from app.text.scripts import has_han, is_han
from app.text.words import Token

KEYWORDS = 5
"""A query of more words than this is read as a sentence, not as keywords."""

FINDING = ("words", "bigrams", "english")
"""Fields whose terms make a claim a candidate; single characters and headings only rank."""

Classes: TypeAlias = Mapping[str, Sequence[str]]
"""The kinds of instruments that each class code stands for."""


def strict(query: Query, classes: Classes, similar: Similar = no_synonyms) -> Condition:
    """What a claim must fulfil to answer the whole of `query`; `similar` finds other names for what it asks."""
    match query:
        case Empty():
            return Everything()
        case Words() | Phrase() | Near() | Wildcard() | Fuzzy():
            return _in_text(query, similar)
        case Restriction(field, values) if field in NAMED:
            return AnyOf(tuple(Mentions(field, fold_text(value)) for value in values))
        case Restriction(field, values):
            return one_of(field, values, classes)
        case Years(start, end):
            return Published(start, end)
        case Not(part):
            return Without(strict(part, classes))
        case And():
            words = (AllOf(needs(text, similar)) for text in runs(_parts(query)))
            return AllOf((*words, *_demands(query, classes, similar)))
        case Or(parts):
            return AnyOf(tuple(strict(part, classes, similar) for part in parts))


def _in_text(query: Text, similar: Similar) -> Condition:
    """What the text of a claim must hold."""
    match query:
        case Words(text):
            return AllOf(needs(text, similar))
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
    return needs(word) if whole else (Holds(word),)


def near(query: Query, classes: Classes, similar: Similar = no_synonyms) -> Condition | None:
    """What a claim must fulfil to be a candidate though it lacks some of the words; `None` if there are no words.

    Any term of a word that carries meaning is enough, and beside a quoted string none is needed.
    """
    words = _words(query)
    if words == Empty():
        return None
    others = _demands(query, classes, similar)
    if isinstance(query, And) and any(isinstance(part, Phrase) for part in query.parts):
        return AllOf(others)
    return AllOf((*others, _any_term(words, similar)))


@lru_cache(maxsize=1024)
def _any_term(words: Query, similar: Similar) -> AnyOf:
    """That a claim has any of the terms of some words that tell."""
    known = frozenset(name for text in runs(list(sought(words))) for name in names_in(text))
    return AnyOf(tuple(HasTerm(*pair) for pair in ranking(words, similar) if tells(*pair, known)))


def demands(query: Query, classes: Classes, similar: Similar = no_synonyms) -> Condition:
    """What a claim must fulfil whatever its words are: quoted strings, exclusions, restrictions, alternatives."""
    return AllOf(_demands(query, classes, similar))


def _demands(query: Query, classes: Classes, similar: Similar) -> tuple[Condition, ...]:
    parts = query.parts if isinstance(query, And) else (query,)
    return tuple(strict(part, classes, similar) for part in parts if not isinstance(part, Words))


def tells(field: str, term: str, known: Set[str] = frozenset()) -> bool:
    """Whether a term that ranks may bring a claim in: 的 may not, 技术, the bigram 术的 and `known` names may."""
    return field in FINDING and (term in known or term not in FUNCTION_WORDS)


def _words(query: Query) -> Query:
    """The words of `query` that are not inside brackets."""
    return all_of([part for part in _parts(query) if isinstance(part, Words)])


def _parts(query: Query) -> Sequence[Query]:
    return meaningful(query.parts) if isinstance(query, And) else (query,)


def is_sentence(query: Query) -> bool:
    """Whether `query` has more words than keywords have."""
    return sum(len(needs(text)) for text in runs(_parts(query))) > KEYWORDS


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
def needs(text: str, similar: Similar = no_synonyms) -> tuple[Condition, ...]:
    """What a claim must hold of some words, a condition for each word, or name, that carries meaning."""
    asked = asked_tokens(text)
    conditions: list[Condition] = []
    for synonym in similar(text):
        inside = [token for token in asked if synonym.start <= token.start and token.end <= synonym.end]
        if inside and (inside[0].start, inside[-1].end) == (synonym.start, synonym.end):
            asked = [token for token in asked if token not in inside]
            conditions.append(AnyOf((AllOf(tuple(map(_holding, inside))), *map(_naming, synonym.names))))
    conditions += map(_holding, asked)
    folded = fold_text(text)
    return tuple(dict.fromkeys(conditions)) or ((Holds(folded),) if folded else ())


def _holding(token: Token) -> Condition:
    if is_han(token.text[0]):
        return Holds(token.text)
    return AnyOf((HasTerm("words", token.text), HasTerm("english", stem(token.text))))


def _naming(name: str) -> Condition:
    """The claim has the name: Chinese ones as they are written, the words of English ones."""
    folded = fold_text(name)
    return Holds(folded) if has_han(folded) else AllOf(tuple(map(_holding, tokens(folded))))
