"""Many patterns over one text: only those are tried whose letters the text has at all.

Of each pattern it is worked out once which pairs of neighbouring characters every match needs: 签署 or 签订 for
`(?:签署|签订)[^。]{0,40}协定`. A text's pairs are looked up in one pass, and most patterns are never tried.
Python's own parser of patterns tells what a pattern needs; where it cannot, the pattern is always tried.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from re import _constants as kind  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, Generic, TypeVar

Needs = frozenset[str]
"""Strings of one or two characters, of which a match holds at least one; empty when nothing is known."""

_NOTHING: Needs = frozenset()
Key = TypeVar("Key")
_MOST = 40
"""More alternatives than this spare nothing."""


class Screen(Generic[Key]):
    """Patterns by key, compiled once."""

    def __init__(self, patterns: Mapping[Key, re.Pattern[str]]) -> None:
        self._patterns = patterns
        self._order = {key: place for place, key in enumerate(patterns)}
        self._always: list[Key] = []
        self._by_need: dict[str, list[Key]] = defaultdict(list)
        for key, pattern in patterns.items():
            needs = _NOTHING if pattern.flags & re.IGNORECASE else _needs(parser.parse(pattern.pattern, pattern.flags))
            for need in needs:
                self._by_need[need].append(key)
            if not needs:
                self._always.append(key)

    def search(self, text: str) -> Iterator[tuple[Key, re.Match[str]]]:
        """The first match of each pattern that has one in `text`, in the order of the patterns."""
        needs = self._by_need.keys() & _characters_and_pairs(text)
        candidates = set(self._always).union(*(self._by_need[need] for need in needs))
        for key in sorted(candidates, key=self._order.__getitem__):
            if match := self._patterns[key].search(text):
                yield key, match


@lru_cache(maxsize=4)
def _characters_and_pairs(text: str) -> frozenset[str]:
    """Those of a text; several screens look at one text, one after another."""
    return frozenset(map(str.__add__, text, text[1:])).union(text)


def _needs(tokens: Iterable[tuple[Any, Any]]) -> Needs:
    """What a match of a sequence needs: the best of what its parts need."""
    found: list[Needs] = []
    run = ""
    for operator, argument in tokens:
        if operator is kind.LITERAL:
            run += chr(argument)
            continue
        found += _of_run(run)
        run = ""
        found.append(_of_part(operator, argument))
    found += _of_run(run)
    return min(filter(None, found), key=_cost, default=_NOTHING)


def _of_run(run: str) -> list[Needs]:
    return [frozenset([run[i : i + 2]]) for i in range(len(run) - 1)] or [frozenset([run])] * bool(run)


def _of_part(operator: Any, argument: Any) -> Needs:
    if operator is kind.SUBPATTERN:
        return _NOTHING if argument[1] or argument[2] else _needs(argument[3])
    if operator is kind.BRANCH:
        branches = [_needs(branch) for branch in argument[1]]
        needs = frozenset().union(*branches)
        return needs if all(branches) and len(needs) <= _MOST else _NOTHING
    if operator in (kind.MAX_REPEAT, kind.MIN_REPEAT) and argument[0] > 0:
        return _needs(argument[2])
    if operator is kind.IN and all(one is kind.LITERAL for one, _ in argument):
        return frozenset(chr(code) for _, code in argument)
    return _NOTHING


def _cost(needs: Needs) -> tuple[int, int]:
    """Pairs are rarer than characters, few rarer than many."""
    singles = sum(len(need) == 1 for need in needs)
    return singles, len(needs)
