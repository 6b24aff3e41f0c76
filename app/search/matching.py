"""Which documents of one index segment fulfil a condition.

Sets of document numbers are combined in Python, and only the posting lists of single terms are read from Whoosh:
its trees of matchers cost a chain of Python calls for each document, and some of them are wrong (AndNot, Require).
"""

from collections.abc import Iterable, Set
from functools import reduce
from operator import and_

from app.search.analyzers import bigrams
from app.search.compile import AllOf, AnyOf, Condition, Everything, HasTerm, Holds, Published, Without
from app.search.segments import Segment

_ENOUGH = 8
"""Reading another posting list pays when it is at most this many times as long as the list of candidates."""


def matches(condition: Condition, segment: Segment) -> Set[int]:
    """The numbers of the documents in `segment` that fulfil `condition`."""
    match condition:
        case Everything():
            return segment.everything
        case HasTerm(field, term):
            return segment.having(field, term)
        case Holds(text):
            return _holding(text, segment, "") | _holding(text, segment, "_en")
        case Published(start, end):
            years = (year for year in segment.terms("year") if year.isdigit() and _between(start, int(year), end))
            return _union(segment.having("year", year) for year in years)
        case Without(part):
            return segment.everything - matches(part, segment)
        case AnyOf(parts):
            return _union(matches(part, segment) for part in parts)
        case AllOf(parts):
            return _all_of(parts, segment)


def _all_of(parts: tuple[Condition, ...], segment: Segment) -> Set[int]:
    wanted = [matches(part, segment) for part in parts if not isinstance(part, Without | Everything)]
    found = reduce(and_, sorted(wanted, key=len)) if wanted else segment.everything
    for part in parts:
        if isinstance(part, Without):
            found = found - matches(part.part, segment)
    return found


def _union(sets: Iterable[Set[int]]) -> set[int]:
    return set().union(*sets)


def _between(start: int | None, year: int, end: int | None) -> bool:
    return (start is None or start <= year) and (end is None or year <= end)


def _holding(text: str, segment: Segment, language: str) -> set[int]:
    """The documents whose folded text has `text` in it: exactly those that a scan finds.

    A text that holds `text` holds each of its characters and bigrams, so these give the candidates. One
    character and one bigram settle it; otherwise the candidates' texts are read.
    """
    if len(text) == 1:
        return segment.having("letters" if language else "characters", text)
    field = "letters" if language else "bigrams"
    grams = sorted(set(bigrams(text)), key=lambda gram: segment.frequency(field, gram))
    found = segment.having(field, grams[0])
    for gram in grams[1:]:
        if segment.frequency(field, gram) > _ENOUGH * len(found):
            break
        found &= segment.having(field, gram)
    return found if len(text) == 2 else segment.with_text(f"folded{language}", text.encode(), found)
