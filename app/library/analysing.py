"""Documents → rows to be stored, by several processes where there are many."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from app.ingest.analysis import analyse
from app.ingest.preparing import PaperRows, prepare
from app.ingest.records import Document
from app.ingest.store import Saved
from app.library.report import Failure
from app.processes import map_batches
from app.text.words import load_user_words
from app.vocabulary import Vocabulary, load_vocabulary

_BATCH = 4
_WORTH_PROCESSES = 50
"""Documents from which analysing them in several processes gains more than starting those costs."""


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A document whose analysis is stored already."""

    origin: str
    saved: Saved


Settled: TypeAlias = Failure | Unchanged
"""What needs no analysis."""


@lru_cache(maxsize=1)
def shipped_vocabulary() -> Vocabulary:
    """The vocabulary, read once for a process, with its words made known to the segmenter."""
    vocabulary = load_vocabulary()
    load_user_words(vocabulary.user_words())
    return vocabulary


def analysed(items: Iterable[Document | Settled]) -> Iterator[Settled | tuple[Document, PaperRows | str]]:
    """The items in their order: a document with its rows, or with what went wrong; all else as it is.

    Many documents are read ahead of the one that is answered. Raises `BrokenProcessPool` when a process is killed.
    """
    waiting: deque[Document | Settled] = deque()

    def documents() -> Iterator[Document]:
        for item in items:
            waiting.append(item)
            if isinstance(item, Document):
                yield item

    for answer in map_batches(_analyse, documents(), batch=_BATCH, worth=_WORTH_PROCESSES, prepare=shipped_vocabulary):
        while not isinstance(item := waiting.popleft(), Document):
            yield item
        yield item, answer
    yield from (item for item in waiting if not isinstance(item, Document))


def _analyse(documents: list[Document]) -> list[PaperRows | str]:
    return [_rows(document) for document in documents]


def _rows(document: Document) -> PaperRows | str:
    """Whatever is wrong with one paper, the others go on; the text says what it was."""
    try:
        return prepare(analyse(document, shipped_vocabulary()), shipped_vocabulary())
    except Exception as error:  # the border behind which one paper's trouble is a value
        return reason(error)


def reason(error: Exception) -> str:
    """The error in one line."""
    return " ".join(f"{type(error).__name__}: {error}".split())[:300]
