"""A sorted list of strings as two arrays: looked up by bisection, without making an object of each."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

_STEP = 64
"""One string in so many is kept as an object."""
Arrays = dict[str, NDArray[Any]]


def lexicon_arrays(terms: Sequence[str]) -> Arrays:
    """The arrays of a sorted list of strings."""
    encoded = [term.encode() for term in terms]
    ends = np.cumsum([len(term) for term in encoded], dtype=np.uint32)
    return {
        "letters": np.frombuffer(b"".join(encoded), dtype=np.uint8),
        "borders": np.concatenate([np.zeros(1, dtype=np.uint32), ends.astype(np.uint32)]),
    }


class Lexicon(Sequence[str]):
    """The strings, in the order of their code points (which is that of their UTF-8)."""

    def __init__(self, arrays: Arrays) -> None:
        self._letters = arrays["letters"].data
        self._borders = arrays["borders"].data
        self._known: dict[str, int | None] = {}

    def __len__(self) -> int:
        return len(self._borders) - 1

    def __getitem__(self, number: Any) -> Any:
        if isinstance(number, slice):
            return [self[at] for at in range(*number.indices(len(self)))]
        return self._bytes(range(len(self))[number]).decode()

    def __iter__(self) -> Iterator[str]:
        letters, borders = bytes(self._letters), self._borders
        return (letters[borders[at] : borders[at + 1]].decode() for at in range(len(self)))

    def find(self, term: str) -> int | None:
        """The number of a string, `None` if it is not here."""
        try:
            return self._known[term]
        except KeyError:
            found = self._known[term] = self._find(term.encode())
            return found

    @cached_property
    def list(self) -> list[str]:
        """All strings as objects: for short lexicons."""
        return list(self)

    def _find(self, term: bytes) -> int | None:
        start = max(0, bisect_right(self._marks, term) - 1) * _STEP
        at = start + bisect_left(range(start, min(start + _STEP, len(self))), term, key=self._bytes)
        return at if at < len(self) and self._bytes(at) == term else None

    @cached_property
    def _marks(self) -> Sequence[bytes]:
        """Some of the strings as objects, among which to look first: most of the way takes no time then."""
        return [self._bytes(at) for at in range(0, len(self), _STEP)]

    def _bytes(self, number: int) -> bytes:
        return bytes(self._letters[self._borders[number] : self._borders[number + 1]])
