"""Reading vocabulary files: TOML tables whose fields are checked, with errors that name the file and the entry."""

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any


class VocabularyError(Exception):
    """A vocabulary file that cannot be used. The message names the file, the entry and the next step."""


def read_toml(path: Path) -> dict[str, Any]:
    """The file's tables. Raises `VocabularyError` when it is missing, not UTF-8 or not TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise VocabularyError(f"{path}: cannot be read ({error.strerror}); restore the file") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise VocabularyError(f"{path}: not valid TOML in UTF-8 ({error}); correct the file") from error


class Table:
    """One table of a file, read field by field; `done` refuses fields that nobody asked for."""

    def __init__(self, path: Path, place: str, fields: dict[str, Any]) -> None:
        self._where = f"{path}: {place}"
        self._fields = fields
        self._asked: set[str] = set()

    def text(self, name: str) -> str:
        """A string that must be there and not be empty."""
        value = self._take(name)
        if not isinstance(value, str) or not value.strip():
            raise self.error(f"{name!r} must be a text that is not empty")
        return value

    def text_or(self, name: str, default: str = "") -> str:
        """A string, or `default` when the field is left out."""
        return self.text(name) if name in self._fields else default

    def text_or_none(self, name: str) -> str | None:
        """A string, or `None` when the field is left out."""
        return self.text(name) if name in self._fields else None

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of strings, empty when the field is left out."""
        value = self._take(name) if name in self._fields else []
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            raise self.error(f"{name!r} must be a list of texts")
        return tuple(value)

    def integer_or_none(self, name: str) -> int | None:
        """An integer, or `None` when the field is left out."""
        value = self._take(name) if name in self._fields else None
        if value is not None and type(value) is not int:
            raise self.error(f"{name!r} must be a whole number")
        return value

    def flag(self, name: str) -> bool:
        """True or false, false when the field is left out."""
        value = self._take(name) if name in self._fields else False
        if type(value) is not bool:
            raise self.error(f"{name!r} must be true or false")
        return value

    def one_of(self, name: str, allowed: Iterable[str]) -> str:
        """A string out of `allowed`."""
        value, options = self.text(name), sorted(allowed)
        if value not in options:
            raise self.error(f"{name!r} is {value!r}, but must be one of {', '.join(options)}")
        return value

    def table_or_empty(self, name: str) -> dict[str, Any]:
        """A table of its own, empty when the field is left out."""
        value = self._take(name) if name in self._fields else {}
        if not isinstance(value, dict):
            raise self.error(f"{name!r} must be written as [{name}]")
        return value

    def raw(self, name: str) -> Any:
        """Whatever stands in the field, `None` when it is left out."""
        return self._take(name) if name in self._fields else None

    def names(self) -> tuple[str, ...]:
        """The names of the fields."""
        return tuple(self._fields)

    def done(self) -> None:
        """Raises when the table has fields that were never asked for: mostly spelling mistakes."""
        if unknown := sorted(set(self._fields) - self._asked):
            raise self.error(f"unknown field {', '.join(unknown)}; correct or remove it")

    def error(self, problem: str) -> VocabularyError:
        """An error at this place."""
        return VocabularyError(f"{self._where}: {problem}")

    def _take(self, name: str) -> Any:
        self._asked.add(name)
        if name not in self._fields:
            raise self.error(f"{name!r} is missing; add it")
        return self._fields[name]


def tables(path: Path, content: dict[str, Any], name: str, key: str = "code") -> list[Table]:
    """The tables `[[name]]` of a file's content, each called by its `key` in errors."""
    entries = content.get(name, [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise VocabularyError(f"{path}: {name!r} must be written as [[{name}]]")
    codes = [entry.get(key) for entry in entries]
    if repeated := sorted({code for code in codes if isinstance(code, str) and codes.count(code) > 1}):
        raise VocabularyError(f"{path}: the code {repeated[0]!r} is used twice in [[{name}]]; rename or join them")
    return [
        Table(path, f"[[{name}]] {number} ({entry.get(key, 'no ' + key)})", entry)
        for number, entry in enumerate(entries, 1)
    ]
