"""Which instruments a sentence is about: trigger words with weights from the vocabulary, added up.

A weight says how strongly a wording speaks for the instrument, a negative one in which reading it does not. Several
weak wordings together are as good as a strong one, which is how a sentence is read; the sum decides.
"""

import re
from collections import defaultdict

from app.ingest.labels.sentence import Sentence
from app.ingest.records import Label
from app.text.screen import Screen
from app.vocabulary import Vocabulary

THRESHOLD = 0.8
"""A sentence is about an instrument when the weights of its wordings add up to this much."""


class InstrumentLabeller:
    """Finds instruments; built once for a vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._wordings = Screen(
            {
                (instrument.code, trigger.weight, number): re.compile(trigger.pattern)
                for instrument in vocabulary.instruments
                for number, trigger in enumerate(instrument.triggers)
            }
        )

    def label(self, sentence: Sentence) -> tuple[Label, ...]:
        """One label an instrument, in the vocabulary's order; none for text that is hardly Chinese."""
        if not sentence.is_chinese:
            return ()
        found: dict[str, list[tuple[float, re.Match[str]]]] = defaultdict(list)
        for (code, weight, _), match in self._wordings.search(sentence.text):
            found[code].append((weight, match))
        return tuple(_label(code, wordings, sentence) for code, wordings in found.items() if _weighs(wordings))


def _weighs(wordings: list[tuple[float, re.Match[str]]]) -> bool:
    return sum(weight for weight, _ in wordings) >= THRESHOLD - 1e-9


def _label(code: str, wordings: list[tuple[float, re.Match[str]]], sentence: Sentence) -> Label:
    _, strongest = max(wordings, key=lambda pair: pair[0])
    return Label(code, rule=f"instrument:{code}", trigger=sentence.quote(*strongest.span()))
