"""Writes documents to a Whoosh index: all that a block adds is committed at its end, or nothing is."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice, tee
from typing import Any

from whoosh.index import FileIndex
from whoosh.writing import IndexWriter

from app.processes import map_batches
from app.search.documents import index_fields
from app.search.encoders import Encoder
from app.search.request import ClaimDocument
from app.search.vectors import packed
from app.text.words import load_user_words

_BATCH = 200
_WORTH_PROCESSES = 4000
"""Documents from which cutting them in several processes gains more than starting those costs."""
_SEGMENT = 100_000
"""Documents of a segment: what is written at once is held in memory."""

Fields = Mapping[str, Any]


def fields_of(documents: Iterable[ClaimDocument], words: Iterable[str]) -> Iterator[Fields]:
    """The fields of documents; where these are many several processes cut them, who know the user's `words` too."""
    return map_batches(
        _fields, documents, batch=_BATCH, worth=_WORTH_PROCESSES, prepare=load_user_words, arguments=(tuple(words),)
    )


def with_meaning(documents: Iterable[ClaimDocument], words: Iterable[str], encoder: Encoder | None) -> Iterator[Fields]:
    """As `fields_of`, with the vectors of the texts that `encoder` makes."""
    texts, whole = tee(documents)
    fields = fields_of(whole, words)
    if encoder is None:
        yield from fields
        return
    while batch := list(islice(texts, _BATCH)):
        vectors = packed(encoder.encode([document.text for document in batch]), encoder.name)
        for vector, others in zip(vectors, islice(fields, len(batch)), strict=True):
            yield {**others, "meaning": vector}


def _fields(documents: list[ClaimDocument]) -> list[Fields]:
    return [index_fields(document) for document in documents]


def write_all(index: FileIndex, documents: Iterator[Fields]) -> int:
    """Adds documents to an empty index, a segment and a commit at a time; answers their number."""
    count = 0
    while True:
        before = count
        with committing(index, merge=False) as writer:
            for fields in islice(documents, _SEGMENT):
                writer.add_document(**fields)
                count += 1
        if count - before < _SEGMENT:
            return count


@contextmanager
def committing(index: FileIndex, *, merge: bool = True) -> Iterator[IndexWriter]:
    """A writer that commits on a clean exit, joining small segments if `merge`; on any other, nothing has happened."""
    writer = index.writer(compound=False, limitmb=256)
    try:
        yield writer
    except BaseException:
        writer.cancel()
        raise
    writer.commit(merge=merge)
