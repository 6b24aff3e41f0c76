"""Entities as readers meet them: what claims count of each, with what the vocabulary knows of it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.catalogue.views import EntityCount
from app.vocabulary import ENTITY_KINDS, Entity, Vocabulary
from app.vocabulary.names import is_in_any


@dataclass(frozen=True, slots=True)
class EntityEntry:
    """An entity that claims name. One that the vocabulary does not have is known by what is printed of it."""

    code: str
    kind: str
    zh: str
    en: str | None
    countries: tuple[str, ...]
    claims: int
    papers: int
    known: Entity | None

    @classmethod
    def of(cls, count: EntityCount, vocabulary: Vocabulary) -> "EntityEntry":
        """What `vocabulary` says of the entity that was counted."""
        known = vocabulary.entities.get(count.code)
        if known is None:
            countries = (count.country,) if count.country else ()
            return cls(count.code, count.kind, count.name, None, countries, count.claims, count.papers, None)
        return cls(known.code, known.kind, known.zh, known.en, known.countries, count.claims, count.papers, known)

    def label(self, locale: str) -> str:
        """The name in the language of `locale`; the Chinese one where no English name is known."""
        return self.zh if locale.startswith("zh") or not self.en else self.en


@dataclass(frozen=True, slots=True)
class EntityFilter:
    """Which entities are wanted: with `q` in any of their names, of one kind, and of one country."""

    q: str = ""
    kind: str = ""
    country: str = ""

    def takes(self, entry: EntityEntry) -> bool:
        """Whether `entry` is wanted; what is empty does not filter."""
        if self.kind not in ("", entry.kind) or not (not self.country or self.country in entry.countries):
            return False
        return is_in_any(self.q, entry.known.names() if entry.known else (entry.zh,))


def entity_entries(counts: Iterable[EntityCount], vocabulary: Vocabulary) -> tuple[EntityEntry, ...]:
    """The entities that were counted, in their order."""
    return tuple(EntityEntry.of(count, vocabulary) for count in counts)


def count_kinds(entries: Sequence[EntityEntry]) -> dict[str, int]:
    """How many entities are of each kind, in the order of the kinds."""
    counts = Counter(entry.kind for entry in entries)
    return {kind: counts[kind] for kind in ENTITY_KINDS if counts[kind]}


def count_countries(entries: Sequence[EntityEntry]) -> dict[str, int]:
    """How many entities are of each country, the most frequent first."""
    return dict(Counter(country for entry in entries for country in entry.countries).most_common())
