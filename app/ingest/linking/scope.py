"""Which descriptions have to be matched again: what is new or lost a fellow, and all that this may be joined to."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from app.ingest.linking.descriptions import Descriptions, Node, chunks
from app.ingest.works import Decisions, Doubt, Face, Verdict, judge
from app.models import Paper, PaperIdentity, Reference, Work, WorkEntry, WorkKey


@dataclass(slots=True)
class Scope:
    """Complete groups of descriptions, the works they were so far, and their doubts with what lies outside."""

    nodes: dict[str, Node] = field(default_factory=dict)
    """By place."""
    faces: list[Face] = field(default_factory=list)
    works: set[int] = field(default_factory=set)
    doubts: list[Doubt] = field(default_factory=list)
    renewed: list[int] = field(default_factory=list)
    """Keys of papers that are new or were taken in again: doubts on entries that they had before are void."""
    uids: dict[str, str] = field(default_factory=dict)
    """Public identifiers by place, of what lies outside too."""


def find_scope(session: Session, descriptions: Descriptions, decisions: Decisions) -> Scope:
    """Follows likeness from what changed until nothing more can be joined; reads only what shares a key with it."""
    works = _changed_works(session)
    new = _new(session)
    frontier = {*new, *_members(session, works)}
    for papers in (False, True):  # which sentences of papers are needed hangs on the keys of references
        descriptions.read(node for node in frontier if node.paper is papers)
        descriptions.keep_keys(sorted(node for node in new if node.paper is papers))
    inside: set[Node] = set()
    unsure: dict[tuple[Node, Node], Doubt] = {}
    while frontier:
        inside |= frontier
        found = _alike(session, descriptions, decisions, frontier, inside, unsure)
        fresh = _works_of(session, found) - works
        works |= fresh
        frontier = {*found, *_members(session, fresh)} - inside
        descriptions.read(frontier)
    known = descriptions.read(sorted(inside))
    nodes = {face.entry.place: node for node, face in known.items()}
    outside = [doubt for (_, other), doubt in sorted(unsure.items()) if other not in inside]
    uids = {face.entry.place: face.uid for face in descriptions.all()}
    renewed = sorted(node.id for node in new if node.paper)
    return Scope(nodes, list(known.values()), works, outside, renewed, uids)


def _new(session: Session) -> set[Node]:
    """References and papers that matching has not seen."""
    references = select(Reference.id).outerjoin(WorkEntry, WorkEntry.reference_id == Reference.id)
    references = references.where(Reference.kind == "reference", WorkEntry.reference_id.is_(None))
    papers = select(Paper.id).outerjoin(PaperIdentity, PaperIdentity.paper_id == Paper.id)
    papers = papers.where(PaperIdentity.paper_id.is_(None))
    return {
        *(Node(False, key) for key in session.scalars(references)),
        *(Node(True, key) for key in session.scalars(papers)),
    }


def _changed_works(session: Session) -> set[int]:
    """Works that lost an entry, or whose paper here is gone or was taken in again."""
    members = select(func.count(WorkEntry.reference_id)).where(WorkEntry.work_id == Work.id).scalar_subquery()
    matched = select(PaperIdentity.paper_id)
    paper_gone = Work.has_paper & or_(Work.linked_paper_id.is_(None), Work.linked_paper_id.not_in(matched))
    return set(session.scalars(select(Work.id).where(or_(Work.entries != members, paper_gone))))


def _members(session: Session, works: Iterable[int]) -> set[Node]:
    """All descriptions of some works, papers here among them."""
    found: set[Node] = set()
    for part in chunks(sorted(works)):
        entries = select(WorkEntry.reference_id).where(WorkEntry.work_id.in_(part))
        papers = select(Work.linked_paper_id).where(Work.id.in_(part), Work.linked_paper_id.is_not(None))
        found |= {Node(False, key) for key in session.scalars(entries)}
        found |= {Node(True, key) for key in session.scalars(papers) if key is not None}
    return found


def _works_of(session: Session, nodes: Iterable[Node]) -> set[int]:
    """The works that some descriptions are."""
    found: set[int] = set()
    for part in chunks(sorted(nodes)):
        of_papers = select(Work.id).where(Work.linked_paper_id.in_([node.id for node in part if node.paper]))
        of_entries = select(WorkEntry.work_id).where(
            WorkEntry.reference_id.in_([node.id for node in part if not node.paper])
        )
        found |= {*session.scalars(of_papers), *session.scalars(of_entries)}
    return found


def _alike(
    session: Session,
    descriptions: Descriptions,
    decisions: Decisions,
    frontier: set[Node],
    inside: set[Node],
    unsure: dict[tuple[Node, Node], Doubt],
) -> set[Node]:
    """What lies outside and is the same as something in `frontier`; notes in `unsure` what may be."""
    by_key: dict[str, list[Node]] = defaultdict(list)
    for node in sorted(frontier):
        for key in descriptions.keys(node):
            by_key[key].append(node)
    pairs = {(near, far) for key, far in _under(session, by_key) if far not in inside for near in by_key[key]}
    pairs |= _decided(session, descriptions, decisions, frontier, inside)
    faces = descriptions.read({node for pair in pairs for node in pair})
    found: set[Node] = set()
    for near, far in sorted(pairs):
        likeness = judge(faces[near], faces[far], decisions)
        if likeness.verdict == Verdict.SAME:
            found.add(far)
        elif likeness.verdict == Verdict.UNSURE:
            one, other = sorted((faces[near].entry.place, faces[far].entry.place))
            unsure[near, far] = Doubt(one, other, likeness)
    return found


def _under(session: Session, keys: Iterable[str]) -> Iterable[tuple[str, Node]]:
    """Stored descriptions under some keys."""
    for part in chunks(sorted(keys)):
        statement = select(WorkKey.key, WorkKey.reference_id, WorkKey.paper_id).where(WorkKey.key.in_(part))
        for key, reference, paper in session.execute(statement):
            yield key, Node(reference is None, reference or paper or 0)


def _decided(
    session: Session, descriptions: Descriptions, decisions: Decisions, frontier: set[Node], inside: set[Node]
) -> set[tuple[Node, Node]]:
    """Pairs on which a person decided, which may share no key."""
    if not decisions.all:
        return set()
    faces = descriptions.read(frontier)
    partners: dict[str, set[Node]] = defaultdict(set)
    for decision in decisions.all:
        for one, other in (decision.works, decision.works[::-1]):
            partners[other] |= {node for node, face in faces.items() if face.uid == one}
    wanted = [uid for uid, near in partners.items() if near]
    entries = session.execute(select(WorkEntry.uid, WorkEntry.reference_id).where(WorkEntry.uid.in_(wanted)))
    papers = session.execute(select(PaperIdentity.uid, PaperIdentity.paper_id).where(PaperIdentity.uid.in_(wanted)))
    bearers = [*((uid, Node(False, key)) for uid, key in entries), *((uid, Node(True, key)) for uid, key in papers)]
    return {(near, far) for uid, far in bearers if far not in inside for near in partners[uid]}
