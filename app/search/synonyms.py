"""Names that mean the same as what is asked: 東協 and ASEAN for 东盟, chief scientific adviser for 首席科学顾问.

They are those of the vocabulary: other forms, older names, Taiwan's words, abbreviations, and the name in the other
language, of terms, countries and named instruments.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise

from app.search.analyzers import tokens
from app.search.english import singular
from app.text.normalise import Folded, fold, fold_text
from app.text.scripts import is_han
from app.text.words import Token
from app.vocabulary import Country, Glossary, NamedInstrument, Spot, Spotter, Term, Vocabulary


@dataclass(frozen=True, slots=True)
class Synonym:
    """`names` mean the same as `asked`, which is `fold_text(text)[start:end]` of the text that was looked at."""

    asked: str
    names: tuple[str, ...]
    start: int
    end: int


class Synonyms:
    """Finds the names of a vocabulary in what is asked; safe to share between threads."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        glossary = vocabulary.glossary
        named = {fold_text(name) for term in glossary for name in term.names()}
        others = chain(
            (_of_country(country) for country in vocabulary.countries if fold_text(country.zh) not in named),
            (_of_named(one) for one in vocabulary.named_instruments if fold_text(one.zh) not in named),
        )
        terms = Glossary(chain(glossary, others), glossary.not_terms)
        self._spotter, self._inflected = Spotter(terms), _Inflected(terms)
        self._cached = lru_cache(maxsize=1024)(lambda text: tuple(self._find(text)))

    def find(self, text: str) -> tuple[Synonym, ...]:
        """What of `text` has other names, from left to right; at each place the longest name counts."""
        return self._cached(text)

    def _find(self, text: str) -> Iterator[Synonym]:
        folded = fold(text)
        for spot in _longest(chain(self._spotter.find(folded, text), self._inflected.find(folded, text))):
            asked = folded.text[spot.start : spot.end]
            others: dict[tuple[str, ...], str] = {}
            for name in spot.term.names():
                others.setdefault(_form(fold_text(name)), name)
            others.pop(_form(asked), None)
            if others:
                yield Synonym(asked, tuple(others.values()), spot.start, spot.end)


class _Inflected:
    """Finds English names in another number than the vocabulary's, and countries in who is of them."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._terms: dict[tuple[str, ...], Term] = {}
        for term in terms:
            for name in term.names_en():
                if not name.isupper():
                    self._terms.setdefault(_form(fold_text(name)), term)
        self._most = max(map(len, self._terms), default=0)

    def find(self, folded: Folded, source: str) -> Iterator[Spot]:
        """The longest name at each word of `folded`, which is `source` folded. What stands in capitals is none."""
        words = [token for token in tokens(folded.text) if not is_han(token.text[0])]
        forms = [singular(token.text) for token in words]
        for at, word in enumerate(words):
            for size in range(min(self._most, len(words) - at), 0, -1):
                term = self._terms.get(tuple(forms[at : at + size]))
                if term and _side_by_side(folded.text, words[at : at + size]):
                    first, last = folded.span(word.start, words[at + size - 1].end)
                    if not source[first:last].isupper():
                        yield Spot(term, word.start, words[at + size - 1].end)
                    break


def _form(folded: str) -> tuple[str, ...]:
    """What two inflections of a name have in common: its words in the singular."""
    return tuple(singular(token.text) for token in tokens(folded))


def _side_by_side(text: str, words: list[Token]) -> bool:
    between = (text[left.end : right.start] for left, right in pairwise(words))
    return all(gap in (" ", "-") for gap in between)


def _longest(spots: Iterable[Spot]) -> Iterator[Spot]:
    """From left to right without overlap, at each place the longest, and of two as long the first given."""
    free = 0
    for spot in sorted(spots, key=lambda spot: (spot.start, -spot.end)):
        if spot.start >= free:
            free = spot.end
            yield spot


def _of_country(country: Country) -> Term:
    """A country as a term; its one-character forms mean it only in company, so they are no names of it."""
    variants = (*country.aliases_zh, *country.regional_zh)
    return Term(
        country.code, "place", country.zh, country.en, "", "", variants_zh=variants, variants_en=country.aliases_en
    )


def _of_named(one: NamedInstrument) -> Term:
    english = (one.en, *one.variants_en) if one.en else one.variants_en
    return Term(
        one.code, one.kind, one.zh, english[0] if english else one.zh, "", "",
        variants_zh=one.variants_zh, variants_en=english[1:],
    )  # fmt: skip
