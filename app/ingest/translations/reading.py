"""A translation file → its entries. The form is in `corpus/README.md`, the choice in decision 50.

A file is cut where a table begins, and each piece is read for itself. So an entry that is not UTF-8, not TOML, or
not as it should be is named with file and line and left out, and the others stand.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from app.ingest.limits import MAX_FILE_BYTES
from app.ingest.records import IngestWarning, Translated, Translation
from app.text.normalise import CITATION_MARK, fold_text

PROBLEM: Final = "translation-problem"
"""Code of the warning for an entry that was left out."""

_TEXTS: Final = ("title", "abstract", "container")
_LISTS: Final = ("authors", "keywords")
_ENTRIES: Final = {"heading": "headings", "sentence": "sentences", "note": "notes"}
_HEADER = re.compile(rb"\s*\[")
_MARKUP = re.compile(r"<[/!?]?[A-Za-z][^<>]*>|<!--")
_AT = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


class EntryError(Exception):
    """An entry that cannot be used, `line` lines below the beginning of its table."""

    def __init__(self, cause: str, line: int = 0) -> None:
        super().__init__(cause)
        self.line = line


def key(text: str) -> str:
    """What must be equal for a translation to hold: all but width, script, kind of quotes, spaces, citation marks.

    >>> key("（1）2008 年，日本[3]發布“报告”。") == key("(1)2008年,日本发布「报告」。")
    True
    >>> key("增长1.5倍。") == key("增长15倍。")
    False
    """
    return fold_text(CITATION_MARK.sub("", text)).replace(" ", "")


@dataclass(frozen=True)
class TranslationFiles:
    """The translation files of a folder, by the slug of the paper they belong to."""

    folder: Path

    def get(self, slug: str) -> Translation | None:
        """The translation of the paper with this slug. A slug is looked up in the folder's listing, never opened."""
        path = self._paths.get(slug)
        return read_translation(path) if path else None

    @cached_property
    def _paths(self) -> dict[str, Path]:
        return {path.stem: path for path in sorted(self.folder.glob("*.toml"))}


def read_translation(path: Path) -> Translation:
    """All of a file that can be used. Never raises: what cannot be used is among the problems, by file and line."""
    origin = f"{path.parent.name}/{path.name}"
    try:
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        return Translation(origin, problems=(_problem(origin, 1, f"it cannot be read ({error.strerror})"),))
    if len(data) > MAX_FILE_BYTES:
        return Translation(origin, problems=(_problem(origin, 1, f"it is longer than {MAX_FILE_BYTES:,} bytes"),))
    return parse_translation(data, origin)


def parse_translation(data: bytes, origin: str) -> Translation:
    """The translation in the bytes of a file; `origin` names it in the problems."""
    reading = _Reading()
    problems = []
    for line, piece in _pieces(data.removeprefix(b"\xef\xbb\xbf")):
        try:
            reading.take(_tables(piece), line)
        except EntryError as error:
            problems.append(_problem(origin, line + error.line, str(error)))
    entries: dict[str, Any] = {name: tuple(found.values()) for name, found in reading.entries.items()}
    return Translation(origin, **reading.paper, **entries, problems=tuple(problems))


def _problem(origin: str, line: int, cause: str) -> IngestWarning:
    return IngestWarning(PROBLEM, f"{origin}, line {line}: {cause}; this entry is left out, correct it there.")


def _pieces(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The tables of a file with the line each begins on, counted from 1; what stands before the first is one too."""
    start, lines = 1, [b""]
    for number, line in enumerate(data.splitlines(), start=1):
        if _HEADER.match(line):
            yield start, b"\n".join(lines)
            start, lines = number, []
        lines.append(line)
    yield start, b"\n".join(lines)


def _tables(piece: bytes) -> dict[str, Any]:
    try:
        return tomllib.loads(piece.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise EntryError("it is not UTF-8", piece.count(b"\n", 0, error.start)) from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        place = _AT.search(str(error))
        line = int(place[1]) - 1 if place and place[1] else piece.rstrip().count(b"\n")
        raise EntryError(f"it is not TOML ({_AT.sub('', str(error))})", line) from error


class _Reading:
    """What was read so far: fields of the paper, and entries by kind and key."""

    def __init__(self) -> None:
        self.paper: dict[str, Any] = {}
        self.entries: dict[str, dict[str, Translated]] = {name: {} for name in _ENTRIES.values()}

    def take(self, tables: dict[str, Any], line: int) -> None:
        """Adds one piece. Raises EntryError."""
        for table, content in tables.items():
            if table == "paper" and isinstance(content, dict):
                if self.paper:
                    raise EntryError("there is a second [paper]")
                self.paper = _paper(content)
            elif table in _ENTRIES and isinstance(content, list) and len(content) == 1:
                self._add(self.entries[_ENTRIES[table]], _entry(content[0], line))
            else:
                raise EntryError(f"{table!r} is not known; use [paper], [[heading]], [[sentence]] or [[note]]")

    def _add(self, found: dict[str, Translated], entry: Translated) -> None:
        first = found.setdefault(key(entry.zh), entry)
        if first is not entry:
            raise EntryError(f"its Chinese is translated on line {first.line} already")


def _paper(fields: dict[str, Any]) -> dict[str, Any]:
    _refuse_unknown(fields, (*_TEXTS, *_LISTS))
    values: dict[str, Any] = {name: _text(fields, name) for name in _TEXTS if name in fields}
    for name in set(_LISTS) & set(fields):
        if not isinstance(fields[name], list):
            raise EntryError(f"{name!r} must be a list of texts")
        values[name] = tuple(_text({name: item}, name) for item in fields[name])
    return values


def _entry(fields: Any, line: int) -> Translated:
    if not isinstance(fields, dict):
        raise EntryError("it must be a table of its own")
    _refuse_unknown(fields, ("zh", "en", "note"))
    note = _text(fields, "note") if "note" in fields else None
    return Translated(_text(fields, "zh"), _text(fields, "en"), note, line)


def _refuse_unknown(fields: dict[str, Any], known: tuple[str, ...]) -> None:
    if unknown := [name for name in fields if name not in known]:
        raise EntryError(f"{unknown[0]!r} is not known; use {', '.join(known)}")


def _text(fields: dict[str, Any], name: str) -> str:
    value = fields.get(name)
    if value is None:
        raise EntryError(f"{name!r} is missing")
    if not isinstance(value, str) or not value.strip():
        raise EntryError(f"{name!r} must be a text that is not empty")
    if name != "zh" and _MARKUP.search(value):
        raise EntryError(f"{name!r} holds markup, where plain text belongs")
    return " ".join(value.split())
