"""Entities as claims name them."""

from dataclasses import dataclass

from app.catalogue.views.events import EventCount
from app.catalogue.views.subjects import PaperCount


@dataclass(frozen=True, slots=True)
class EntityCount:
    """An entity and how many claims, in how many papers, name it. `name` is how most of them print it."""

    code: str
    kind: str
    name: str
    country: str | None
    """The country that the printed name itself says; the vocabulary knows more of the entities that it has."""
    claims: int
    papers: int


@dataclass(frozen=True, slots=True)
class NameCount:
    """A name as printed, and how many claims print it."""

    name: str
    claims: int


@dataclass(frozen=True, slots=True)
class EntityDetail:
    """What claims say of an entity. `said` is how many of them it says itself."""

    count: EntityCount
    names: tuple[NameCount, ...]
    """As printed, most frequent first."""
    events: tuple[EventCount, ...]
    """By the first year that a claim tells of, earliest first and those without a year last; they add up to all."""
    together: tuple[EntityCount, ...]
    """Entities that the same claims name, most frequent first; their counts are those of the claims of both."""
    sources: tuple[PaperCount, ...]
    said: int


@dataclass(frozen=True, slots=True)
class EntityPlace:
    """A name of the entity `code` in a claim's text: `text[start:end]`, recognised by `rule`."""

    code: str
    kind: str
    name: str
    start: int
    end: int
    rule: str
