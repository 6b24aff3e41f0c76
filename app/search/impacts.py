"""What each term adds to the score of the documents that have it, worked out once and kept while memory is allotted.

A share is BM25's saturated frequency of a term in a field, before it is weighed by how rare the term is and by how
much the query wants it: `times / (times + K1 * (1 - B + B * length / mean length))`. The mean length is of all
segments together, so shares belong to a snapshot.
"""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from app.search.numbers import Numbers, Places, places

K1 = 1.2
B = 0.75

MEMORY = 128 << 20
"""Bytes that the shares of a snapshot may take."""
_DENSE = 4
"""A term that one document in so many has is kept as one number for each document: smaller, and added faster."""
_SCATTERED = 16
"""Looking up each candidate pays when a term's list is this many times as long as their number."""
_OBJECTS = 512
"""Bytes that an impact takes besides its numbers, about."""

Scores: TypeAlias = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Impact:
    """The shares of one term in one segment."""

    having: Places | None
    """The documents that `shares` are of; `None` where they are of all documents, in order."""
    shares: Scores
    frequency: int
    """How many documents have the term."""
    highest: float
    """The highest of the shares: what the term can add at most."""

    def add(self, totals: Scores, boost: np.float32, found: Places) -> None:
        """Adds the shares, times `boost`, to the totals: to those of the documents in `found` at least."""
        if self.having is None:
            if len(found) * _DENSE < len(totals):
                totals[found] += self.shares[found] * boost
            else:
                totals += self.shares * boost
        elif len(found) * _SCATTERED < len(self.having):
            at, present = places(found, self.having)
            totals[found[present]] += self.shares[at[present]] * boost
        else:
            np.add.at(totals, self.having, self.shares * boost)

    @property
    def size(self) -> int:
        """Bytes, with what the objects themselves take."""
        return _OBJECTS + self.shares.nbytes + (0 if self.having is None else self.having.nbytes)


def make_impact(having: Numbers, times: NDArray[Any], norms: Scores) -> Impact:
    """The shares of the documents that have a term, by how often; `norms` are those of all documents."""
    at = having.astype(np.intp)
    shares = norms[at]
    shares += times
    np.divide(times, shares, out=shares, dtype=np.float32)
    highest = float(shares.max(initial=0))
    if len(having) * _DENSE < len(norms):
        return Impact(at, shares, len(at), highest)
    dense = np.zeros(len(norms), dtype=np.float32)
    dense[at] = shares
    return Impact(None, dense, len(at), highest)


def norms(lengths: Numbers, mean: float) -> Scores:
    """What the frequency of a term is set against in documents of such lengths."""
    scaled = lengths.astype(np.float32)
    scaled *= np.float32(K1 * B / mean)
    scaled += np.float32(K1 * (1 - B))
    return scaled


@dataclass(frozen=True, slots=True)
class Weighed:
    """A term of a query: `boost` is what its shares count, `impacts` holds them for each segment."""

    boost: float
    impacts: Sequence[Impact]
    most: float
    """What it can add at most."""

    @classmethod
    def of(cls, boost: float, impacts: Sequence[Impact]) -> "Weighed":
        """One whose `most` is worked out."""
        return cls(boost, impacts, boost * max((impact.highest for impact in impacts), default=0.0))

    def times(self, number: float) -> "Weighed":
        """The same for a query that has the term so many times."""
        return self if number == 1 else Weighed(self.boost * number, self.impacts, self.most * number)

    @property
    def size(self) -> int:
        """Bytes."""
        return sum(impact.size for impact in self.impacts)


class Impacts:
    """Keeps the terms asked for last within a number of bytes. Threads may share it."""

    def __init__(self, memory: int = MEMORY) -> None:
        self._memory = memory
        self._lock = Lock()
        self._kept: OrderedDict[tuple[str, str], Weighed] = OrderedDict()
        self._size = 0

    def get(self, key: tuple[str, str]) -> Weighed | None:
        """A (field, term) as a query has it once, if it is kept."""
        with self._lock:
            if (found := self._kept.get(key)) is not None:
                self._kept.move_to_end(key)
            return found

    def keep(self, key: tuple[str, str], term: Weighed) -> None:
        """Keeps a (field, term), and lets go of those that were not asked for the longest."""
        with self._lock:
            if key not in self._kept:
                self._kept[key] = term
                self._size += term.size
            while self._size > self._memory:
                _, oldest = self._kept.popitem(last=False)
                self._size -= oldest.size
