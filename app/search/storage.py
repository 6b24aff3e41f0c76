"""Where the index lies on disk: builds beside each other, and a small file that says which one is current.

    var/index/current.json      {"schema": 1, "build": "build-1f3a…"}: replaced in one step
    var/index/build-1f3a…/      a Whoosh index
    var/index/write.lock        held by whoever writes, in any process

Whoever opens the index trusts this folder: Whoosh keeps parts of it as Python pickles.
"""

import json
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from whoosh import index
from whoosh.index import EmptyIndexError, FileIndex
from whoosh.util.filelock import FileLock, try_for

from app.search.request import SearchUnavailableError
from app.search.schema import SCHEMA_VERSION, schema

MOVED_ON = (FileNotFoundError, EmptyIndexError)
"""What Whoosh raises when a commit or a swap has taken files away that were about to be opened."""
REBUILD = "run `kewai reindex`"
_CURRENT = "current.json"
_SETTLED = 2_000_000_000
"""Nanoseconds after which a file system gives a later change another time, the coarsest known included."""
_ATTEMPTS = 10
_PAUSE = 0.05
Stamp = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Build:
    """A Whoosh index and the folder that holds it."""

    folder: Path
    index: FileIndex

    @property
    def generation(self) -> int:
        """The number of the newest commit."""
        return int(self.index.latest_generation())  # type: ignore[no-untyped-call]


class IndexFolder:
    """The folder of an index. `lock_timeout` is how many seconds a writer waits for another to finish."""

    def __init__(self, folder: Path, lock_timeout: float = 600.0) -> None:
        self.folder = folder
        self._current = folder / _CURRENT
        self._lock_timeout = lock_timeout
        self._read: Path | None = None

    @property
    def exists(self) -> bool:
        """Whether there is an index, of whatever schema."""
        return self._current.is_file()

    def current(self) -> Path:
        """The folder of the current build. Raises `SearchUnavailableError` if there is none of this schema."""
        try:
            version, name = self._named()
        except FileNotFoundError:
            raise SearchUnavailableError(f"there is no search index in {self.folder}; {REBUILD}") from None
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise SearchUnavailableError(f"{self._current} cannot be read ({error}); {REBUILD}") from error
        if version != SCHEMA_VERSION:
            raise SearchUnavailableError(
                f"the search index in {self.folder} has schema {version}, not {SCHEMA_VERSION} as needed; {REBUILD}"
            )
        self._read = self.folder / name
        return self._read

    def _named(self) -> tuple[object, str]:
        """Schema and name of the current build."""
        content = json.loads(self._current.read_text(encoding="utf-8"))
        return content["schema"], str(content["build"])

    def open_any(self) -> Build | None:
        """The current index of whatever schema, for what of it can be used again; `None` if it cannot be opened."""
        try:
            build = self.folder / self._named()[1]
            return Build(build, index.open_dir(str(build)))
        except Exception:  # there is none, or it is of another version or damaged: then Whoosh raises anything
            return None

    def stamp(self) -> Stamp | None:
        """Something that stays the same while nothing is committed or swapped in; cheap to ask for.

        `None` when that cannot be told: without an index, and so shortly after a change that another may have
        the same time.
        """
        if self._read is None:
            return None
        try:
            changed = self._current.stat().st_mtime_ns, self._read.stat().st_mtime_ns
        except OSError:
            return None
        return (self._read.name, *changed) if time.time_ns() - max(changed) > _SETTLED else None

    def open(self) -> Build:
        """The current index. A commit or a swap may take files away meanwhile, so opening is tried again.

        Raises `SearchUnavailableError` if it cannot be opened.
        """
        for attempt in range(_ATTEMPTS):
            build = self.current()
            try:
                return Build(build, index.open_dir(str(build), schema=schema()))
            except (OSError, EmptyIndexError) as error:
                if attempt == _ATTEMPTS - 1:
                    raise SearchUnavailableError(
                        f"the search index in {build} is incomplete ({error}); {REBUILD}"
                    ) from error
                time.sleep(_PAUSE)
            except Exception as error:
                raise damaged(build, error) from error
        raise AssertionError("unreachable")

    def files(self) -> dict[str, tuple[int, int]]:
        """Name, size and time of each file of the current build. Raises `SearchUnavailableError` as `current` does."""
        found = {}
        for path in self.current().glob("*"):
            with suppress(FileNotFoundError):
                found[str(path)] = (path.stat().st_size, path.stat().st_mtime_ns)
        return found

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Holds the lock that lets one writer at a time change the index.

        Raises `SearchUnavailableError` when another holds it for too long, or the folder cannot be written to.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            lock = FileLock(str(self.folder / "write.lock"))
            if not try_for(lock.acquire, timeout=self._lock_timeout, delay=_PAUSE):
                raise SearchUnavailableError(f"another process is writing to {self.folder}; try again when it is done")
        except OSError as error:
            raise SearchUnavailableError(
                f"{self.folder} cannot be written to ({error}); check KEWAI_INDEX_DIR"
            ) from error
        try:
            yield
        finally:
            lock.release()

    def new_build(self) -> Build:
        """An empty index beside the current one; to be called while `writing`."""
        build = self.folder / f"build-{uuid4().hex[:12]}"
        build.mkdir()
        return Build(build, index.create_in(str(build), schema()))

    def swap_in(self, build: Build) -> None:
        """Makes `build` the current one, in one step, and removes all others; to be called while `writing`."""
        written = self.folder / f"{_CURRENT}.new"
        written.write_text(json.dumps({"schema": SCHEMA_VERSION, "build": build.folder.name}), encoding="utf-8")
        written.replace(self._current)
        self.remove_others(build.folder)

    def remove_others(self, build: Path) -> None:
        """Removes what earlier builds, finished or not, have left behind."""
        for other in self.folder.glob("build-*"):
            if other.name != build.name:
                shutil.rmtree(other, ignore_errors=True)


def damaged(folder: Path, error: Exception) -> SearchUnavailableError:
    """What to say when Whoosh cannot make sense of the files."""
    return SearchUnavailableError(
        f"the search index in {folder} is damaged ({type(error).__name__}: {error}); {REBUILD}"
    )
