"""Columns of a Whoosh index that are read as numpy arrays.

Whoosh lets a field have a column of any kind: it hands each document's value to the column's writer, and keeps,
merges and removes the file that comes out. These four kinds hold what a search needs of a segment:

    TermsColumn    a list of terms a document → for each term the documents that have it, how often, and the
                   number of terms in each document
    CodesColumn    a few of a small number of values a document (countries, year) → numbers of the values
    TextsColumn    one string a document, as UTF-8
    NumbersColumn  one whole number a document
"""

from array import array
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from itertools import count
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.columns import Column, ColumnReader, ColumnWriter
from whoosh.filedb.structfile import StructFile

from app.search.arrays import load, read_arrays, verify, write_arrays
from app.search.lexicon import Lexicon, lexicon_arrays
from app.search.numbers import Numbers, none

_INNER = 32
"""Bits of a key that hold the document's number; those above hold the term's."""
_FEW = 16
"""Looking up the values of each document pays when there are this many times as many values in all."""


class ArraysReader(ColumnReader):
    """A column whose file holds named arrays. Safe to share between threads; outlives the reader of the segment."""

    def __init__(self, file: StructFile, start: int, length: int, documents: int) -> None:
        super().__init__(file, start, length, documents)
        self._data = load(file, start, length)
        self.arrays = read_arrays(self._data)

    def verify(self) -> None:
        """Raises `ValueError` when the file is not as it was written."""
        verify(self._data)


class ListsWriter(ColumnWriter):
    """Takes a list of strings a document and numbers them in the order in which they come."""

    def __init__(self, file: StructFile) -> None:
        super().__init__(file)
        self._numbers: defaultdict[str, int] = defaultdict(count().__next__)
        self._flat = array("I")
        self._lengths = array("I")

    def add(self, docnum: int, value: Sequence[str]) -> None:
        """The strings of the next document; documents in between have none."""
        self._lengths.extend([0] * (docnum - len(self._lengths)))
        self._flat.extend(map(self._numbers.__getitem__, value))
        self._lengths.append(len(value))

    def sorted(self, documents: int) -> tuple[list[str], NDArray[np.int64], Numbers]:
        """The different strings in order; the number of each that was added; the lengths of the lists."""
        self._lengths.extend([0] * (documents - len(self._lengths)))
        strings = list(self._numbers)
        order = sorted(range(len(strings)), key=strings.__getitem__)
        ranks = np.empty(len(strings), dtype=np.int64)
        ranks[order] = np.arange(len(strings))
        return (
            [strings[at] for at in order],
            ranks[np.frombuffer(self._flat, dtype=np.uint32)],
            np.frombuffer(self._lengths, dtype=np.uint32),
        )


class TermsWriter(ListsWriter):
    """Turns documents' terms into terms' documents."""

    def finish(self, docnum: int) -> None:
        """Writes the file for `docnum` documents."""
        terms, flat, lengths = self.sorted(docnum)
        documents = np.repeat(np.arange(len(lengths), dtype=np.int64), lengths)
        keys, times = np.unique(flat << _INNER | documents, return_counts=True)
        per_term = np.bincount(keys >> _INNER, minlength=len(terms))
        write_arrays(
            self._dbfile,
            {
                "documents": keys.astype(np.uint32),
                "times": times.astype(_narrowest(times)),
                "starts": np.concatenate([[0], np.cumsum(per_term)]).astype(np.uint32),
                "lengths": lengths,
                **lexicon_arrays(terms),
            },
        )


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


class TermsColumn(Column):
    """See the module."""

    Writer, Reader = TermsWriter, TermsReader


class CodesWriter(ListsWriter):
    """Writes each document's values as numbers: one a document where none has more."""

    def finish(self, docnum: int) -> None:
        """Writes the file for `docnum` documents."""
        values, flat, lengths = self.sorted(docnum)
        arrays = {"codes": flat, **lexicon_arrays(values)}
        if lengths.max(initial=0) > 1:
            arrays["rows"] = np.repeat(np.arange(len(lengths), dtype=np.uint32), lengths)
        else:
            arrays["codes"] = np.full(len(lengths), len(values))
            arrays["codes"][lengths > 0] = flat
        arrays["codes"] = arrays["codes"].astype(_narrowest(np.array([len(values)])))
        write_arrays(self._dbfile, arrays)


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

    def counts(self, documents: NDArray[Any]) -> NDArray[np.int64]:
        """How many of the documents have each value."""
        if self._rows is None:
            codes = self.codes if len(documents) == len(self.codes) else self.codes[documents]
        elif len(documents) * _FEW < len(self._rows):
            wanted = documents.astype(self._rows.dtype)  # else all rows would be cast
            starts, ends = (np.searchsorted(self._rows, wanted, side) for side in ("left", "right"))
            within = np.arange((ends - starts).max(initial=0))
            places = starts[:, None] + within
            codes = self.codes[places[places < ends[:, None]]]
        else:
            chosen = np.zeros(self._doccount, dtype=bool)
            chosen[documents] = True
            codes = self.codes[chosen[self._rows]]
        return np.bincount(codes, minlength=len(self.values) + 1)[:-1]

    def __getitem__(self, docnum: int) -> list[str]:
        start, end = docnum, docnum + 1
        if self._rows is not None:
            start, end = np.searchsorted(self._rows, [docnum, docnum + 1])
        return [self.values[code] for code in self.codes[start:end].tolist() if code < len(self.values)]


class CodesColumn(Column):
    """See the module."""

    Writer, Reader = CodesWriter, CodesReader


class TextsWriter(ColumnWriter):
    """Writes strings one after another."""

    def __init__(self, file: StructFile) -> None:
        super().__init__(file)
        self._letters = bytearray()
        self._borders = array("Q", [0])

    def add(self, docnum: int, value: bytes) -> None:
        """The UTF-8 of the next document's string; documents in between have an empty one."""
        self._borders.extend([len(self._letters)] * (docnum + 1 - len(self._borders)))
        self._letters += value
        self._borders.append(len(self._letters))

    def finish(self, docnum: int) -> None:
        """Writes the file for `docnum` documents."""
        self._borders.extend([len(self._letters)] * (docnum + 1 - len(self._borders)))
        letters = np.frombuffer(bytes(self._letters), dtype=np.uint8)
        write_arrays(self._dbfile, {"letters": letters, "borders": np.frombuffer(self._borders, dtype=np.uint64)})


class TextsReader(ArraysReader):
    """The string of each document, as UTF-8; they stand at the beginning of the file."""

    def __init__(self, file: StructFile, start: int, length: int, documents: int) -> None:
        super().__init__(file, start, length, documents)
        self._borders = self.arrays["borders"]

    def __getitem__(self, docnum: int) -> bytes:
        start, end = self._borders[docnum : docnum + 2].tolist()
        return self._data[start:end]

    def holding(self, wanted: bytes, documents: Numbers) -> Numbers:
        """Those of the documents whose string has `wanted` in it; UTF-8 makes bytes as good as characters."""
        data = self._data
        starts, ends = self._borders[documents].tolist(), self._borders[documents + np.uint32(1)].tolist()
        held = [wanted in data[start:end] for start, end in zip(starts, ends, strict=True)]
        found: Numbers = documents[np.array(held, dtype=bool)]
        return found


class TextsColumn(Column):
    """See the module."""

    Writer, Reader = TextsWriter, TextsReader


class NumbersWriter(ColumnWriter):
    """Writes one number a document."""

    def __init__(self, file: StructFile) -> None:
        super().__init__(file)
        self._values = array("q")

    def add(self, docnum: int, value: int) -> None:
        """The number of the next document; documents in between have 0."""
        self._values.extend([0] * (docnum - len(self._values)))
        self._values.append(value)

    def finish(self, docnum: int) -> None:
        """Writes the file for `docnum` documents."""
        self._values.extend([0] * (docnum - len(self._values)))
        write_arrays(self._dbfile, {"numbers": np.frombuffer(self._values, dtype=np.int64)})


class NumbersReader(ArraysReader):
    """The number of each document."""

    @property
    def numbers(self) -> NDArray[np.int64]:
        """All of them, by document."""
        return self.arrays["numbers"]

    def __getitem__(self, docnum: int) -> int:
        return int(self.numbers[docnum])


class NumbersColumn(Column):
    """See the module."""

    Writer, Reader = NumbersWriter, NumbersReader


def _narrowest(values: NDArray[np.int64]) -> np.dtype[Any]:
    """The smallest unsigned type that holds the values."""
    return np.min_scalar_type(int(values.max(initial=0)))
