"""The index as one commit left it: all segments together. Nothing in it changes, so threads may share it."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from app.search.conditions import AnyOf, Condition, HasTerm
from app.search.facets import Facets
from app.search.matching import matches
from app.search.numbers import Found, Places
from app.search.scoring import Scoring
from app.search.segments import Segment
from app.search.wordlist import Wordlist

_LEXICON = 100_000
"""Words that are looked through for one to suggest: the most frequent."""


class Snapshot:
    """The segments of a commit; `scoring` tells what documents of them are worth."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self.segments = tuple(segments)
        self.scoring = Scoring([segment.columns for segment in segments])
        self._having: dict[tuple[str, tuple[str, ...]], Found] = {}

    @property
    def documents(self) -> int:
        """How many documents there are, deleted ones included."""
        return self.scoring.documents

    def find(self, condition: Condition, among: Found | None = None) -> Found:
        """The documents that fulfil the condition; where given, of those in `among`."""
        if among is None:
            return [matches(condition, segment) for segment in self.segments]
        return [matches(condition, *each) for each in zip(self.segments, among, strict=True)]

    def having(self, field: str, values: tuple[str, ...]) -> Found:
        """The documents that have any of some values, for sets of values that are asked for again and again: kept."""
        if (field, values) not in self._having:
            self._having[field, values] = self.find(AnyOf(tuple(HasTerm(field, value) for value in values)))
        return self._having[field, values]

    def vectors(self, model: str) -> int:
        """How many documents have a vector of a model, deleted ones included."""
        return sum(vectors.count(model) for one in self.segments if (vectors := one.columns.vectors))

    @cached_property
    def facets(self) -> Facets:
        """How many documents have which values."""
        return Facets([segment.columns for segment in self.segments])

    def order(self, found: Found) -> NDArray[np.int64]:
        """A key for each document found, one segment after the other, that sorts by paper and place in it."""
        keys = [keys[numbers] for keys, numbers in zip(self._order, found, strict=True)]
        return np.concatenate([*keys, np.empty(0, dtype=np.int64)])

    @cached_property
    def _order(self) -> list[NDArray[np.int64]]:
        keys = []
        for segment in self.segments:
            papers = self.facets.numbers("paper", segment.columns)[segment.columns.codes["paper"].codes]
            keys.append(papers.astype(np.int64) << 32 | segment.columns.positions.numbers)
        return keys

    def uids(self, places: Places, found: Found) -> list[str]:
        """The public ids of documents by their places among those found, one segment after the other."""
        uids: dict[int, str] = {}
        start = 0
        for segment, numbers in zip(self.segments, found, strict=True):
            here = places[(places >= start) & (places < start + len(numbers))]
            uids |= zip(here.tolist(), segment.columns.texts["uid"].some(numbers[here - start]), strict=True)
            start += len(numbers)
        return [uids[place] for place in places.tolist()]

    @cached_property
    def lexicon(self) -> Wordlist:
        """The most frequent words of the claims and their translations, most frequent first."""
        counts: Counter[str] = Counter()
        for words in (segment.columns.terms[field] for segment in self.segments for field in ("words", "latin")):
            often = np.argsort(-words.frequencies.astype(np.int64), kind="stable")[:_LEXICON]
            strings = list(words.terms)
            counts.update(dict(zip([strings[at] for at in often], words.frequencies[often].tolist(), strict=True)))
        return Wordlist(word for word, _ in counts.most_common(_LEXICON))
