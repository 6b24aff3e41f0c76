"""How long it takes until papers can be found, what share each stage has, and what memory and disk it takes.

    python -m benchmarks.ingest_speed FOLDER [--papers N] [--state STATE]

Takes the first N papers of a folder (all but the last two) into an empty knowledge base, as `kewai ingest` does, with
its bar on a terminal; then one more paper in the same process, and another by a new `kewai ingest` while this process
looks for it as a server would. With `--state` the knowledge base stays in that folder, which must be new or empty.

Seconds of the processor tell what work it is, whatever else the machine does; those of the processes that analyse, cut
and encode are summed. The encoder's share in them is measured afterwards on claims drawn at random.
"""

import argparse
import os
import random
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, process_time, sleep

from sqlalchemy import LargeBinary, cast, func, select

from app.catalogue import overview
from app.cli.progress import Bar, progress_bar
from app.ingest.reader import find_files
from app.library import Library
from app.models import Claim, Paper
from app.processes import processors
from app.search.encoders import open_encoder
from app.settings import Settings
from benchmarks.analysis_speed import QUARTERS, peak
from benchmarks.shipped import library_in

SAMPLE = 300
_MIB = 2**20
_LOOK_SECONDS = 0.05
_KEWAI = "from app.cli import main; main()"


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds up to a moment: by the clock, of this process, of the processes that it started and that ended."""

    clock: float
    own: float
    others: float

    @classmethod
    def now(cls) -> "Spent":
        """Up to now."""
        times = os.times()
        return cls(perf_counter(), process_time(), times.children_user + times.children_system)

    def since(self, earlier: "Spent") -> str:
        """What was spent between two moments."""
        own, others = self.own - earlier.own, self.others - earlier.others
        clock = f"{self.clock - earlier.clock:8.1f} s by the clock"
        return f"{clock}; processor: {own:8.1f} s here, {others:8.1f} s in other processes"


class Stages:
    """Shows an ingest on a bar, and notes when its stages began and how the peak of memory grew."""

    def __init__(self, bar: Bar) -> None:
        self._bar = bar
        self._total = self._done = 0
        self.began: dict[str, Spent] = {"analysed and stored": Spent.now()}
        self.peaks: list[tuple[str, int]] = []

    def start(self, total: int | None) -> None:
        """Every file of the benchmark holds one paper, so that their number is known."""
        self._bar.start(total)
        self._begin(total or 0)

    def advance(self, origin: str) -> None:
        """One paper more."""
        self._bar.advance(origin)
        self._note("papers")

    def indexing(self, claims: int) -> None:
        """From here on processes encode and cut words."""
        self.began["encoded and indexed"] = Spent.now()
        self._bar.indexing(claims)
        self._begin(claims)

    def indexed(self) -> None:
        """One claim more."""
        self._bar.indexed()
        self._note("claims")

    def _begin(self, total: int) -> None:
        self._total, self._done = total, 0

    def _note(self, what: str) -> None:
        self._done += 1
        if self._done * QUARTERS % self._total < QUARTERS:
            self.peaks.append((f"{self._done:,} {what}", peak()))


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--papers", type=int, help="how many papers, from the first (default: all but the last two)")
    parser.add_argument("--state", type=Path, help="where the knowledge base is made and stays")
    options = parser.parse_args(arguments)
    files = find_files([options.folder])
    number = min(options.papers or len(files), len(files) - 2)
    with ExitStack() as stack:
        folder = options.state or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            parser.error(f"{folder} is not empty; name a new folder")
        library, settings = stack.enter_context(library_in(folder))
        for lines in (
            many(library, files[:number]),
            on_disk(library, folder, files[:number]),
            one_more(library, files[number]),
            by_a_new_process(library, settings, files[number + 1]),
        ):
            for line in lines:
                print(line, flush=True)
    return 0


def many(library: Library, files: Sequence[Path]) -> Iterator[str]:
    """The stages, the encoder's share in the last, and the memory."""
    with progress_bar() as bar:
        stages = Stages(bar)
        report = library.ingest(files, stages)
    moments = [*stages.began.values(), Spent.now()]
    with library.session() as session:
        claims = overview(session).claims
        characters = session.scalar(select(func.sum(func.length(Paper.source_text)))) or 0
        texts = random.Random(1).sample(found := session.scalars(select(Claim.text)).all(), min(SAMPLE, len(found)))
    yield f"{report.summary()}; {report.index_problem or 'all indexed'}"
    yield f"{len(files):,} papers, {characters:,} characters, {claims:,} claims, {processors()} processors"
    yield f"{'all':20} {moments[-1].since(moments[0])}"
    for stage, began, ended in zip(stages.began, moments, moments[1:], strict=False):
        yield f"{stage:20} {ended.since(began)}"
    each = _encoding(texts)
    yield f"{'encoding alone':20} {each * claims:8.1f} s of the processor, {1000 * each:.2f} ms a claim"
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    for moment, memory in stages.peaks:
        yield f"peak memory {memory / _MIB:6.0f} MiB after {moment}"
    together = peak() + processors() * largest
    yield f"the largest other process {largest / _MIB:.0f} MiB; all at once {together / _MIB:.0f} MiB at most"


def _encoding(texts: Sequence[str]) -> float:
    """Seconds of the processor that the shipped encoder takes for one of the texts, once its model is read."""
    encoder = open_encoder("shipped")
    assert encoder is not None
    encoder.encode(texts[:1])
    began = process_time()
    encoder.encode(texts)
    return (process_time() - began) / len(texts)


def on_disk(library: Library, folder: Path, files: Sequence[Path]) -> Iterator[str]:
    """Bytes of papers, claims, database, index and vectors, and what index and vectors are to the text."""
    with library.session() as session:
        claims = session.scalar(select(func.sum(func.length(cast(Claim.text, LargeBinary))))) or 0
    papers = sum(file.stat().st_size for file in files)
    database = sum(file.stat().st_size for file in folder.glob("kewai.db*"))
    parts = {path: path.stat().st_size for path in (folder / "index").rglob("*") if path.is_file()}
    vectors = sum(size for path, size in parts.items() if "meaning" in path.name)
    index = sum(parts.values())
    yield f"bytes of papers {papers:,}, claims {claims:,}"
    yield f"bytes of the database {database:,}, the index {index:,}, vectors in it {vectors:,}"
    yield f"index with vectors: {index / papers:.1f} times the papers, {index / claims:.1f} times the claims"


def one_more(library: Library, file: Path) -> Iterator[str]:
    """How long a process that has read its model takes for one more paper, and when it finds the paper by its words."""
    with ThreadPoolExecutor(max_workers=1) as pool:
        before, began = _held(library), Spent.now()
        report = pool.submit(library.ingest, [file])
        found = _found(library, before, report.done)
        report.result()
    yield f"one more paper of {_held(library) - before} claims, here: {Spent.now().since(began)}"
    yield f"found by its words {found - began.clock:.1f} s after the start"


def by_a_new_process(library: Library, settings: Settings, file: Path) -> Iterator[str]:
    """How long after a command is started one more paper is found by its words, and when the command is done."""
    environment = {"KEWAI_DATABASE_URL": settings.database_url, "KEWAI_INDEX_DIR": str(settings.index_dir)}
    before, began = _held(library), Spent.now()
    command = [sys.executable, "-c", _KEWAI, "ingest", str(file)]
    process = subprocess.Popen(command, env=os.environ | environment, stdout=subprocess.DEVNULL)
    found = _found(library, before, lambda: process.poll() is not None)
    process.wait()
    yield f"one more paper of {_held(library) - before} claims, by a new process: {Spent.now().since(began)}"
    yield f"found by its words {found - began.clock:.1f} s after the start"


def _found(library: Library, before: int, done: Callable[[], bool]) -> float:
    """The moment, by the clock, at which more claims can be found than before, or at which nothing more is done."""
    while _held(library) == before and not done():
        sleep(_LOOK_SECONDS)
    return perf_counter()


def _held(library: Library) -> int:
    """The claims that can be found now."""
    return library.search("", limit=0, facets=()).total


if __name__ == "__main__":
    raise SystemExit(main())
