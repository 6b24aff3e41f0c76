"""The vocabulary: countries, instruments, glossary, named instruments and actors, looked up by name in both languages.

The data are TOML files in `corpus/vocabulary/`, kept by hand and reviewed like code.
"""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from pathlib import Path

from app import resources
from app.vocabulary.actors import Actors, load_actors
from app.vocabulary.countries import Countries, load_countries
from app.vocabulary.entities import ENTITY_KINDS, Entities, Entity, join_entities
from app.vocabulary.entries import Country, Instrument, InstrumentClass, NamedInstrument, Term, Trigger
from app.vocabulary.glossary import Glossary, load_glossary
from app.vocabulary.instruments import Instruments, load_instruments
from app.vocabulary.named_instruments import load_named_instruments
from app.vocabulary.names import is_han_name
from app.vocabulary.quantities import Quantity, load_quantities
from app.vocabulary.reading import VocabularyError
from app.vocabulary.registry import Registry
from app.vocabulary.spotting import Spot, Spotter

__all__ = [
    "ENTITY_KINDS",
    "Actors",
    "Country",
    "Entities",
    "Entity",
    "Glossary",
    "Instrument",
    "InstrumentClass",
    "NamedInstrument",
    "Quantity",
    "Registry",
    "Spot",
    "Spotter",
    "Term",
    "TermLinks",
    "Trigger",
    "Vocabulary",
    "VocabularyError",
    "load_vocabulary",
]


@dataclass(frozen=True, slots=True)
class TermLinks:
    """What a term belongs to, by its own entry or by that of the named instrument that it is."""

    instrument: Instrument | None
    countries: tuple[Country, ...]
    named_instrument: NamedInstrument | None
    entity: Entity | None
    """The entity that the term is, with the named instruments among them."""


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """The registries. Build one with `load_vocabulary` and pass it on: loading takes about 50 ms."""

    geography: Countries
    instruments: Instruments
    glossary: Glossary
    named_instruments: Registry[NamedInstrument]
    actors: Actors
    entities: Entities
    """Named instruments and actors together."""
    quantities: Registry[Quantity]

    @property
    def countries(self) -> Registry[Country]:
        """Countries and blocs: states, then historic states, then blocs."""
        return self.geography.registry

    @property
    def instrument_classes(self) -> Registry[InstrumentClass]:
        """The three classes of instruments, with their kinds."""
        return self.instruments.classes

    def links_of(self, term: Term) -> TermLinks:
        """The instrument, countries and named instrument that `term` is linked to."""
        named = self.named_instruments.get(term.named_instrument or "")
        codes = named.countries if named else (term.country or "",)
        return TermLinks(
            self.instruments.get(named.kind if named else term.instrument or ""),
            tuple(country for country in map(self.countries.get, codes) if country),
            named,
            self.entities.get(named.code if named else term.code),
        )

    def named_instruments_of(self, code: str) -> frozenset[str]:
        """The codes of the named instruments of a country or of a kind of instrument."""
        return frozenset(named.code for named in self.named_instruments if code in (named.kind, *named.countries))

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
    """Reads the files of `folder`. Raises `VocabularyError`, naming file and entry, when one is unusable."""
    geography = load_countries(folder / "countries.toml")
    instruments = load_instruments(folder / "instruments.toml")
    glossary = load_glossary(folder / "glossary.toml")
    named = load_named_instruments(folder / "named_instruments.toml")
    actors = load_actors(folder / "actors.toml")
    quantities = load_quantities(folder / "quantities.toml")
    try:
        entities = join_entities(named, glossary, actors)
    except ValueError as error:
        raise VocabularyError(f"{folder / 'actors.toml'}: {error} by several lists of entities; rename one") from error
    vocabulary = Vocabulary(geography, instruments, glossary, named, actors, entities, quantities)
    _check_links(vocabulary, folder)
    return vocabulary


def _check_links(vocabulary: Vocabulary, folder: Path) -> None:
    """Raises when an entry points to one that does not exist."""
    path = folder / "glossary.toml"
    for term in vocabulary.glossary:
        _require(path, term.code, "instrument", (term.instrument,), vocabulary.instruments)
        _require(path, term.code, "country", (term.country,), vocabulary.countries)
        _require(path, term.code, "named_instrument", (term.named_instrument,), vocabulary.named_instruments)
    path = folder / "named_instruments.toml"
    for named in vocabulary.named_instruments:
        _require(path, named.code, "kind", (named.kind,), vocabulary.instruments)
        _require(path, named.code, "countries", named.countries, vocabulary.countries)
    path = folder / "actors.toml"
    for actor in vocabulary.actors.registry:
        _require(path, actor.code, "countries", actor.countries, vocabulary.countries)
    for quantity in vocabulary.quantities:
        where = folder / "quantities.toml"
        _require(where, quantity.code, "instrument", (quantity.instrument,), vocabulary.instruments)
    _require(path, "not_actors", "not_actors", vocabulary.actors.not_actors, vocabulary.glossary)


def _require(path: Path, entry: str, key: str, codes: Iterable[str | None], registry: Container[str]) -> None:
    for code in codes:
        if code is not None and code not in registry:
            raise VocabularyError(f"{path}: {entry!r} points to {code!r}, which does not exist; correct its {key!r}")
