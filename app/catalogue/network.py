"""The network that citations make: what lies around a paper, a work or an author, a few steps far and bounded."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import cast, get_args

from sqlalchemy import ScalarSelect, Select, func, null, select
from sqlalchemy.orm import Session

from app.catalogue.views import Network, NetworkEdge, NetworkNode, NodeKey
from app.catalogue.views.network import Kind
from app.models import Citation, Paper, Reference, Work, WorkAuthor, WorkEntry

FIRST_RING, NEXT_RING = 24, 4
"""Neighbours that are shown of the node in the middle, and of each node around it."""
PAPERS, WORKS = 12, 30
"""Papers and works that are shown of the whole."""


def network_around(session: Session, node: str, depth: int = 1) -> Network | None:
    """The network around a node named as in addresses (`paper:SLUG`, `work:UID`, `author:KEY`), the whole for none."""
    if not node:
        return overview_network(session)
    kind, _, code = node.partition(":")
    if kind not in get_args(Kind):
        return None
    return neighbourhood(session, NodeKey(cast("Kind", kind), code), depth)


def neighbourhood(session: Session, middle: NodeKey, depth: int = 1) -> Network | None:
    """What lies up to `depth` steps around `middle`; `None` if there is no such node.

    Of each node the neighbours that most papers cite come first, and the others are counted as left out. Who cites
    stands on one side, who is cited and who wrote on the other.
    """
    walk = _Walk(session)
    if not walk.add(middle, 0):
        return None
    ring = [middle]
    for step in range(depth):
        most = FIRST_RING if step == 0 else NEXT_RING
        ring = [found for node in ring for found in walk.spread(node, most)]
    return walk.network()


def overview_network(session: Session) -> Network:
    """The papers that cite most, and the works that most of them cite, with the ties between."""
    walk = _Walk(session)
    count = func.count(WorkEntry.reference_id)
    citing = select(Paper.slug).join(Reference, Reference.paper_id == Paper.id)
    citing = citing.join(WorkEntry, WorkEntry.reference_id == Reference.id).group_by(Paper.id)
    slugs = session.scalars(citing.order_by(count.desc(), Paper.slug)).all()
    for slug in slugs[:PAPERS]:
        walk.add(NodeKey("paper", slug), -1)
    order = (Work.papers.desc(), Work.citations.desc(), Work.title, Work.uid)
    works = session.scalars(select(Work.uid).where(Work.title.is_not(None)).order_by(*order).limit(WORKS)).all()
    shown = set(slugs[:PAPERS])
    for uid in works:
        key = walk.key_of_work(uid)
        for paper, citations, _ in walk.citing(key, len(slugs)):
            if paper.code in shown and paper != key and walk.add(key, 1):
                walk.tie(NetworkEdge(paper, key, "cites", citations))
    return walk.network(len(slugs) - len(shown))


@dataclass(slots=True)
class _Walk:
    """What was met so far."""

    session: Session
    nodes: dict[NodeKey, NetworkNode] = field(default_factory=dict)
    edges: dict[tuple[NodeKey, NodeKey], NetworkEdge] = field(default_factory=dict)
    left_out: dict[NodeKey, int] = field(default_factory=dict)

    def add(self, key: NodeKey, level: int) -> bool:
        """Takes a node in, if there is one; a node that is in stays where it is."""
        if key not in self.nodes:
            node = self._read(key, level)
            if node is None:
                return False
            self.nodes[key] = node
        return True

    def tie(self, edge: NetworkEdge) -> None:
        """Takes a tie in, once."""
        self.edges.setdefault((edge.source, edge.target), edge)

    def network(self, papers_left_out: int = 0) -> Network:
        """All that was met, by level, then in the order in which it was met."""
        nodes = sorted(self.nodes.values(), key=lambda node: node.level)
        left_out = [(key, count) for key, count in self.left_out.items() if count]
        if papers_left_out:
            left_out.append((NodeKey("paper", ""), papers_left_out))
        return Network(tuple(nodes), tuple(self.edges.values()), tuple(left_out))

    def spread(self, key: NodeKey, most: int) -> list[NodeKey]:
        """Takes the neighbours of a node in, `most` of each kind; answers those that are new."""
        level = self.nodes[key].level
        outwards = (level > 0) - (level < 0)
        fresh: list[NodeKey] = []
        for tie, direction, found in self._neighbours(key, most):
            self.left_out[key] = self.left_out.get(key, 0) + max(0, found[0][2] - len(found) if found else 0)
            for other, citations, _ in found:
                known = other in self.nodes
                if self.add(other, level + (outwards or direction)):
                    source, target = (key, other) if direction > 0 else (other, key)
                    self.tie(NetworkEdge(source, target, tie, citations))  # type: ignore[arg-type]
                    fresh += [] if known else [other]
        return fresh

    def _neighbours(self, key: NodeKey, most: int) -> Iterator[tuple[str, int, list[tuple[NodeKey, int, int]]]]:
        """Ties from a node: their kind, direction (1: from the node on), and neighbours with citations and total."""
        if key.kind == "author":
            yield "by", -1, self._works(select(WorkAuthor.work_id).where(WorkAuthor.key == key.code), most)
            return
        yield "cites", -1, self.citing(key, most)
        if key.kind == "paper":
            cited = select(WorkEntry.work_id).join(WorkEntry.reference).join(Reference.paper)
            yield "cites", 1, self._works(cited.where(Paper.slug == key.code), most)
        yield "by", 1, self._authors(key, most)

    def citing(self, key: NodeKey, most: int) -> list[tuple[NodeKey, int, int]]:
        """The papers that cite a work, or the work that a paper is."""
        marks = func.count(Citation.id)
        statement = (
            select(Paper.slug, marks, func.count().over())
            .join(Reference, Reference.paper_id == Paper.id)
            .join(WorkEntry, WorkEntry.reference_id == Reference.id)
            .outerjoin(Citation, Citation.reference_id == Reference.id)
            .where(WorkEntry.work_id.in_(self._work_ids(key)))
            .group_by(Paper.id)
            .order_by(marks.desc(), Paper.slug)
            .limit(most)
        )
        return [(NodeKey("paper", slug), count, total) for slug, count, total in self.session.execute(statement)]

    def _works(self, ids: Select[int], most: int) -> list[tuple[NodeKey, int, int]]:
        statement = select(Work.uid, Work.citations, func.count().over(), Work.linked_paper_id, Paper.slug)
        statement = statement.outerjoin(Paper, Paper.id == Work.linked_paper_id).where(Work.id.in_(ids))
        order = (Work.papers.desc(), Work.title.is_(None), Work.citations.desc(), Work.year.desc(), Work.uid)
        rows = self.session.execute(statement.order_by(*order).limit(most))
        return [
            (NodeKey("paper", slug) if paper is not None else NodeKey("work", uid), count, total)
            for uid, count, total, paper, slug in rows
        ]

    def _authors(self, key: NodeKey, most: int) -> list[tuple[NodeKey, int, int]]:
        statement = select(WorkAuthor.key, func.count().over()).where(WorkAuthor.work_id.in_(self._work_ids(key)))
        rows = self.session.execute(statement.order_by(WorkAuthor.position).limit(most))
        return [(NodeKey("author", author), 0, total) for author, total in rows]

    def _work_ids(self, key: NodeKey) -> Select[int]:
        if key.kind == "work":
            return select(Work.id).where(Work.uid == key.code)
        return select(Work.id).join(Paper, Paper.id == Work.linked_paper_id).where(Paper.slug == key.code)

    def key_of_work(self, uid: str) -> NodeKey:
        """The node of a work: that of the paper here that it is, or its own."""
        of_paper = select(Paper.slug).join(Work, Work.linked_paper_id == Paper.id).where(Work.uid == uid)
        slug = self.session.scalar(of_paper)
        return NodeKey("paper", slug) if slug is not None else NodeKey("work", uid)

    def _read(self, key: NodeKey, level: int) -> NetworkNode | None:
        if key.kind == "paper":
            statement = select(Paper.title, Paper.title_en, Paper.year).where(Paper.slug == key.code)
        elif key.kind == "work":
            named = func.coalesce(Work.title, Work.printed, _first_author() + " · " + Work.place, Work.place)
            statement = select(named, Work.title_en, Work.year).where(Work.uid == key.code)
        else:
            statement = select(WorkAuthor.name, null(), null()).where(WorkAuthor.key == key.code).limit(1)
        row = self.session.execute(statement).first()
        return NetworkNode(key, row[0] or "", row[1], row[2], level) if row else None


def _first_author() -> ScalarSelect[str]:
    first = select(WorkAuthor.name).where(WorkAuthor.work_id == Work.id).order_by(WorkAuthor.position).limit(1)
    return first.correlate(Work).scalar_subquery()
