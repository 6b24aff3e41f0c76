"""Entities: what papers name by proper names (实体), each known by one code whatever list describes it.

They are the named instruments, the institutions and persons of the glossary, and those of `actors.toml`. A term that is
a named instrument adds its names to it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from app.vocabulary.actors import ACTOR_KINDS, Actors
from app.vocabulary.entity_names import entity_key
from app.vocabulary.entries import Actor, NamedInstrument, Term
from app.vocabulary.glossary import Glossary
from app.vocabulary.named_instruments import FORMS
from app.vocabulary.registry import Registry

ENTITY_KINDS = tuple(dict.fromkeys((*FORMS, *ACTOR_KINDS)))
"""What an entity may be, in display order."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A real thing or person with a proper name."""

    code: str
    kind: str
    """One of `ENTITY_KINDS`."""
    zh: str
    en: str | None
    """`None` where no English name is known."""
    en_is_translation: bool = False
    variants_zh: tuple[str, ...] = ()
    variants_en: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    start_year: int | None = None
    end_year: int | None = None
    instrument: str | None = None
    """Code of the instrument that it is one of."""
    term: str | None = None
    """Code of the glossary's entry for it, where its definition stands."""
    needs_country: bool = False
    """Its names are general: meant only where the sentence names one of its countries."""
    shared_names: tuple[str, ...] = ()
    """Those of its names that others bear too, and that need a country for that reason."""

    def label(self, locale: str) -> str:
        """The name in the language of `locale`; the Chinese one where no English name is known."""
        return self.zh if locale.startswith("zh") or not self.en else self.en

    def names(self) -> Iterator[str]:
        """Every name by which it is found."""
        yield self.zh
        if self.en:
            yield self.en
        yield from (*self.variants_zh, *self.variants_en)


class Entities(Registry[Entity]):
    """All entities by code, and by any name in the wording of `entity_key`."""

    def __init__(self, entries: Iterable[Entity]) -> None:
        super().__init__(entries)
        self._by_key: dict[str, Entity] = {}
        for entity in self:
            for name in entity.names():
                self._by_key.setdefault(entity_key(name), entity)

    def find(self, name: str) -> Entity | None:
        """The entity that `name` names in any wording, or else has as its code; `None` when there is none."""
        return self._by_key.get(entity_key(name)) or super().find(name)

    def clashes(self) -> dict[str, tuple[str, ...]]:
        """Names that several entities bear, with the codes of these; empty in usable data."""
        found: dict[str, dict[str, None]] = {}
        for entity in self:
            for name in entity.names():
                found.setdefault(entity_key(name), {})[entity.code] = None
        return {key: tuple(codes) for key, codes in found.items() if len(codes) > 1}


def join_entities(named: Iterable[NamedInstrument], glossary: Glossary, actors: Actors) -> Entities:
    """The entities of the three lists. Raises `ValueError` when two lists use one code for different things."""
    terms = {term.named_instrument: term for term in glossary if term.named_instrument}
    instruments = [_of_instrument(one) for one in named]
    owners = {entity_key(name): entity.code for entity in instruments for name in entity.names()}
    described = [_with_term(one, terms.get(one.code), owners) for one in instruments]
    described += [_of_term(term) for term in glossary if _is_actor(term, actors)]
    described += [_of_actor(actor) for actor in actors.registry]
    return Entities(_sharing(entity, actors.shared_names) for entity in described)


def _is_actor(term: Term, actors: Actors) -> bool:
    return term.kind in ACTOR_KINDS and not term.named_instrument and term.code not in actors.not_actors


def _of_instrument(named: NamedInstrument) -> Entity:
    return Entity(
        named.code,
        named.form,
        named.zh,
        named.en,
        named.en_is_translation,
        named.variants_zh,
        named.variants_en,
        named.countries,
        named.start_year,
        named.end_year,
        instrument=named.kind,
        needs_country=named.needs_country,
    )


def _of_term(term: Term) -> Entity:
    countries = (term.country,) if term.country else ()
    entity = Entity(term.code, term.kind, term.zh, term.en, term.en_is_translation, countries=countries)
    return _with_term(entity, term, {})


def _of_actor(actor: Actor) -> Entity:
    entity = Entity(actor.code, actor.kind, actor.zh, actor.en, countries=actor.countries)
    return replace(entity, variants_zh=actor.variants_zh, variants_en=actor.variants_en)


def _with_term(entity: Entity, term: Term | None, owners: Mapping[str, str]) -> Entity:
    """The entity with the names of its term, each once, but those that `owners` gives to another entity.

    张翼燕等 is a person with others and no name.
    """
    if term is None:
        return entity

    def own(names: Iterable[str]) -> tuple[str, ...]:
        return tuple(name for name in dict.fromkeys(names) if owners.get(entity_key(name), entity.code) == entity.code)

    others = (name for name in (*term.variants_zh, *term.older_zh, *term.taiwan) if not name.endswith("等"))
    zh = own((*entity.variants_zh, term.zh, *others))
    en = own((*entity.variants_en, *term.names_en()))
    return replace(
        entity,
        variants_zh=tuple(name for name in zh if name != entity.zh),
        variants_en=tuple(name for name in en if name != entity.en),
        term=term.code,
    )


def _sharing(entity: Entity, shared: frozenset[str]) -> Entity:
    return replace(entity, shared_names=tuple(dict.fromkeys(name for name in entity.names() if name in shared)))
