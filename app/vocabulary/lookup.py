"""Looking terms up as readers do: by any name, by pinyin, by initials, from lists by letter and by kind."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from app.text.pinyin import bare_syllables
from app.vocabulary.entries import Term
from app.vocabulary.glossary import Glossary
from app.vocabulary.names import name_key

DIGITS = "0"
"""The initial of names that begin with a digit."""


@dataclass(frozen=True, slots=True)
class TermFilter:
    """Which terms are wanted: of one kind, and by the first letter of the English name or of the pinyin."""

    kind: str = ""
    letter: str = ""
    pinyin: str = ""

    def takes(self, term: Term) -> bool:
        """Whether `term` is wanted; what is empty does not filter."""
        return (
            self.kind in ("", term.kind)
            and self.letter in ("", english_initial(term))
            and self.pinyin in ("", pinyin_initial(term))
        )


@dataclass(frozen=True, slots=True)
class _Keys:
    term: Term
    names: tuple[str, ...]
    syllables: tuple[tuple[str, ...], ...]
    """The pinyin with v and with u for ü: both are typed."""


class TermFinder:
    """Finds terms by what a reader types; built once for a glossary."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._keys = [_keys(term) for term in terms]

    @classmethod
    @lru_cache(maxsize=4)
    def of(cls, glossary: Glossary) -> "TermFinder":
        """Looks up in `glossary`; made once for each."""
        return cls(glossary)

    def find(self, q: str) -> tuple[Term, ...]:
        """The terms that `q` may mean, the best first; all of them, in their order, for an empty `q`.

        First come names equal to `q`, then those that begin with it, hold it, hold all of its words; then terms
        whose pinyin (kejiwaijiao, kē jì) or initials (kjwj) begin with it.
        """
        if not q.strip():
            return tuple(keys.term for keys in self._keys)
        wanted, typed = name_key(q), "".join(bare_syllables(q))
        words = tuple(filter(None, map(name_key, q.split())))
        ranked = [(_rank(keys, wanted, words, typed), keys.term) for keys in self._keys]
        return tuple(term for rank, term in sorted(ranked, key=lambda pair: pair[0] or 0) if rank is not None)


@lru_cache(maxsize=4096)
def english_initial(term: Term) -> str:
    """The capital under which the English name stands: `S`, or `0` for a digit."""
    return _initial(english_order(term))


@lru_cache(maxsize=4096)
def pinyin_initial(term: Term) -> str:
    """The capital under which the Chinese name stands by its pinyin."""
    return _initial("".join(bare_syllables(term.pinyin)))


@lru_cache(maxsize=4096)
def english_order(term: Term) -> str:
    """By what terms are sorted in English: letters without accents, whatever their case."""
    decomposed = unicodedata.normalize("NFD", term.en.casefold())
    return "".join(c for c in decomposed if c.isalnum() or c == " ").removeprefix("the ").strip()


@lru_cache(maxsize=4096)
def pinyin_order(term: Term) -> tuple[tuple[str, ...], str]:
    """By what terms are sorted in Chinese: syllable by syllable, then by tone."""
    return bare_syllables(term.pinyin), term.pinyin


def count_by(terms: Iterable[Term], initial: str) -> dict[str, int]:
    """How many terms stand under each kind, letter or pinyin initial; `initial` is the name of a `TermFilter` field."""
    of: dict[str, Callable[[Term], str]] = {
        "kind": lambda term: term.kind,
        "letter": english_initial,
        "pinyin": pinyin_initial,
    }
    counts = Counter(of[initial](term) for term in terms)
    return {key: counts[key] for key in sorted(counts)}


def _keys(term: Term) -> _Keys:
    syllables = bare_syllables(term.pinyin)
    spellings = dict.fromkeys((syllables, tuple(syllable.replace("v", "u") for syllable in syllables)))
    return _Keys(term, tuple(map(name_key, term.names())), tuple(spellings))


def _rank(keys: _Keys, wanted: str, words: tuple[str, ...], typed: str) -> int | None:
    """How well the term fits, 0 best; `None` when it does not."""
    begins = any(name.startswith(wanted) for name in keys.names) if wanted else False
    long_enough = len(wanted) > 1 or not wanted.isascii()
    checks = (
        bool(wanted) and wanted in keys.names,
        begins,
        bool(wanted) and long_enough and any(wanted in name for name in keys.names),
        len(words) > 1 and any(all(word in name for word in words) for name in keys.names),
        len(typed) > 1 and any("".join(spelling).startswith(typed) for spelling in keys.syllables),
        len(typed) > 1 and any("".join(s[0] for s in spelling).startswith(typed) for spelling in keys.syllables),
    )
    return next((rank for rank, fits in enumerate(checks) if fits), None)


def _initial(text: str) -> str:
    first = text[:1].upper()
    return first if "A" <= first <= "Z" else DIGITS
