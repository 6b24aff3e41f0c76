"""How fast papers are taken in, what share each stage has, and how much memory it takes.

    python -m benchmarks.ingest_speed FOLDER [--papers N]

Takes the first N papers of a folder into an empty knowledge base in a temporary folder, then the one after them, and
looks for that one's first claim. Seconds of the processor are those of the process that stores and indexes; those of
the processes that analyse and cut words are summed beside them. The papers' stages overlap, so only the wall clock
tells what one waits.
"""

import argparse
import os
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from time import perf_counter, process_time
from typing import Any
from unittest.mock import patch

from app.catalogue import overview
from app.ingest import store
from app.ingest.reader import find_files
from app.library import Library
from app.library.progress import Silence
from app.search.encoders import ShippedEncoder
from app.search.index import WhooshEngine
from benchmarks.analysis_speed import QUARTERS, peak
from benchmarks.shipped import library_in

STAGES = (
    ("store", store, "save"),
    ("link", store, "link_references"),
    ("index, vectors among it", WhooshEngine, "replace_papers"),
    ("vectors alone", ShippedEncoder, "encode"),
)


class Quarters(Silence):
    """Notes the peak of memory whenever another quarter of the papers is stored."""

    def __init__(self) -> None:
        self.peaks: list[tuple[int, int]] = []
        self._total = self._done = 0

    def start(self, total: int | None) -> None:
        """Every file of the benchmark holds one paper, so that their number is known."""
        self._total = total or 0

    def advance(self, origin: str) -> None:
        """One paper more."""
        self._done += 1
        if self._done * QUARTERS % self._total < QUARTERS:
            self.peaks.append((self._done, peak()))


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--papers", type=int, help="how many papers, from the first (default: all but the last)")
    options = parser.parse_args(arguments)
    files = find_files([options.folder])
    number = min(options.papers or len(files), len(files) - 1)
    with tempfile.TemporaryDirectory() as folder, library_in(Path(folder)) as (library, _):
        for line in (*many(library, files[:number]), *one_more(library, files[number])):
            print(line, flush=True)
    return 0


def many(library: Library, files: Sequence[Path]) -> Iterator[str]:
    """Papers and claims a second, the stages, and the memory."""
    quarters = Quarters()
    began, own, children = perf_counter(), process_time(), _children()
    with timed() as seconds:
        report = library.ingest(files, quarters)
    wall, own, children = perf_counter() - began, process_time() - own, _children() - children
    with library.session() as session:
        claims = overview(session).claims
    yield f"{report.summary()}; {report.index_problem or 'all indexed'}"
    yield f"{len(files)} papers, {claims:,} claims: {wall:.1f} s by the clock"
    yield f"{len(files) / wall:.2f} papers/s, {claims / wall:.0f} claims/s"
    yield f"processor: {own:.1f} s here, {children:.1f} s in other processes"
    for stage, taken in seconds.items():
        yield f"  {stage:24} {taken:7.1f} s {1000 * taken / claims:7.2f} ms a claim"
    for papers, memory in (*quarters.peaks, (len(files), peak())):
        yield f"  {papers:6} papers {memory / 2**20:6.0f} MiB"


def one_more(library: Library, file: Path) -> Iterator[str]:
    """How long it takes until one more paper can be found."""
    library.search("合作")
    began, own = perf_counter(), process_time()
    with timed() as seconds:
        library.ingest([file])
    found = library.search("", limit=1).total
    taken, own = perf_counter() - began, process_time() - own
    stages = ", ".join(f"{stage} {spent:.2f}" for stage, spent in seconds.items())
    yield f"one more paper ({file.stat().st_size:,} bytes): {taken:.2f} s by the clock, {own:.2f} s of the processor"
    yield f"  {stages}; {found:,} claims found now"


@contextmanager
def timed() -> Iterator[Mapping[str, float]]:
    """Counts processor seconds of this process by stage."""
    seconds: defaultdict[str, float] = defaultdict(float)
    with ExitStack() as patches:
        for stage, owner, name in STAGES:
            patches.enter_context(patch.object(owner, name, _counted(getattr(owner, name), stage, seconds)))
        yield seconds


def _counted(function: Callable[..., Any], stage: str, seconds: dict[str, float]) -> Callable[..., Any]:
    def counted(*arguments: Any, **named: Any) -> Any:
        began = process_time()
        try:
            return function(*arguments, **named)
        finally:
            seconds[stage] += process_time() - began

    return counted


def _children() -> float:
    """Processor seconds of processes that ended."""
    times = os.times()
    return times.children_user + times.children_system


if __name__ == "__main__":
    raise SystemExit(main())
