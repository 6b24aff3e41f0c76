"""Claims of like meaning, and what that adds to a score by words.

Words decide where they are sure: the share of all that the query's terms could be worth which the best claim reaches
tells how sure they are. Meaning counts for the more, the less sure words are, and for nothing from `SURE` on. So a
question in everyday words, or in another language than the claims, is answered by meaning, and one in the claims'
own words as before (docs/decisions/0021-meaning-beside-words.md).
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from app.search.asked import asked_tokens
from app.search.encoders import Encoder, Vectors
from app.search.impacts import Scores
from app.search.numbers import Found
from app.search.query_types import And, Or, Phrase, Query, Words
from app.search.snapshot import Snapshot
from app.text.scripts import has_han

NEAREST = 100
"""Claims of the nearest meaning that count."""
LIKE = 0.2
"""Cosine from which texts have anything in common: that of unrelated ones is 0.05, give or take 0.07."""
SURE = 0.25
"""Share of what the terms of a query could be worth from which words alone decide."""
WEIGHT = 1.35
WEIGHT_ACROSS = 4.0
"""What the nearest meaning is worth when words say nothing, against the best score by words: for a query in Chinese,
and for one without Han, of which Chinese texts have at most a name or a number."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """Search by the vectors of one encoder."""

    encoder: Encoder

    def nearest(self, snapshot: Snapshot, query: Query, among: Found) -> tuple[Found, list[Scores]]:
        """Of some documents the `NEAREST` in meaning to what a query looks for, with their cosines."""
        vector = _vector(self.encoder, query)
        pairs = [
            columns.nearest(vector, self.encoder.name, numbers)
            if (columns := segment.columns.vectors)
            else (numbers[:0], np.empty(0, dtype=np.float32))
            for segment, numbers in zip(snapshot.segments, among, strict=True)
        ]
        cosines = np.concatenate([*(cosines for _, cosines in pairs), np.empty(0, dtype=np.float32)])
        least = max(LIKE, np.partition(cosines, -NEAREST)[-NEAREST] if len(cosines) > NEAREST else LIKE)
        kept = [cosines >= least for _, cosines in pairs]
        return (
            [numbers[keep] for (numbers, _), keep in zip(pairs, kept, strict=True)],
            [cosines[keep] for (_, cosines), keep in zip(pairs, kept, strict=True)],
        )


def says_enough(query: Query) -> bool:
    """Whether a query has a meaning to go by: one Chinese word that is nowhere is rather a typing error."""
    text = wording(query)
    return bool(text) and (not has_han(text) or len(asked_tokens(text)) > 1)


def worth(query: Query, best: float, possible: float) -> float:
    """What the nearest meaning adds to a score, by the best score by words and the highest that there could be."""
    sure = best / possible if possible else 0.0
    weight = WEIGHT if has_han(wording(query)) else WEIGHT_ACROSS
    return weight * max(0.0, 1 - sure / SURE) * (best or 1.0)


def spread(cosines: list[Scores]) -> list[Scores]:
    """Cosines from 0 for the farthest of them to 1 for the nearest."""
    together = np.concatenate([*cosines, np.empty(0, dtype=np.float32)])
    if not len(together):
        return cosines
    low, high = together.min(), together.max()
    return [(some - low) / (high - low) if high > low else np.ones_like(some) for some in cosines]


def wording(query: Query) -> str:
    """What a query looks for, as it was typed, question words too; empty when it only restricts."""
    match query:
        case Words(text) | Phrase(text):
            return text
        case And(parts) | Or(parts):
            return " ".join(filter(None, map(wording, parts)))
    return ""


@lru_cache(maxsize=256)
def _vector(encoder: Encoder, query: Query) -> Vectors:
    vector: Vectors = encoder.encode([wording(query)])[0]
    return vector
