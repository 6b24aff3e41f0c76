"""Works to be cited, found by what an address names: papers, claims, entries of their lists, and cited works."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app import catalogue, cite

MOST = 500
"""Works of one list."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Slugs of papers, ids of claims, entries of lists as `slug/label`, and ids of cited works; each once."""

    papers: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    works: tuple[str, ...] = ()

    @classmethod
    def of(cls, *names: Iterable[str]) -> "Wanted":
        """Each name once, in the order given: of papers, claims, entries and works."""
        return cls(*(tuple(dict.fromkeys(some)) for some in names))

    def __len__(self) -> int:
        return len(self.papers) + len(self.claims) + len(self.entries) + len(self.works)


class NoSuchWorkError(LookupError):
    """There is no such `paper`, `claim`, `reference` or `work`, or nothing or too much was asked for (`works`)."""

    def __init__(self, kind: str, name: str) -> None:
        self.kind = kind
        self.name = name
        super().__init__(f"There is no {kind} {name[:80]!r}." if kind != "works" else f"Name 1 to {MOST} works.")


def find_works(session: Session, wanted: Wanted) -> list[cite.Citable]:
    """The works: papers, the papers of claims, entries, and cited works, each once. Raises `NoSuchWorkError`.

    A former id of a work stands for the work that it is now.
    """
    if not 1 <= len(wanted) <= MOST:
        raise NoSuchWorkError("works", "")
    records = catalogue.papers_by_slug(session, wanted.papers)
    quoted = catalogue.claims_by_uid(session, wanted.claims)
    _all_there("paper", wanted.papers, records)
    _all_there("claim", wanted.claims, quoted)
    named = [*(records[slug] for slug in wanted.papers), *(quoted[uid].paper for uid in wanted.claims)]
    works: list[cite.Citable] = list({record.slug: record for record in named}.values())
    works += [_entry(session, name) for name in wanted.entries]
    return [*works, *dict.fromkeys(_work(session, uid) for uid in wanted.works)]


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


def _work(session: Session, uid: str) -> cite.Citable:
    current = catalogue.current_uid(session, uid)
    found = catalogue.work_by_uid(session, current) if current else None
    if found is None:
        raise NoSuchWorkError("work", uid)
    return found
