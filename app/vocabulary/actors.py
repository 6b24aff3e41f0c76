"""Institutions and persons, read from `actors.toml`, with what the file says of names that several of them bear."""

from dataclasses import dataclass
from pathlib import Path

from app.vocabulary.entries import Actor
from app.vocabulary.reading import Table, read_toml, tables
from app.vocabulary.registry import Registry

ACTOR_KINDS = ("institution", "person")


@dataclass(frozen=True, slots=True)
class Actors:
    """The registry, and what only the recognition of names in a text needs."""

    registry: Registry[Actor]
    not_actors: tuple[str, ...]
    """Codes of terms of the glossary that are kinds of institution, or blocs, whose pages are those of countries."""
    shared_names: frozenset[str]
    """Names that others bear too (国会): meant only where a sentence names the country of their owner."""


def load_actors(path: Path) -> Actors:
    """Reads `actors.toml`, in its order. Raises `VocabularyError` for a missing or malformed file."""
    content = read_toml(path)
    top = Table(path, "top level", content)
    return Actors(
        Registry(_actor(entry) for entry in tables(path, content, "actor")),
        top.texts("not_actors"),
        frozenset(top.texts("shared_names")),
    )


def _actor(entry: Table) -> Actor:
    actor = Actor(
        code=entry.text("code"),
        kind=entry.one_of("kind", ACTOR_KINDS),
        zh=entry.text("zh"),
        en=entry.text("en"),
        variants_zh=entry.texts("variants_zh"),
        variants_en=entry.texts("variants_en"),
        countries=entry.texts("countries"),
    )
    entry.done()
    return actor
