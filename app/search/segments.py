"""One segment of the Whoosh index, read: posting lists, texts, and the facts about each document.

A segment never changes, except that documents in it may be marked as deleted: what is read of it once is kept.
"""

from collections import OrderedDict
from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from functools import cached_property
from threading import Lock
from typing import Any

from whoosh.columns import ColumnReader
from whoosh.reading import IndexReader, TermNotFound

_KEPT_SEGMENTS = 64


@dataclass(slots=True)
class Facts:
    """What is stored of each document of a segment, by document number."""

    uid: list[str] = field(default_factory=list)
    order: list[tuple[str, int]] = field(default_factory=list)
    """Paper and position in it."""
    values: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    """Facet → its values in each document."""
    lengths: dict[str, list[int]] = field(default_factory=dict)
    """Text field → its number of terms in each document; filled when first asked for."""

    @classmethod
    def read(cls, reader: IndexReader) -> "Facts":
        """Reads a whole segment; equal values are kept once."""
        facts, known = cls(), dict[tuple[str, ...], tuple[str, ...]]()
        columns: dict[str, list[tuple[str, ...]]] = {name: [] for name in ("country", "instrument")}
        columns |= {name: [] for name in ("type", "paper", "year")}
        for number in range(reader.doc_count_all()):
            stored = reader.stored_fields(number)
            facts.uid.append(stored["uid"])
            facts.order.append((stored["paper"], stored["position"]))
            for name, column in columns.items():
                value = stored[name]
                values = tuple(value) if isinstance(value, list) else (value,) if value else ()
                column.append(known.setdefault(values, values))
        facts.values = columns
        return facts


class FactsCache:
    """The facts of the segments in use, by segment; shared between threads."""

    def __init__(self) -> None:
        self._facts: OrderedDict[str, Facts] = OrderedDict()
        self._lock = Lock()

    def get(self, reader: IndexReader) -> Facts:
        """The facts of the segment that `reader` reads."""
        key = str(reader.segment().segment_id())  # type: ignore[union-attr]
        with self._lock:
            if key not in self._facts:
                self._facts[key] = Facts.read(reader)
            self._facts.move_to_end(key)
            while len(self._facts) > _KEPT_SEGMENTS:
                self._facts.popitem(last=False)
            return self._facts[key]


class Segment:
    """A segment through one reader: not to be used by two threads at once."""

    def __init__(self, reader: IndexReader, facts: Facts) -> None:
        self._reader = reader
        self.facts = facts
        self._columns: dict[str, ColumnReader] = {}

    @cached_property
    def everything(self) -> frozenset[int]:
        """All documents that are not deleted."""
        if not self._reader.has_deletions():
            return frozenset(range(self._reader.doc_count_all()))
        return frozenset(self._reader.all_doc_ids())

    def terms(self, field: str) -> Iterator[str]:
        """Every term of a field."""
        terms: Iterator[str] = self._reader.field_terms(field)
        return terms

    def frequency(self, field: str, term: str) -> int:
        """How many documents have the term, deleted ones included."""
        try:
            return int(self._reader.doc_frequency(field, term))
        except TermNotFound:
            return 0

    def postings(self, field: str, term: str) -> Any | None:
        """Whoosh's matcher over the documents that have the term; `None` if there is none."""
        try:
            return self._reader.postings(field, term)
        except TermNotFound:
            return None

    def having(self, field: str, term: str) -> set[int]:
        """The documents that have the term."""
        postings = self.postings(field, term)
        return set(postings.all_ids()) if postings is not None else set()

    def with_text(self, column: str, text: bytes, candidates: Set[int]) -> set[int]:
        """Those of the candidates whose text in `column` has `text` in it; UTF-8 makes bytes as good as characters."""
        texts = self._texts(column)
        return {number for number in candidates if text in texts[number]}

    def _texts(self, column: str) -> ColumnReader:
        """The folded texts by document number; setting this up costs a walk through the column, so it is kept."""
        if column not in self._columns:
            self._columns[column] = self._reader.column_reader(column, translate=False)
        return self._columns[column]

    def lengths(self, field: str) -> list[int]:
        """The number of terms in `field` of each document."""
        if field not in self.facts.lengths:
            numbers = range(self._reader.doc_count_all())
            self.facts.lengths[field] = [self._reader.doc_field_length(number, field, 0) or 0 for number in numbers]
        return self.facts.lengths[field]

    def verify(self) -> None:
        """Raises `ValueError`, or whatever Whoosh does, when the files of the segment do not belong together."""
        everything = self.everything
        for name in ("type", "year"):
            listed = set().union(*(self.having(name, term) for term in self.terms(name) if term))
            if listed != {number for number in everything if self.facts.values[name][number]}:
                raise ValueError(f"the posting lists of {name!r} do not fit the documents")
        for column, terms in (("folded", "bigrams"), ("folded_en", "letters")):
            texts = self._texts(column)
            if any(len(texts[number].decode()) > 1 for number in everything) and not any(self.terms(terms)):
                raise ValueError(f"there are texts in {column!r} but no terms in {terms!r}")
