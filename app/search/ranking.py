"""Scores: BM25F over the fields of the index, summed with the fields' weights.

Okapi BM25 as in Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), with
the inverse document frequency of Lucene, ln(1 + (N - n + 0.5) / (n + 0.5)), which is never negative.
"""

from collections.abc import Iterator, Sequence
from math import log

import numpy as np
from numpy.typing import NDArray

from app.search.goals import Goal
from app.search.impacts import K1, Asked, Impact, Scores
from app.search.numbers import Numbers, Places
from app.search.schema import WEIGHTS

_FEW = 400
"""So many documents are looked up one by one in the lists of terms; for more, all that a list has is added."""
_FAR = 16
"""Where one document in so many is left, what a common term adds to each of these is looked up, too."""
_MANY = 4
"""Dropping pays when it takes one in so many documents."""
_NOT_WORTH_DROPPING = 64
"""Documents down to which comparing them costs more than adding to them."""
_WORTH_A_LOOK = 0.45
"""What may still be added must have sunk to this share since documents were compared last."""
_ROUNDING = 1e-5
"""More than all that is lost in rounding, as a share of a score."""


def boost(field: str, having: int, documents: int) -> float:
    """What a term counts that `having` of so many documents have in a field: the rarer, the more."""
    return WEIGHTS[field] * rarity(having, documents)


def rarity(having: int, documents: int) -> float:
    """What a term counts that `having` of so many documents have, in a field of weight 1."""
    return log(1 + (documents - having + 0.5) / (having + 0.5)) * (K1 + 1)


def best(
    found: Numbers, terms: Sequence[Asked], segment: int, documents: int, goal: Goal | None = None, least: float = 0.0
) -> tuple[Numbers, Scores, float]:
    """The documents found, in their order, with their scores; with a `goal` at least those that it wants.

    `terms` come in the same order for each of the segments, those first that add much to few documents; `segment` is
    the number of the one that the documents are of, and `documents` how many it has. `least` is what a document must
    reach to be wanted, as far as is known from other segments; what is known then is answered too. A document that
    cannot reach it any more, were it to have all terms that are left, is dropped on the way (MaxScore: Turtle and
    Flood, "Query evaluation: strategies and optimizations", 1995). Equal documents have equal scores in every segment.
    """
    ranking = _Ranking(found, terms, segment, least)
    ranking.run(documents, goal)
    if goal and len(found):
        ranking.compare(goal)
        ranking.keep(ranking.reached >= ranking.least)
    return ranking.found.astype(np.uint32), ranking.reached, ranking.least


class _Ranking:
    """Adds up the scores of documents, and drops those that cannot be wanted any more."""

    def __init__(self, found: Numbers, terms: Sequence[Asked], segment: int, least: float) -> None:
        self.found: Places = found.astype(np.intp)
        self.reached = np.zeros(len(found), dtype=np.float32)
        self.least = least
        self._terms = [(impact, number) for term, number in terms if (impact := term.impacts[segment]).frequency]
        self._done = 0
        self._left = self._checked = sum(impact.highest * number for impact, number in self._terms)

    def run(self, documents: int, goal: Goal | None) -> None:
        """Goes through all terms of a segment of so many documents."""
        if len(self.found) > _FEW:
            self._add_up(np.zeros(documents, dtype=np.float32), goal)
        for impact, number in self._next(goal):
            self.reached += impact.of(self.found, number)

    def _add_up(self, totals: Scores, goal: Goal | None) -> None:
        """Adds all that terms have to the totals of all documents, as long as many of these are left."""
        for impact, number in self._next(goal, totals):
            if impact.having is None and len(self.found) * _FAR < len(totals):
                np.add.at(totals, self.found, impact.of(self.found, number))
            else:
                impact.add(totals, number)
        self.reached = totals.take(self.found)

    def _next(self, goal: Goal | None, totals: Scores | None = None) -> Iterator[tuple[Impact, float]]:
        """The terms that are left, to be added one after the other; with `totals` as long as documents are many."""
        while self._done < len(self._terms):
            if goal and self._is_due():
                if totals is not None:
                    self.reached = totals.take(self.found)
                self.compare(goal)
                self._drop()
            if totals is not None and len(self.found) <= _FEW:
                return
            impact, number = self._terms[self._done]
            self._done += 1
            self._left -= impact.highest * number
            yield impact, number

    def _is_due(self) -> bool:
        """Whether comparing documents may pay; if so, it is not due again soon."""
        due = len(self.found) > _NOT_WORTH_DROPPING and self._left < _WORTH_A_LOOK * self._checked
        if due:
            self._checked = self._left
        return due

    def compare(self, goal: Goal) -> None:
        """Works out what a document must reach."""
        self.least = goal.least(self.reached, self.least)

    def _drop(self) -> None:
        """Drops documents that cannot reach it, or only by so little that rounding may be why, where they are many."""
        bar = self.least - self._left - _ROUNDING * abs(self.least)
        if bar > 0:
            kept = self.reached >= bar
            if _MANY * np.count_nonzero(kept) < (_MANY - 1) * len(kept):
                self.keep(kept)

    def keep(self, wanted: NDArray[np.bool_]) -> None:
        """Goes on with some of the documents."""
        at = np.flatnonzero(wanted)
        self.found, self.reached = self.found.take(at), self.reached.take(at)
