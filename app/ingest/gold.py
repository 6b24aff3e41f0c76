"""Gold files: sentences that a person labelled, one JSON object a line.

Each has `text`, `type`, `countries`, `instruments`, `cites` (marks as printed, without brackets) and `figures`
(each with a `value`).
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
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
        entries = [(number, json.loads(line)) for number, line in enumerate(lines, 1) if line.strip()]
    except (OSError, ValueError) as error:
        raise ReadError(f"it is no gold file ({error})", "give one JSON object a line", origin=str(path)) from error
    circled = any(_CIRCLED & set(entry.get("cites", ())) for _, entry in entries if isinstance(entry, dict))
    running = 0
    gold = []
    for number, entry in entries:
        try:
            marks = [str(mark) for mark in entry["cites"]]
            if circled:
                marks = [str(running + place) for place in range(1, len(marks) + 1)]
                running += len(marks)
            gold.append(_gold(entry, marks))
        except (KeyError, TypeError) as error:
            raise ReadError(
                f"no gold sentence ({error})", "see the labelling guide", origin=str(path), place=f"line {number}"
            ) from error
    return gold


def _gold(entry: dict[str, Any], marks: Sequence[str]) -> Gold:
    return Gold(
        text=entry["text"],
        type=entry["type"],
        countries=frozenset(entry["countries"]),
        instruments=frozenset(entry["instruments"]),
        citations=frozenset(marks),
        figures=tuple(comparable(figure["value"]) for figure in entry["figures"]),
    )


def comparable(value: Any) -> float | str:
    """A figure's value for comparison: numbers to four decimals; what is none stays text."""
    try:
        return round(float(str(value).replace(",", "")), 4)
    except ValueError:
        return str(value)
