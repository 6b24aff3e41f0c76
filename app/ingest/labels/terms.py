"""Which terms of the glossary a sentence uses, and which of them it defines."""

import re

from app.ingest.labels.sentence import Sentence
from app.ingest.records import ClaimType, TermUse
from app.vocabulary import Spotter, Vocabulary
from app.vocabulary.spotting import Spot

_SHORT = 2
"""Names of so few characters are often two halves of words: 国会 in 我国会议."""

_DEFINED_AFTER = re.compile(
    r"[\"')》]*(?:\([^()]*\))?[,:]?(?:的?(?:概念|内涵|核心内涵|实质|本质|含义))?"
    r"(?:既?是|就是|即|泛?指|(?:主要|一般|通常)(?:是|指)|旨在|既?包括|应当包含|定义为|作出如下定义|可以从)"
)
_DEFINED_BEFORE = re.compile(r"(?:称之?为|所谓的?|属于)[\"'《]*$")
"""How a definition goes on after what it defines, and what stands before it, in folded text."""


class TermLabeller:
    """Finds terms; built once for a vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._spotter = Spotter(vocabulary.glossary)

    def label(self, sentence: Sentence, claim_type: str) -> tuple[TermUse, ...]:
        """One use for each term in the order of first mention, with all its places in the claim's text."""
        spots: dict[str, list[Spot]] = {}
        for spot in self._spotter.find(sentence.folded, sentence.source):
            if not (spot.end - spot.start <= _SHORT and sentence.tears_words(spot.start, spot.end)):
                spots.setdefault(spot.term.code, []).append(spot)
        return tuple(_use(sentence, found, claim_type == ClaimType.DEFINITION) for found in spots.values())


def _use(sentence: Sentence, spots: list[Spot], defining: bool) -> TermUse:
    text = sentence.text
    defined = defining and any(
        _DEFINED_AFTER.match(text, spot.end) or _DEFINED_BEFORE.search(text, 0, spot.start) for spot in spots
    )
    return TermUse(
        spots[0].term.code,
        rule="term:defined" if defined else "term:name",
        trigger=sentence.quote(spots[0].start, spots[0].end),
        places=tuple(sentence.folded.span(spot.start, spot.end) for spot in spots),
    )
