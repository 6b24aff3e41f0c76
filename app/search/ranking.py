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

    def boost(self, field: str, term: str, times: int) -> float:
        """What a term is worth that the query has so many times."""
        return WEIGHTS[field] * times * self.idf(field, term) * (K1 + 1)


def scores(segment: Segment, found: Numbers, terms: Mapping[tuple[str, str], int], collection: Collection) -> Scores:
    """The score of each document found, in their order. Equal documents have equal scores in every segment."""
    totals = np.zeros(segment.columns.documents, dtype=np.float32)
    for (field, term), times in terms.items():
        column = segment.columns.terms[field]
        if column.frequency(term):
            boost, mean = collection.boost(field, term, times), collection.mean_lengths[field]
            _add(totals, column, term, found, np.float32(boost), np.float32(mean))
    return totals[found]


def _add(totals: Scores, column: TermsReader, term: str, found: Numbers, boost: np.float32, mean: np.float32) -> None:
    """Adds one term's share: to the documents found where they are few, else to all that have the term."""
    having, often = column.having(term), column.times(term)
    if len(found) * _SCATTERED < len(having):
        at, present = places(found, having)
        having, often = found[present], often[at[present]]
    weight = often.astype(np.float32)
    length = column.lengths[having].astype(np.float32)
    totals[having] += boost * weight / (weight + np.float32(K1 * (1 - B)) + np.float32(K1 * B) / mean * length)
