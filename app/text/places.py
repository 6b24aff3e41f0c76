"""Where the characters of a changed text come from, worked out for those that are asked for: few are."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise

import numpy as np

Span = tuple[int, int]


def look_up(places: Sequence[int], numbers: Sequence[int]) -> list[int]:
    """Places by their numbers, all at once."""
    if isinstance(places, range):
        return list(numbers) if places.start == 0 else [number + places.start for number in numbers]
    return places.look_up(numbers) if isinstance(places, Kept) else [places[number] for number in numbers]


class Kept(Sequence[int]):
    """Places of which stretches have been taken out."""

    __slots__ = ("_ahead", "_at", "_places")

    def __init__(self, places: Sequence[int], cuts: "Cuts") -> None:
        self._places = places
        self._at, self._ahead = cuts.at, cuts.ahead

    def look_up(self, numbers: Sequence[int]) -> list[int]:
        """As the function."""
        some = np.array(numbers, dtype=np.intp)
        some += np.array(self._ahead).take(np.searchsorted(self._at, some, side="right"))
        return look_up(self._places, some.tolist())

    def __len__(self) -> int:
        return len(self._places) - self._ahead[-1]

    def __getitem__(self, number: int) -> int:  # type: ignore[override]  # nobody asks for slices
        return self._places[number + self._ahead[bisect_right(self._at, number)]]


class Cuts:
    """Stretches taken out of a text, in order. `at` are their places in what is left, `ahead` how far it has moved."""

    __slots__ = ("ahead", "at", "spans")

    def __init__(self, spans: Sequence[Span]) -> None:
        self.spans = spans
        self.ahead = list(accumulate((end - start for start, end in spans), initial=0))
        self.at = [start - ahead for (start, _), ahead in zip(spans, self.ahead, strict=False)]

    def left(self, text: str) -> str:
        """What is left of the text."""
        edges = [0, *(edge for span in self.spans for edge in span), len(text)]
        return "".join([text[start:end] for start, end in list(pairwise(edges))[::2]])


class Joined(Sequence[int]):
    """Places in several texts that stand one behind the other in their source, with a sign between each two."""

    __slots__ = ("_begins", "_lengths", "_offsets", "_parts", "_sign")

    def __init__(self, parts: Sequence[Sequence[int]], lengths: Sequence[int], *, ends: bool) -> None:
        """`lengths` are those of the texts. With `ends` the places are where characters end."""
        self._parts, self._lengths, self._sign = parts, lengths, int(ends)
        self._begins = list(accumulate((len(part) + 1 for part in parts), initial=0))
        self._offsets = list(accumulate((length + 1 for length in lengths), initial=0))

    def __len__(self) -> int:
        return max(0, self._begins[-1] - 1)

    def __getitem__(self, number: int) -> int:  # type: ignore[override]  # nobody asks for slices
        if not 0 <= number < len(self):
            raise IndexError(number)
        at = bisect_right(self._begins, number) - 1
        part, inside = self._parts[at], number - self._begins[at]
        return self._offsets[at] + (part[inside] if inside < len(part) else self._lengths[at] + self._sign)
