"""The picture of a quantity over the years: where its points, its line and the words of its axes stand."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import floor, log10
from sys import float_info

from babel.numbers import format_decimal

from app.catalogue.views import QuantityValue

WIDTH, HEIGHT = 360.0, 190.0
LEFT, RIGHT, TOP, BOTTOM = 46.0, 28.0, 26.0, 26.0
LABEL_GAP = 38.0
"""Between two years on the axis, so that they do not touch."""
_STEPS = (1, 1.2, 1.6, 2, 3, 4, 5, 6, 8, 10)
SMALL_WIDTH, SMALL_HEIGHT, SMALL_EDGE = 132.0, 44.0, 6.0
_PRINTED = re.compile(r"^(?:约|近|超过?|逾|将近|接近)?[\d\s,，.]+[余多来]?[百千万亿]*[余多]?")


@dataclass(frozen=True, slots=True)
class Point:
    """A value in the picture. `below` where its label stands under it, as another stands above."""

    x: float
    y: float
    label: str
    value: QuantityValue
    below: bool


@dataclass(frozen=True, slots=True)
class Tick:
    """A word beside an axis, at `at` along it."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Plot:
    """The picture in a box of `WIDTH` by `HEIGHT`; `without_year` values are not in it."""

    points: tuple[Point, ...]
    years: tuple[Tick, ...]
    steps: tuple[Tick, ...]
    without_year: int
    width: float = WIDTH
    height: float = HEIGHT
    left: float = LEFT
    right: float = WIDTH - RIGHT
    base: float = HEIGHT - BOTTOM

    @property
    def line(self) -> str:
        """The points joined in the order of the years, for `points` of a polyline."""
        return " ".join(f"{point.x:g},{point.y:g}" for point in self.points)


def plot(values: Sequence[QuantityValue], locale: str) -> Plot:
    """The values over their years, from zero up; those of one year stand above one another."""
    dated = sorted((value for value in values if value.year is not None), key=lambda value: value.year or 0)
    top = nice_top(max((value.value for value in dated), default=1))
    years = [value.year or 0 for value in dated]
    first, last = min(years, default=0), max(years, default=0)
    points: list[Point] = []
    for value in dated:
        x = _along((value.year or 0) - first, last - first, LEFT + 20, WIDTH - RIGHT)
        y = round(HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * value.value / top, 1)
        points.append(Point(x, y, mark(value, locale), value, any(point.x == x for point in points)))
    steps = tuple(
        Tick(_along(part, 2, HEIGHT - BOTTOM, TOP), format_decimal(top * part / 2, locale=locale)) for part in range(3)
    )
    return Plot(tuple(points), tuple(_years(points)), steps, len(values) - len(dated))


@dataclass(frozen=True, slots=True)
class Small:
    """A picture beside a line of a list: where its points stand, and which of them are approximate."""

    points: tuple[tuple[float, float, bool], ...]
    width: float = SMALL_WIDTH
    height: float = SMALL_HEIGHT

    @property
    def line(self) -> str:
        """The points joined, for `points` of a polyline."""
        return " ".join(f"{x:g},{y:g}" for x, y, _ in self.points)


def small_plot(values: Sequence[QuantityValue]) -> Small:
    """The values over their years, from the least to the most: their course without their measure."""
    dated = [(value.year, value.value, value.approx) for value in values if value.year is not None]
    if not dated:
        return Small(())
    years, numbers = [year for year, _, _ in dated], [number for _, number, _ in dated]
    first, least = min(years), min(numbers)
    return Small(
        tuple(
            (
                _along(year - first, max(years) - first, SMALL_EDGE, SMALL_WIDTH - SMALL_EDGE),
                _along(number - least, max(numbers) - least, SMALL_HEIGHT - SMALL_EDGE, SMALL_EDGE),
                about,
            )
            for year, number, about in sorted(dated)
        )
    )


def mark(value: QuantityValue, locale: str) -> str:
    """The number as a label: in Chinese 110多 as printed, in English ≈110."""
    number = format_decimal(value.value, locale=locale) + ("%" if value.unit == "%" else "")
    if not value.approx:
        return number
    printed = _PRINTED.match(value.text) if locale.startswith("zh") else None
    return re.sub(r"\s", "", printed[0]) if printed else f"≈{number}"


def nice_top(most: float) -> float:
    """The end of the axis for values up to `most`: a number of one or two digits with zeros, whose half is one too.

    >>> nice_top(146), nice_top(31), nice_top(0)
    (160.0, 40.0, 1.0)
    """
    if most < float_info.min:
        return 1.0
    power = 10.0 ** floor(log10(most))
    return next((power * step for step in _STEPS if power * step >= most), power * 20)


def _along(part: float, whole: float, start: float, end: float) -> float:
    """`part` of `whole` on the way from `start` to `end`; the middle where there is no way."""
    return round(start + (end - start) * (part / whole if whole else 0.5), 1)


def _years(points: Iterable[Point]) -> Iterable[Tick]:
    reached = -LABEL_GAP
    for point in points:
        if point.x - reached >= LABEL_GAP:
            reached = point.x
            yield Tick(point.x, f"≥{point.value.year}" if point.value.dated == "after" else str(point.value.year))
