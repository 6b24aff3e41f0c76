"""A table of counts as a picture: where its fields stand, and the names beside and above them. Templates draw it."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from unicodedata import east_asian_width

FIELD_WIDTH, FIELD_HEIGHT = 44.0, 26.0
WIDE, NARROW = 13.0, 7.2
"""What a character takes in type of 13 units: one of Chinese, one of others."""
SLANT = 0.71
"""Names of columns rise at half a right angle: so much of their length goes upward, and as much to the right."""
EDGE, GAP = 12.0, 8.0
NARROWEST = 480.0
"""A title has room over so much."""


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row: its name, its top, and its counts with the left end of the field of each; a heading has none."""

    label: str
    y: float
    fields: tuple[tuple[float, int], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The picture. `columns` are names with the middle of their fields, `left` is where names of rows end and `top`
    where those of columns begin to rise."""

    columns: tuple[tuple[str, float], ...]
    rows: tuple[GridRow, ...]
    left: float
    top: float
    width: float
    height: float
    field_width: float = FIELD_WIDTH
    field_height: float = FIELD_HEIGHT


def plot_grid(rows: Sequence[tuple[str, Sequence[int]]], columns: Sequence[str]) -> Grid:
    """Where everything stands of `rows`, each a name with a count for every one of `columns` or, as a heading, none.

    >>> grid = plot_grid([("日本", (3, 0))], ("协议", "战略"))
    >>> grid.rows[0].fields, grid.columns[1]
    (((46.0, 3), (90.0, 0)), ('战略', 112.0))
    """
    left = EDGE + max((_length(label) for label, counts in rows if counts), default=0.0) + GAP
    rise = ceil(SLANT * max(map(_length, columns), default=0.0))
    top = EDGE + rise
    drawn = tuple(
        GridRow(label, top + GAP + place * FIELD_HEIGHT, tuple(_fields(counts, left)))
        for place, (label, counts) in enumerate(rows)
    )
    headings = (EDGE + _length(label) for label, counts in rows if not counts)
    inner = max([NARROWEST - EDGE, left + (len(columns) - 0.5) * FIELD_WIDTH + rise, *headings])
    named = tuple((label, left + (place + 0.5) * FIELD_WIDTH) for place, label in enumerate(columns))
    return Grid(named, drawn, left, top, inner + EDGE, top + GAP + len(rows) * FIELD_HEIGHT + EDGE)


def _fields(counts: Sequence[int], left: float) -> list[tuple[float, int]]:
    return [(left + place * FIELD_WIDTH, count) for place, count in enumerate(counts)]


def _length(text: str) -> int:
    return ceil(sum(WIDE if east_asian_width(character) in "WF" else NARROW for character in text))
