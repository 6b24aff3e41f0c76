"""A request against the index as one commit left it → hits, exact total, facets."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cached_property
from heapq import nsmallest
from itertools import chain

from whoosh.searching import Searcher

from app.search.compile import AllOf, Classes, Condition, filtered, is_sentence, ranking, relaxed, strict
from app.search.matching import matches
from app.search.query_types import Query
from app.search.ranking import Collection, scores
from app.search.request import FACETS, Hit, SearchRequest, SearchResult, Sort
from app.search.schema import WEIGHTS
from app.search.segments import FactsCache, Segment
from app.search.suggest import Known, suggestion

Found = list[Set[int]]
"""Numbers of the documents found, for each segment."""


class Snapshot:
    """The index as one commit left it. Whoosh's readers are not safe to share: one thread at a time."""

    def __init__(self, searcher: Searcher, facts: FactsCache) -> None:
        self._searcher = searcher
        self._reader = searcher.reader()
        try:
            readers = [reader for reader, _ in self._reader.leaf_readers() if reader.segment() is not None]
            self.segments = [Segment(reader, facts.get(reader)) for reader in readers]
        except BaseException:
            self.close()
            raise

    def find(self, condition: Condition) -> Found:
        """The documents that fulfil the condition."""
        return [matches(condition, segment) for segment in self.segments]

    def rank(self, query: Query, found: Found) -> list[dict[int, float]]:
        """The score of each document found."""
        terms = ranking(query)
        collection = self._collection(terms)
        return [
            scores(segment, numbers, terms, collection) for segment, numbers in zip(self.segments, found, strict=True)
        ]

    def _collection(self, terms: Iterable[tuple[str, str]]) -> Collection:
        documents = self._reader.doc_count_all()
        return Collection(
            documents=documents,
            frequencies={(field, term): self._reader.doc_frequency(field, term) for field, term in terms},
            mean_lengths={field: self._reader.field_length(field) / max(documents, 1) or 1.0 for field in WEIGHTS},
        )

    @cached_property
    def lexicon(self) -> list[str]:
        """The words of the claims, most frequent first."""
        counts: Counter[str] = Counter()
        for segment in self.segments:
            for word in segment.terms("words"):
                counts[word] += segment.frequency("words", word)
        return [word for word, _ in counts.most_common()]

    def close(self) -> None:
        """Lets go of the files."""
        self._searcher.close()  # type: ignore[no-untyped-call]


def answer(snapshot: Snapshot, request: SearchRequest, classes: Classes, names: Sequence[str] = ()) -> SearchResult:
    """The hits of the page that is asked for, with the total and the facets of all of them.

    `names` are words to suggest before those of the claims, folded.
    """
    found, is_relaxed = _find(snapshot, request, classes)
    lost = not any(found) or (is_relaxed and not is_sentence(request.query))
    return SearchResult(
        hits=_page(snapshot, request, found),
        total=sum(map(len, found)),
        facets={name: _facet(snapshot, found, name) for name in request.facets if name in FACETS},
        suggestion=_suggestion(snapshot, request, classes, names) if lost else None,
        relaxed=is_relaxed,
    )


def _suggestion(snapshot: Snapshot, request: SearchRequest, classes: Classes, names: Sequence[str]) -> str | None:
    filters = filtered(request.filters, classes)

    def finds(query: Query) -> bool:
        return any(snapshot.find(AllOf((filters, strict(query, classes)))))

    return suggestion(request.query, finds, Known(names, lambda: snapshot.lexicon))


def _find(snapshot: Snapshot, request: SearchRequest, classes: Classes) -> tuple[Found, bool]:
    """What fulfils the query strictly, or else relaxed, and whether it is the latter. See `compile`."""
    filters = filtered(request.filters, classes)
    choice = relaxed(request.query, classes)
    if choice is None or not is_sentence(request.query):
        found = snapshot.find(AllOf((filters, strict(request.query, classes))))
        if choice is None or any(found):
            return found, False
    found = snapshot.find(AllOf((filters, choice)))
    return found, any(found)


def _page(snapshot: Snapshot, request: SearchRequest, found: Found) -> tuple[Hit, ...]:
    """The hits from `offset` on, `limit` at most. Equal scores go by paper and place in it."""
    start, end = max(0, request.offset), max(0, request.offset) + max(0, request.limit)
    if start >= end:
        return ()
    orders = [segment.facts.order for segment in snapshot.segments]
    places = chain.from_iterable(((i, number) for number in numbers) for i, numbers in enumerate(found))
    if request.sort is Sort.PAPER:
        page = nsmallest(end, places, key=lambda place: orders[place[0]][place[1]])[start:]
        shown: Found = [{number for i, number in page if i == segment} for segment in range(len(found))]
        ranked = snapshot.rank(request.query, shown)
    else:
        ranked = snapshot.rank(request.query, found)
        by_score = nsmallest(end, places, key=lambda p: (-round(ranked[p[0]][p[1]], 9), orders[p[0]][p[1]]))
        page = by_score[start:]
    return tuple(Hit(snapshot.segments[i].facts.uid[number], round(ranked[i][number], 4)) for i, number in page)


def _facet(snapshot: Snapshot, found: Found, name: str) -> Mapping[str, int]:
    """How many of the documents found have each value, most frequent first."""
    together: Counter[tuple[str, ...]] = Counter()
    for segment, numbers in zip(snapshot.segments, found, strict=True):
        together.update(map(segment.facts.values[name].__getitem__, numbers))
    counts: Counter[str] = Counter()
    for values, count in together.items():
        for value in values:
            counts[value] += count
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
