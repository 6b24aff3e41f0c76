"""Which claims answer a query, and how well: those that hold all of the words, and where these are few, those near.

A claim is near when its score, by words and by meaning, is a fair share of the best one's. Complete claims stand before
those that are only near, and those that `foremost` tells before all. In answer to a Chinese question complete ones are
only the likelier: much of it is its wording, and its words were set apart by the segmenter, not by who asks.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from app.search.asked import Similar, asks_in_chinese, without_quotes
from app.search.compile import Classes, demands, near, strict
from app.search.conditions import AllOf, Condition
from app.search.foremost import foremost
from app.search.goals import Goal, ShareOfBest
from app.search.impacts import Scores
from app.search.meaning import Meaning, says_enough, spread, wording, worth
from app.search.numbers import Found, any_of, present, without
from app.search.query_types import And, Phrase, Query, Words
from app.search.ranked import Ranked, common, count, joined, lifted, together
from app.search.scoring import Weighing
from app.search.sentences import with_sentences
from app.search.snapshot import Snapshot
from app.search.weighing import ranking

ENOUGH = 10
"""When as many claims hold all of the words, claims that hold some are not looked for."""

SHARE = 0.25
"""What a near claim's score must reach of the best one's."""

COMPLETE = 0.3
"""What a claim that holds all of the words of a Chinese question has over others, as a share of the best score."""


@dataclass(frozen=True, slots=True)
class Selection:
    """`found` answers the query; `complete` of it holds all that the query asks, the others most of it."""

    found: Found
    complete: Found
    weighing: Weighing
    scores: list[Scores] | None = None
    """Those of all that is found, where they had to be worked out to find it."""
    first: Sequence[Found] = ()
    """What stands before the rest, if it is found: ahead by all that a score could be, for each of these."""

    @property
    def relaxed(self) -> bool:
        """Whether some do not hold all of the words."""
        return count(self.found) > count(self.complete)

    def rank(self, found: Found, goal: Goal | None = None) -> tuple[Found, Scores]:
        """Some of what is found with their scores, one segment after the other; as `Weighing.rank` otherwise."""
        if self.scores is None:
            ranked = self.weighing.rank(found, goal)
            for some in self.first if goal else ():
                ranked = together(ranked, self.weighing.rank(common(some, found), goal))
            scores = lifted(ranked, self.first, self.weighing.most) if self.first else ranked[1]
            return ranked[0], joined(scores)
        each = zip(self.found, self.scores, found, strict=True)
        return found, joined([scores[np.searchsorted(numbers, some)] for numbers, scores, some in each])


def by_meaning(
    snapshot: Snapshot, query: Query, filters: Condition, classes: Classes, similar: Similar, meaning: Meaning
) -> Selection:
    """Of what the filters and all but the words of a query leave, that of the nearest meaning."""
    among = snapshot.find(AllOf((filters, demands(query, classes, similar))))
    found, cosines = meaning.nearest(snapshot, query, among)
    return Selection(found, found, snapshot.scoring.weigh(ranking(query, similar)), cosines)


def by_words(
    snapshot: Snapshot, query: Query, classes: Classes, similar: Similar, meaning: Meaning | None = None
) -> Selection:
    """What answers a query by its words, where they are unsure by `meaning` too.

    Filters leave less of it (`within`) and never bring in what it has not. Quotation marks in a Chinese question may be
    its own: where nothing has what is quoted, the question is answered as if there were none, and nothing is complete.
    """
    selection = _by_words(snapshot, query, classes, similar, meaning)
    if not count(selection.found) and _asks_around_quotes(query):
        found = _by_words(snapshot, without_quotes(query), classes, similar, meaning)
        return replace(found, complete=selection.complete)
    return selection


def _by_words(
    snapshot: Snapshot, query: Query, classes: Classes, similar: Similar, meaning: Meaning | None
) -> Selection:
    terms = ranking(query, similar)
    weighing = snapshot.scoring.weigh(terms)
    complete = snapshot.find(strict(query, classes, similar))
    first = foremost(snapshot, query, complete)
    candidate = near(query, classes, similar)
    if candidate is None or count(complete) >= ENOUGH:
        return Selection(complete, complete, weighing, first=first)
    keep_all, candidates = _has_phrase(query), snapshot.find(candidate)
    ranked = weighing.rank(candidates, None if keep_all else ShareOfBest(SHARE))
    for known in (complete, *(common(some, candidates) for some in first)):
        ranked = _with(ranked, known, weighing)
    if meaning and says_enough(query) and (weight := _worth(snapshot, query, ranked)):
        close = meaning.nearest(snapshot, query, snapshot.find(demands(query, classes, similar)))
        # Words alone may have kept some of these out of reach.
        ranked = _with_meaning(_with(ranked, common(candidates, close[0]), weighing), close, weight)
    asks = asks_in_chinese(wording(query))
    found, scores = _near(ranked, complete, first, COMPLETE if asks else 1.0, keep_all=keep_all)
    if asks:
        scores = with_sentences(snapshot, terms, found, scores)
    scores = lifted((found, scores), first, joined(scores).max(initial=0))
    return Selection(found, complete, weighing, scores, first)


def _with(ranked: Ranked, more: Found, weighing: Weighing) -> Ranked:
    """What is ranked by words, and some more documents with their scores."""
    missing = [without(*pair) for pair in zip(more, ranked[0], strict=True)]
    return together(ranked, weighing.rank(missing)) if count(missing) else ranked


def within(selection: Selection, allowed: Found) -> Selection:
    """What of a selection is allowed."""
    kept = [
        np.isin(numbers, among, assume_unique=True) for numbers, among in zip(selection.found, allowed, strict=True)
    ]
    return Selection(
        [numbers[keep] for numbers, keep in zip(selection.found, kept, strict=True)],
        [np.intersect1d(*pair, assume_unique=True) for pair in zip(selection.complete, allowed, strict=True)],
        selection.weighing,
        selection.scores and [scores[keep] for scores, keep in zip(selection.scores, kept, strict=True)],
        selection.first,
    )


def _worth(snapshot: Snapshot, query: Query, by_words: Ranked) -> np.float32:
    """What the nearest meaning adds to scores such as these by words."""
    best = float(joined(by_words[1]).max(initial=0))
    return np.float32(worth(query, best, snapshot.scoring.possible(ranking(query))))


def _with_meaning(by_words: Ranked, close: Ranked, weight: np.float32) -> Ranked:
    """Candidates by words and the nearest by meaning together, with the scores that both give."""
    found, scores = together((close[0], [np.zeros_like(cosines) for cosines in close[1]]), by_words)
    for numbers, ranked, nearest, added in zip(found, scores, close[0], spread(close[1]), strict=True):
        ranked[np.searchsorted(numbers, nearest)] += weight * added
    return found, scores


def _near(ranked: Ranked, complete: Found, first: Sequence[Found], ahead: float, *, keep_all: bool) -> Ranked:
    """The candidates that score well beside the best of them, and all that are complete, `ahead` by so much of that.

    What is to stand `first` is kept, however it scores.
    """
    best = joined(ranked[1]).max(initial=0)
    found, kept = [], []
    wanted = [any_of(some) for some in zip(complete, *first, strict=True)]
    for numbers, scores, held, some in zip(*ranked, complete, wanted, strict=True):
        good = present(numbers, some) | keep_all | (scores >= SHARE * best)
        found.append(numbers[good])
        kept.append((scores + ahead * best * present(numbers, held))[good].astype(np.float32))
    return found, kept


def _asks_around_quotes(query: Query) -> bool:
    """Whether a query is a Chinese question that has quotation marks in it; a question that is quoted whole is none."""
    return (
        isinstance(query, And)
        and _has_phrase(query)
        and any(asks_in_chinese(part.text) for part in query.parts if isinstance(part, Words))
    )


def _has_phrase(query: Query) -> bool:
    return isinstance(query, And) and any(isinstance(part, Phrase) for part in query.parts)
