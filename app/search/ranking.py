"""Scores: BM25F over the fields of the index, summed with the fields' weights.

Okapi BM25 as in Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), with
the inverse document frequency of Lucene, ln(1 + (N - n + 0.5) / (n + 0.5)), which is never negative.
"""

from collections.abc import Sequence
from math import log

import numpy as np

from app.search.goals import Goal
from app.search.impacts import K1, Scores, Weighed
from app.search.numbers import Numbers, Places
from app.search.schema import WEIGHTS

_FEW = 400
"""So many documents are looked up one by one in the lists of terms; for more, all that a list has is added."""
_MANY = 4
"""Where one document in so many was found, going through all is faster than picking those."""
_NOT_WORTH_DROPPING = 64
"""Documents down to which comparing them costs more than adding to them."""
_WORTH_A_LOOK = 0.75
"""What may still be added must have sunk to this share since documents were compared last."""
_ROUNDING = 1e-5
"""More than all that is lost in rounding, as a share of a score."""


def boost(field: str, having: int, documents: int) -> float:
    """What a term counts that `having` of so many documents have in a field: the rarer, the more."""
    return WEIGHTS[field] * log(1 + (documents - having + 0.5) / (having + 0.5)) * (K1 + 1)


def best(
    found: Numbers, terms: Sequence[Weighed], segment: int, documents: int, goal: Goal | None = None, least: float = 0.0
) -> tuple[Numbers, Scores, float]:
    """The documents found, in their order, with their scores; with a `goal` at least those that it wants.

    `terms` come in order of what they can add, the most first, the same for each of the segments; `segment` is the
    number of the one that the documents are of, and `documents` how many it has. `least` is what a document must
    reach to be wanted, as far as is known from other segments; what is known then is answered too. A document that
    cannot reach it any more, were it to have all terms that are left, is dropped on the way (MaxScore: Turtle and
    Flood, "Query evaluation: strategies and optimizations", 1995). Equal documents have equal scores in every segment.
    """
    ranking = _Ranking([term for term in terms if term.impacts[segment].frequency], segment, goal, least)
    at = found.astype(np.intp)
    if len(at) <= _FEW:
        at, scores = ranking.closely(at, np.zeros(len(at), dtype=np.float32))
    else:
        at, scores = ranking.closely(*ranking.broadly(at, documents))
    if goal and len(scores):
        ranking.least = goal.least(scores, ranking.least)
    return at.astype(np.uint32), scores, ranking.least


class _Ranking:
    """Adds up scores, first for all documents of a segment, then for the few that can still be wanted."""

    def __init__(self, terms: Sequence[Weighed], segment: int, goal: Goal | None, least: float) -> None:
        self._terms = [(term.impacts[segment], term.number) for term in terms]
        self._done = 0
        self._goal = goal
        self.least = least
        self._left = self._checked = sum(impact.highest * number for impact, number in self._terms)

    def broadly(self, found: Places, documents: int) -> tuple[Places, Scores]:
        """Adds to all documents, until few are left or no term is: those, with what they have reached."""
        totals = np.full(documents, -np.inf, dtype=np.float32)
        totals[found] = 0
        for impact, number in self._terms:
            if self._goal and self._is_due(len(found)):
                found = self._in_reach(self._goal, found, totals)
                if len(found) <= _FEW:
                    break
            impact.add(totals, number)
            self._count(impact.highest * number)
        return found, totals[found]

    def _in_reach(self, goal: Goal, found: Places, totals: Scores) -> Places:
        """The documents found, or where that at least halves them, those of them that can still be wanted."""
        all_ = len(found) * _MANY > len(totals)
        reached = totals if all_ else totals[found]
        self.least = goal.least(reached, self.least)
        if self._bar <= 0:
            return found
        kept = reached >= self._bar
        if 2 * np.count_nonzero(kept) > len(found):
            return found
        return np.flatnonzero(kept) if all_ else found[kept]

    def closely(self, found: Places, reached: Scores) -> tuple[Places, Scores]:
        """Adds what is left of the terms to some documents, and drops those that cannot be wanted any more."""
        for impact, number in self._terms[self._done :]:
            if self._goal and self._is_due(len(found)):
                self.least = self._goal.least(reached, self.least)
                kept = reached >= self._bar
                found, reached = found[kept], reached[kept]
            reached += impact.of(found, number)
            self._count(impact.highest * number)
        return found, reached

    def _is_due(self, documents: int) -> bool:
        """Whether comparing so many documents may pay; if so, it is not due again soon."""
        due = documents > _NOT_WORTH_DROPPING and self._left < _WORTH_A_LOOK * self._checked
        if due:
            self._checked = self._left
        return due

    def _count(self, added: float) -> None:
        self._done += 1
        self._left -= added

    @property
    def _bar(self) -> float:
        """What a document must have reached by now, or so little less that rounding may be why."""
        return self.least - self._left - _ROUNDING * abs(self.least)
