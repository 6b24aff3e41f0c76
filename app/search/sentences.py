"""What the best sentence of a text adds to its score, where a question is asked.

A long text may have the words of a question one here and one there; where one of its sentences has most of them, it is
more likely the answer. Only the few best texts are read (docs/decisions/0021-meaning-beside-words.md).
"""

from collections.abc import Mapping, Sequence

import numpy as np

from app.search.impacts import K1, Scores
from app.search.numbers import Found
from app.search.ordering import highest
from app.search.scoring import Terms
from app.search.snapshot import Snapshot

READ = 5
"""So many texts are read."""
SHARE = 0.6
"""What the best sentence adds, as a share of what it would be worth as a text of its own."""
LENGTH = 50
"""Characters of a usual sentence."""
B = 0.3
"""How much a longer sentence counts less: less than a longer text does, for its words stand together."""

_STOPS = "。!?;"
_FIELDS = frozenset(["words", "bigrams", "characters"])


def with_sentences(snapshot: Snapshot, terms: Terms, found: Found, scores: list[Scores]) -> list[Scores]:
    """The scores of documents found, with what their best sentence adds to the highest of them."""
    if not any(map(len, found)):
        return scores
    values = list(worth(snapshot, terms).items())
    together = np.concatenate(scores)
    ends = np.cumsum([len(numbers) for numbers in found])
    places = highest(together, snapshot.order(found), READ)
    numbers = np.concatenate(found).take(places).tolist()
    for place, at, number in zip(places.tolist(), ends.searchsorted(places, "right").tolist(), numbers, strict=True):
        text = snapshot.segments[at].columns.texts["folded"][number].decode()
        together[place] += SHARE * best_sentence(text, values)
    return [together[end - len(some) : end] for some, end in zip(scores, ends.tolist(), strict=True)]


def worth(snapshot: Snapshot, terms: Terms) -> Mapping[str, float]:
    """What each string is worth that was typed, in all fields alike; a word of two characters is worth both."""
    typed = [term for term, times in terms.items() if times >= 1 and term[0] in _FIELDS]
    values: dict[str, float] = {}
    for (_, string), value in zip(typed, snapshot.scoring.rarities(typed), strict=True):
        if value:
            values[string] = values.get(string, 0.0) + value
    return values


def best_sentence(text: str, values: Sequence[tuple[str, float]]) -> float:
    """The score of the best sentence of a folded text: that of BM25 if it has each string that it has once.

    >>> values = [("日本", 1.0), ("协定", 2.0)]
    >>> best_sentence("日本协定。", values) > best_sentence("日本;协定", values)
    True
    """
    for stop in _STOPS[1:]:
        text = text.replace(stop, _STOPS[0])
    return max(_score(sentence, values) for sentence in text.split(_STOPS[0]))


def _score(sentence: str, values: Sequence[tuple[str, float]]) -> float:
    held = sum([value for string, value in values if string in sentence])
    return held / (1 + K1 * (1 - B + B * len(sentence) / LENGTH))
