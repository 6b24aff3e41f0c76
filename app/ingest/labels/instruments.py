"""Which instruments a sentence is about: trigger words with weights from the vocabulary, added up.

A weight says how strongly a wording speaks for the instrument, a negative one in which reading it does not. Several
weak wordings together are as good as a strong one, which is how a sentence is read; the sum decides.
"""

import re
from dataclasses import dataclass

from app.ingest.labels.sentence import Sentence
from app.ingest.records import Label
from app.vocabulary import Instrument, Vocabulary

THRESHOLD = 0.8
"""A sentence is about an instrument when the weights of its wordings add up to this much."""


@dataclass(frozen=True, slots=True)
class _Wording:
    pattern: re.Pattern[str]
    weight: float


class InstrumentLabeller:
    """Finds instruments; built once for a vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._wordings = {instrument.code: _wordings(instrument) for instrument in vocabulary.instruments}

    def label(self, sentence: Sentence) -> tuple[Label, ...]:
        """One label an instrument, in the vocabulary's order; none for text that is hardly Chinese."""
        if not sentence.is_chinese:
            return ()
        labels = (self._label(code, wordings, sentence) for code, wordings in self._wordings.items())
        return tuple(label for label in labels if label)

    def _label(self, code: str, wordings: tuple[_Wording, ...], sentence: Sentence) -> Label | None:
        found = [(wording.weight, match) for wording in wordings if (match := wording.pattern.search(sentence.text))]
        if sum(weight for weight, _ in found) < THRESHOLD - 1e-9:
            return None
        _, strongest = max(found, key=lambda pair: pair[0])
        return Label(code, rule=f"instrument:{code}", trigger=sentence.quote(*strongest.span()))


def _wordings(instrument: Instrument) -> tuple[_Wording, ...]:
    return tuple(_Wording(re.compile(trigger.pattern), trigger.weight) for trigger in instrument.triggers)
