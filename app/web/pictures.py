"""Pictures drawn by the server: where things stand in them. Templates draw them, with a table beside each.

Measures are in the units of the picture's own box, so that it scales with the page.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, pi, sin, sqrt
from typing import Protocol

WIDTH, HEIGHT = 600, 380
"""Beside the circle there is room for a name of 14 Latin letters and its number."""
RADIUS = 132
SPOKES = 12
"""At most so many: more names would lie over one another."""
THICKEST = 14.0


class Counted(Protocol):
    """Something with a code and a number of claims."""

    @property
    def code(self) -> str:
        """Its code."""

    @property
    def claims(self) -> int:
        """How many claims."""


@dataclass(frozen=True, slots=True)
class Spoke:
    """A line from the middle to one partner: its end, its width, and where the partner's name is written."""

    code: str
    claims: int
    x: float
    y: float
    width: float
    name_x: float
    name_y: float
    anchor: str
    """`start`, `middle` or `end`: which part of the name stands at its place."""


def star(counts: Iterable[Counted]) -> tuple[Spoke, ...]:
    """The first of `counts` as spokes clockwise from the top; the area of a line's end goes with its claims.

    >>> from app.catalogue.views import CodeCount
    >>> [(one.code, one.x, one.y, one.anchor) for one in star([CodeCount("FR", 4, 1), CodeCount("US", 1, 1)])]
    [('FR', 300.0, 58.0, 'middle'), ('US', 300.0, 322.0, 'middle')]
    """
    shown = list(counts)[:SPOKES]
    most = max((one.claims for one in shown), default=0)
    return tuple(_spoke(one, 2 * pi * place / len(shown), most) for place, one in enumerate(shown))


def _spoke(one: Counted, angle: float, most: int) -> Spoke:
    across, up = sin(angle), cos(angle)
    sideways = abs(across) > 0.35
    return Spoke(
        code=one.code,
        claims=one.claims,
        x=round(WIDTH / 2 + RADIUS * across, 1),
        y=round(HEIGHT / 2 - RADIUS * up, 1),
        width=round(max(1.0, THICKEST * sqrt(one.claims / most)), 1),
        name_x=round(WIDTH / 2 + (RADIUS + 14) * across, 1),
        name_y=round(HEIGHT / 2 - (RADIUS + (14 if sideways else 24)) * up + 5, 1),
        anchor=("start" if across > 0 else "end") if sideways else "middle",
    )
