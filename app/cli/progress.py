"""A progress bar on a terminal, nothing elsewhere."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn


class Bar:
    """Shows how work goes on: what is at work, how many are done, the time it took and the time left."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._task = progress.add_task("Preparing", total=None)

    def start(self, total: int | None) -> None:
        """Sets the length of the bar; `None` leaves it open."""
        self._progress.update(self._task, description="Reading", total=total)

    def advance(self, origin: str) -> None:
        """One document further."""
        self._progress.update(self._task, advance=1, description=origin[-48:])

    def indexing(self, claims: int) -> None:
        """The last step, which has a bar of its own."""
        self._progress.remove_task(self._task)
        self._task = self._progress.add_task("Indexing claims", total=claims)

    def indexed(self) -> None:
        """One claim further."""
        self._progress.advance(self._task)


@contextmanager
def progress_bar() -> Iterator[Bar]:
    """A bar on standard error while it is a terminal; a silent one otherwise."""
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("left:"),
        TimeRemainingColumn(),
    )
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not sys.stderr.isatty()) as progress:
        yield Bar(progress)
