"""Authors of cited works and the persons and bodies that claims name: which are the same by name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.catalogue import authors_by_key, entity_list, works_of_authors
from app.catalogue.views import Author, WorkPage
from app.library.entities import EntityEntry
from app.library.named import BODIES
from app.text.names import author_key
from app.vocabulary import Vocabulary
from app.vocabulary.entity_names import entity_key

MOST = 50
"""Authors of one work who are looked for among the entities, and works that an entity's page shows."""


@dataclass(frozen=True, slots=True)
class Written:
    """Works of one author: the names under which they stand, and the first of them."""

    authors: tuple[Author, ...]
    works: WorkPage


def written_by(session: Session, entry: EntityEntry, printed: Iterable[str]) -> Written:
    """The cited works of a person or body, by all names that the vocabulary and the claims (`printed`) give it.

    As everywhere here, names alone tell persons apart. Things that are no authors have written nothing.
    """
    if entry.kind not in BODIES:
        return Written((), WorkPage(0, ()))
    names = (entry.zh, *printed, *(entry.known.names() if entry.known else ()))
    keys = {key for name in names for key in (author_key(name), author_key(f"The {name}")) if author_key(name)}
    return Written(authors_by_key(session, keys), works_of_authors(session, keys, limit=MOST))


def entities_of_authors(session: Session, vocabulary: Vocabulary, authors: Sequence[Author]) -> dict[str, str]:
    """By the author's key, the code of the person or body of that name, for the first authors that claims name."""
    codes = {author.key: _code(vocabulary, author.name) for author in authors[:MOST]}
    named = {count.code: count.kind for count in entity_list(session, set(codes.values()))} if codes else {}
    return {key: code for key, code in codes.items() if named.get(code) in BODIES}


def _code(vocabulary: Vocabulary, name: str) -> str:
    known = vocabulary.entities.find(name) or vocabulary.entities.find(name.removeprefix("The "))
    return known.code if known else entity_key(name)
