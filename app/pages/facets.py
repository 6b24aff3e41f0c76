"""Facets of a search as lists of links: what choosing or dropping each value leads to."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from app.library import FacetValue, ResultPage, Results
from app.pages.choices import Choices
from app.search.request import CLASSES, FACETS
from app.web.urls import QueryValue

SHOWN = 8
"""Values of a facet beside the results; a page of its own lists all."""
COUNTED = (*FACETS, CLASSES)
"""What a search must count for `build_facets`."""

Values: TypeAlias = tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class FacetItem:
    """One value: `count` claims have it under all other filters; `query` is the address that chooses or drops it."""

    code: str
    label: str
    count: int
    chosen: bool
    query: Mapping[str, QueryValue]
    children: tuple["FacetItem", ...] = ()


@dataclass(frozen=True, slots=True)
class Facet:
    """A field with its values."""

    field: str
    items: tuple[FacetItem, ...]
    more: int = 0
    """How many values are left out."""


@dataclass(frozen=True, slots=True)
class ActiveFilter:
    """A filter that is set: `query` is the address without it."""

    field: str
    label: str
    query: Mapping[str, QueryValue]


def build_facets(results: Results, choices: Choices, result: ResultPage, locale: str) -> tuple[Facet, ...]:
    """All facets of `result`, which counts `COUNTED`, with the first of their values and those that are chosen.

    Values of one filter are alternatives: a field that is filtered is counted without its own filter, so that each
    count is the number of claims that this value alone would leave.
    """
    facets = (build_facet(results, choices, result, field, locale, SHOWN) for field in FACETS)
    return tuple(facet for facet in facets if facet.items)


def build_facet(
    results: Results, choices: Choices, result: ResultPage, field: str, locale: str, most: int | None = None
) -> Facet:
    """One facet of `result` with all its values, or the first `most` and those that are chosen."""
    values, classes = _values(results, choices, result, field)
    if field == "instrument":
        return Facet(field, tuple(_tree(results, choices, values, classes, locale)))
    shown = values[:most] if most else values
    shown += tuple(value for value in values[len(shown) :] if choices.has(field, value.code))
    return Facet(field, tuple(_item(choices, field, value, locale) for value in shown), len(values) - len(shown))


def _values(results: Results, choices: Choices, result: ResultPage, field: str) -> tuple[Values, Values]:
    """The values of a field and the classes of instruments, without what the field's own filter leaves out."""
    if any(chosen == field for chosen, _ in choices.chosen()):
        without = choices.with_values(field, ())
        result = results.page(without.filters(), limit=0, facets=(field, CLASSES))
    return result.facets[field], result.facets[CLASSES]


def _item(
    choices: Choices, field: str, value: FacetValue, locale: str, children: tuple[FacetItem, ...] = ()
) -> FacetItem:
    query, chosen = choices.toggled(field, value.code).query(), choices.has(field, value.code)
    return FacetItem(value.code, value.label(locale), value.count, chosen, query, children)


def _tree(results: Results, choices: Choices, values: Values, classes: Values, locale: str) -> Iterator[FacetItem]:
    """The kinds under their classes. A claim of two kinds counts once for their class."""
    counted = {group.code: group for group in classes}
    for group in results.names.vocabulary.instrument_classes:
        kinds = tuple(_item(choices, "instrument", kind, locale) for kind in values if kind.parent == group.code)
        if kinds:
            yield _item(choices, "instrument", counted[group.code], locale, kinds)


def active_filters(choices: Choices, facets: Iterable[Facet]) -> tuple[ActiveFilter, ...]:
    """Every filter that is set, called as its facet calls it."""
    labels = {
        (facet.field, item.code): item.label
        for facet in facets
        for outer in facet.items
        for item in (outer, *outer.children)
    }
    return tuple(
        ActiveFilter(field, labels.get((field, value), value), choices.toggled(field, value).query())
        for field, value in choices.chosen()
    )
