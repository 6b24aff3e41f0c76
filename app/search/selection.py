"""Which claims answer a request, and how well: those that hold all of the words, and where these are few, those near.

A claim is near when its score, by words and by meaning, is a fair share of the best one's. Complete claims always
stand before those that are only near.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from app.search.asked import Similar
from app.search.compile import Classes, demands, filtered, near, strict
from app.search.conditions import AllOf, Condition, Everything
from app.search.impacts import Scores
from app.search.meaning import Meaning, says_enough, spread, wording, worth
from app.search.query_types import And, Phrase, Query
from app.search.request import Mode, SearchRequest
from app.search.snapshot import Found, Snapshot
from app.search.weighing import ranking

ENOUGH = 10
"""When as many claims hold all of the words, claims that hold some are not looked for."""

SHARE = 0.25
"""What a near claim's score must reach of the best one's."""

Terms = Mapping[tuple[str, str], float]


@dataclass(frozen=True, slots=True)
class Selection:
    """`found` answers the request; `complete` of it holds all that the query asks, the others most of it."""

    found: Found
    complete: Found
    terms: Terms
    scores: list[Scores] | None = None
    """Those of all that is found, where they had to be worked out to find it."""

    @property
    def relaxed(self) -> bool:
        """Whether some do not hold all of the words."""
        return count(self.found) > count(self.complete)

    def rank(self, snapshot: Snapshot, found: Found, most: int | None = None) -> tuple[Found, Scores]:
        """Some of what is found with their scores, one segment after the other; as `Snapshot.rank` otherwise."""
        if self.scores is None:
            kept, scores = snapshot.rank(self.terms, found, most)
            return kept, joined(scores)
        each = zip(self.found, self.scores, found, strict=True)
        return found, joined([scores[np.searchsorted(numbers, some)] for numbers, scores, some in each])


def count(found: Found) -> int:
    """The number of documents in all segments."""
    return sum(map(len, found))


def joined(scores: list[Scores]) -> Scores:
    """The scores of all segments, one after the other."""
    return np.concatenate([*scores, np.empty(0, dtype=np.float32)])


def select(
    snapshot: Snapshot, request: SearchRequest, classes: Classes, similar: Similar, meaning: Meaning | None = None
) -> Selection:
    """What answers the request in its mode; by words alone without `meaning`."""
    query, filters = request.query, filtered(request.filters, classes)
    if meaning and request.mode is Mode.SEMANTIC and wording(query):
        among = snapshot.find(AllOf((filters, demands(query, classes, similar))))
        found, cosines = meaning.nearest(snapshot, query, among)
        return Selection(found, found, ranking(query, similar), cosines)
    chosen = _by_words(snapshot, request, classes, similar, meaning if request.mode is Mode.HYBRID else None)
    return chosen if isinstance(filters, Everything) else _within(chosen, snapshot.find(filters))


def _by_words(
    snapshot: Snapshot, request: SearchRequest, classes: Classes, similar: Similar, meaning: Meaning | None
) -> Selection:
    """What answers the query, whatever the filters: they leave less of it and never bring in what it has not."""
    query, terms = request.query, ranking(request.query, similar)
    complete = snapshot.find(strict(query, classes, similar))
    candidate = near(query, classes, similar)
    if candidate is None or count(complete) >= ENOUGH:
        return Selection(complete, complete, terms)
    found = [np.union1d(*pair) for pair in zip(snapshot.find(candidate), complete, strict=True)]
    scores = snapshot.rank(terms, found)[1]
    if meaning and says_enough(query):
        found, scores = _with_meaning(snapshot, query, demands(query, classes, similar), meaning, (found, scores))
    return _near(Selection(found, complete, terms, scores), keep_all=_has_phrase(query))


def _within(selection: Selection, allowed: Found) -> Selection:
    """What of a selection is allowed."""
    kept = [
        np.isin(numbers, among, assume_unique=True) for numbers, among in zip(selection.found, allowed, strict=True)
    ]
    return Selection(
        [numbers[keep] for numbers, keep in zip(selection.found, kept, strict=True)],
        [np.intersect1d(*pair, assume_unique=True) for pair in zip(selection.complete, allowed, strict=True)],
        selection.terms,
        selection.scores and [scores[keep] for scores, keep in zip(selection.scores, kept, strict=True)],
    )


def _with_meaning(
    snapshot: Snapshot, query: Query, demanded: Condition, meaning: Meaning, by_words: tuple[Found, list[Scores]]
) -> tuple[Found, list[Scores]]:
    """Candidates by words and the nearest by meaning together, with the scores that both give."""
    found, scores = by_words
    weight = worth(float(joined(scores).max(initial=0)), snapshot.possible(ranking(query)))
    if not weight:
        return found, scores
    nearest, cosines = meaning.nearest(snapshot, query, snapshot.find(demanded))
    together, sums = [], []
    for (words, ranked), (close, added) in zip(
        zip(found, scores, strict=True), zip(nearest, spread(cosines), strict=True), strict=True
    ):
        numbers = np.union1d(words, close)
        total = np.zeros(len(numbers), dtype=np.float32)
        total[np.searchsorted(numbers, words)] = ranked
        total[np.searchsorted(numbers, close)] += np.float32(weight) * added
        together.append(numbers)
        sums.append(total)
    return together, sums


def _near(selection: Selection, *, keep_all: bool) -> Selection:
    """The candidates that score well beside the best of them, with all that are complete above all others."""
    scores = selection.scores or []
    best = joined(scores).max(initial=0)
    found, kept = [], []
    for numbers, ranked, held in zip(selection.found, scores, selection.complete, strict=True):
        complete = np.isin(numbers, held, assume_unique=True)
        good = complete | keep_all | (ranked >= SHARE * best)
        found.append(numbers[good])
        kept.append((ranked + best * complete)[good].astype(np.float32))
    return Selection(found, selection.complete, selection.terms, kept)


def _has_phrase(query: Query) -> bool:
    return isinstance(query, And) and any(isinstance(part, Phrase) for part in query.parts)
