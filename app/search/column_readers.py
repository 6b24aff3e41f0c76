"""Columns of an index, read: arrays over a file that stays as it was written. See `columns`."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.columns import ColumnReader
from whoosh.filedb.structfile import StructFile

from app.search.arrays import load, read_arrays, verify
from app.search.lexicon import Lexicon
from app.search.numbers import Numbers, Places, none


class ArraysReader(ColumnReader):
    """A column whose file holds named arrays. Safe to share between threads; outlives the reader of the segment."""

    def __init__(self, file: StructFile, start: int, length: int, documents: int) -> None:
        super().__init__(file, start, length, documents)
        self._data = load(file, start, length)
        self.arrays = read_arrays(self._data)

    def verify(self) -> None:
        """Raises `ValueError` when the file is not as it was written."""
        verify(self._data)


class TermsReader(ArraysReader):
    """For each term the documents that have it."""

    def __init__(self, file: StructFile, start: int, length: int, documents: int) -> None:
        super().__init__(file, start, length, documents)
        self.terms = Lexicon(self.arrays)
        self.lengths: Numbers = self.arrays["lengths"]
        self._documents: Numbers = self.arrays["documents"]
        self._times = self.arrays["times"]
        self._starts = self.arrays["starts"].data

    def frequency(self, term: str) -> int:
        """How many documents have the term."""
        at = self.terms.find(term)
        return 0 if at is None else self._starts[at + 1] - self._starts[at]

    def having(self, term: str) -> Numbers:
        """The documents that have the term, in order."""
        at = self.terms.find(term)
        return none() if at is None else self._documents[self._starts[at] : self._starts[at + 1]]

    def times(self, term: str) -> NDArray[Any]:
        """How often each of them has it."""
        at = self.terms.find(term)
        return none() if at is None else self._times[self._starts[at] : self._starts[at + 1]]

    @cached_property
    def frequencies(self) -> NDArray[np.uint32]:
        """How many documents have each term of `terms`."""
        return np.diff(self.arrays["starts"])

    @cached_property
    def total(self) -> int:
        """The number of terms in all documents."""
        return int(self.lengths.sum(dtype=np.int64))

    @cached_property
    def _by_document(self) -> tuple[Numbers, NDArray[np.int64]]:
        """The terms' numbers by document, and where each document's begin."""
        terms = np.repeat(np.arange(len(self.terms), dtype=np.uint32), self.frequencies)
        order = np.argsort(self._documents, kind="stable")
        repeated = np.repeat(terms[order], self._times[order])
        return repeated, np.concatenate([[0], np.cumsum(self.lengths, dtype=np.int64)])

    def __getitem__(self, docnum: int) -> list[str]:
        terms, starts = self._by_document
        strings = self.terms.list
        return [strings[at] for at in terms[starts[docnum] : starts[docnum + 1]].tolist()]


class CodesReader(ArraysReader):
    """The values of each document. `codes` are numbers of `values`; one behind the last means none."""

    def __init__(self, file: StructFile, start: int, length: int, documents: int) -> None:
        super().__init__(file, start, length, documents)
        self.values = Lexicon(self.arrays).list
        self.codes = self.arrays["codes"]
        self._rows: Numbers | None = self.arrays.get("rows")

    def having(self, wanted: NDArray[np.bool_]) -> Numbers:
        """The documents that have any of the values for which `wanted` is true."""
        places = np.flatnonzero(np.append(wanted, False)[self.codes]).astype(np.uint32)
        return places if self._rows is None else np.unique(self._rows[places])

    def by_rank(self) -> Iterator[tuple[Places, Places]]:
        """Pairs of documents and values: the first value of each document, then the second of each that has more."""
        starts, numbers = self._lists
        for rank in range(int(numbers.max(initial=0))):
            having = np.flatnonzero(numbers > rank)
            yield having, self.codes[starts[having] + rank].astype(np.intp)

    def of(self, documents: Places) -> tuple[Places, Places]:
        """All values of some documents: where among these each document stands, and the value."""
        starts, numbers = (each[documents] for each in self._lists)
        which = np.repeat(np.arange(len(documents)), numbers)
        ranks = np.arange(len(which)) - np.repeat(np.cumsum(numbers) - numbers, numbers)
        return which, self.codes[starts[which] + ranks].astype(np.intp)

    @cached_property
    def _lists(self) -> tuple[Places, Places]:
        """Where among `codes` those of each document begin, and how many they are."""
        if self._rows is None:
            return np.arange(len(self.codes)), (self.codes < len(self.values)).astype(np.intp)
        numbers = np.bincount(self._rows, minlength=self._doccount)
        return np.cumsum(numbers) - numbers, numbers

    def __getitem__(self, docnum: int) -> list[str]:
        start, end = docnum, docnum + 1
        if self._rows is not None:
            start, end = np.searchsorted(self._rows, [docnum, docnum + 1])
        return [self.values[code] for code in self.codes[start:end].tolist() if code < len(self.values)]


class TextsReader(ArraysReader):
    """The string of each document, as UTF-8; they stand at the beginning of the file."""

    def __init__(self, file: StructFile, start: int, length: int, documents: int) -> None:
        super().__init__(file, start, length, documents)
        self._borders = self.arrays["borders"]

    def __getitem__(self, docnum: int) -> bytes:
        start, end = self._borders[docnum : docnum + 2].tolist()
        return self._data[start:end]

    def some(self, documents: Numbers) -> list[str]:
        """The strings of some documents."""
        data = self._data
        starts, ends = self._borders[documents].tolist(), self._borders[documents + np.uint32(1)].tolist()
        return [data[start:end].decode() for start, end in zip(starts, ends, strict=True)]

    def holding(self, wanted: bytes, documents: Numbers) -> Numbers:
        """Those of the documents whose string has `wanted` in it; UTF-8 makes bytes as good as characters."""
        data = self._data
        starts, ends = self._borders[documents].tolist(), self._borders[documents + np.uint32(1)].tolist()
        held = [wanted in data[start:end] for start, end in zip(starts, ends, strict=True)]
        found: Numbers = documents[np.array(held, dtype=bool)]
        return found


class NumbersReader(ArraysReader):
    """The number of each document."""

    @property
    def numbers(self) -> NDArray[np.int64]:
        """All of them, by document."""
        return self.arrays["numbers"]

    def __getitem__(self, docnum: int) -> int:
        return int(self.numbers[docnum])
