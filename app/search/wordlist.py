"""Known words, grouped so that few are looked at for those that sound or look like a word."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from app.search.inexact import alike
from app.text.pinyin import readings
from app.text.scripts import is_han

_SHORTEST_HAN = 4
_SHORTEST_LATIN = 4
"""Fewer characters than these must sound the same; with as many, one may differ."""
_LONG_LATIN = 7
"""In words of so many letters two may be wrong."""


class Wordlist:
    """Folded words in order of preference, each once."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        self._words = list(dict.fromkeys(words))
        self._places: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        for place, word in enumerate(self._words):
            self._places[len(word)][word[:1]].append(place)

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def sounding_like(self, text: str) -> list[str]:
        """Other Han words whose characters may all be read as those of `text`, in order of preference."""
        if len(text) < 2 or not all(map(is_han, text)):
            return []
        starts = (places for first, places in self._of_length(len(text)).items() if _same(text[0], first))
        found = sorted(place for places in starts for place in places if _sounds_as(text, self._words[place]))
        return [self._words[place] for place in found if self._words[place] != text]

    def looking_like(self, text: str, wrong: int) -> list[str]:
        """Other words with up to `wrong` letters wrong (see `inexact.alike`), in order of preference.

        In Han only one character may differ, in words of four and more; of Latin words, of which the first letter is
        right, two letters in those of seven and more.
        """
        han = is_han(text[:1])
        if wrong > _may_be_wrong(text, han=han):
            return []
        near = (self._of_length(len(text) + more) for more in range(-wrong, wrong + 1))
        starts = (place for places in near for place in (places.values() if han else (places.get(text[0], ()),)))
        words = (self._words[place] for place in sorted(place for places in starts for place in places))
        return [word for word in alike(text, wrong, words, same_start=not han) if word != text]

    def _of_length(self, length: int) -> dict[str, list[int]]:
        return self._places.get(length, {})


def _may_be_wrong(text: str, *, han: bool) -> int:
    if han:
        return int(len(text) >= _SHORTEST_HAN)
    return (len(text) >= _SHORTEST_LATIN) + (len(text) >= _LONG_LATIN)


def _sounds_as(text: str, word: str) -> bool:
    return all(map(_same, text, word))


def _same(one: str, other: str) -> bool:
    return one == other or not _sounds(one).isdisjoint(_sounds(other))


@lru_cache(maxsize=8192)
def _sounds(character: str) -> frozenset[str]:
    """Every reading of a character, without tones, of a rare one maybe none; nothing else sounds."""
    if not is_han(character):
        return frozenset()
    return frozenset(readings(character)[0]) - {character}
