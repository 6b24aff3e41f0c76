"""Where the names of terms stand in a text.

A name is looked for by its first two folded characters: one dictionary look-up at each place, and only the few names
that begin so are compared, the longest first (docs/decisions/0017-terms-are-labels.md has the measurements).
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import normalize

from app.text.normalise import Folded, fold_text
from app.vocabulary.entries import Term
from app.vocabulary.glossary import Glossary

_SHOUTED = 6
"""Abbreviations up to this length count only in capitals: SIN is a network, sin is not."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A name of `term` in `text[start:end]` of the folded text."""

    term: Term
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Name:
    folded: str
    term: Term | None
    """`None` for a word in which a name stands by accident."""
    capitals: str = ""
    """The name as it must stand in the source, for short abbreviations."""


class Spotter:
    """Finds the names of all terms of a glossary; built once."""

    def __init__(self, glossary: Glossary) -> None:
        self._by_start: dict[str, list[_Name]] = defaultdict(list)
        for word in glossary.not_terms:
            self._add(_Name(fold_text(word), None))
        for term in glossary:
            for name in dict.fromkeys((*term.names_zh(), *term.names_en())):
                shouted = name.isascii() and name.isupper() and len(name) <= _SHOUTED
                self._add(_Name(fold_text(name), term, name if shouted else ""))
        for names in self._by_start.values():
            names.sort(key=lambda name: (-len(name.folded), not name.capitals))

    def _add(self, name: _Name) -> None:
        if len(name.folded) > 1:
            self._by_start[name.folded[:2]].append(name)

    def find(self, folded: Folded, source: str) -> Iterator[Spot]:
        """The names in `folded`, which is `source` folded, from left to right and without overlap.

        At each place the longest name wins, so that 科技外交 does not count inside 科技外交官; names in Latin letters
        must be whole words.
        """
        free = 0
        for at, pair in enumerate(map(str.__add__, folded.text, folded.text[1:])):
            if pair not in self._by_start or at < free:
                continue
            name = self._longest_at(folded, source, at)
            if name is not None:
                free = at + len(name.folded)
                if name.term is not None:
                    yield Spot(name.term, at, free)

    def _longest_at(self, folded: Folded, source: str, at: int) -> _Name | None:
        text = folded.text
        for name in self._by_start.get(text[at : at + 2], ()):
            end = at + len(name.folded)
            if text.startswith(name.folded, at) and _is_word(text, at, end):
                first, last = folded.span(at, end)
                if not name.capitals or normalize("NFKC", source[first:last]) == name.capitals:
                    return name
        return None


def _is_word(text: str, start: int, end: int) -> bool:
    """Whether no Latin word or number goes on beyond either end of `text[start:end]`."""
    return not (_joined(text, start) or _joined(text, end))


def _joined(text: str, at: int) -> bool:
    return 0 < at < len(text) and all(c.isascii() and c.isalnum() for c in text[at - 1 : at + 1])
