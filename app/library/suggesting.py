"""What a search box offers while one types: names that begin with it, in either language, by pinyin or initials."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, takewhile

from app.catalogue.views import PaperTitle
from app.search.query import Phrase, Restriction, unparse
from app.text.normalise import fold_text
from app.text.pinyin import bare_syllables, romanise
from app.text.scripts import has_han
from app.vocabulary import Vocabulary

LONGEST = 60
"""Characters of what is typed that are compared."""
MOST = 20
"""Suggestions given at most."""
KINDS = ("country", "instrument", "term", "named_instrument", "author", "paper")
"""In the order in which suggestions of equal closeness come."""
_READ = 3000
"""Names that are looked at for one answer: a single letter begins many."""
_WORDS = 6
"""Words of a Latin name at which it may be found to begin."""


@dataclass(frozen=True, slots=True)
class Suggested:
    """A name to offer: `query` finds what it stands for, `kind` is one of `KINDS`, `note` its other name or empty."""

    kind: str
    label: str
    note: str
    query: str


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: str
    code: str
    zh: str
    en: str


class Suggester:
    """Names in the order of the ways in which they are typed."""

    def __init__(
        self, vocabulary: Vocabulary, papers: Mapping[str, PaperTitle], authors: Iterable[tuple[str, str]]
    ) -> None:
        """`authors` are pairs of a name in Chinese and in English; either may be empty."""
        keys = {
            (key, late, KINDS.index(entry.kind), len(name), order, name, entry)
            for entry, names in (*_vocabulary(vocabulary), *_library(papers, authors))
            for order, name in enumerate(names)
            for key, late in _keys(name)
        }
        self._keys = sorted(keys, key=lambda item: item[:6])

    def suggest(self, text: str, locale: str, limit: int = 8) -> tuple[Suggested, ...]:
        """Names that begin with `text`, whole ones first, then those whose later words do; nothing for nothing."""
        typed = _typed(text[:LONGEST])
        if not typed:
            return ()
        start = bisect_left(self._keys, (typed,))
        begun = takewhile(lambda item: item[0].startswith(typed), islice(self._keys, start, start + _READ))
        ranked = sorted(begun, key=lambda item: (item[0] != typed, *item[1:4]))
        entries = dict.fromkeys((item[6], item[5]) for item in ranked)
        found: dict[_Entry, Suggested] = {}
        for entry, name in entries:
            if entry not in found:
                found[entry] = _suggested(entry, name, locale)
        return tuple(found.values())[: min(limit, MOST)]


def _vocabulary(vocabulary: Vocabulary) -> Iterator[tuple[_Entry, Iterable[str]]]:
    for country in vocabulary.countries:
        yield _Entry("country", country.code, country.zh, country.en), country.names()
    for kind in (*vocabulary.instruments, *vocabulary.instrument_classes):
        yield _Entry("instrument", kind.code, kind.zh, kind.en), kind.names()
    for term in vocabulary.glossary:
        yield _Entry("term", term.code, term.zh, term.en), term.names()
    for named in vocabulary.named_instruments:
        yield _Entry("named_instrument", named.code, named.zh, named.en or ""), named.names()


def _library(
    papers: Mapping[str, PaperTitle], authors: Iterable[tuple[str, str]]
) -> Iterator[tuple[_Entry, Iterable[str]]]:
    for slug, paper in papers.items():
        yield _Entry("paper", slug, paper.title or "", paper.title_en or ""), (paper.title or "", paper.title_en or "")
    for zh, en in authors:
        yield _Entry("author", zh or en, zh, en), (zh, en)


@lru_cache(maxsize=65536)
def _keys(name: str) -> tuple[tuple[str, bool], ...]:
    """The ways in which a name is typed: as it is, in pinyin, by its initials, or from a later word of a Latin one.

    Which of them are the last is said.
    """
    typed = _typed(name)
    if not typed:
        return ()
    if has_han(name):
        syllables = bare_syllables(romanise(name))
        initials = "".join(syllable[0] for syllable in syllables)
        return (typed, False), ("".join(syllables), False), (initials, False)
    words = fold_text(name).split()
    later = ("".join(map(_typed, words[at:])) for at in range(1, min(len(words), _WORDS)))
    return (typed, False), *((key, True) for key in later)


def _typed(text: str) -> str:
    """What counts of a text that is typed: folded letters and digits, in Latin text without marks on them."""
    folded = "".join(c for c in fold_text(text) if c.isalnum())
    return folded if has_han(folded) else "".join(bare_syllables(folded)) or folded


def _suggested(entry: _Entry, name: str, locale: str) -> Suggested:
    zh, en = entry.zh or entry.en, entry.en or entry.zh
    label, other = (zh, en) if locale.startswith("zh") else (en, zh)
    return Suggested(entry.kind, label, other if other != label else "", _query(entry, name))


def _query(entry: _Entry, name: str) -> str:
    """What finds an entry: a restriction, or the name by which it was found."""
    match entry.kind:
        case "country" | "instrument" | "paper" | "author":
            return unparse(Restriction(entry.kind, (entry.code,)))
        case "named_instrument":
            return unparse(Phrase(name))
    return " ".join(name.replace('"', " ").split())
