"""Scores: BM25F over the fields of the index, summed with the fields' weights.

Okapi BM25 as in Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), with
the inverse document frequency of Lucene, ln(1 + (N - n + 0.5) / (n + 0.5)), which is never negative.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from app.search.columns import TermsReader
from app.search.numbers import Numbers, places
from app.search.schema import WEIGHTS
from app.search.segments import Segment

K1 = 1.2
B = 0.75
_SCATTERED = 16
"""Looking up each candidate pays when a term's list is this many times as long as their number."""
_FEW = 4
"""Documents for each one wanted down to which none is dropped any more."""
_WORTH_A_LOOK = 0.8
"""What may still be added must have sunk to this share since documents were dropped last."""

Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Collection:
    """What BM25 must know of all segments together: documents, and documents with each term, mean lengths."""

    documents: int
    frequencies: Mapping[tuple[str, str], int]
    mean_lengths: Mapping[str, float]

    def idf(self, field: str, term: str) -> float:
        """How rare the term is."""
        having = self.frequencies[field, term]
        return log(1 + (self.documents - having + 0.5) / (having + 0.5))

    def boost(self, field: str, term: str, times: float) -> float:
        """What a term is worth that the query has so many times."""
        return WEIGHTS[field] * times * self.idf(field, term) * (K1 + 1)


def best(
    segment: Segment,
    found: Numbers,
    terms: Mapping[tuple[str, str], float],
    collection: Collection,
    most: int | None = None,
) -> tuple[Numbers, Scores]:
    """The documents found, in their order, with their scores; with `most` at least those of the `most` highest.

    Terms are added from the weightiest on. A document that cannot reach the `most` highest any more, were it to have
    all terms that are left, is dropped on the way (MaxScore: Turtle and Flood, "Query evaluation: strategies and
    optimizations", 1995). Equal documents have equal scores in every segment.
    """
    weighed = sorted(((collection.boost(*term, times), term) for term, times in terms.items()), reverse=True)
    weighed = [(boost, term) for boost, term in weighed if segment.columns.terms[term[0]].frequency(term[1])]
    open_ = sum(boost for boost, _ in weighed)
    checked = open_
    totals = np.zeros(segment.columns.documents, dtype=np.float32)
    for boost, (field, term) in weighed:
        if most is not None and len(found) > _FEW * most and open_ < _WORTH_A_LOOK * checked:
            found, checked = _in_reach(found, totals[found], most, open_), open_
        _add(totals, segment.columns.terms[field], term, found, np.float32(boost), collection.mean_lengths[field])
        open_ -= boost
    return found, totals[found]


def _in_reach(found: Numbers, reached: Scores, most: int, open_: float) -> Numbers:
    """Those documents that `open_` more could bring to the `most` highest; what is lost in rounding is allowed for."""
    least = np.partition(reached, len(reached) - most)[len(reached) - most]
    kept: Numbers = found[reached + np.float32(open_ * 1.0001) >= least]
    return kept


def _add(totals: Scores, column: TermsReader, term: str, found: Numbers, boost: np.float32, mean: float) -> None:
    """Adds one term's share: to the documents found where they are few, else to all that have the term."""
    having, often = column.having(term), column.times(term)
    if len(found) * _SCATTERED < len(having):
        at, present = places(found, having)
        having, often = found[present], often[at[present]]
    weight = often.astype(np.float32)
    share = column.lengths[having].astype(np.float32)
    share *= np.float32(K1 * B / mean)
    share += np.float32(K1 * (1 - B))
    share += weight
    np.divide(weight, share, out=share)
    share *= boost
    totals[having] += share
