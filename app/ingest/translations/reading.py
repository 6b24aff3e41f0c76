"""A translation file → its entries. The form is in `corpus/README.md`, the choice in decision 50.

An entry that cannot be read, or is not as it should be, is named with file and line and left out, and the others stand.
"""

import re
from pathlib import Path
from typing import Any, Final

from app.ingest.records import IngestWarning, Translated, Translation
from app.ingest.tables import EntryError, FilesBySlug, read_bytes, read_tables
from app.text.normalise import CITATION_MARK, fold_text

PROBLEM: Final = "translation-problem"
"""Code of the warning for an entry that was left out."""

_TEXTS: Final = ("title", "abstract", "container")
_LISTS: Final = ("authors", "keywords")
_ENTRIES: Final = {"heading": "headings", "sentence": "sentences", "note": "notes"}
_MARKUP = re.compile(r"<[/!?]?[A-Za-z][^<>]*>|<!--")


def key(text: str) -> str:
    """What must be equal for a translation to hold: all but width, script, kind of quotes, spaces, citation marks.

    >>> key("（1）2008 年，日本[3]發布“报告”。") == key("(1)2008年,日本发布「报告」。")
    True
    >>> key("增长1.5倍。") == key("增长15倍。")
    False
    """
    return fold_text(CITATION_MARK.sub("", text)).replace(" ", "")


class TranslationFiles(FilesBySlug):
    """The translation files of a folder."""

    def get(self, slug: str) -> Translation | None:
        """The translation of the paper with this slug."""
        path = self.path(slug)
        return read_translation(path) if path else None


def read_translation(path: Path) -> Translation:
    """All of a file that can be used. Never raises: what cannot be used is among the problems, by file and line."""
    origin = f"{path.parent.name}/{path.name}"
    data = read_bytes(path, origin, PROBLEM)
    return Translation(origin, problems=(data,)) if isinstance(data, IngestWarning) else parse_translation(data, origin)


def parse_translation(data: bytes, origin: str) -> Translation:
    """The translation in the bytes of a file; `origin` names it in the problems."""
    reading = _Reading()
    problems = read_tables(data, origin, PROBLEM, reading.take)
    entries: dict[str, Any] = {name: tuple(found.values()) for name, found in reading.entries.items()}
    return Translation(origin, **reading.paper, **entries, problems=tuple(problems))


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
