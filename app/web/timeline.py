"""Years in a picture: how many claims tell of which years, in steps that keep the columns readable."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from app.catalogue.views import EventCount

COLUMNS = 24
"""At most so many columns."""
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


@dataclass(frozen=True, slots=True)
class Column:
    """The years `start` to `end`, both included, and how many claims tell of them first."""

    start: int
    end: int
    claims: int

    @property
    def label(self) -> str:
        """`1979`, or `1970–1979`."""
        return str(self.start) if self.start == self.end else f"{self.start}–{self.end}"


def timeline(events: Iterable[EventCount]) -> tuple[Column, ...]:
    """Columns from the first year to the last, empty ones among them; none where no claim tells of a year.

    >>> [(column.label, column.claims) for column in timeline([EventCount(1979, 2), EventCount(1981, 1)])]
    [('1979', 2), ('1980', 0), ('1981', 1)]
    """
    counts = {event.year: event.claims for event in events if event.year is not None}
    if not counts:
        return ()
    first, last = min(counts), max(counts)
    step = next(step for step in _STEPS if last // step - first // step < COLUMNS)
    return tuple(
        Column(start, start + step - 1, sum(counts.get(year, 0) for year in range(start, start + step)))
        for start in range(first // step * step, last + 1, step)
    )


def decades(events: Iterable[EventCount]) -> tuple[Column, ...]:
    """The decades that claims tell of, earliest first, empty ones left out.

    >>> [(column.label, column.claims) for column in decades([EventCount(1979, 2), EventCount(2001, 1)])]
    [('1970–1979', 2), ('2000–2009', 1)]
    """
    counts: Counter[int] = Counter()
    for event in events:
        if event.year is not None:
            counts[event.year // 10 * 10] += event.claims
    return tuple(Column(start, start + 9, counts[start]) for start in sorted(counts))
