"""The first few of many documents: only those are sorted."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.search.numbers import Places


def highest(scores: NDArray[Any], keys: NDArray[np.int64], most: int) -> Places:
    """Where the `most` highest scores are, highest first; equal ones by their keys, which are all different."""
    if most < 1 or most >= len(scores):
        return np.lexsort((keys, -scores))[:most]
    least = np.partition(scores, len(scores) - most)[len(scores) - most]
    above, level = np.flatnonzero(scores > least), np.flatnonzero(scores == least)
    chosen = np.concatenate([above, level[lowest(keys[level], most - len(above))]])
    return chosen[np.lexsort((keys[chosen], -scores[chosen]))]


def lowest(keys: NDArray[np.int64], most: int) -> Places:
    """Where the `most` lowest keys are, lowest first."""
    if most >= len(keys):
        return np.argsort(keys)
    chosen = np.argpartition(keys, most)[:most]
    return chosen[np.argsort(keys[chosen])]
