"""Sets of document numbers as sorted arrays without repetitions."""

from collections.abc import Iterable
from functools import reduce
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Numbers: TypeAlias = NDArray[np.uint32]
"""Document numbers in ascending order, each once."""
Found: TypeAlias = list[Numbers]
"""The documents found, for each segment."""
Places: TypeAlias = NDArray[np.intp]
"""Places in another array, or document numbers in the type by which numpy looks things up at once: in any other
type each look-up costs four times as much (measured), so numbers are turned into this one first."""

_MUCH_SMALLER = 8
"""Looking each number up in the longer array pays when that is this many times as long."""
_SPARSE = 4
"""Sorting pays when there is less than one number for so many documents; else each document is marked."""


def none() -> Numbers:
    """No documents."""
    return np.empty(0, dtype=np.uint32)


def both(a: Numbers, b: Numbers) -> Numbers:
    """The numbers in `a` and in `b`."""
    a, b = (a, b) if len(a) <= len(b) else (b, a)
    return a[present(a, b)]


def without(a: Numbers, b: Numbers) -> Numbers:
    """The numbers in `a` and not in `b`."""
    return a[~present(a, b)]


def any_of(sets: Iterable[Numbers]) -> Numbers:
    """The numbers in at least one of the sets."""
    held = [numbers for numbers in sets if len(numbers)]
    if len(held) < 2:
        return held[0] if held else none()
    together, highest = np.concatenate(held), max(int(numbers[-1]) for numbers in held)
    if len(together) * _SPARSE < highest:
        together.sort()
        return together[np.flatnonzero(np.append(True, together[1:] != together[:-1]))]
    marks = np.zeros(highest + 1, dtype=bool)
    marks[together.astype(np.intp)] = True
    return np.flatnonzero(marks).astype(np.uint32)


def all_of(sets: Iterable[Numbers]) -> Numbers:
    """The numbers in every one of the sets, of which there is at least one."""
    return reduce(both, sorted(sets, key=len))


def places(wanted: NDArray[Any], among: NDArray[Any]) -> tuple[Places, NDArray[np.bool_]]:
    """Where each wanted number stands in `among`, and whether it does; elsewhere the place says nothing."""
    if not len(among):
        return np.zeros(len(wanted), dtype=np.intp), np.zeros(len(wanted), dtype=bool)
    at = among.searchsorted(wanted)
    return at, among.take(at, mode="clip") == wanted


def present(wanted: Numbers, among: Numbers) -> NDArray[np.bool_]:
    """Whether each wanted number is in `among`."""
    if not len(wanted) or not len(among) or len(wanted) * _MUCH_SMALLER < len(among):
        return places(wanted, among)[1]
    marks = np.zeros(int(max(wanted[-1], among[-1])) + 1, dtype=bool)
    marks[among.astype(np.intp)] = True
    return marks[wanted.astype(np.intp)]
