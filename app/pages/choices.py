"""What the address of a search says, and the addresses that change one thing about it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import Query

from app.library.searching import Ways
from app.search.query_parser import MAX_TEXT
from app.search.request import Filters, Mode, Sort
from app.web.errors import NotFound
from app.web.text import plain
from app.web.urls import QueryValue

LONGEST_QUERY = MAX_TEXT + 1
"""Characters of a query that are kept: the page has it in every link, and with so many it is too long in any case."""
MOST_VALUES = 20
"""Values of one filter that are read."""
FIELDS = ("country", "instrument", "type", "paper")
_SINGLE = ("year", "sort", "mode", "synonyms")
"""Parts of the address that have one value at most."""
_YEARS = re.compile(r"([0-9]{4})(?:\.\.([0-9]{4}))?")

Values = Annotated[tuple[str, ...], Query()]
"""All values of one name. None is `()`: for a default that is made anew, a quarter of a millisecond goes into finding
out how to make it."""


@dataclass(frozen=True, slots=True)
class Choices:
    """A search as its address has it. `year` is `2017` or `2008..2016`; values of one filter are alternatives."""

    q: str = ""
    country: tuple[str, ...] = ()
    instrument: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    paper: tuple[str, ...] = ()
    year: str = ""
    sort: str = ""
    mode: str = ""
    """`keyword` or `semantic`; empty means both."""
    synonyms: str = ""
    """`off` to search only what was typed."""

    def filters(self) -> Filters:
        """The filters for the library."""
        return Filters(self.country, self.instrument, self.type, self.paper, read_years(self.year))

    def order(self) -> Sort:
        """The order of the hits: that of the papers when asked for, or when there is nothing to be relevant to."""
        return Sort.PAPER if self.sort == Sort.PAPER or not self.q else Sort.RELEVANCE

    def ways(self) -> Ways:
        """How claims are matched, for the library."""
        return {"mode": Mode(self.mode) if self.mode else Mode.HYBRID, "synonyms": not self.synonyms}

    def query(self) -> dict[str, QueryValue]:
        """The part of the address after `?`, without a page number."""
        return {name: getattr(self, name) for name in ("q", *FIELDS, *_SINGLE)}

    def query_but_text(self) -> dict[str, tuple[str, ...]]:
        """The same without `q`, as the hidden fields of a form that asks for it."""
        rest = {field: getattr(self, field) for field in FIELDS}
        return rest | {name: (value,) if (value := getattr(self, name)) else () for name in _SINGLE}

    def has(self, field: str, value: str) -> bool:
        """Whether the filter `field` holds `value`."""
        return value == self.year if field == "year" else value in getattr(self, field)

    def toggled(self, field: str, value: str) -> "Choices":
        """The search with `value` put into the filter `field`, or taken out of it. There is one `year` at most."""
        if field == "year":
            return replace(self, year="" if self.year == value else value)
        values = [other for other in getattr(self, field) if other != value]
        return self.with_values(field, (*values,) if self.has(field, value) else (*values, value))

    def with_values(self, field: str, values: tuple[str, ...]) -> "Choices":
        """The search with other values in the filter `field`."""
        changes = {"year": "".join(values)} if field == "year" else {field: values}
        return replace(self, **changes)

    def chosen(self) -> Iterator[tuple[str, str]]:
        """Every filter that is set, with its value."""
        yield from ((field, value) for field in FIELDS for value in getattr(self, field))
        if self.year:
            yield "year", self.year


async def read_choices(
    country: Values = (),
    instrument: Values = (),
    type: Values = (),
    paper: Values = (),
    q: str = "",
    year: str = "",
    sort: str = "",
    mode: str = "",
    synonyms: str = "",
) -> Choices:
    """The search that an address asks for. Raises `NotFound` for years that are none."""
    read_years(plain(year))
    return Choices(
        q=plain(q[:LONGEST_QUERY]),
        country=clean_values(country),
        instrument=clean_values(instrument),
        type=clean_values(type),
        paper=clean_values(paper),
        year=plain(year),
        sort=sort if sort == Sort.PAPER else "",
        mode=mode if mode in (Mode.KEYWORD, Mode.SEMANTIC) else "",
        synonyms=synonyms if synonyms == "off" else "",
    )


def read_years(text: str) -> tuple[int, int] | None:
    """`2017` → (2017, 2017); `2016..2008` → (2008, 2016); nothing → `None`. Raises `NotFound` for anything else."""
    if not text:
        return None
    found = _YEARS.fullmatch(text)
    if found is None:
        raise NotFound("year", text)
    first, last = sorted((int(found[1]), int(found[2] or found[1])))
    return first, last


def clean_values(values: Sequence[str]) -> tuple[str, ...]:
    """What an address gives for one filter: each value once, without those that are empty."""
    return tuple(dict.fromkeys(value for value in map(plain, values[:MOST_VALUES]) if value))
