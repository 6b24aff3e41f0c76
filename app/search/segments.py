"""One segment of the index, read: its columns as arrays, and which of its documents are deleted.

The columns of a segment never change; a commit may only mark documents as deleted. So the columns are opened once
and shared by all snapshots that have the segment, and a `Segment` is safe to share between threads.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from whoosh.reading import IndexReader

from app.search.column_readers import ArraysReader, CodesReader, NumbersReader, TermsReader, TextsReader
from app.search.kinds import Kinds
from app.search.numbers import Numbers
from app.search.schema import CODES, COLUMNS, TERMS, TEXTS
from app.search.vectors import VectorsReader


@dataclass(frozen=True)
class Columns:
    """The columns of a segment by the fields of the schema."""

    documents: int
    """How many documents there are, deleted ones included."""
    terms: Mapping[str, TermsReader]
    codes: Mapping[str, CodesReader]
    texts: Mapping[str, TextsReader]
    positions: NumbersReader
    vectors: VectorsReader | None
    """`None` when their file is missing or damaged: all but search by meaning goes on."""

    @cached_property
    def kinds(self) -> Sequence[Kinds]:
        """The documents by what they have of the facets: once by paper, once by what a sentence says."""
        groups = (("paper", "year"), ("type", "country", "instrument"))
        return [Kinds({name: self.codes[name] for name in names}, self.documents) for names in groups]

    @classmethod
    def open(cls, reader: IndexReader) -> "Columns":
        """Maps the columns of a segment into memory; they stay when `reader` is closed."""
        opened = {name: _column(reader, name) for name in COLUMNS}
        return cls(
            documents=reader.doc_count_all(),
            terms={name: opened[name] for name in TERMS},  # type: ignore[misc]
            codes={name: opened[name] for name in CODES},  # type: ignore[misc]
            texts={name: opened[name] for name in TEXTS},  # type: ignore[misc]
            positions=opened["position"],  # type: ignore[arg-type]
            vectors=open_vectors(reader),
        )


def open_vectors(reader: IndexReader) -> VectorsReader | None:
    """The vectors of a segment, `None` when their file is missing or damaged."""
    try:
        column = _column(reader, "meaning")
    except (OSError, ValueError, KeyError):
        return None
    return column if isinstance(column, VectorsReader) else None


def _column(reader: IndexReader, name: str) -> ArraysReader:
    if not reader.has_column(name):
        raise FileNotFoundError(
            f"the file of the column {name!r}"
        )  # a newer commit or build has taken it away, perhaps
    column = reader.column_reader(name, translate=False)
    if isinstance(column, ArraysReader):
        return column
    raise ValueError(f"the column {name!r} is missing")


class Segment:
    """A segment as one commit left it: its columns without the documents deleted until then."""

    def __init__(self, columns: Columns, deleted: frozenset[int] = frozenset()) -> None:
        self.columns = columns
        self._deleted = deleted

    @cached_property
    def everything(self) -> Numbers:
        """All documents that are not deleted."""
        numbers = np.arange(self.columns.documents, dtype=np.uint32)
        return np.delete(numbers, sorted(self._deleted)) if self._deleted else numbers

    def alive(self, documents: Numbers) -> Numbers:
        """Those of the documents that are not deleted."""
        return documents[self._kept[documents]] if self._deleted else documents

    @cached_property
    def _kept(self) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        kept = np.ones(self.columns.documents, dtype=bool)
        kept[list(self._deleted)] = False
        return kept

    def uid(self, document: int) -> str:
        """The public id of a document."""
        return self.columns.texts["uid"][document].decode()

    def verify(self, reader: IndexReader) -> None:
        """Raises `ValueError`, or whatever Whoosh does, when a file is not as it was written."""
        columns = self.columns
        for column in (*columns.terms.values(), *columns.codes.values(), *columns.texts.values(), columns.positions):
            column.verify()
        papers = columns.codes["paper"]
        for at, paper in enumerate(papers.values):
            claims = self.alive(papers.having(np.arange(len(papers.values)) == at)).tolist()
            if claims and set(reader.postings("of_paper", paper).all_ids()) != set(claims):
                raise ValueError(f"the list of the claims of {paper!r} is not that of its documents")
