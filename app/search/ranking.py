"""Scores: BM25F over the fields of the index, summed with the fields' weights.

Okapi BM25 as in Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), with
the inverse document frequency of Lucene, ln(1 + (N - n + 0.5) / (n + 0.5)), which is never negative.
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from math import log

from app.search.schema import WEIGHTS
from app.search.segments import Segment

K1 = 1.2
B = 0.75
_SCATTERED = 4
"""Skipping from candidate to candidate pays when a posting list is this many times as long as their number."""


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


def scores(
    segment: Segment, found: Set[int], terms: Mapping[tuple[str, str], int], collection: Collection
) -> dict[int, float]:
    """The score of each document found, by its number in `segment`."""
    totals = dict.fromkeys(found, 0.0)
    for (field, term), times in terms.items():
        if not collection.frequencies[field, term]:
            continue
        boost = WEIGHTS[field] * times * collection.idf(field, term) * (K1 + 1)
        _add(totals, segment, field, term, boost, collection.mean_lengths[field])
    return totals


def _add(totals: dict[int, float], segment: Segment, field: str, term: str, boost: float, mean: float) -> None:
    """Adds one term's share to every document in `totals` that has it."""
    postings = segment.postings(field, term)
    if postings is None:
        return
    lengths = segment.lengths(field)
    fixed, slope = K1 * (1 - B), K1 * B / mean
    if segment.frequency(field, term) > _SCATTERED * len(totals):
        for number in sorted(totals):
            if postings.is_active() and postings.id() < number:
                postings.skip_to(number)
            if not postings.is_active():
                break
            if postings.id() == number:
                weight = postings.weight()
                totals[number] += boost * weight / (weight + fixed + slope * lengths[number])
        return
    is_active, number_at, weight_at, advance = postings.is_active, postings.id, postings.weight, postings.next
    while is_active():
        number = number_at()
        if number in totals:
            weight = weight_at()
            totals[number] += boost * weight / (weight + fixed + slope * lengths[number])
        advance()
