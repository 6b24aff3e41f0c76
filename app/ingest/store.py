"""Rows → the database: a paper as a whole or not at all, and only when something changed.

All rows of a table go in by one statement, which is several times faster than an object for each.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import BindParameter, Select, Table, bindparam, delete, func, insert, select, update
from sqlalchemy.orm import Session

from app.database import Base
from app.ingest.departures import Sentence
from app.ingest.farewells import keep_departures, keep_removal, welcome
from app.ingest.identity import checksum
from app.ingest.linking import link_references
from app.ingest.preparing import Counts, PaperRows
from app.ingest.records import Document, ReferenceKind
from app.ingest.rows import Row
from app.models import Citation, Claim, Figure, JudgedSentence, Paper, Reference, Section
from app.vocabulary import Vocabulary

__all__ = ["Counts", "Outcome", "Saved", "count_stored", "is_current", "link_references", "remove", "save"]

_PAPER: BindParameter[int] = bindparam("paper")
_KEYS: Mapping[str, Select[*tuple[Any, ...]]] = {
    "section": select(Section.number, Section.id).where(Section.paper_id == _PAPER),
    "reference": select(Reference.label, Reference.id).where(Reference.paper_id == _PAPER),
    "claim": select(Claim.uid, Claim.id).where(Claim.paper_id == _PAPER),
    "figure": select(Claim.uid, Figure.position, Figure.id).join(Figure.claim).where(Claim.paper_id == _PAPER),
    "judged_sentence": select(JudgedSentence.uid, JudgedSentence.id).where(JudgedSentence.paper_id == _PAPER),
}
"""By table, the rows of a paper to which others point: what names a row within its paper, and last its key."""


class Outcome(StrEnum):
    """What became of a paper."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Saved:
    """The outcome for one paper, with what it now holds (zeros where nothing changed) and its `PaperRows.problems`."""

    outcome: Outcome
    counts: Counts = field(default_factory=Counts)
    problems: tuple[str, ...] = ()


def is_current(session: Session, document: Document, vocabulary: Vocabulary) -> bool:
    """Whether the database holds this document's analysis already, so that it need not be made again."""
    stored = session.scalar(select(Paper.checksum).where(Paper.slug == document.slug))
    return stored == checksum(document, vocabulary)


def count_stored(session: Session, slug: str) -> Counts:
    """What the database holds of a paper, counted as `save` counts; zeros for one that is not here."""
    claims = select(Claim.id).join(Claim.paper).where(Paper.slug == slug)
    of_paper = Paper.slug == slug
    statements = (
        select(func.count(Section.id)).join(Section.paper).where(of_paper, Section.level > 0),
        select(func.count(Claim.id)).join(Claim.paper).where(of_paper),
        select(func.count(Reference.id))
        .join(Reference.paper)
        .where(of_paper, Reference.kind == ReferenceKind.REFERENCE),
        select(func.count(Citation.id)).where(Citation.claim_id.in_(claims)),
    )
    return Counts(*(session.scalar(statement) or 0 for statement in statements))


def save(session: Session, rows: PaperRows) -> Saved:
    """Adds the paper, or puts the new rows in place of the old ones.

    An updated paper keeps its key, its date of addition and the links of other papers to it; claims that it has no
    more leave word of what stands for them. The caller's transaction commits; on any exception nothing of the paper
    is kept. Raises what the database raises, and `KeyError` for a row that points to none.
    """
    key, stored = _stored(session, rows.paper["slug"])
    if stored == rows.paper["checksum"]:
        return Saved(Outcome.UNCHANGED)
    paper = Base.metadata.tables["paper"]
    values = rows.paper | {"updated_at": datetime.now(UTC), "indexed_at": None}
    outcome = Outcome.ADDED if key is None else Outcome.UPDATED
    claims = [Sentence(row["uid"], row["text"]) for row in rows.tables.get("claim", ())]
    if key is None:
        key = session.execute(insert(paper).values(values).returning(paper.c.id)).scalar_one()
    else:
        keep_departures(session, key, claims)
        _clear(session, key)
        session.expire_all()
        session.execute(update(paper).where(paper.c.id == key).values(values))
    _fill(session, key, rows)
    welcome(session, rows.paper["slug"], claims)
    return Saved(outcome, rows.counts, rows.problems)


def remove(session: Session, slug: str) -> bool:
    """Takes a paper out with all that belongs to it; its addresses and those of its claims say so from now on.

    Answers whether there was such a paper. The caller's transaction commits.
    """
    paper = session.execute(select(Paper.id, Paper.title).where(Paper.slug == slug)).first()
    if paper is None:
        return False
    keep_removal(session, slug, paper.title)
    keep_departures(session, paper.id, [])
    session.execute(delete(Paper).where(Paper.id == paper.id))
    session.expire_all()
    return True


def _stored(session: Session, slug: str) -> tuple[int | None, str | None]:
    """Key and checksum of the paper, if it is here."""
    row = session.execute(select(Paper.id, Paper.checksum).where(Paper.slug == slug)).first()
    return (row.id, row.checksum) if row else (None, None)


def _clear(session: Session, paper: int) -> None:
    """Deletes what the old analysis said; what hangs on these rows goes with them."""
    for table in reversed(Base.metadata.sorted_tables):
        if "paper_id" in table.columns:
            session.execute(delete(table).where(table.c.paper_id == paper))


class _Keys(dict[str, Mapping[object, int]]):
    """By table, the keys that the database gave to a paper's rows, by what names them; read when first asked for."""

    def __init__(self, session: Session, paper: int) -> None:
        self._session = session
        self._paper = paper

    def __missing__(self, table: str) -> Mapping[object, int]:
        found = self._session.execute(_KEYS[table], {"paper": self._paper})
        self[table] = {row[0] if len(row) == 2 else tuple(row[:-1]): row[-1] for row in found}
        return self[table]


def _fill(session: Session, paper: int, rows: PaperRows) -> None:
    """Inserts table by table, those to whose rows others point before the others."""
    keys = _Keys(session, paper)
    for table in Base.metadata.sorted_tables:
        if found := rows.tables.get(table.name):
            session.execute(insert(table), _resolved(table, paper, found, keys))
    if rows.parents:
        section = Base.metadata.tables["section"]
        known = keys["section"]
        parents = [{"child": known[child], "parent": known[parent]} for child, parent in rows.parents.items()]
        statement = update(section).where(section.c.id == bindparam("child")).values(parent_id=bindparam("parent"))
        session.execute(statement, parents)


def _resolved(table: Table, paper: int, rows: Sequence[Row], keys: _Keys) -> list[Row]:
    """The rows of one table with keys in place of names of other rows, and with the paper's where they have one."""
    known = {
        column.name: keys[pointer.column.table.name]
        for column in table.columns
        if column.name in rows[0]
        for pointer in column.foreign_keys
    }
    fixed = {"paper_id": paper} if "paper_id" in table.columns else {}
    return [fixed | row | {name: found[row[name]] for name, found in known.items()} for row in rows]
