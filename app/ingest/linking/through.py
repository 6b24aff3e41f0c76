"""Works that are quoted through another one: 转引自, cited in. That one may be a paper here."""

import re

from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from app.ingest.linking.descriptions import Descriptions, Node, chunks
from app.ingest.references.fields import parse_footnote
from app.ingest.works import Entry, Face, Verdict, compare, face_of, keys_of
from app.models import Paper, Reference, WorkEntry, WorkKey

_THROUGH = re.compile(
    r"(?:转引自|转引|轉引自|\b(?:quoted|cited)\s+(?:in|from|after)\b|\bas cited in\b)\s*[:：]?\s*(?P<rest>.{6,})"
)
_WORDS = ("转引", "轉引", "quoted ", "cited ", "Quoted ", "Cited ")


def link_through(session: Session) -> int:
    """Brings up to date through which papers here references are quoted; answers how many changed.

    It is looked at anew each time, since the paper may have come or gone, and few entries say so.
    """
    statement = select(Reference, Paper.slug, WorkEntry.through_paper_id).join(Reference.paper)
    statement = statement.join(WorkEntry, WorkEntry.reference_id == Reference.id)
    descriptions = Descriptions(session)
    changed = 0
    for row, slug, known in session.execute(statement.where(or_(*map(Reference.text.contains, _WORDS)))).all():
        paper, evidence = _paper(session, descriptions, row.text or "", slug)
        if paper != known:
            values = {"through_paper_id": paper, "through_evidence": evidence}
            session.execute(update(WorkEntry).where(WorkEntry.reference_id == row.id).values(values))
            changed += 1
    return changed


def second_hand(text: str, place: str) -> Face | None:
    """The work through which an entry says it quotes, as it describes that; `None` where it says nothing of it.

    >>> second_hand("Austen Edwards, Science. 转引自王明国:《科技外交与中美关系》,第40页。", "p#19").titles
    ('科技外交与中美关系',)
    """
    found = _THROUGH.search(text)
    if found is None:
        return None
    read = parse_footnote("1", found["rest"], 0, len(found["rest"]))
    return face_of(Entry(place=place, authors=read.authors, title=read.title, container=read.container, year=read.year))


def _paper(session: Session, descriptions: Descriptions, text: str, slug: str) -> tuple[int | None, str]:
    """The one paper here that it is, with what agrees."""
    face = second_hand(text, slug)
    if face is None:
        return None, ""
    nodes: set[Node] = set()
    for part in chunks(sorted(keys_of(face))):
        keys = select(WorkKey.paper_id).where(WorkKey.key.in_(part), WorkKey.paper_id.is_not(None))
        nodes |= {Node(True, key) for key in session.scalars(keys) if key is not None}
    found = [
        (node.id, likeness)
        for node, paper in descriptions.read(sorted(nodes)).items()
        if (likeness := compare(face, paper)).verdict == Verdict.SAME and paper.entry.place != slug
    ]
    return (
        (found[0][0], f"quoted through it: same {', '.join(found[0][1].evidence)}") if len(found) == 1 else (None, "")
    )
