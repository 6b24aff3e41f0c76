"""Queries for measuring speed, taken from the claims themselves: each finds something."""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from app.search.analyzers import FUNCTION_WORDS, QUESTION_WORDS
from app.search.query import Or, Phrase, Query, Words
from app.search.query_types import all_of
from app.search.request import ClaimDocument
from app.text.normalise import fold_text
from app.text.scripts import is_han

SHARES = {"rare": 35, "common": 35, "and": 45, "phrase": 30, "or": 25, "question": 30}
_RARE, _COMMON = 20, 0.01
"""A rare word is in at most so many claims, a common one in at least this share of them."""


@dataclass(frozen=True)
class Asked:
    """A query: `words` are cut as the claims are; `text` is what a phrase or a question says."""

    kind: str
    words: tuple[str, ...]
    text: str = ""

    def query(self) -> Query:
        """As the product is asked."""
        match self.kind:
            case "phrase":
                return Phrase(self.text)
            case "question":
                return Words(self.text)
            case "or":
                return Or(tuple(map(Words, self.words)))
        return all_of(list(map(Words, self.words)))


def make_queries(claims: Sequence[ClaimDocument], words: Sequence[Sequence[str]], seed: int = 1) -> list[Asked]:
    """200 queries of the kinds in `SHARES`, mixed; `words` are those of each claim in order."""
    drawn = random.Random(seed)
    frequencies = Counter(word for row in words for word in set(row))
    makers = {
        "rare": _single(words, drawn, "rare", lambda word: frequencies[word] <= _RARE),
        "common": _single(words, drawn, "common", lambda word: frequencies[word] >= _COMMON * len(claims)),
        "and": _several(words, drawn),
        "phrase": _phrases(claims, words, drawn),
        "or": _any(words, drawn),
        "question": _questions(claims, words, drawn),
    }
    queries = [asked for kind, number in SHARES.items() for asked in islice(makers[kind], number)]
    drawn.shuffle(queries)
    return queries


def telling(row: Sequence[str]) -> list[str]:
    """The Chinese words of two characters and more that carry meaning, each once."""
    without = FUNCTION_WORDS | QUESTION_WORDS
    return [w for w in dict.fromkeys(row) if len(w) > 1 and all(map(is_han, w)) and w not in without]


def _single(words, drawn, kind, wanted) -> Iterator[Asked]:  # type: ignore[no-untyped-def]
    while True:
        if fitting := [word for word in telling(drawn.choice(words)) if wanted(word)]:
            yield Asked(kind, (drawn.choice(fitting),))


def _several(words: Sequence[Sequence[str]], drawn: random.Random) -> Iterator[Asked]:
    while True:
        row, number = telling(drawn.choice(words)), drawn.randint(2, 4)
        if len(row) >= number:
            yield Asked("and", tuple(drawn.sample(row, number)))


def _any(words: Sequence[Sequence[str]], drawn: random.Random) -> Iterator[Asked]:
    while True:
        rows = [telling(drawn.choice(words)) for _ in range(5)]
        if all(rows):
            yield Asked("or", tuple(map(drawn.choice, rows)))


def _phrases(claims: Sequence[ClaimDocument], words: Sequence[Sequence[str]], drawn: random.Random) -> Iterator[Asked]:
    """Two or three neighbouring words, where nothing stands between them."""
    while True:
        at, number = drawn.randrange(len(claims)), drawn.randint(2, 3)
        start = drawn.randrange(max(1, len(words[at]) - number))
        row = tuple(words[at][start : start + number])
        if len(row) == number and "".join(row) in fold_text(claims[at].text) and all(map(is_han, "".join(row))):
            yield Asked("phrase", row, "".join(row))


def _questions(
    claims: Sequence[ClaimDocument], words: Sequence[Sequence[str]], drawn: random.Random
) -> Iterator[Asked]:
    """The beginning of a sentence, as a question is typed."""
    while True:
        at = drawn.randrange(len(claims))
        text = next((part for part in fold_text(claims[at].text).split(",") if 10 <= len(part) <= 24), "")
        if text and all(map(is_han, text)):
            yield Asked("question", tuple(word for word in telling(words[at]) if word in text), text)
