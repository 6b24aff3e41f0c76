"""Works to be cited, found by what an address names: papers, claims, and cited works."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app import catalogue, cite

MOST = 500
"""Works of one list."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Slugs of papers, ids of claims, and cited works as `slug/label`; each once."""

    papers: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()

    @classmethod
    def of(cls, papers: Iterable[str], claims: Iterable[str], entries: Iterable[str]) -> "Wanted":
        """Each name once, in the order given."""
        return cls(*(tuple(dict.fromkeys(names)) for names in (papers, claims, entries)))


class NoSuchWorkError(LookupError):
    """There is no such `paper`, `claim` or `reference`, or nothing or too much was asked for (`kind` is `work`)."""

    def __init__(self, kind: str, name: str) -> None:
        self.kind = kind
        self.name = name
        super().__init__(f"There is no {kind} {name[:80]!r}." if kind != "work" else f"Name 1 to {MOST} works.")


def find_works(session: Session, wanted: Wanted) -> list[cite.Citable]:
    """The works: papers, the papers of claims, and cited works, each once. Raises `NoSuchWorkError`."""
    if not 1 <= len(wanted.papers) + len(wanted.claims) + len(wanted.entries) <= MOST:
        raise NoSuchWorkError("work", "")
    records = catalogue.papers_by_slug(session, wanted.papers)
    quoted = catalogue.claims_by_uid(session, wanted.claims)
    _all_there("paper", wanted.papers, records)
    _all_there("claim", wanted.claims, quoted)
    named = [*(records[slug] for slug in wanted.papers), *(quoted[uid].paper for uid in wanted.claims)]
    works: list[cite.Citable] = list({record.slug: record for record in named}.values())
    return [*works, *(_entry(session, name) for name in wanted.entries)]


def _all_there(kind: str, asked: Iterable[str], found: Collection[str]) -> None:
    missing = next((one for one in asked if one not in found), None)
    if missing is not None:
        raise NoSuchWorkError(kind, missing)


def _entry(session: Session, name: str) -> cite.Citable:
    slug, _, label = name.rpartition("/")
    hits = catalogue.look_up_references(session, paper=slug, label=label, limit=1).hits
    if not hits:
        raise NoSuchWorkError("reference", name)
    return hits[0].reference
