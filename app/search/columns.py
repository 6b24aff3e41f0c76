"""Columns of a Whoosh index that are read as numpy arrays.

Whoosh lets a field have a column of any kind: it hands each document's value to the column's writer, and keeps,
merges and removes the file that comes out. These four kinds hold what a search needs of a segment:

    TermsColumn    a list of terms a document → for each term the documents that have it, how often, and the
                   number of terms in each document
    CodesColumn    a few of a small number of values a document (countries, year) → numbers of the values
    TextsColumn    one string a document, as UTF-8
    NumbersColumn  one whole number a document

Here they are written; `column_readers` reads them.
"""

from array import array
from collections import defaultdict
from collections.abc import Sequence
from itertools import count
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.columns import Column, ColumnWriter
from whoosh.filedb.structfile import StructFile

from app.search.arrays import write_arrays
from app.search.column_readers import CodesReader, NumbersReader, TermsReader, TextsReader
from app.search.lexicon import lexicon_arrays
from app.search.numbers import Numbers

_INNER = 32
"""Bits of a key that hold the document's number; those above hold the term's."""


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
        """Writes the file for `docnum` documents; sorts in place, since the keys are the largest thing in memory."""
        terms, keys, lengths = self.sorted(docnum)
        keys <<= _INNER
        keys |= np.repeat(np.arange(len(lengths), dtype=np.int64), lengths)
        keys.sort()
        differs = np.ones(len(keys), dtype=bool)
        np.not_equal(keys[1:], keys[:-1], out=differs[1:])
        first = np.flatnonzero(differs)
        times = np.diff(first, append=len(keys))
        keys = keys[first]
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


class NumbersColumn(Column):
    """See the module."""

    Writer, Reader = NumbersWriter, NumbersReader


def _narrowest(values: NDArray[np.int64]) -> np.dtype[Any]:
    """The smallest unsigned type that holds the values."""
    return np.min_scalar_type(int(values.max(initial=0)))
