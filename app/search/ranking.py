"""Scores: BM25F over the fields of the index, summed with the fields' weights.

Okapi BM25 as in Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), with
the inverse document frequency of Lucene, ln(1 + (N - n + 0.5) / (n + 0.5)), which is never negative.
"""

from collections.abc import Sequence
from math import log

import numpy as np

from app.search.impacts import K1, Scores, Weighed
from app.search.numbers import Numbers, Places
from app.search.schema import WEIGHTS

_FEW = 4
"""Documents for each one wanted down to which none is dropped any more."""
_WORTH_A_LOOK = 0.8
"""What may still be added must have sunk to this share since documents were dropped last."""
_ROUNDING = 1e-5
"""More than all that is lost in rounding, as a share of a score."""


def boost(field: str, having: int, documents: int) -> float:
    """What a term counts that `having` of so many documents have in a field: the rarer, the more."""
    return WEIGHTS[field] * log(1 + (documents - having + 0.5) / (having + 0.5)) * (K1 + 1)


def best(
    found: Numbers, terms: Sequence[Weighed], segment: int, documents: int, most: int | None = None
) -> tuple[Numbers, Scores]:
    """The documents found, in their order, with their scores; with `most` at least those of the `most` highest.

    `terms` come in order of what they can add, the most first, the same for each of the segments; `segment` is the
    number of the one that the documents are of, and `documents` how many it has. A document that cannot reach the
    `most` highest any more, were it to have all terms that are left, is dropped on the way (MaxScore: Turtle and
    Flood, "Query evaluation: strategies and optimizations", 1995). Equal documents have equal scores in every segment.
    """
    open_ = checked = sum(term.boost * term.impacts[segment].highest for term in terms)
    totals = np.zeros(documents, dtype=np.float32)
    at = found.astype(np.intp)
    least = 0.0
    for term in terms:
        impact = term.impacts[segment]
        if not impact.frequency:
            continue
        if most is not None and len(at) > _FEW * most and open_ < _WORTH_A_LOOK * checked:
            at, least = _in_reach(at, totals, most, open_, least)
            checked = open_
        impact.add(totals, np.float32(term.boost), at)
        open_ -= term.boost * impact.highest
    return at.astype(np.uint32), totals[at]


def _in_reach(found: Places, totals: Scores, most: int, open_: float, least: float) -> tuple[Places, float]:
    """Those documents that `open_` more could bring to the `most` highest, and what these have reached at least.

    `least` is what they had reached before: that alone rules many out, which then need not be compared.
    """
    found = _reaching(least - open_, found, totals)
    reached = totals[found]
    least = float(np.partition(reached, len(reached) - most)[len(reached) - most])
    return _reaching(least - open_, found, totals), least


def _reaching(least: float, found: Places, totals: Scores) -> Places:
    """Those documents that have reached that much, or so little less that rounding may be why."""
    return found[totals[found] >= least - _ROUNDING * abs(least)]
