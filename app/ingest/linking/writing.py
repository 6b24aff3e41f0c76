"""Groups → rows: works with the fields of their descriptions, and the references and papers that they are."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import delete, func, insert, or_, select, update
from sqlalchemy.orm import Session

from app.ingest.linking.descriptions import chunks
from app.ingest.linking.scope import Scope
from app.ingest.works import Doubt, Entry, Group, Grouping, Member
from app.ingest.works.origin import country_of, language_of
from app.models import (
    Citation,
    Paper,
    PaperIdentity,
    Reference,
    Work,
    WorkAddress,
    WorkAuthor,
    WorkDoubt,
    WorkEntry,
    WorkKey,
)

_FIELDS = ("title", "title_en", "container", "year", "volume", "issue", "pages", "document_type", "url", "doi")
_LONGEST_KEY = 120
_ADDRESS = re.compile(r"\w+://")
_WHOLE = frozenset({"M", "R", "D", "S", "P", "G", "EB", "DB", "CP"})
"""Types of works that are no part of another, unless `//` names what they stand in. Pages printed with one are those
that are cited (引文页码), and differ with each citation."""


def clear_all(session: Session) -> None:
    """Forgets all that matching made; public identifiers that were given stay known."""
    for table in (WorkDoubt, WorkAuthor, WorkEntry, Work, WorkKey, PaperIdentity):
        session.execute(delete(table))


def keep_works(session: Session, scope: Scope, grouping: Grouping) -> int:
    """Puts the works of a scope in place of those it had; answers how many references changed their paper."""
    for part in chunks(sorted(scope.works)):
        session.execute(delete(WorkEntry).where(WorkEntry.work_id.in_(part)))
        session.execute(delete(Work).where(Work.id.in_(part)))
    cited = [one for one in grouping.groups if any(not scope.nodes[place].paper for place in _places(one))]
    marks, dates = _marks(session, scope), _accessed(session, scope)
    rows = [_work_row(one, scope, marks, dates) for one in cited]
    keys: dict[str, int] = {}
    for some in chunks(rows):
        session.execute(insert(Work), some)
        found = session.execute(select(Work.uid, Work.id).where(Work.uid.in_([row["uid"] for row in some])))
        keys.update((uid, key) for uid, key in found)
    _keep_entries(session, scope, cited, keys)
    _keep_identities(session, scope)
    _keep_doubts(session, scope, (*grouping.doubts, *scope.doubts))
    return _keep_links(session, scope, cited)


def _places(one: Group) -> list[str]:
    return [member.face.entry.place for member in one.members]


def _marks(session: Session, scope: Scope) -> Mapping[int, int]:
    """How often each reference of the scope is cited."""
    found: dict[int, int] = {}
    for part in chunks(sorted(node.id for node in scope.nodes.values() if not node.paper)):
        statement = select(Citation.reference_id, func.count()).where(Citation.reference_id.in_(part))
        found.update((key, count) for key, count in session.execute(statement.group_by(Citation.reference_id)))
    return found


def _accessed(session: Session, scope: Scope) -> Mapping[int, str]:
    """The days on which addresses were read."""
    found: dict[int, str] = {}
    for part in chunks(sorted(node.id for node in scope.nodes.values() if not node.paper)):
        statement = select(Reference.id, Reference.accessed).where(
            Reference.id.in_(part), Reference.accessed.is_not(None)
        )
        found.update((key, day) for key, day in session.execute(statement) if day)
    return found


def _work_row(one: Group, scope: Scope, marks: Mapping[int, int], dates: Mapping[int, str]) -> dict[str, Any]:
    entries = [member.face.entry for member in one.members]
    nodes = [scope.nodes[entry.place] for entry in entries if not entry.is_paper]
    row: dict[str, Any] = {name: _first(entries, name) for name in _FIELDS}
    if _is_whole(row["document_type"], entries):
        row["pages"] = None
    country, evidence = country_of(entries)
    return row | {
        "uid": one.uid,
        "authors": list(_first(entries, "authors") or ()),
        "accessed": next((dates[node.id] for node in nodes if node.id in dates), None),
        "language": language_of(row["title"] or ""),
        "country": country,
        "country_evidence": evidence,
        "printed": _first(entries, "text"),
        "place": next(entry.place for entry in entries if not entry.is_paper),
        "partial": all(entry.text is None and not entry.is_paper for entry in entries),
        "linked_paper_id": next((scope.nodes[entry.place].id for entry in entries if entry.is_paper), None),
        "has_paper": one.paper is not None,
        "entries": len(nodes),
        "papers": len({entry.paper for entry in entries if not entry.is_paper}),
        "citations": sum(marks.get(node.id, 0) for node in nodes),
    }


def _is_whole(document_type: str | None, entries: Iterable[Entry]) -> bool:
    part = any("//" in _ADDRESS.sub("", entry.text or "") for entry in entries)
    return (document_type or "").partition("/")[0] in _WHOLE and not part


def _first(entries: Iterable[Entry], name: str) -> Any:
    """A field as the first description that has it gives it: the fullest one comes first."""
    return next((value for entry in entries if (value := getattr(entry, name))), None)


def _keep_entries(session: Session, scope: Scope, groups: Iterable[Group], keys: Mapping[str, int]) -> None:
    entries, authors, addresses = [], [], []
    for one in groups:
        for member in one.members:
            entry = member.face.entry
            if not entry.is_paper:
                entries.append(_entry_row(member, scope.nodes[entry.place].id, keys[one.uid]))
        authors += _author_rows(one, keys[one.uid])
        bearers = [member.face.entry for member in one.members if not member.face.entry.is_paper]
        addresses.append({"uid": one.uid, "place": bearers[0].place})
    for table, rows in ((WorkEntry, entries), (WorkAuthor, authors)):
        if rows:
            session.execute(insert(table), rows)
    known = {
        uid
        for part in chunks(keys)
        for uid in session.scalars(select(WorkAddress.uid).where(WorkAddress.uid.in_(part)))
    }
    fresh = {row["uid"]: row for row in addresses if row["uid"] not in known}
    if fresh:
        session.execute(insert(WorkAddress), list(fresh.values()))


def _entry_row(member: Member, reference: int, work: int) -> dict[str, Any]:
    return {
        "reference_id": reference,
        "work_id": work,
        "uid": member.face.uid,
        "other": member.other,
        "evidence": ", ".join(member.likeness.evidence),
        "confidence": member.likeness.confidence,
    }


def _author_rows(one: Group, work: int) -> list[dict[str, Any]]:
    """The persons of a work, each under the letters of the name."""
    face = next((member.face for member in one.members if member.face.persons), one.members[0].face)
    names = {person.key[:_LONGEST_KEY]: name for person, name in zip(face.persons, face.entry.authors, strict=False)}
    return [
        {"work_id": work, "key": key, "name": name, "position": position}
        for position, (key, name) in enumerate(names.items())
    ]


def _keep_identities(session: Session, scope: Scope) -> None:
    papers = {scope.nodes[face.entry.place].id: face.uid for face in scope.faces if face.entry.is_paper}
    for part in chunks(sorted(papers)):
        session.execute(delete(PaperIdentity).where(PaperIdentity.paper_id.in_(part)))
        session.execute(insert(PaperIdentity), [{"paper_id": key, "uid": papers[key]} for key in part])


def _keep_doubts(session: Session, scope: Scope, doubts: Sequence[Doubt]) -> None:
    """Doubts of the scope in place of those that it had, within and with what lies outside."""
    for places in chunks(sorted(scope.nodes)):
        old = or_(WorkDoubt.one_place.in_(places), WorkDoubt.other_place.in_(places))
        session.execute(delete(WorkDoubt).where(old))
    for part in chunks(scope.renewed):
        old = or_(WorkDoubt.one_paper_id.in_(part), WorkDoubt.other_paper_id.in_(part))
        session.execute(delete(WorkDoubt).where(old))
    slugs = {place.partition("#")[0] for doubt in doubts for place in (doubt.one, doubt.other)}
    papers: dict[str, int] = {}
    for some in chunks(sorted(slugs)):
        found = session.execute(select(Paper.slug, Paper.id).where(Paper.slug.in_(some)))
        papers.update((slug, key) for slug, key in found)
    rows = [
        {
            "one_place": doubt.one,
            "other_place": doubt.other,
            "one_uid": scope.uids[doubt.one],
            "other_uid": scope.uids[doubt.other],
            "one_paper_id": papers[doubt.one.partition("#")[0]],
            "other_paper_id": papers[doubt.other.partition("#")[0]],
            "evidence": ", ".join(doubt.likeness.evidence),
        }
        for doubt in doubts
    ]
    if rows:
        session.execute(insert(WorkDoubt), rows)


def _keep_links(session: Session, scope: Scope, groups: Iterable[Group]) -> int:
    """Which paper here each reference is; answers how many changed."""
    found: dict[int, tuple[int | None, str]] = {}
    for one in groups:
        paper = scope.nodes[one.paper].id if one.paper else None
        for member in one.members:
            if not member.face.entry.is_paper:
                evidence = _link_evidence(one, member) if paper is not None else ""
                found[scope.nodes[member.face.entry.place].id] = (paper, evidence)
    changed = 0
    for part in chunks(sorted(found)):
        columns = select(Reference.id, Reference.linked_paper_id, Reference.link_evidence)
        for key, *known in session.execute(columns.where(Reference.id.in_(part))).all():
            if tuple(known) != found[key]:
                values = dict(zip(("linked_paper_id", "link_evidence"), found[key], strict=True))
                session.execute(update(Reference).where(Reference.id == key).values(values))
                changed += 1
    return changed


def _link_evidence(one: Group, member: Member) -> str:
    """Why a reference is the paper: what agrees with its record, or with another reference to it."""
    evidence = member.likeness.evidence
    said = evidence[0] if evidence and ": " in evidence[0] else f"same {', '.join(evidence)}"
    return said if member.other == one.paper else f"{said} as {member.other}"
