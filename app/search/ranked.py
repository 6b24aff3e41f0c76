"""Documents with their scores, segment by segment: what is made of several rankings by one query."""

from collections.abc import Iterable
from typing import TypeAlias

import numpy as np

from app.search.impacts import Scores
from app.search.numbers import Found, any_of, both, present

Ranked: TypeAlias = tuple[Found, list[Scores]]
"""Documents with their scores, for each segment."""


def count(found: Found) -> int:
    """The number of documents in all segments."""
    return sum(map(len, found))


def common(some: Found, others: Found) -> Found:
    """The documents in both."""
    return [both(*pair) for pair in zip(some, others, strict=True)]


def joined(scores: list[Scores]) -> Scores:
    """The scores of all segments, one after the other."""
    return np.concatenate([*scores, np.empty(0, dtype=np.float32)])


def together(one: Ranked, other: Ranked) -> Ranked:
    """Documents of both, each with its score in the second, or else in the first."""
    found, scores = [], []
    for numbers, ranked, more, added in zip(*one, *other, strict=True):
        merged = any_of([numbers, more])
        reached = np.empty(len(merged), dtype=np.float32)
        reached[np.searchsorted(merged, numbers)] = ranked
        reached[np.searchsorted(merged, more)] = added
        found.append(merged)
        scores.append(reached)
    return found, scores


def lifted(ranked: Ranked, first: Iterable[Found], most: np.float32) -> list[Scores]:
    """The scores of documents, of which none is above `most`, with that much more for those that are to be first.

    What is among the first twice is ahead of what is there once.
    """
    found, scores = ranked
    for some in first:
        each = zip(scores, found, some, strict=True)
        scores = [reached + (most * present(*pair)).astype(np.float32) for reached, *pair in each]
    return scores
