"""Writes documents to a Whoosh index: all that a block adds is committed at its end, or nothing is."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from itertools import islice
from typing import Any

from whoosh.codec.base import Segment
from whoosh.index import FileIndex
from whoosh.writing import MERGE_SMALL, IndexWriter, SegmentWriter

from app.processes import map_batches
from app.search.documents import index_fields
from app.search.embedding import Kept, Pair, encoded
from app.search.encoders import Encoder
from app.search.request import ClaimDocument, Told, nobody
from app.text.words import load_user_words

_BATCH = 200
_WORTH_PROCESSES = 4000
"""Documents from which cutting them in several processes gains more than starting those costs."""
_WORTH_ENCODERS = 2000
"""The same where they make vectors too, of which each process reads the model first."""
_SEGMENT = 100_000
"""Documents of a segment: what is written at once is held in memory."""

Fields = Mapping[str, Any]


def fields_of(
    documents: Iterable[ClaimDocument],
    words: Iterable[str],
    encoder: Encoder | None = None,
    kept: Kept | None = None,
) -> Iterator[Fields]:
    """The fields of documents, vectors among them if there is an encoder; those in `kept` are used again.

    Where there are many several processes cut texts, who know the user's `words` too, and make the vectors if the
    encoder `spreads`. Raises `EncoderError` when the encoder fails.
    """
    pairs = (kept or Kept.of(None, None)).beside(documents)
    if encoder is not None and not encoder.spreads:
        pairs, encoder = encoded(pairs, encoder), None
    return map_batches(
        partial(_fields, encoder=encoder),
        pairs,
        batch=_BATCH,
        worth=_WORTH_PROCESSES if encoder is None else _WORTH_ENCODERS,
        prepare=load_user_words,
        arguments=(tuple(words),),
    )


def _fields(pairs: list[Pair], encoder: Encoder | None) -> list[Fields]:
    with_vectors = encoded(pairs, encoder) if encoder else pairs
    return [index_fields(document) | ({"meaning": vector} if vector else {}) for document, vector in with_vectors]


def write_all(index: FileIndex, documents: Iterator[Fields], written: Told = nobody) -> int:
    """Adds documents to an empty index, a segment and a commit at a time; answers their number."""
    count = 0
    while True:
        with committing(index, merge=False) as writer:
            added = write(writer, islice(documents, _SEGMENT), written)
        count += added
        if added < _SEGMENT:
            return count


def write(writer: IndexWriter, documents: Iterable[Fields], written: Told = nobody) -> int:
    """Adds documents, tells of each, and answers their number."""
    count = 0
    for count, fields in enumerate(documents, start=1):  # noqa: B007
        writer.add_document(**fields)
        written()
    return count


@contextmanager
def committing(index: FileIndex, *, merge: bool = True) -> Iterator[IndexWriter]:
    """A writer that commits on a clean exit, joining small segments if `merge`; on any other, nothing has happened.

    Segments of which all documents are deleted go in either case.
    """
    writer = index.writer(compound=False, limitmb=256)
    try:
        yield writer
    except BaseException:
        writer.cancel()
        raise
    writer.commit(mergetype=_join_small if merge else _living)


def _join_small(writer: SegmentWriter, segments: list[Segment]) -> list[Segment]:
    """What Whoosh's own policy leaves of the segments when it has joined small ones."""
    kept: list[Segment] = MERGE_SMALL(writer, _living(writer, segments))  # type: ignore[no-untyped-call]
    return kept


def _living(_writer: SegmentWriter, segments: list[Segment]) -> list[Segment]:
    """The segments with a document that is not deleted."""
    return [segment for segment in segments if segment.doc_count_all() > segment.deleted_count()]  # type: ignore[no-untyped-call]
