"""A query against the index as one commit left it → hits, exact total, facets."""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from typing import TypeAlias

import numpy as np

from app.search import suggest
from app.search.asked import Similar, no_synonyms, synonyms_in
from app.search.compile import Classes, filtered, is_sentence, strict
from app.search.conditions import AllOf, Everything
from app.search.expansions import expansions
from app.search.goals import Highest
from app.search.meaning import Meaning, wording
from app.search.numbers import Found, Numbers, Places, both
from app.search.ordering import highest, lowest
from app.search.query_types import Query
from app.search.ranked import count
from app.search.request import CLASSES, Expansion, Filters, Hit, Mode, SearchRequest, SearchResult, Sort
from app.search.selection import Selection, by_meaning, by_words, within
from app.search.snapshot import Snapshot
from app.search.suggest import suggestion
from app.search.synonyms import Synonym
from app.search.wordlist import Wordlist


@dataclass(frozen=True, slots=True)
class Known:
    """What an engine knows besides its index."""

    classes: Classes
    names: Callable[[], Wordlist] = Wordlist
    """Gives words to suggest before those of the claims, folded, when there is something to suggest."""
    similar: Similar = no_synonyms
    """Finds other names for what is asked."""
    meaning: Meaning | None = None
    """Finds claims of like meaning; `None` without vectors."""


_AT_ONCE = 500
"""Public ids that are looked up together."""
Explaining: TypeAlias = Callable[[], AbstractContextManager[None]]
"""Within it, an error that a damaged index raises becomes one that says so."""


class Inquirer:
    """What one query finds in a snapshot; see `request.Inquiry`."""

    def __init__(self, snapshot: Snapshot, asked: SearchRequest, known: Known, explaining: Explaining) -> None:
        """`asked` tells the query, the mode, and whether other names are searched; `explaining` what went wrong."""
        self._snapshot = snapshot
        self._query = asked.query
        self._similar = known.similar if asked.synonyms else no_synonyms
        self._mode = asked.mode if known.meaning else Mode.KEYWORD
        self._known = known
        self._explaining = explaining

    def answer(self, request: SearchRequest) -> SearchResult:
        """The hits of the page that is asked for, with the total and the facets of all of them."""
        started = time.perf_counter()
        with self._explaining():
            result = self._answer(request)
        return replace(result, took_ms=round((time.perf_counter() - started) * 1000, 2))

    def uids(self, filters: Filters) -> Iterator[str]:
        """All claims found, in the order of the papers; they are looked up, some at a time, when they are asked for."""
        with self._explaining():
            found = self._selection(filters).found
            order = np.argsort(self._snapshot.order(found))
        parts = (order[start : start + _AT_ONCE] for start in range(0, len(order), _AT_ONCE))
        return chain.from_iterable(self._snapshot.uids(places, found) for places in parts)

    def _answer(self, request: SearchRequest) -> SearchResult:
        snapshot, selection = self._snapshot, self._selection(request.filters)
        found, complete = selection.found, count(selection.complete)
        lost = not (complete or (count(found) and is_sentence(self._query)))
        return SearchResult(
            hits=_page(snapshot, request, selection),
            total=count(found),
            complete=complete,
            facets=_facets(snapshot, request, found, self._known.classes),
            suggestion=self._suggestion(request.filters) if lost else None,
            relaxed=selection.relaxed,
            expansions=self._expansions,
            mode=self._mode,
            synonyms=self._synonyms,
        )

    def _selection(self, filters: Filters) -> Selection:
        snapshot, known, left = self._snapshot, self._known, filtered(filters, self._known.classes)
        if known.meaning and self._mode is Mode.SEMANTIC and wording(self._query):
            return by_meaning(snapshot, self._query, left, known.classes, self._similar, known.meaning)
        return self._by_words if isinstance(left, Everything) else within(self._by_words, snapshot.find(left))

    @cached_property
    def _by_words(self) -> Selection:
        meaning = self._known.meaning if self._mode is Mode.HYBRID else None
        return by_words(self._snapshot, self._query, self._known.classes, self._similar, meaning)

    @cached_property
    def _expansions(self) -> tuple[Expansion, ...]:
        return tuple(expansions(self._query, self._snapshot))

    @cached_property
    def _synonyms(self) -> tuple[Synonym, ...]:
        return synonyms_in(self._query, self._similar)

    def _suggestion(self, filters: Filters) -> str | None:
        left, classes = filtered(filters, self._known.classes), self._known.classes

        def finds(query: Query) -> bool:
            return count(self._snapshot.find(AllOf((left, strict(query, classes))))) > 0

        return suggestion(self._query, finds, suggest.Known(self._known.names(), lambda: self._snapshot.lexicon))


def _facets(
    snapshot: Snapshot, request: SearchRequest, found: Found, classes: Classes
) -> Mapping[str, Mapping[str, int]]:
    counts = snapshot.facets.counts(found) if request.facets else {}
    facets: dict[str, Mapping[str, int]] = {name: counts[name] for name in request.facets if name in counts}
    if CLASSES in request.facets:
        held = {code: snapshot.having("instrument", tuple(kinds)) for code, kinds in classes.items()}
        numbers = {code: sum(map(len, map(both, found, having))) for code, having in held.items()}
        facets[CLASSES] = {code: number for code, number in numbers.items() if number}
    return facets


def _page(snapshot: Snapshot, request: SearchRequest, selection: Selection) -> tuple[Hit, ...]:
    """The hits from `offset` on, `limit` at most. Equal scores go by paper and place in it."""
    start, end = max(0, request.offset), max(0, request.offset) + max(0, request.limit)
    found = selection.found
    if start >= min(end, count(found)):
        return ()
    if request.sort is Sort.PAPER:
        shown = lowest(snapshot.order(found), end)[start:]
        _, ranked = selection.rank(_only(found, shown))
        scores = ranked[np.argsort(np.argsort(shown))]
    else:
        found, ranked = selection.rank(found, Highest(end))
        shown = highest(ranked, snapshot.order(found), end)[start:]
        scores = ranked[shown]
    uids = snapshot.uids(shown, found)
    return tuple([Hit(uid, round(score, 4)) for uid, score in zip(uids, scores.tolist(), strict=True)])


def _only(found: Found, places: Places) -> Found:
    """Those of the documents found that have one of the places, counted over all segments."""
    chosen = np.sort(places)
    kept: list[Numbers] = []
    start = 0
    for numbers in found:
        here = chosen[(chosen >= start) & (chosen < start + len(numbers))] - start
        kept.append(numbers[here])
        start += len(numbers)
    return kept
