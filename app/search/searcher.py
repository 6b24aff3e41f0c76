"""A request against the index as one commit left it → hits, exact total, facets."""

from collections.abc import Callable, Sequence

import numpy as np

from app.search.compile import Classes, filtered, is_sentence, ranking, relaxed, strict
from app.search.conditions import AllOf
from app.search.expansions import expansions
from app.search.numbers import Numbers
from app.search.ordering import highest, lowest
from app.search.query_types import Query
from app.search.request import FACETS, Hit, SearchRequest, SearchResult, Sort
from app.search.snapshot import Found, Snapshot
from app.search.suggest import Known, suggestion


def answer(
    snapshot: Snapshot, request: SearchRequest, classes: Classes, names: Callable[[], Sequence[str]] = list
) -> SearchResult:
    """The hits of the page that is asked for, with the total and the facets of all of them.

    `names` gives words to suggest before those of the claims, folded; it is called when there is something to suggest.
    """
    found, is_relaxed = _find(snapshot, request, classes)
    total = _total(found)
    lost = not total or (is_relaxed and not is_sentence(request.query))
    return SearchResult(
        hits=_page(snapshot, request, found),
        total=total,
        facets={name: snapshot.counts(name, found) if total else {} for name in request.facets if name in FACETS},
        suggestion=_suggestion(snapshot, request, classes, names) if lost else None,
        relaxed=is_relaxed,
        expansions=tuple(expansions(request.query, snapshot)),
    )


def _suggestion(
    snapshot: Snapshot, request: SearchRequest, classes: Classes, names: Callable[[], Sequence[str]]
) -> str | None:
    filters = filtered(request.filters, classes)

    def finds(query: Query) -> bool:
        return _total(snapshot.find(AllOf((filters, strict(query, classes))))) > 0

    return suggestion(request.query, finds, Known(names(), lambda: snapshot.lexicon))


def _find(snapshot: Snapshot, request: SearchRequest, classes: Classes) -> tuple[Found, bool]:
    """What fulfils the query strictly, or else relaxed, and whether it is the latter. See `compile`."""
    filters = filtered(request.filters, classes)
    choice = relaxed(request.query, classes)
    if choice is None or not is_sentence(request.query):
        found = snapshot.find(AllOf((filters, strict(request.query, classes))))
        if choice is None or _total(found):
            return found, False
    found = snapshot.find(AllOf((filters, choice)))
    return found, _total(found) > 0


def _total(found: Found) -> int:
    return sum(map(len, found))


def _page(snapshot: Snapshot, request: SearchRequest, found: Found) -> tuple[Hit, ...]:
    """The hits from `offset` on, `limit` at most. Equal scores go by paper and place in it."""
    start, end = max(0, request.offset), max(0, request.offset) + max(0, request.limit)
    if start >= min(end, _total(found)):
        return ()
    terms = ranking(request.query)
    if request.sort is Sort.PAPER:
        shown = lowest(snapshot.order(found), end)[start:].tolist()
        _, ranked = snapshot.rank(terms, _only(found, shown))
        scores = dict(zip(sorted(shown), np.concatenate(ranked).tolist(), strict=True))
    else:
        found, ranked = snapshot.rank(terms, found, end)
        together = np.concatenate(ranked)
        shown = highest(together, snapshot.order(found), end)[start:].tolist()
        scores = dict(zip(shown, together[shown].tolist(), strict=True))
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
