"""What each term adds to the score of the documents that have it, worked out once and kept while memory is allotted.

A share is BM25's saturated frequency of a term in a field, `times / (times + K1 * (1 - B + B * length / mean length))`,
times how much the term counts, which is by how rare it is. Both look at all segments together, so shares belong to a
snapshot.
"""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from app.search.numbers import Numbers, Places

K1 = 1.2
B = 0.75

MEMORY = 256 << 20
"""Bytes that the shares of a snapshot may take."""
_DENSE = 12
"""A term that one document in so many has is kept as one number for each document: larger, but added faster."""
_CALL = 1000
"""Adding any term costs about as much as adding to so many documents costs."""
_OBJECTS = 512
"""Bytes that an impact takes besides its numbers, about."""

Scores: TypeAlias = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Impact:
    """What one term adds in one segment: its shares, times how much the term counts."""

    having: Places | None
    """The documents that `shares` are of; `None` where they are of all documents, in order."""
    shares: Scores
    frequency: int
    """How many documents have the term; of several terms at most."""
    highest: float
    """The highest of the shares: what the term can add at most."""

    def add(self, totals: Scores, number: float) -> None:
        """Adds the shares, so many times, to the totals of all documents."""
        shares = self.shares if number == 1 else self.shares * np.float32(number)
        if self.having is None:
            totals += shares
        else:
            np.add.at(totals, self.having, shares)

    def of(self, found: Places, number: float) -> Scores:
        """The shares of some documents, so many times."""
        if self.having is None:
            shares: Scores = self.shares.take(found)
        elif not self.frequency:
            return np.zeros(len(found), dtype=np.float32)
        else:
            at = self.having.searchsorted(found)
            shares = self.shares.take(at, mode="clip")
            shares *= self.having.take(at, mode="clip") == found
        if number != 1:
            shares *= np.float32(number)
        return shares

    @property
    def size(self) -> int:
        """Bytes, with what the objects themselves take."""
        return _OBJECTS + self.shares.nbytes + (0 if self.having is None else self.having.nbytes)


def make_impact(having: Numbers, times: NDArray[Any], norms: Scores, boost: float = 1.0) -> Impact:
    """What a term that counts `boost` adds to the documents that have it, by how often; `norms` are of all."""
    at = having.astype(np.intp)
    shares = norms[at]
    shares += times
    np.divide(times, shares, out=shares, dtype=np.float32)
    shares *= np.float32(boost)
    highest = float(shares.max(initial=0))
    if len(having) * _DENSE < len(norms):
        return Impact(at, shares, len(at), highest)
    dense = np.zeros(len(norms), dtype=np.float32)
    dense[at] = shares
    return Impact(None, dense, len(at), highest)


def together(impacts: Sequence[Impact], numbers: Sequence[float], documents: int) -> Impact:
    """What some terms of a segment of so many documents add, each so many times, as if they were one."""
    totals = np.zeros(documents, dtype=np.float32)
    for impact, number in zip(impacts, numbers, strict=True):
        impact.add(totals, number)
    having, highest = min(documents, sum(impact.frequency for impact in impacts)), float(totals.max(initial=0))
    if having * _DENSE < documents:
        at = np.flatnonzero(totals)
        return Impact(at, totals[at], len(at), highest)
    return Impact(None, totals, having, highest)


def norms(lengths: Numbers, mean: float) -> Scores:
    """What the frequency of a term is set against in documents of such lengths."""
    scaled = lengths.astype(np.float32)
    scaled *= np.float32(K1 * B / mean)
    scaled += np.float32(K1 * (1 - B))
    return scaled


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a term is worth in all segments, for a query that has it once."""

    boost: float
    """What it would add to a text that has it without end and has no length."""
    impacts: Sequence[Impact]
    """For each segment."""
    most: float
    """What it can add at most."""
    density: float
    """That, by what it costs to add it."""

    @classmethod
    def of(cls, boost: float, impacts: Sequence[Impact]) -> "Weighed":
        """One whose `most` and `density` are worked out."""
        most = max((impact.highest for impact in impacts), default=0.0)
        return cls(boost, impacts, most, most / (_CALL + sum(impact.frequency for impact in impacts)))

    @property
    def size(self) -> int:
        """Bytes."""
        return sum(impact.size for impact in self.impacts)


Key: TypeAlias = tuple[str, ...]
Asked: TypeAlias = tuple[Weighed, float]
"""A term with how often a query has it, or what it counts there."""


class Impacts:
    """Keeps the terms asked for last within a number of bytes. Threads may share it."""

    def __init__(self, memory: int = MEMORY) -> None:
        self._memory = memory
        self._lock = Lock()
        self._kept: OrderedDict[Key, Weighed] = OrderedDict()
        self._size = 0

    def get(self, key: Key) -> Weighed | None:
        """What is kept of a (field, term), or of a (word,) with all its terms."""
        return self.get_all([key])[0]

    def get_all(self, keys: Sequence[Key]) -> list[Weighed | None]:
        """What is kept of each."""
        with self._lock:
            found = [self._kept.get(key) for key in keys]
            for key, term in zip(keys, found, strict=True):
                if term is not None:
                    self._kept.move_to_end(key)
            return found

    def keep(self, key: Key, term: Weighed) -> None:
        """Keeps a (field, term) or a (word,), and lets go of those that were not asked for the longest."""
        with self._lock:
            if key not in self._kept:
                self._kept[key] = term
                self._size += term.size
            while self._size > self._memory:
                _, oldest = self._kept.popitem(last=False)
                self._size -= oldest.size
