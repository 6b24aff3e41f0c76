"""The picture of counts over years: where its columns, their numbers and the years below them stand."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.web.timeline import Column

EDGE, TOP, HIGHEST, BOTTOM = 20.0, 24.0, 186.0, 30.0
NARROWEST = 360.0
_WIDTHS = ((12, 48.0), (24, 32.0), (60, 16.0))
_THINNEST = 6.0
"""How wide a column is where there are at most so many, and where there are more."""
_READABLE = 32.0
"""From this width on a column's number stands over it."""
LABEL_GAP = 44.0
"""From one year on the axis to the next, so that they do not touch."""
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A column with claims, and where it stands; its middle is where its number is written."""

    column: Column
    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        """The place along the axis."""
        return round(self.x + self.width / 2, 1)


@dataclass(frozen=True, slots=True)
class ColumnPlot:
    """The picture. `years` are first years of columns with their place along the axis, `numbered` says whether
    there is room for the numbers."""

    columns: tuple[Drawn, ...]
    years: tuple[tuple[int, float], ...]
    width: float
    numbered: bool
    base: float = TOP + HIGHEST
    height: float = TOP + HIGHEST + BOTTOM


def each_year(counts: Mapping[int, int]) -> tuple[Column, ...]:
    """A column for every year from the first to the last, those without any claim too.

    >>> [(column.label, column.claims) for column in each_year({2001: 3, 1999: 1})]
    [('1999', 1), ('2000', 0), ('2001', 3)]
    """
    years = range(min(counts), max(counts) + 1) if counts else ()
    return tuple(Column(year, year, counts.get(year, 0)) for year in years)


def plot_columns(columns: Iterable[Column]) -> ColumnPlot:
    """The picture of `columns`, which are of the same number of years each and follow on one another."""
    shown = tuple(columns)
    step = next((width for most, width in _WIDTHS if len(shown) <= most), _THINNEST)
    most = max((column.claims for column in shown), default=0)
    drawn = tuple(_drawn(column, place, step, most) for place, column in enumerate(shown) if column.claims)
    width = max(NARROWEST, len(shown) * step + 2 * EDGE)
    return ColumnPlot(drawn, _years(shown, step), width, step >= _READABLE)


def _drawn(column: Column, place: int, step: float, most: int) -> Drawn:
    height = round(HIGHEST * column.claims / most, 1)
    return Drawn(column, round(EDGE + (place + 0.1) * step, 1), TOP + HIGHEST - height, round(step * 0.8, 1), height)


def _years(columns: Sequence[Column], step: float) -> tuple[tuple[int, float], ...]:
    if not columns:
        return ()
    span = columns[0].end - columns[0].start + 1
    every = next(years for years in _STEPS if years % span == 0 and years / span * step >= LABEL_GAP)
    places = ((column.start, round(EDGE + (place + 0.5) * step, 1)) for place, column in enumerate(columns))
    return tuple((year, at) for year, at in places if year % every == 0 or len(columns) == 1)
