"""Open snapshots of the index: one for each search that runs at the same time, always of the newest commit."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from app.search.searcher import Snapshot
from app.search.segments import FactsCache
from app.search.storage import Build, IndexFolder, damaged

_Version = tuple[str, int]
"""Build and generation of a commit."""


class Snapshots:
    """Lends snapshots. An idle one is lent again as long as nothing has been committed since, by any process."""

    def __init__(self, folder: IndexFolder) -> None:
        self._folder = folder
        self._facts = FactsCache()
        self._lock = Lock()
        self._idle: list[tuple[_Version, Snapshot]] = []

    @contextmanager
    def use(self) -> Iterator[Snapshot]:
        """A snapshot for one thread. Raises `SearchUnavailableError` when there is no usable index."""
        build = self._folder.open()
        version = (build.folder.name, build.generation)
        snapshot = self._take(version) or _open(build, self._facts)
        try:
            yield snapshot
        except BaseException:
            snapshot.close()
            raise
        with self._lock:
            self._idle.append((version, snapshot))

    def _take(self, version: _Version) -> Snapshot | None:
        """An idle snapshot of this version; those of other versions are closed."""
        with self._lock:
            current = [snapshot for of, snapshot in self._idle if of == version]
            outdated = [snapshot for of, snapshot in self._idle if of != version]
            taken = current.pop() if current else None
            self._idle = [(version, snapshot) for snapshot in current]
        for snapshot in outdated:
            snapshot.close()
        return taken

    def close(self) -> None:
        """Closes the idle ones."""
        with self._lock:
            idle, self._idle = self._idle, []
        for _, snapshot in idle:
            snapshot.close()


def _open(build: Build, facts: FactsCache) -> Snapshot:
    """A new snapshot. Raises `SearchUnavailableError` when the files make no sense."""
    try:
        return Snapshot(build.index.searcher(), facts)
    except FileNotFoundError:
        raise
    except Exception as error:  # a damaged file makes Whoosh raise anything
        raise damaged(build.folder, error) from error


def verify(build: Build) -> None:
    """Reads all texts and facts and some posting lists. Raises `SearchUnavailableError` when they do not agree."""
    try:
        snapshot = Snapshot(build.index.searcher(), FactsCache())
        for segment in snapshot.segments:
            segment.verify()
        snapshot.close()
    except Exception as error:  # a damaged file makes Whoosh raise anything
        raise damaged(build.folder, error) from error
