"""A progress bar on a terminal, nothing elsewhere."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn


class Bar:
    """Shows how an ingest goes on: the document at work, how many are done, the time."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._task = progress.add_task("Reading", total=None)

    def start(self, total: int | None) -> None:
        """Sets the length of the bar; `None` leaves it open."""
        self._progress.update(self._task, total=total)

    def advance(self, origin: str) -> None:
        """One document further."""
        self._progress.update(self._task, advance=1, description=origin[-48:])

    def indexing(self, papers: int) -> None:
        """The last step."""
        self._progress.update(self._task, description=f"Indexing {papers}")


@contextmanager
def progress_bar() -> Iterator[Bar]:
    """A bar on standard error while it is a terminal; a silent one otherwise."""
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not sys.stderr.isatty()) as progress:
        yield Bar(progress)
