"""Which claim of a paper's new analysis stands for one of the old: small corrections, splits and joins.

Nothing here needs the database; `store` keeps what this finds.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from app.text.normalise import bare

AROUND = 100
"""Claims before and after its old place in which the successor of a claim is looked for: papers keep their order."""
LIKE = 60.0
"""Least likeness, in percent, of a successor."""
SAME = 85.0
"""Likeness from which a claim counts as corrected, if all its numbers stayed."""
LONG = 8
"""Characters from which a sentence that stands wholly in another counts as a part of it, not as chance."""
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?|[〇一二两三四五六七八九十百千万亿]{2,}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A claim as far as its wording goes."""

    uid: str
    text: str


@dataclass(frozen=True, slots=True)
class Departure:
    """A claim that is not in the new analysis, the nearest claim there that is, and whether it is but corrected."""

    uid: str
    text: str
    successor: str | None
    corrected: bool = False


def departures(old: Sequence[Sentence], new: Sequence[Sentence]) -> tuple[Departure, ...]:
    """Every claim of `old` that is not in `new`, in order; both in the order of the paper.

    The successor is the sentence most like it (share of equal letters in order, `rapidfuzz.fuzz.ratio`) within
    `AROUND` of its place, or one that holds it or that it holds. Work grows with the number of departures alone.
    """
    here = {sentence.uid for sentence in new}
    letters = [bare(sentence.text) for sentence in new]
    scale = len(new) / len(old) if old else 0
    return tuple(
        _departure(sentence, round(place * scale), new, letters)
        for place, sentence in enumerate(old)
        if sentence.uid not in here
    )


def _departure(gone: Sentence, place: int, new: Sequence[Sentence], letters: Sequence[str]) -> Departure:
    text = bare(gone.text)
    near = range(max(0, place - AROUND), min(len(new), place + AROUND + 1))
    best, at = max(((_likeness(text, letters[at]), -abs(at - place), at) for at in near), default=(0.0, 0, -1))[::2]
    if best < LIKE:
        return Departure(gone.uid, gone.text, None)
    corrected = fuzz.ratio(text, letters[at]) >= SAME and _numbers(text) == _numbers(letters[at])
    return Departure(gone.uid, gone.text, new[at].uid, corrected)


def _likeness(one: str, other: str) -> float:
    """In percent; a sentence that stands in the other is at least `LIKE` like it, the more of it the more."""
    ratio = fuzz.ratio(one, other)
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) >= LONG and shorter in longer:
        return max(ratio, LIKE + (SAME - LIKE) * len(shorter) / len(longer))
    return ratio


def _numbers(text: str) -> list[str]:
    return _NUMBER.findall(text)
