"""Claims of like meaning to claims: their vectors are in the index already, so nothing is encoded."""

from collections.abc import Collection, Mapping

import numpy as np

from app.search.conditions import HasTerm
from app.search.encoders import Vectors
from app.search.snapshot import Snapshot

Alike = Mapping[str, tuple[tuple[str, float], ...]]
"""Claim → the nearest others with their cosines, the nearest first."""


def alike(snapshot: Snapshot, model: str, paper: str, uids: Collection[str], most: int) -> Alike:
    """For each of the claims of a paper the `most` claims of the nearest meaning, wherever they stand."""
    return {
        uid: _nearest(snapshot, model, uid, vector, most)
        for uid, vector in _vectors(snapshot, model, paper).items()
        if uid in uids
    }


def _vectors(snapshot: Snapshot, model: str, paper: str) -> dict[str, Vectors]:
    """The vectors of the claims of a paper."""
    found: dict[str, Vectors] = {}
    for segment, numbers in zip(snapshot.segments, snapshot.find(HasTerm("paper", paper)), strict=True):
        if (column := segment.columns.vectors) and column.count(model):
            documents, vectors = column.unit(numbers)
            found |= {segment.uid(int(number)): vector for number, vector in zip(documents, vectors, strict=True)}
    return found


def _nearest(snapshot: Snapshot, model: str, uid: str, vector: Vectors, most: int) -> tuple[tuple[str, float], ...]:
    pairs: list[tuple[float, str]] = []
    for segment in snapshot.segments:
        if column := segment.columns.vectors:
            numbers, cosines = column.nearest(vector, model, segment.everything)
            places = np.argsort(-cosines, kind="stable")[: most + 1].tolist()
            pairs += [(float(cosines[place]), segment.uid(int(numbers[place]))) for place in places]
    nearest = sorted((pair for pair in pairs if pair[1] != uid), key=lambda pair: (-pair[0], pair[1]))
    return tuple((other, cosine) for cosine, other in nearest[:most])
