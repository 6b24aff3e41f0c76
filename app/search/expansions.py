"""Which words of the claims a pattern or a word with typing errors stands for, to be shown beside what was found."""

from collections import Counter
from collections.abc import Iterator

from app.search.asked import sought
from app.search.inexact import alike, fitting
from app.search.query import unparse
from app.search.query_types import Fuzzy, Query, Wildcard
from app.search.request import Expansion
from app.search.snapshot import Snapshot
from app.text.normalise import fold_text
from app.text.scripts import has_han

MOST_SHOWN = 12
"""Words that are named of an expansion; all of them are searched."""


def expansions(query: Query, snapshot: Snapshot) -> Iterator[Expansion]:
    """What each pattern and each word with typing errors in `query` stands for, the commonest words first."""
    for part in dict.fromkeys(sought(query)):
        if isinstance(part, Wildcard | Fuzzy):
            counts = _counts(part, snapshot)
            shown = tuple(word for word, _ in counts.most_common(MOST_SHOWN))
            yield Expansion(unparse(part), shown, len(counts))


def _counts(part: Wildcard | Fuzzy, snapshot: Snapshot) -> Counter[str]:
    """The words that `part` stands for, with the number of claims that have each."""
    folded = fold_text(part.text)
    field = "words" if has_han(folded) else "latin"
    counts: Counter[str] = Counter()
    for segment in snapshot.segments:
        column = segment.columns.terms[field]
        known = column.terms.list
        words = alike(folded, part.wrong, known) if isinstance(part, Fuzzy) else fitting(folded, known)
        counts.update({word: column.frequency(word) for word in words})
    return counts
