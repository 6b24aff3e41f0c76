"""Facets of a search as lists of links: what choosing or dropping each value leads to."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.library import FacetValue, Library, ResultPage
from app.pages.choices import Choices
from app.search.request import FACETS
from app.vocabulary import InstrumentClass
from app.web.urls import QueryValue


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


@dataclass(frozen=True, slots=True)
class ActiveFilter:
    """A filter that is set: `query` is the address without it."""

    field: str
    label: str
    query: Mapping[str, QueryValue]


def build_facets(library: Library, choices: Choices, result: ResultPage, locale: str) -> tuple[Facet, ...]:
    """All facets of `result`, in the order in which they are shown.

    Values of one filter are alternatives: a field that is filtered is counted without its own filter, so that each
    count is the number of claims that this value alone would leave.
    """
    facets = []
    for field in FACETS:
        values = _values(library, choices, result, field)
        items = tuple(_item(choices, field, value, locale) for value in values)
        if field == "instrument":
            items = tuple(_tree(library, choices, items, values, locale))
        facets.append(Facet(field, items))
    return tuple(facet for facet in facets if facet.items)


def _values(library: Library, choices: Choices, result: ResultPage, field: str) -> tuple[FacetValue, ...]:
    if not any(chosen == field for chosen, _ in choices.chosen()):
        return result.facets[field]
    without = choices.with_values(field, ())
    return library.search(without.q, without.filters(), **without.ways(), limit=0, facets=(field,)).facets[field]


def _item(choices: Choices, field: str, value: FacetValue, locale: str) -> FacetItem:
    query = choices.toggled(field, value.code).query()
    return FacetItem(value.code, value.label(locale), value.count, choices.has(field, value.code), query)


def _tree(
    library: Library, choices: Choices, items: tuple[FacetItem, ...], values: Iterable[FacetValue], locale: str
) -> Iterator[FacetItem]:
    """The kinds under their classes. A claim of two kinds counts once for their class."""
    parents = {value.code: value.parent for value in values}
    for group in library.vocabulary.instrument_classes:
        children = tuple(item for item in items if parents[item.code] == group.code)
        if children:
            yield _class_item(library, choices, group, children, locale)


def _class_item(
    library: Library, choices: Choices, group: InstrumentClass, children: tuple[FacetItem, ...], locale: str
) -> FacetItem:
    alone = choices.with_values("instrument", (group.code,))
    total = library.search(alone.q, alone.filters(), **alone.ways(), limit=0, facets=()).total
    query = choices.toggled("instrument", group.code).query()
    return FacetItem(group.code, group.label(locale), total, choices.has("instrument", group.code), query, children)


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
