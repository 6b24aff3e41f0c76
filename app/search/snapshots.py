"""The open snapshot of the index, always of the newest commit, made by whatever process."""

from contextlib import suppress
from threading import Lock

from app.search.segments import Columns, Segment
from app.search.snapshot import Snapshot
from app.search.storage import MOVED_ON, Build, IndexFolder, Stamp, damaged

_ATTEMPTS = 5
_Version = tuple[str, int]
"""Build and generation of a commit."""
Opened = tuple[dict[str, Columns], Snapshot]


class Snapshots:
    """Gives all threads the same snapshot as long as nothing is committed.

    After a commit only the segments that are new are opened. An old snapshot stays right as long as somebody uses
    it: its files are mapped, and the system keeps them though they have been removed.
    """

    def __init__(self, folder: IndexFolder) -> None:
        self._folder = folder
        self._lock = Lock()
        self._build: Build | None = None
        self._stamp: Stamp | None = None
        self._held: tuple[_Version, dict[str, Columns], Snapshot] | None = None

    def current(self) -> Snapshot:
        """The newest snapshot. Raises `SearchUnavailableError` if there is no usable index."""
        with self._lock:
            for _ in range(_ATTEMPTS - 1):
                # A commit may take files away that are about to be opened: then the next one is opened.
                with suppress(*MOVED_ON):
                    return self._newest()
            return self._newest()

    def _newest(self) -> Snapshot:
        stamp = self._folder.stamp()
        if self._held is not None and stamp is not None and stamp == self._stamp:
            return self._held[2]
        build = self._current()
        version = build.folder.name, build.generation
        if self._held is None or self._held[0] != version:
            columns, snapshot = open_snapshot(build, self._held[1] if self._held else {})
            self._held = version, columns, snapshot
        self._stamp = stamp
        return self._held[2]

    def _current(self) -> Build:
        """The current build, opened again only when another has been swapped in."""
        build = self._build
        if build is None or build.folder != self._folder.current():
            build = self._build = self._folder.open()
        return build

    def close(self) -> None:
        """Lets go of the snapshot and of its files; a later search opens them again."""
        with self._lock:
            self._held = self._build = self._stamp = None


def open_snapshot(build: Build, known: dict[str, Columns], *, verifying: bool = False) -> Opened:
    """The newest commit of a build, and its columns by segment; those in `known` are not opened again.

    With `verifying` all files are read through. Raises one of `MOVED_ON` when files have gone, and
    `SearchUnavailableError` when they make no sense.
    """
    opened: dict[str, Columns] = {}
    segments = []
    try:
        with build.index.reader() as whole:  # type: ignore[no-untyped-call]
            for reader, _ in whole.leaf_readers():
                if (segment := reader.segment()) is not None:
                    name = str(segment.segment_id())
                    opened[name] = known.get(name) or Columns.open(reader)
                    segments.append(Segment(opened[name], frozenset(segment.deleted_docs())))
                    if verifying:
                        segments[-1].verify(reader)
    except MOVED_ON:
        raise
    except Exception as error:  # a damaged file makes Whoosh raise anything
        raise damaged(build.folder, error) from error
    return opened, Snapshot(segments)


def verify(build: Build) -> None:
    """Reads all files through. Raises `SearchUnavailableError` when one is not as it was written."""
    try:
        open_snapshot(build, {}, verifying=True)
    except MOVED_ON as error:
        raise damaged(build.folder, error) from error
