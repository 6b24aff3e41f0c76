"""How many of the documents found have each value of the facets.

What documents have, others have too, so kinds of documents are counted first (`kinds`). A hundred thousand sentences
come from some hundred papers, each with its year, and have some hundred combinations of type, countries and
instruments. Two counts, of papers and of combinations, tell all five facets.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from app.search.numbers import Found, Places
from app.search.request import FACETS
from app.search.segments import Columns

_FACET, _COUNT = 60, 28
"""Bits of a key above which it says the facet, and how often a value is there; below it says the value."""
_VALUE = (1 << _COUNT) - 1


class Counts(Mapping[str, int]):
    """How many documents have each value, in the order in which they are to be read.

    Most are looked at one after the other if at all, so a dictionary of them is made when one is looked up.
    """

    def __init__(self, values: Sequence[str], counts: Sequence[int]) -> None:
        self._values, self._counts = values, counts

    @cached_property
    def _known(self) -> dict[str, int]:
        return dict(zip(self._values, self._counts, strict=True))

    def __getitem__(self, value: str) -> int:
        return self._known[value]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


class Facets:
    """The facets of some segments together. A value's number counts those of all facets, one facet after the other."""

    def __init__(self, segments: Sequence[Columns]) -> None:
        self.values = {name: sorted(set().union(*(one.codes[name].values for one in segments))) for name in FACETS}
        """Of each facet, in order."""
        self._names = np.array([value for values in self.values.values() for value in values], dtype=object)
        self._edges = np.cumsum([0, *map(len, self.values.values())])
        self._facets = np.repeat(np.arange(len(FACETS)) << _FACET, np.diff(self._edges))
        self._segments = [(one.kinds, *self._numbered(one)) for one in segments]

    def numbers(self, facet: str, segment: Columns) -> Places:
        """The numbers among `values` of a segment's own values of a facet."""
        known = {value: number for number, value in enumerate(self.values[facet])}
        return np.array([known[value] for value in segment.codes[facet].values], dtype=np.intp)

    def _numbered(self, segment: Columns) -> tuple[Places, Places, Places]:
        """The kinds of documents that have each value, one value after the other; where each begins; the values.

        Kinds are those of all groups, one group after the other.
        """
        kinds, values, first = [np.empty(0, dtype=np.intp)], [np.empty(0, dtype=np.intp)], 0
        for group in segment.kinds:
            for facet, (which, codes) in group.values.items():
                kinds.append(which + first)
                values.append(self.numbers(facet, segment)[codes] + self._edges[FACETS.index(facet)])
            first += group.number
        every = np.concatenate(values)
        order = np.argsort(every, kind="stable")
        present, begins = np.unique(every[order], return_index=True)
        return np.concatenate(kinds)[order], begins, present

    def counts(self, found: Found) -> Mapping[str, Counts]:
        """How many have each value of each facet, the most frequent first, then in the order of the values."""
        totals = np.zeros(len(self._names), dtype=np.int64)
        for (groups, kinds, begins, present), numbers in zip(self._segments, found, strict=True):
            if len(numbers):
                documents = numbers.astype(np.intp)
                each = np.concatenate([group.counts(documents) for group in groups])
                totals[present] += np.add.reduceat(each.take(kinds), begins)
        return self._in_order(totals)

    def _in_order(self, totals: NDArray[np.int64]) -> dict[str, Counts]:
        """One number says facet, count and value, so that one sort is enough."""
        (held,) = totals.nonzero()
        keys = held + self._facets.take(held) - (totals.take(held) << _COUNT)
        keys.sort()
        keys &= _VALUE
        values, counts = self._names.take(keys).tolist(), totals.take(keys).tolist()
        edges = pairwise(held.searchsorted(self._edges).tolist())
        return {
            facet: Counts(values[start:end], counts[start:end])
            for facet, (start, end) in zip(FACETS, edges, strict=True)
        }
