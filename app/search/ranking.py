"""Scores: BM25F over the fields of the index, summed with the fields' weights.

Okapi BM25 as in Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), with
the inverse document frequency of Lucene, ln(1 + (N - n + 0.5) / (n + 0.5)), which is never negative.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

import numpy as np

from app.search.impacts import K1, Impact, Scores
from app.search.numbers import Numbers, Places
from app.search.schema import WEIGHTS

_FEW = 4
"""Documents for each one wanted down to which none is dropped any more."""
_WORTH_A_LOOK = 0.8
"""What may still be added must have sunk to this share since documents were dropped last."""
_ROUNDING = 1e-5
"""More than all that is lost in rounding, as a share of a score."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A term of the query: `boost` is what its shares count, `impacts` holds them for each segment."""

    boost: float
    impacts: Sequence[Impact]

    @property
    def most(self) -> float:
        """What it can add at most."""
        return self.boost * max((impact.highest for impact in self.impacts), default=0.0)


@dataclass(frozen=True, slots=True)
class Collection:
    """What the weight of a term depends on: documents in all segments together, and documents with each term."""

    documents: int
    frequencies: Mapping[tuple[str, str], int]

    def idf(self, field: str, term: str) -> float:
        """How rare the term is."""
        having = self.frequencies[field, term]
        return log(1 + (self.documents - having + 0.5) / (having + 0.5))

    def boost(self, field: str, term: str, times: float) -> float:
        """What a term is worth that the query has so many times."""
        return WEIGHTS[field] * times * self.idf(field, term) * (K1 + 1)


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
    for term in terms:
        impact = term.impacts[segment]
        if not impact.frequency:
            continue
        if most is not None and len(at) > _FEW * most and open_ < _WORTH_A_LOOK * checked:
            at, checked = _in_reach(at, totals[at], most, open_), open_
        impact.add(totals, np.float32(term.boost), at)
        open_ -= term.boost * impact.highest
    return at.astype(np.uint32), totals[at]


def _in_reach(found: Places, reached: Scores, most: int, open_: float) -> Places:
    """Those documents that `open_` more could bring to the `most` highest."""
    least = np.partition(reached, len(reached) - most)[len(reached) - most]
    return found[reached >= np.float32((1 - _ROUNDING) * least - (1 + _ROUNDING) * open_)]
