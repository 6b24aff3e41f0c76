"""What the documents of a commit are worth to a query: statistics of all segments together, and what each term adds."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TypeAlias

import numpy as np

from app.search.goals import Goal
from app.search.impacts import Asked, Impacts, Key, Scores, Weighed, make_impact, norms, together
from app.search.numbers import Found
from app.search.ranking import best, boost, rarity
from app.search.schema import TEXT_FIELDS, WEIGHTS
from app.search.segments import Columns
from app.search.weighing import by_words, word_terms
from app.text.scripts import has_han

Terms: TypeAlias = Mapping[tuple[str, str], float]
"""Pairs of a field and a term, with how often a query has each."""

_RARITIES = 1 << 16
"""Terms of which it is remembered how rare they are."""


class Scoring:
    """Weighs terms in some segments. What a term adds is worked out once and kept; threads may share it."""

    def __init__(self, segments: Sequence[Columns]) -> None:
        self.sizes = [segment.documents for segment in segments]
        self.documents = sum(self.sizes)
        self._segments = segments
        self._impacts = Impacts()
        self._rarities: dict[Key, float] = {}

    def weigh(self, terms: Terms) -> "Weighing":
        """What the terms of a query, which has each so often, add to documents."""
        return Weighing(self, terms)

    def rarities(self, terms: Iterable[Key]) -> list[float]:
        """What each term counts by how rare it is, whatever its field weighs; nothing where no document has it."""
        if len(self._rarities) > _RARITIES:
            self._rarities.clear()
        return [known if (known := self._rarities.get(term)) is not None else self._rarity(term) for term in terms]

    def _rarity(self, term: Key) -> float:
        field, name = term
        having = sum(segment.terms[field].frequency(name) for segment in self._segments)
        found = self._rarities[term] = rarity(having, self.documents) if having else 0.0
        return found

    def possible(self, terms: Terms) -> float:
        """What a score would come to that has all of the terms of texts, without end and in a text of no length.

        Those that no text has count in full, for they are what words cannot find; of a word in Latin letters its stem
        stands for both languages.
        """
        return sum(
            self._term(field, name).boost * times
            for (field, name), times in terms.items()
            if field in TEXT_FIELDS and (field != "words" or has_han(name) or self._term(field, name).most)
        )

    def weighed(self, terms: Terms) -> list[Asked]:
        """The words and terms that any document has, those first that add much to few documents."""
        words, left = by_words(tuple(terms.items()))
        keys: list[Key] = [*left, *((word,) for word in words)]
        kept = self._impacts.get_all(keys)
        weighed = [term or self._made(key) for term, key in zip(kept, keys, strict=True)]
        asked = [pair for pair in zip(weighed, (*left.values(), *words.values()), strict=True) if pair[0].most]
        return sorted(asked, key=lambda pair: pair[0].density * pair[1], reverse=True)

    def _made(self, key: Key) -> Weighed:
        """What a (field, term) adds, or a (word,) with all its terms."""
        return self._term(*key) if len(key) > 1 else self._word(*key)

    def _word(self, word: str) -> Weighed:
        """What all terms of a word add in each segment."""
        kept = self._impacts.get((word,))
        if kept is None:
            own = word_terms(word)
            terms, times = [self._term(*term) for term in own], list(own.values())
            impacts = [
                together([term.impacts[at] for term in terms], times, segment.documents)
                for at, segment in enumerate(self._segments)
            ]
            kept = Weighed.of(sum(term.boost * number for term, number in zip(terms, times, strict=True)), impacts)
            self._impacts.keep((word,), kept)
        return kept

    def _term(self, field: str, name: str) -> Weighed:
        """What a term adds in each segment."""
        term = self._impacts.get((field, name))
        if term is None:
            columns = [segment.terms[field] for segment in self._segments]
            weight = boost(field, sum(column.frequency(name) for column in columns), self.documents)
            each = zip(columns, self._norms[field], strict=True)
            impacts = [make_impact(column.having(name), column.times(name), norms, weight) for column, norms in each]
            term = Weighed.of(weight, impacts)
            self._impacts.keep((field, name), term)
        return term

    @cached_property
    def _norms(self) -> Mapping[str, list[Scores]]:
        """What frequencies are set against, by field and segment."""
        means = self._mean_lengths
        return {
            field: [norms(segment.terms[field].lengths, means[field]) for segment in self._segments]
            for field in WEIGHTS
        }

    @cached_property
    def _mean_lengths(self) -> Mapping[str, float]:
        totals = {field: sum(segment.terms[field].total for segment in self._segments) for field in WEIGHTS}
        return {field: total / max(self.documents, 1) or 1.0 for field, total in totals.items()}


class Weighing:
    """A query's terms weighed in all segments: once, when documents are first to be ranked by them."""

    def __init__(self, scoring: Scoring, terms: Terms) -> None:
        self._terms = terms
        self._scoring = scoring

    @cached_property
    def _weighed(self) -> list[Asked]:
        return self._scoring.weighed(self._terms)

    @property
    def most(self) -> np.float32:
        """What no score is above."""
        return np.float32(sum(term.most * number for term, number in self._weighed))

    def rank(self, found: Found, goal: Goal | None = None) -> tuple[Found, list[Scores]]:
        """Documents found with their scores. With a `goal` at least those that it wants, without it all."""
        least = 0.0
        ranked: Found = []
        scores: list[Scores] = []
        for at, (size, numbers) in enumerate(zip(self._scoring.sizes, found, strict=True)):
            kept, reached, least = best(numbers, self._weighed, at, size, goal, least)
            ranked.append(kept)
            scores.append(reached)
        return ranked, scores
