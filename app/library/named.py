"""The real things of one country or of one kind of instrument, by instrument and year."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.catalogue import entity_list, entity_papers
from app.library.entities import EntityEntry, entity_entries
from app.vocabulary import Vocabulary

BODIES = ("institution", "person")
"""Entities that act; all others are what was agreed, written, founded or held."""


@dataclass(frozen=True, slots=True)
class NamedThing:
    """An entity with the year since when it is, if that is known, and the papers that name it."""

    entry: EntityEntry
    papers: tuple[str, ...]
    """Slugs."""

    @property
    def year(self) -> int | None:
        """The year of its founding, signing or publication."""
        return self.entry.known.start_year if self.entry.known else None

    @property
    def instrument(self) -> str | None:
        """Code of the instrument that it is one of, where the vocabulary knows."""
        return self.entry.known.instrument if self.entry.known else None


def named_of_country(session: Session, vocabulary: Vocabulary, code: str) -> tuple[NamedThing, ...]:
    """What claims name by a proper name and belongs to a country: earliest first, those without a year last."""
    entries = entity_entries(entity_list(session), vocabulary)
    return _named(session, [entry for entry in entries if code in entry.countries])


def named_of_instrument(session: Session, vocabulary: Vocabulary, code: str) -> tuple[NamedThing, ...]:
    """What claims name by a proper name and is one of a kind of instrument, in the same order."""
    entries = entity_entries(entity_list(session), vocabulary)
    return _named(session, [entry for entry in entries if entry.known and entry.known.instrument == code])


def by_instrument(things: Iterable[NamedThing], order: Iterable[str]) -> Mapping[str | None, tuple[NamedThing, ...]]:
    """Things but bodies, by their instrument in the `order` of instruments; those of none stand last."""
    kept = [thing for thing in things if thing.entry.kind not in BODIES or thing.instrument]
    groups = {code: tuple(thing for thing in kept if thing.instrument == code) for code in (*order, None)}
    return {code: group for code, group in groups.items() if group}


def bodies(things: Iterable[NamedThing]) -> tuple[EntityEntry, ...]:
    """The institutions and persons among them that are no instrument, those that most claims name first."""
    entries = (thing.entry for thing in things if thing.entry.kind in BODIES and not thing.instrument)
    return tuple(sorted(entries, key=lambda entry: (-entry.claims, entry.code)))


def _named(session: Session, entries: list[EntityEntry]) -> tuple[NamedThing, ...]:
    papers = entity_papers(session, [entry.code for entry in entries])
    things = (NamedThing(entry, papers.get(entry.code, ())) for entry in entries)
    return tuple(sorted(things, key=lambda thing: (thing.year is None, thing.year or 0, thing.entry.code)))
