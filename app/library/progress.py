"""What is told of work that takes long, to whoever shows it."""

from typing import Protocol


class Progress(Protocol):
    """Is told how an ingest goes on, for a bar on a terminal."""

    def start(self, total: int | None) -> None:
        """`total` documents will be read; `None` when that cannot be known beforehand."""

    def advance(self, origin: str) -> None:
        """The document from `origin` is done, well or not."""

    def indexing(self, claims: int) -> None:
        """All documents are stored; `claims` sentences of them now go into the search index."""

    def indexed(self) -> None:
        """One claim more is written to the index, with its vector."""


class Silence:
    """Progress that nobody watches."""

    def start(self, total: int | None) -> None:
        """Says nothing."""

    def advance(self, origin: str) -> None:
        """Says nothing."""

    def indexing(self, claims: int) -> None:
        """Says nothing."""

    def indexed(self) -> None:
        """Says nothing."""
