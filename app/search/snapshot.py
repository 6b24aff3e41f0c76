"""The index as one commit left it: all segments together. Nothing in it changes, so threads may share it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from operator import attrgetter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.search.conditions import AnyOf, Condition, HasTerm
from app.search.goals import Goal
from app.search.impacts import Impacts, Scores, Weighed, make_impact, norms, together
from app.search.matching import matches
from app.search.numbers import Numbers
from app.search.ranking import best, boost
from app.search.schema import TEXT_FIELDS, WEIGHTS
from app.search.segments import Segment
from app.search.weighing import by_words, word_terms
from app.search.wordlist import Wordlist
from app.text.scripts import has_han

Found = list[Numbers]
"""The documents found, for each segment."""
Terms = Mapping[tuple[str, str], float]
"""Pairs of a field and a term, with how often a query has each."""

_LEXICON = 100_000
"""Words that are looked through for one to suggest: the most frequent."""


class Snapshot:
    """The segments of a commit."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self.segments = tuple(segments)
        self._impacts = Impacts()
        self._having: dict[tuple[str, tuple[str, ...]], Found] = {}
        self.documents = sum(segment.columns.documents for segment in segments)

    def find(self, condition: Condition) -> Found:
        """The documents that fulfil the condition."""
        return [matches(condition, segment) for segment in self.segments]

    def having(self, field: str, values: tuple[str, ...]) -> Found:
        """The documents that have any of some values, for sets of values that are asked for again and again: kept."""
        if (field, values) not in self._having:
            self._having[field, values] = self.find(AnyOf(tuple(HasTerm(field, value) for value in values)))
        return self._having[field, values]

    def rank(self, terms: Terms, found: Found, goal: Goal | None = None) -> tuple[Found, list[Scores]]:
        """Documents found with their scores, by the terms of the query and how often it has each.

        With a `goal` at least those that it wants, without it all.
        """
        weighed, least = self._weighed(terms), 0.0
        ranked: Found = []
        scores: list[Scores] = []
        for at, (segment, numbers) in enumerate(zip(self.segments, found, strict=True)):
            kept, reached, least = best(numbers, weighed, at, segment.columns.documents, goal, least)
            ranked.append(kept)
            scores.append(reached)
        return ranked, scores

    def vectors(self, model: str) -> int:
        """How many documents have a vector of a model, deleted ones included."""
        return sum(vectors.count(model) for one in self.segments if (vectors := one.columns.vectors))

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

    def _weighed(self, terms: Terms) -> list[Weighed]:
        """The words and terms that any document has, those first that add much to few documents."""
        words, left = by_words(tuple(terms.items()))
        weighed = [self._term(*term).times(times) for term, times in left.items()]
        weighed += [self._word(word).times(times) for word, times in words.items()]
        return sorted((term for term in weighed if term.most), key=attrgetter("density"), reverse=True)

    def _word(self, word: str) -> Weighed:
        """What all terms of a word add in each segment."""
        kept = self._impacts.get((word,))
        if kept is None:
            own = word_terms(word)
            terms, times = [self._term(*term) for term in own], list(own.values())
            impacts = [
                together([term.impacts[at] for term in terms], times, segment.columns.documents)
                for at, segment in enumerate(self.segments)
            ]
            kept = Weighed.of(sum(term.boost * number for term, number in zip(terms, times, strict=True)), impacts)
            self._impacts.keep((word,), kept)
        return kept

    def _term(self, field: str, name: str) -> Weighed:
        """What a term adds in each segment."""
        term = self._impacts.get((field, name))
        if term is None:
            columns = [segment.columns.terms[field] for segment in self.segments]
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
            field: [norms(segment.columns.terms[field].lengths, means[field]) for segment in self.segments]
            for field in WEIGHTS
        }

    @cached_property
    def _mean_lengths(self) -> Mapping[str, float]:
        totals = {field: sum(segment.columns.terms[field].total for segment in self.segments) for field in WEIGHTS}
        return {field: total / max(self.documents, 1) or 1.0 for field, total in totals.items()}

    def counts(self, facet: str, found: Sequence[NDArray[Any]]) -> dict[str, int]:
        """How many of the documents found have each value, most frequent first, then in the order of the values."""
        if not self.segments:
            return {}
        values, places = self._values[facet]
        each = [one.columns.codes[facet].counts(numbers) for one, numbers in zip(self.segments, found, strict=True)]
        if len(each) == 1:
            counts = each[0]
        else:
            counts = np.zeros(len(values), dtype=np.int64)
            for some, at in zip(each, places, strict=True):
                counts[at] += some
        held = np.flatnonzero(counts)
        order = held[np.argsort(-counts[held], kind="stable")]
        return dict(zip([values[at] for at in order.tolist()], counts[order].tolist(), strict=True))

    @cached_property
    def _values(self) -> dict[str, tuple[list[str], list[NDArray[np.intp]]]]:
        """Facet → the values of all segments in order, and where among them each segment's values stand."""
        facets = {}
        for facet in self.segments[0].columns.codes if self.segments else ():
            each = [segment.columns.codes[facet].values for segment in self.segments]
            values = sorted(set().union(*each))
            known = {value: at for at, value in enumerate(values)}
            facets[facet] = values, [np.array([known[value] for value in one], dtype=np.intp) for one in each]
        return facets

    def order(self, found: Found) -> NDArray[np.int64]:
        """A key for each document found, one segment after the other, that sorts by paper and place in it."""
        keys = [keys[numbers] for keys, numbers in zip(self._order, found, strict=True)]
        return np.concatenate([*keys, np.empty(0, dtype=np.int64)])

    @cached_property
    def _order(self) -> list[NDArray[np.int64]]:
        keys = []
        for at, segment in enumerate(self.segments):
            papers = self._values["paper"][1][at][segment.columns.codes["paper"].codes]
            keys.append(papers.astype(np.int64) << 32 | segment.columns.positions.numbers)
        return keys

    def uid(self, place: int, found: Found) -> str:
        """The public id of a document by its place among those found, one segment after the other."""
        for segment, numbers in zip(self.segments, found, strict=True):
            if place < len(numbers):
                return segment.uid(int(numbers[place]))
            place -= len(numbers)
        raise IndexError(place)

    @cached_property
    def lexicon(self) -> Wordlist:
        """The most frequent words of the claims and their translations, most frequent first."""
        counts: Counter[str] = Counter()
        for words in (segment.columns.terms[field] for segment in self.segments for field in ("words", "latin")):
            often = np.argsort(-words.frequencies.astype(np.int64), kind="stable")[:_LEXICON].tolist()
            counts.update({words.terms[at]: int(words.frequencies[at]) for at in often})
        return Wordlist(word for word, _ in counts.most_common(_LEXICON))
