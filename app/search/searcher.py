"""A request against the index as one commit left it → hits, exact total, facets."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from app.search import suggest
from app.search.asked import Similar, no_synonyms, synonyms_in
from app.search.compile import Classes, filtered, is_sentence, strict
from app.search.conditions import AllOf
from app.search.expansions import expansions
from app.search.goals import Highest
from app.search.meaning import Meaning
from app.search.numbers import Numbers, both
from app.search.ordering import highest, lowest
from app.search.query_types import Query
from app.search.request import CLASSES, FACETS, Hit, Mode, SearchRequest, SearchResult, Sort
from app.search.selection import Selection, count, select
from app.search.snapshot import Found, Snapshot
from app.search.suggest import suggestion
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


def answer(snapshot: Snapshot, request: SearchRequest, known: Known) -> SearchResult:
    """The hits of the page that is asked for, with the total and the facets of all of them."""
    similar = known.similar if request.synonyms else no_synonyms
    selection = select(snapshot, request, known.classes, similar, known.meaning)
    found, complete = selection.found, count(selection.complete)
    lost = not (complete or (count(found) and is_sentence(request.query)))
    return SearchResult(
        hits=_page(snapshot, request, selection),
        total=count(found),
        complete=complete,
        facets=_facets(snapshot, request, found, known.classes),
        suggestion=_suggestion(snapshot, request, known) if lost else None,
        relaxed=selection.relaxed,
        expansions=tuple(expansions(request.query, snapshot)),
        mode=request.mode if known.meaning else Mode.KEYWORD,
        synonyms=synonyms_in(request.query, similar),
    )


def _facets(snapshot: Snapshot, request: SearchRequest, found: Found, classes: Classes) -> dict[str, dict[str, int]]:
    places = [numbers.astype(np.intp) for numbers in found]
    facets = {name: snapshot.counts(name, places) for name in request.facets if name in FACETS}
    if CLASSES in request.facets:
        held = {code: snapshot.having("instrument", tuple(kinds)) for code, kinds in classes.items()}
        numbers = {code: sum(map(len, map(both, found, having))) for code, having in held.items()}
        facets[CLASSES] = {code: number for code, number in numbers.items() if number}
    return facets


def _suggestion(snapshot: Snapshot, request: SearchRequest, known: Known) -> str | None:
    filters = filtered(request.filters, known.classes)

    def finds(query: Query) -> bool:
        return count(snapshot.find(AllOf((filters, strict(query, known.classes))))) > 0

    return suggestion(request.query, finds, suggest.Known(known.names(), lambda: snapshot.lexicon))


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
        found, ranked = selection.rank(snapshot, found, Highest(end))
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
