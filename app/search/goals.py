"""Which documents a ranking is for: the few best, or those that are good beside the best."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from app.search.impacts import Scores


class Goal(Protocol):
    """Which documents are wanted, by their scores."""

    def least(self, reached: Scores, known: float) -> float:
        """What a document must reach at least to be wanted, when documents have reached that much so far.

        `known` is what it must reach at least as far as has been known until now. The answer is never less.
        """


@dataclass(frozen=True, slots=True)
class Highest:
    """The so many documents with the highest scores."""

    number: int

    def least(self, reached: Scores, known: float) -> float:
        """What that many have reached."""
        above = reached[reached >= known]
        if len(above) < self.number:
            return known
        return float(np.partition(above, len(above) - self.number)[len(above) - self.number])


@dataclass(frozen=True, slots=True)
class ShareOfBest:
    """Those whose score is at least this share of the best one's."""

    share: float

    def least(self, reached: Scores, known: float) -> float:
        """That share of the most that one has reached."""
        return max(known, self.share * float(reached.max(initial=0)))
