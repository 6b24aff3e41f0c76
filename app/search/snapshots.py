"""Open snapshots of the index: one for each search that runs at the same time, always of the newest commit."""

import weakref
from collections.abc import Iterator
from contextlib import closing, contextmanager
from threading import BoundedSemaphore, Lock

from app.search.searcher import Snapshot
from app.search.segments import FactsCache
from app.search.storage import MOVED_ON, Build, IndexFolder, damaged

MOST = 8
"""Snapshots lent at the same time; further threads wait. All share one interpreter, and each snapshot holds files."""

_Version = tuple[str, int]
"""Build and generation of a commit."""


class Snapshots:
    """Lends snapshots. An idle one is lent again as long as nothing has been committed since, by any process."""

    def __init__(self, folder: IndexFolder) -> None:
        self._folder = folder
        self._facts = FactsCache()
        self._lock = Lock()
        self._slots = BoundedSemaphore(MOST)
        self._build: Build | None = None
        self._idle: list[tuple[_Version, Snapshot]] = []
        weakref.finalize(self, _close_all, self._idle)

    @contextmanager
    def use(self) -> Iterator[Snapshot]:
        """A snapshot for one thread. Raises as `_open` does, and if there is no index at all."""
        with self._slots:
            build = self._current()
            version = (build.folder.name, build.generation)
            snapshot = self._take(version) or _open(build, self._facts)
            try:
                yield snapshot
            except BaseException:
                snapshot.close()
                raise
            with self._lock:
                self._idle.append((version, snapshot))

    def _current(self) -> Build:
        """The current build, opened again only when another has been swapped in."""
        build = self._build
        if build is None or build.folder != self._folder.current():
            build = self._build = self._folder.open()
        return build

    def _take(self, version: _Version) -> Snapshot | None:
        """An idle snapshot of this version; those of other versions are closed."""
        with self._lock:
            outdated = [idle for idle in self._idle if idle[0] != version]
            self._idle[:] = [idle for idle in self._idle if idle[0] == version]
            taken = self._idle.pop()[1] if self._idle else None
        _close_all(outdated)
        return taken

    def close(self) -> None:
        """Closes the idle ones; so does the end of this object's life."""
        with self._lock:
            _close_all(self._idle)


def _close_all(idle: list[tuple[_Version, Snapshot]]) -> None:
    while idle:
        idle.pop()[1].close()


def _open(build: Build, facts: FactsCache) -> Snapshot:
    """A new snapshot.

    Raises one of `MOVED_ON` when files have gone, and `SearchUnavailableError` when they make no sense.
    """
    try:
        return Snapshot(build.index.searcher(), facts)
    except MOVED_ON:
        raise
    except Exception as error:  # a damaged file makes Whoosh raise anything
        raise damaged(build.folder, error) from error


def verify(build: Build) -> None:
    """Reads all texts and facts and some posting lists. Raises `SearchUnavailableError` when they do not agree."""
    try:
        with closing(Snapshot(build.index.searcher(), FactsCache())) as snapshot:
            for segment in snapshot.segments:
                segment.verify()
    except Exception as error:  # a damaged file makes Whoosh raise anything
        raise damaged(build.folder, error) from error
