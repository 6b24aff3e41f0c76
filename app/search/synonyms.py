"""Names that mean the same as what is asked: 東協 and ASEAN for 东盟, chief scientific adviser for 首席科学顾问.

They are those of the vocabulary: other forms, older names, Taiwan's words, abbreviations, and the name in the other
language, of terms, countries and named instruments.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from app.text.normalise import fold, fold_text
from app.vocabulary import Country, Glossary, NamedInstrument, Spotter, Term, Vocabulary


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
        self._spotter = Spotter(Glossary(chain(glossary, others), glossary.not_terms))
        self._cached = lru_cache(maxsize=1024)(lambda text: tuple(self._find(text)))

    def find(self, text: str) -> tuple[Synonym, ...]:
        """What of `text` has other names, from left to right; at each place the longest name counts."""
        return self._cached(text)

    def _find(self, text: str) -> Iterator[Synonym]:
        folded = fold(text)
        for spot in self._spotter.find(folded, text):
            asked = folded.text[spot.start : spot.end]
            others: dict[str, str] = {}
            for name in spot.term.names():
                others.setdefault(fold_text(name), name)
            others.pop(asked, None)
            if others:
                yield Synonym(asked, tuple(others.values()), spot.start, spot.end)


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
