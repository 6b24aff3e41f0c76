"""Rows as tables: CSV for spreadsheets, JSON lines for programs."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

BYTE_ORDER_MARK = "\ufeff"
"""Tells Excel that a CSV file is UTF-8."""

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def as_csv(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> str:
    """All of `csv_lines`."""
    return "".join(csv_lines(rows, columns))


def csv_lines(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> Iterator[str]:
    """RFC 4180 with a byte order mark, one line a row below a line of names; lists are joined with `; `.

    Text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection): the
    words of a document must never become commands.
    """
    yield BYTE_ORDER_MARK + _line(columns)
    for row in rows:
        yield _line([_cell(row.get(column)) for column in columns])


def jsonl_lines(rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """One JSON object a line, UTF-8 unescaped."""
    return (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _line(cells: Sequence[str | int | float]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue()


def _cell(value: Any) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, int | float):
        return value
    text = "; ".join(str(part) for part in value) if isinstance(value, list | tuple) else str(value)
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
