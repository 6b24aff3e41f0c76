"""Which claims answer a request, and how well: those that hold all of the words, and where these are few, those near.

A claim is near when it has terms of the query that are worth, by the ranking, a fair share of what the best one has.
Complete claims always stand before those that are only near.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from app.search.asked import Similar
from app.search.compile import Classes, filtered, near, strict
from app.search.conditions import AllOf
from app.search.impacts import Scores
from app.search.query_types import And, Phrase, Query
from app.search.request import SearchRequest
from app.search.snapshot import Found, Snapshot
from app.search.weighing import ranking

ENOUGH = 10
"""When as many claims hold all of the words, claims that hold some are not looked for."""

SHARE = 0.25
"""What a near claim's score must reach of the best one's."""


@dataclass(frozen=True, slots=True)
class Selection:
    """`found` answers the request; `complete` of it holds all that the query asks, the others most of it."""

    found: Found
    complete: Found
    terms: Mapping[tuple[str, str], float]
    bonus: float = 0.0
    """What is added to the scores of complete ones, so that they are the highest."""

    @property
    def relaxed(self) -> bool:
        """Whether some do not hold all of the words."""
        return count(self.found) > count(self.complete)

    def rank(self, snapshot: Snapshot, found: Found, most: int | None = None) -> tuple[Found, Scores]:
        """Some of what is found with their scores, one segment after the other; as `Snapshot.rank` otherwise."""
        if not self.relaxed:
            kept, scores = snapshot.rank(self.terms, found, most)
            return kept, joined(scores)
        _, scores = snapshot.rank(self.terms, found)
        pairs = zip(found, self.complete, strict=True)
        complete = [np.isin(numbers, held, assume_unique=True) for numbers, held in pairs]
        return found, joined(scores) + np.concatenate(complete).astype(np.float32) * np.float32(self.bonus)


def count(found: Found) -> int:
    """The number of documents in all segments."""
    return sum(map(len, found))


def joined(scores: list[Scores]) -> Scores:
    """The scores of all segments, one after the other."""
    return np.concatenate([*scores, np.empty(0, dtype=np.float32)])


def select(snapshot: Snapshot, request: SearchRequest, classes: Classes, similar: Similar) -> Selection:
    """What answers the request by its words."""
    filters = filtered(request.filters, classes)
    terms = ranking(request.query, similar)
    complete = snapshot.find(AllOf((filters, strict(request.query, classes, similar))))
    candidate = near(request.query, classes, similar)
    if candidate is None or count(complete) >= ENOUGH:
        return Selection(complete, complete, terms)
    found = snapshot.find(AllOf((filters, candidate)))
    _, scores = snapshot.rank(terms, found)
    best = float(joined(scores).max(initial=0))
    if not _has_phrase(request.query):
        found = [numbers[ranked >= SHARE * best] for numbers, ranked in zip(found, scores, strict=True)]
    together = [np.union1d(*pair) for pair in zip(found, complete, strict=True)]
    return Selection(together, complete, terms, best)


def _has_phrase(query: Query) -> bool:
    return isinstance(query, And) and any(isinstance(part, Phrase) for part in query.parts)
