"""How well extraction agrees with sentences labelled by hand.

Sentences are compared by their bare text, so spacing, punctuation and marks do not matter.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from app.agreement import Agreement, macro_f1, share
from app.ingest.curated import JudgedSentence
from app.ingest.gold import Gold, comparable
from app.ingest.records import Claim
from app.text.normalise import bare

PLURALS = {"country": "countries", "instrument": "instruments", "citation": "citations", "figure": "figures"}
CODES = tuple(PLURALS.values())
SHORTEST_DUPLICATE = 10
"""Shorter sentences may rightly stand twice in a paper."""
SHORTEST_CORE = 8
"""Bare characters that the middle of a sentence needs to be looked for alone."""


@dataclass(slots=True)
class Scores:
    """Totals over all papers that were scored."""

    sentences: int = 0
    found: int = 0
    single: int = 0
    """Gold sentences that are exactly one claim."""
    duplicates: int = 0
    right_types: int = 0
    types: dict[str, Agreement] = field(default_factory=dict)
    codes: dict[str, Agreement] = field(default_factory=lambda: {name: Agreement() for name in CODES})

    @property
    def type_accuracy(self) -> float:
        """Share of gold sentences with the right type."""
        return share(self.right_types, self.sentences)

    @property
    def type_macro_f1(self) -> float:
        """Mean F1 over the types that the gold has."""
        return macro_f1(self.types.values())

    def add_paper(self, gold: Sequence[Gold], claims: Sequence[Claim]) -> None:
        """Scores one paper."""
        texts = [bare(claim.text) for claim in claims]
        self._count_duplicates(texts)
        for sentence, indexes in zip(gold, align([bare(one.text) for one in gold], texts), strict=True):
            mine = [claims[index] for index in indexes]
            self.sentences += 1
            self.found += bool(mine)
            self.single += len(indexes) == 1 and texts[indexes[0]] == bare(sentence.text)
            self._add_type(sentence.type, mine[0].type.code if mine else "missing")
            self._add_codes(sentence, mine)

    def add_judged(self, sentences: Iterable[JudgedSentence], claims: Sequence[Claim]) -> None:
        """Scores the sentences of one paper that a person labelled; `claims` are all that extraction found in it."""
        self._count_duplicates([bare(claim.text) for claim in claims])
        for sentence in sentences:
            self.sentences += 1
            self.found += sentence.found
            self.single += sentence.found
            for one in sentence.judgements:
                if one.field == "type":
                    self.right_types += one.person and one.extraction
                    self.types.setdefault(one.code, Agreement()).tally(gold=one.person, found=one.extraction)
                elif one.field in PLURALS:
                    self.codes[PLURALS[one.field]].tally(gold=one.person, found=one.extraction)

    def _count_duplicates(self, texts: Iterable[str]) -> None:
        repeats = Counter(text for text in texts if len(text) > SHORTEST_DUPLICATE)
        self.duplicates += repeats.total() - len(repeats)

    def _add_type(self, gold: str, found: str) -> None:
        self.right_types += gold == found
        for name in {gold, found}:
            score = self.types.setdefault(name, Agreement())
            score.add([name] if name == gold else [], [name] if name == found else [])

    def _add_codes(self, gold: Gold, mine: Sequence[Claim]) -> None:
        self.codes["countries"].add(gold.countries, {label.code for claim in mine for label in claim.countries})
        self.codes["instruments"].add(gold.instruments, {label.code for claim in mine for label in claim.instruments})
        self.codes["citations"].add(gold.citations, {mark.label for claim in mine for mark in claim.citations})
        self.codes["figures"].add(
            gold.figures, [comparable(figure.value) for claim in mine for figure in claim.figures]
        )


def align(gold: Sequence[str], texts: Sequence[str]) -> list[list[int]]:
    """For each bare gold sentence, the indexes of the texts that share at least half of either one.

    A sentence is looked for where the one before it was found and onwards, then anywhere, then by its middle
    half, because sentences labelled by hand may carry debris at their ends.
    """
    stream = "".join(texts)
    owner = [index for index, text in enumerate(texts) for _ in text]
    aligned: list[list[int]] = []
    cursor = 0
    for sentence in gold:
        at, length = _find(stream, sentence, cursor)
        if at < 0:
            aligned.append([])
            continue
        shares = Counter(owner[at : at + length])
        aligned.append([i for i, share in shares.items() if share * 2 >= length or share * 2 >= len(texts[i])])
        cursor = at
    return aligned


def _find(stream: str, sentence: str, cursor: int) -> tuple[int, int]:
    """Where `sentence` or its middle stands in `stream`, and the length of what was found; -1 if nowhere."""
    quarter = len(sentence) // 4
    core = sentence[quarter : len(sentence) - quarter]
    for text, start in ((sentence, cursor), (sentence, 0), (core if len(core) >= SHORTEST_CORE else "", 0)):
        if text and (at := stream.find(text, start)) >= 0:
            return at, len(text)
    return -1, 0
