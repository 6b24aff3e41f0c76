"""TOML files that people keep beside papers, read table by table.

A file with one fault is no TOML at all, so it is cut where a table begins and each piece is read for itself: what is
not UTF-8 or not TOML is named with its line, and the others stand.
"""

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from app.ingest.limits import MAX_FILE_BYTES
from app.ingest.values import IngestWarning

_HEADER = re.compile(rb"\s*\[")
_AT = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")

Tables = dict[str, Any]


class EntryError(Exception):
    """An entry that cannot be used, `line` lines below the beginning of its table."""

    def __init__(self, cause: str, line: int = 0) -> None:
        super().__init__(cause)
        self.line = line


@dataclass(frozen=True)
class FilesBySlug:
    """The TOML files of a folder, by the slug of the paper they belong to, which is their stem."""

    folder: Path

    def path(self, slug: str) -> Path | None:
        """The file for a paper. A slug is looked up in the folder's listing, never opened."""
        return self._paths.get(slug)

    @cached_property
    def _paths(self) -> dict[str, Path]:
        return {path.stem: path for path in sorted(self.folder.glob("*.toml"))}


def read_bytes(path: Path, origin: str, code: str) -> bytes | IngestWarning:
    """The bytes of a file, or a warning with this code that says why there are none."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        return problem(code, origin, 1, f"it cannot be read ({error.strerror})")
    if len(data) > MAX_FILE_BYTES:
        return problem(code, origin, 1, f"it is longer than {MAX_FILE_BYTES:,} bytes")
    return data


def read_tables(data: bytes, origin: str, code: str, take: Callable[[Tables, int], None]) -> list[IngestWarning]:
    """Hands each piece of a file with its first line to `take`, which may raise EntryError; answers what was wrong."""
    problems = []
    for line, piece in _pieces(data.removeprefix(b"\xef\xbb\xbf")):
        try:
            take(_tables(piece), line)
        except EntryError as error:
            problems.append(problem(code, origin, line + error.line, str(error)))
    return problems


def problem(code: str, origin: str, line: int, cause: str) -> IngestWarning:
    """The warning for an entry that was left out."""
    detail = f"{origin}, line {line}: {cause}; this entry is left out, correct it there."
    return IngestWarning(code, detail, facts=(("file", origin), ("line", line)))


def _pieces(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The tables of a file with the line each begins on, counted from 1; what stands before the first is one too."""
    start, lines = 1, [b""]
    for number, line in enumerate(data.splitlines(), start=1):
        if _HEADER.match(line):
            yield start, b"\n".join(lines)
            start, lines = number, []
        lines.append(line)
    yield start, b"\n".join(lines)


def _tables(piece: bytes) -> Tables:
    try:
        return tomllib.loads(piece.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise EntryError("it is not UTF-8", piece.count(b"\n", 0, error.start)) from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        place = _AT.search(str(error))
        line = int(place[1]) - 1 if place and place[1] else piece.rstrip().count(b"\n")
        raise EntryError(f"it is not TOML ({_AT.sub('', str(error))})", line) from error
