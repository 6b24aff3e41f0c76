"""The `.toml` beside a paper: its bibliographic record, and what is known of works it cites.

`[paper]` holds fields of `Bibliography`, `[provenance]` a sentence for fields that the text does not print, and
each `[[references]]` an `AddedReference`. Unknown keys and wrong types are refused by name: a misspelt key would
otherwise be a silent loss.
"""

import re
import tomllib
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass as checked

from app.ingest.errors import ReadError
from app.ingest.records import AddedReference, Bibliography

_TABLES = ("paper", "provenance", "references")
_STRICT = ConfigDict(extra="forbid", coerce_numbers_to_str=True, str_strip_whitespace=True, str_min_length=1)
_FIELDS = {field.name for field in fields(Bibliography)} - {"provenance"}
MIN_YEAR, MAX_YEAR = 1000, 2999
_Value = TypeVar("_Value", Bibliography, AddedReference)


@checked(frozen=True, config=_STRICT)
class _CheckedBibliography(Bibliography):
    pass


@checked(frozen=True, config=_STRICT)
class _CheckedReference(AddedReference):
    pass


_PAPER = TypeAdapter(_CheckedBibliography)
_REFERENCES = TypeAdapter(tuple[_CheckedReference, ...])
_PROVENANCE = TypeAdapter(dict[str, str])


@dataclass(frozen=True, slots=True)
class Record:
    """What a `.toml` says: the bibliography and the works added to what the paper prints."""

    bibliography: Bibliography
    references: tuple[AddedReference, ...] = ()


def record_beside(path: Path) -> Record | None:
    """The record beside the file at `path`, `None` when there is none. Raises ReadError and OSError."""
    beside = path.with_suffix(".toml")
    if not beside.is_file():
        return None
    try:
        return parse_record(beside.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise ReadError(
            "it is not UTF-8", "save the record as UTF-8 text", origin=str(beside), place=f"byte {error.start}"
        ) from error
    except ReadError as error:
        raise error.at(str(beside)) from error


def parse_record(text: str) -> Record:
    """A record from the text of a `.toml`. Raises ReadError that names the line and the key."""
    try:
        tables = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        place = re.search(r"\(at (line \d+|end of document)", str(error))
        raise ReadError(
            f"it is not TOML: {str(error).split(' (at ')[0]}",
            "correct it there (texts stand in quotes)",
            place=place[1] if place else "",
        ) from error
    for table, value in tables.items():
        if table not in _TABLES:
            raise _wrong(text, (table,), "there is no such table", f"use {', '.join(_TABLES)}")
        if not isinstance(value, list if table == "references" else dict):
            raise _wrong(text, (table,), "it is a table, not a value", "see corpus/README.md for the form")
    bibliography = _check(_PAPER, tables.get("paper", {}), text, ("paper",))
    provenance = _check(_PROVENANCE, tables.get("provenance", {}), text, ("provenance",))
    _refuse_unknown_fields(tables.get("paper", {}), provenance, text)
    references = _check(_REFERENCES, tables.get("references", []), text, ("references",))
    for keys, year in (
        (("paper",), bibliography.year),
        *((("references", str(i)), r.year) for i, r in enumerate(references)),
    ):
        if year is not None and not MIN_YEAR <= year <= MAX_YEAR:
            raise _wrong(text, (*keys, "year"), f"{year} is no year", "write the year of publication in four digits")
    return Record(
        _plain(Bibliography, bibliography, provenance=tuple(provenance.items())),
        tuple(_plain(AddedReference, reference) for reference in references),
    )


def _refuse_unknown_fields(paper: dict[str, Any], provenance: dict[str, str], text: str) -> None:
    for name in provenance:
        if name not in _FIELDS:
            raise _wrong(text, ("provenance", name), "it explains a field that there is not", _one_of(_FIELDS))
    if "provenance" in paper:
        raise _wrong(text, ("paper", "provenance"), "it is a table of its own", "write it as [provenance]")


def _plain(kind: type[_Value], checked_value: _Value, **changes: Any) -> _Value:
    """The value without its checking class."""
    values = {field.name: getattr(checked_value, field.name) for field in fields(kind)}
    return kind(**(values | changes))


def _check(adapter: TypeAdapter[Any], value: object, text: str, table: tuple[str, ...]) -> Any:
    try:
        return adapter.validate_python(value)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        keys = (*table, *map(str, first["loc"]))
        message = first["msg"][0].lower() + first["msg"][1:]
        if first["type"] == "unexpected_keyword_argument":
            names = {field.name for field in fields(AddedReference)} if table == ("references",) else _FIELDS
            message, step = "there is no such key", _one_of(names)
        elif first["type"] == "string_too_short":
            message, step = "it is empty", "leave the key out when the value is not known"
        else:
            message, step = message.replace("valid tuple", "list"), "correct it there"
        raise _wrong(text, keys, message, step) from error


def _one_of(names: AbstractSet[str]) -> str:
    return f"use one of {', '.join(sorted(names))}"


def _wrong(text: str, keys: tuple[str, ...], cause: str, step: str) -> ReadError:
    line = _line_of(text, keys)
    place = ", ".join(filter(None, (f"line {line}" if line else "", f"key {'.'.join(keys)}")))
    return ReadError(cause, step, place=place)


def _line_of(text: str, keys: tuple[str, ...]) -> int | None:
    """The line that sets the key, or failing that the line of its table; counted from 1."""
    table, rest = keys[0], [key for key in keys[1:] if not key.isdigit()]
    nth = next((int(key) for key in keys[1:] if key.isdigit()), 0) if table == "references" else 0
    headers = [
        number
        for number, line in enumerate(text.splitlines(), start=1)
        if re.match(rf"\s*\[\[?\s*{re.escape(table)}\s*\]", line)
    ]
    if not headers:
        return None
    start = headers[min(nth, len(headers) - 1)]
    for number, line in enumerate(text.splitlines()[start:], start=start + 1):
        if line.lstrip().startswith("["):
            break
        if rest and re.match(rf"""\s*["']?{re.escape(rest[0])}["']?\s*=""", line):
            return number
    return start
