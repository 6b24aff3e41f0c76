"""How well two annotators agree: counts, precision, recall and F1."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(slots=True)
class Agreement:
    """Micro-averaged counts of what both say, what only the gold says (`missed`) and only we say (`extra`)."""

    both: int = 0
    missed: int = 0
    extra: int = 0

    def add(self, gold: Iterable[Any], found: Iterable[Any]) -> None:
        """Counts one sentence, values that stand twice counting twice."""
        wanted, given = Counter(gold), Counter(found)
        common = (wanted & given).total()
        self.both += common
        self.missed += wanted.total() - common
        self.extra += given.total() - common

    def tally(self, *, gold: bool, found: bool, times: int = 1) -> None:
        """Counts one label, said so often by either or both."""
        self.both += times * (gold and found)
        self.missed += times * (gold and not found)
        self.extra += times * (found and not gold)

    @property
    def total(self) -> int:
        """How many labels either gives."""
        return self.both + self.missed + self.extra

    @property
    def precision(self) -> float:
        """Share of what we say that is right."""
        return share(self.both, self.both + self.extra)

    @property
    def recall(self) -> float:
        """Share of what is right that we say."""
        return share(self.both, self.both + self.missed)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall (van Rijsbergen, 1979)."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def share(part: int, whole: int) -> float:
    """`part` of `whole`; all of nothing is everything."""
    return part / whole if whole else 1.0


def macro_f1(scores: Iterable[Agreement]) -> float:
    """Mean F1 over the classes that the gold has; 0 if it has none."""
    named = [score.f1 for score in scores if score.both + score.missed]
    return sum(named) / len(named) if named else 0.0
