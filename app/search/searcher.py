"""A request against the index as one commit left it → hits, exact total, facets."""

from collections.abc import Callable, Sequence

import numpy as np

from app.search.asked import Similar, no_synonyms, synonyms_in
from app.search.compile import Classes, filtered, is_sentence, strict
from app.search.conditions import AllOf
from app.search.expansions import expansions
from app.search.numbers import Numbers
from app.search.ordering import highest, lowest
from app.search.query_types import Query
from app.search.request import FACETS, Hit, SearchRequest, SearchResult, Sort
from app.search.selection import Selection, count, select
from app.search.snapshot import Found, Snapshot
from app.search.suggest import Known, suggestion


def answer(
    snapshot: Snapshot,
    request: SearchRequest,
    classes: Classes,
    names: Callable[[], Sequence[str]] = list,
    similar: Similar = no_synonyms,
) -> SearchResult:
    """The hits of the page that is asked for, with the total and the facets of all of them.

    `names` gives words to suggest before those of the claims, folded, when there is something to suggest;
    `similar` finds other names for what is asked.
    """
    similar = similar if request.synonyms else no_synonyms
    selection = select(snapshot, request, classes, similar)
    found, complete = selection.found, count(selection.complete)
    lost = not (complete or (count(found) and is_sentence(request.query)))
    return SearchResult(
        hits=_page(snapshot, request, selection),
        total=count(found),
        complete=complete,
        facets=_facets(snapshot, request, found),
        suggestion=_suggestion(snapshot, request, classes, names) if lost else None,
        relaxed=selection.relaxed,
        expansions=tuple(expansions(request.query, snapshot)),
        synonyms=synonyms_in(request.query, similar),
    )


def _facets(snapshot: Snapshot, request: SearchRequest, found: Found) -> dict[str, dict[str, int]]:
    places = [numbers.astype(np.intp) for numbers in found]
    return {name: snapshot.counts(name, places) for name in request.facets if name in FACETS}


def _suggestion(
    snapshot: Snapshot, request: SearchRequest, classes: Classes, names: Callable[[], Sequence[str]]
) -> str | None:
    filters = filtered(request.filters, classes)

    def finds(query: Query) -> bool:
        return count(snapshot.find(AllOf((filters, strict(query, classes))))) > 0

    return suggestion(request.query, finds, Known(names(), lambda: snapshot.lexicon))


def _page(snapshot: Snapshot, request: SearchRequest, selection: Selection) -> tuple[Hit, ...]:
    """The hits from `offset` on, `limit` at most. Equal scores go by paper and place in it."""
    start, end = max(0, request.offset), max(0, request.offset) + max(0, request.limit)
    found = selection.found
    if start >= min(end, count(found)):
        return ()
    if request.sort is Sort.PAPER:
        shown = lowest(snapshot.order(found), end)[start:].tolist()
        _, ranked = selection.rank(snapshot, _only(found, shown))
        scores = dict(zip(sorted(shown), ranked.tolist(), strict=True))
    else:
        found, ranked = selection.rank(snapshot, found, end)
        shown = highest(ranked, snapshot.order(found), end)[start:].tolist()
        scores = dict(zip(shown, ranked[shown].tolist(), strict=True))
    return tuple(Hit(snapshot.uid(place, found), round(scores[place], 4)) for place in shown)


def _only(found: Found, places: Sequence[int]) -> Found:
    """Those of the documents found that have one of the places, counted over all segments."""
    chosen = np.sort(np.array(places, dtype=np.int64))
    kept: list[Numbers] = []
    start = 0
    for numbers in found:
        here = chosen[(chosen >= start) & (chosen < start + len(numbers))] - start
        kept.append(numbers[here])
        start += len(numbers)
    return kept
