"""What the best sentence of a text adds to its score, where a question is asked.

A long text may have the words of a question one here and one there; where one of its sentences has most of them, it is
more likely the answer. Only the few best texts are read (docs/decisions/0021-meaning-beside-words.md).
"""

import re
from collections import defaultdict
from collections.abc import Mapping

import numpy as np

from app.search.impacts import K1, Scores
from app.search.numbers import Found
from app.search.ordering import highest
from app.search.schema import WEIGHTS
from app.search.scoring import Terms
from app.search.snapshot import Snapshot

READ = 10
"""So many texts are read."""
SHARE = 0.6
"""What the best sentence adds, as a share of what it would be worth as a text of its own."""
LENGTH = 50
"""Characters of a usual sentence."""
B = 0.3
"""How much a longer sentence counts less: less than a longer text does, for its words stand together."""

_SENTENCE = re.compile("[^。!?;]+")
_FIELDS = ("words", "bigrams", "characters")


def with_sentences(snapshot: Snapshot, terms: Terms, found: Found, scores: list[Scores]) -> list[Scores]:
    """The scores of documents found, with what their best sentence adds to the highest of them."""
    if not any(map(len, found)):
        return scores
    values = worth(snapshot, terms)
    together = np.concatenate(scores)
    starts = np.cumsum([0, *map(len, found)])
    for place in highest(together, snapshot.order(found), READ).tolist():
        at = int(np.searchsorted(starts, place, side="right")) - 1
        text = snapshot.segments[at].columns.texts["folded"][int(found[at][place - starts[at]])].decode()
        together[place] += SHARE * best_sentence(text, values)
    return np.split(together, starts[1:-1])


def worth(snapshot: Snapshot, terms: Terms) -> Mapping[str, float]:
    """What each string is worth that was typed, in all fields alike; a word of two characters is worth both."""
    values: dict[str, float] = defaultdict(float)
    for (field, term), times in terms.items():
        if field in _FIELDS and times >= 1 and (boost := snapshot.scoring.boost(field, term)):
            values[term] += boost / WEIGHTS[field]
    return values


def best_sentence(text: str, values: Mapping[str, float]) -> float:
    """The score of the best sentence of a folded text: that of BM25 if it has each string that it has once.

    >>> best_sentence("日本协定。", {"日本": 1.0, "协定": 2.0}) > best_sentence("日本;协定", {"日本": 1.0, "协定": 2.0})
    True
    """
    pairs = list(values.items())
    return max((_score(sentence, pairs) for sentence in _SENTENCE.findall(text)), default=0.0)


def _score(sentence: str, pairs: list[tuple[str, float]]) -> float:
    held = sum([value for string, value in pairs if string in sentence])
    return held / (1 + K1 * (1 - B + B * len(sentence) / LENGTH))
