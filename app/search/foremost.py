"""What stands before all else: claims with the query as it was typed, and those of a paper whose whole title it is.

Among claims that hold the same words, the one that has them side by side is more likely what is meant, and who types
a whole title looks for that paper.
"""

from collections.abc import Sequence
from functools import lru_cache

from app.search.analyzers import search_words, stems, tokens
from app.search.asked import asks_in_chinese
from app.search.conditions import Holds
from app.search.meaning import wording
from app.search.numbers import Found, Numbers, all_of, any_of, none
from app.search.query import unparse
from app.search.query_types import And, Query, Words
from app.search.segments import Segment
from app.search.snapshot import Snapshot
from app.text.normalise import fold_text

_TITLES = (("title", search_words), ("title_english", stems))
"""Fields that hold titles, and how their terms were made."""


def foremost(snapshot: Snapshot, query: Query, complete: Found) -> list[Found]:
    """The sets of claims that stand before all else, those that have any; `complete` hold all words of the query."""
    sets = as_typed(snapshot, query, complete), titled(snapshot, query)
    return [found for found in sets if any(map(len, found))]


def as_typed(snapshot: Snapshot, query: Query, complete: Found) -> Found:
    """Those of the complete claims that have all words of a query in their order, nothing between but spaces."""
    typed = _typed(query) if any(map(len, complete)) else None
    return snapshot.find(Holds(typed), complete) if typed else [none() for _ in complete]


@lru_cache(maxsize=1024)
def _typed(query: Query) -> str | None:
    """The words of a query, folded, with all that stands between them; `None` if there are not several, or they ask."""
    text = wording(query)
    if not isinstance(query, Words | And) or asks_in_chinese(text):
        return None
    folded = fold_text(text)
    words = tokens(folded)
    return folded[words[0].start : words[-1].end] if len(words) > 1 else None


def titled(snapshot: Snapshot, query: Query) -> Found:
    """The claims of papers whose title has just the words of a query, in either language."""
    asked = _asked(query)
    return [any_of(_having_just(segment, *terms) for terms in asked) for segment in snapshot.segments]


@lru_cache(maxsize=1024)
def _asked(query: Query) -> Sequence[tuple[str, Sequence[str]]]:
    """The terms of a query, were it a title in a field, for each of the fields."""
    folded = fold_text(unparse(query))
    return [(field, cut(folded)) for field, cut in _TITLES]


def _having_just(segment: Segment, field: str, terms: Sequence[str]) -> Numbers:
    """The documents that have all of the terms in a field, and so many."""
    column = segment.columns.terms[field]
    if not terms or not all(map(column.frequency, terms)):
        return none()
    held = all_of(map(column.having, set(terms)))
    return segment.alive(held[column.lengths[held] == len(terms)])
