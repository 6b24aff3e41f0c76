"""Gold files: sentences that a person labelled, one JSON object a line.

Each has `text`, `type`, `countries`, `instruments`, `cites` (marks as printed, without brackets) and `figures`
(each with a `value`).
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count, islice
from pathlib import Path
from typing import Any

from app.ingest.errors import ReadError

_CIRCLED = frozenset("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")


@dataclass(frozen=True, slots=True)
class Gold:
    """A sentence as a person labelled it."""

    text: str
    type: str
    countries: frozenset[str]
    instruments: frozenset[str]
    citations: frozenset[str]
    figures: tuple[float | str, ...]


def read_gold(path: Path) -> list[Gold]:
    """The sentences of a gold file; circled marks of page footnotes are numbered through the paper.

    Raises `ReadError`, naming file and line, for what is no gold sentence.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ReadError(f"it is no gold file ({error})", "give one JSON object a line", origin=str(path)) from error
    read = [_read_line(line, number, path) for number, line in enumerate(lines, 1) if line.strip()]
    if not any(_CIRCLED & set(marks) for _, marks in read):
        return [sentence for sentence, _ in read]
    numbers = map(str, count(1))
    return [replace(sentence, citations=frozenset(islice(numbers, len(marks)))) for sentence, marks in read]


def _read_line(line: str, number: int, path: Path) -> tuple[Gold, Sequence[str]]:
    """The sentence, and its marks in the order of the print."""
    try:
        entry = json.loads(line)
        marks = [str(mark) for mark in entry["cites"]]
        sentence = Gold(
            text=entry["text"],
            type=entry["type"],
            countries=frozenset(entry["countries"]),
            instruments=frozenset(entry["instruments"]),
            citations=frozenset(marks),
            figures=tuple(comparable(figure["value"]) for figure in entry["figures"]),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise ReadError(
            f"it is no labelled sentence ({type(error).__name__}: {error})",
            "see the labelling guide",
            origin=str(path),
            place=f"line {number}",
        ) from error
    return sentence, marks


def comparable(value: Any) -> float | str:
    """A figure's value for comparison: numbers to four decimals; what is none stays text."""
    try:
        return round(float(str(value).replace(",", "")), 4)
    except ValueError:
        return str(value)
