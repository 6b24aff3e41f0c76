"""The vocabulary: countries, instruments, glossary and named instruments, looked up by name in both languages.

The data are TOML files in `corpus/vocabulary/`, kept by hand and reviewed like code.
"""

from dataclasses import dataclass
from pathlib import Path

from app import resources
from app.vocabulary.countries import Countries, load_countries
from app.vocabulary.entries import Country, Instrument, InstrumentClass, NamedInstrument, Term, Trigger
from app.vocabulary.glossary import load_glossary
from app.vocabulary.instruments import Instruments, load_instruments
from app.vocabulary.named_instruments import load_named_instruments
from app.vocabulary.names import is_han_name
from app.vocabulary.reading import VocabularyError
from app.vocabulary.registry import Registry

__all__ = [
    "Country",
    "Instrument",
    "InstrumentClass",
    "NamedInstrument",
    "Registry",
    "Term",
    "Trigger",
    "Vocabulary",
    "VocabularyError",
    "load_vocabulary",
]


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """Four registries. Build one with `load_vocabulary` and pass it on: loading takes about 50 ms."""

    geography: Countries
    instruments: Instruments
    glossary: Registry[Term]
    named_instruments: Registry[NamedInstrument]

    @property
    def countries(self) -> Registry[Country]:
        """Countries and blocs: states, then historic states, then blocs."""
        return self.geography.registry

    @property
    def instrument_classes(self) -> Registry[InstrumentClass]:
        """The three classes of instruments, with their kinds."""
        return self.instruments.classes

    def user_words(self) -> tuple[str, ...]:
        """Names of three to six Han characters, sorted: what jieba must keep in one piece.

        Longer ones are left out because a search for a part of them must find them; shorter ones because jieba
        knows the common ones, and the others would tear words apart (东加, Tonga, in 中东加强).
        """
        registries = (self.countries, self.instruments, self.glossary, self.named_instruments)
        names = {name for registry in registries for entry in registry for name in entry.names()}
        names |= {name for country in self.countries for name in (*country.organs_zh, *country.places_zh)}
        return tuple(sorted(name for name in names if is_han_name(name) and 3 <= len(name) <= 6))


def load_vocabulary(folder: Path = resources.VOCABULARY) -> Vocabulary:
    """Reads the four files of `folder`. Raises `VocabularyError`, naming file and entry, when one is unusable."""
    vocabulary = Vocabulary(
        load_countries(folder / "countries.toml"),
        load_instruments(folder / "instruments.toml"),
        load_glossary(folder / "glossary.toml"),
        load_named_instruments(folder / "named_instruments.toml"),
    )
    _check_links(vocabulary)
    return vocabulary


def _check_links(vocabulary: Vocabulary) -> None:
    """Raises when an entry points to one that does not exist."""
    for term in vocabulary.glossary:
        _require(term.code, (term.instrument,), vocabulary.instruments)
        _require(term.code, (term.country,), vocabulary.countries)
        _require(term.code, term.see_also, vocabulary.glossary)
    for named in vocabulary.named_instruments:
        _require(named.code, (named.kind,), vocabulary.instruments)
        _require(named.code, named.countries, vocabulary.countries)


def _require(
    entry: str, codes: tuple[str | None, ...], registry: Registry[Country] | Registry[Instrument] | Registry[Term]
) -> None:
    for code in codes:
        if code is not None and code not in registry:
            raise VocabularyError(
                f"the vocabulary entry {entry!r} points to {code!r}, which does not exist; correct it"
            )
