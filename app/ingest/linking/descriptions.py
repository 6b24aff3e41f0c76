"""Rows → what matching compares, each made once."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple, TypeVar

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from app.ingest.works import Entry, Face, face_of, keys_of
from app.models import Citation, Claim, Paper, Reference, WorkKey

AT_ONCE = 500
"""Values in one statement: databases limit how many it may hold."""
T = TypeVar("T")


class Node(NamedTuple):
    """A description's row: of the table `paper` or `reference`."""

    paper: bool
    id: int


def chunks(values: Iterable[T]) -> Iterator[list[T]]:
    """`values` in lists of what one statement may hold."""
    rest = iter(values)
    while part := list(islice(rest, AT_ONCE)):
        yield part


class Descriptions:
    """The faces of references and papers, read when they are first asked for."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._faces: dict[Node, Face] = {}
        self._keys: dict[Node, frozenset[str]] = {}

    def read(self, nodes: Iterable[Node]) -> Mapping[Node, Face]:
        """The faces of `nodes`, references before papers: which sentences of papers are needed hangs on those."""
        wanted = list(nodes)
        missing = [node for node in wanted if node not in self._faces]
        for part in chunks(node.id for node in missing if not node.paper):
            self._faces.update(self._references(part))
        for part in chunks(node.id for node in missing if node.paper):
            self._faces.update(self._papers(part))
        return {node: self._faces[node] for node in wanted if node in self._faces}

    def all(self) -> Collection[Face]:
        """Every face that was read."""
        return self._faces.values()

    def keys(self, node: Node) -> frozenset[str]:
        """The keys under which a description that was read is found."""
        if node not in self._keys:
            self._keys[node] = keys_of(self._faces[node])
        return self._keys[node]

    def keep_keys(self, nodes: Collection[Node]) -> None:
        """Stores the keys of descriptions that have none yet."""
        rows = [
            {"key": key, "reference_id": None if node.paper else node.id, "paper_id": node.id if node.paper else None}
            for node in nodes
            for key in sorted(self.keys(node))
        ]
        if rows:
            self._session.execute(insert(WorkKey), rows)

    def _references(self, ids: Sequence[int]) -> Iterator[tuple[Node, Face]]:
        statement = select(Reference, Paper.slug).join(Reference.paper).where(Reference.id.in_(ids))
        rows = self._session.execute(statement).all()
        told = {row.id for row, _ in rows if is_told(row)}
        sentences = self._citing(sorted(told))
        for row, slug in rows:
            yield Node(False, row.id), face_of(reference_entry(row, slug, tuple(sentences.get(row.id, ()))))

    def _citing(self, ids: Sequence[int]) -> Mapping[int, list[str]]:
        found: dict[int, list[str]] = defaultdict(list)
        for part in chunks(ids):
            statement = select(Citation.reference_id, Claim.text).join(Citation.claim)
            statement = statement.where(Citation.reference_id.in_(part)).order_by(Claim.position)
            for reference, text in self._session.execute(statement):
                found[reference].append(text)
        return found

    def _papers(self, ids: Sequence[int]) -> Iterator[tuple[Node, Face]]:
        for row in self._session.scalars(select(Paper).where(Paper.id.in_(ids))):
            face = face_of(paper_entry(row))
            if self._is_reported(face):
                texts = select(Claim.text).where(Claim.paper_id == row.id).order_by(Claim.position)
                face = face_of(paper_entry(row, tuple(self._session.scalars(texts))))
            yield Node(True, row.id), face

    def _is_reported(self, paper: Face) -> bool:
        """Whether a work known from a sentence alone may be by the paper's author: then its wording counts."""
        keys = [key for key in keys_of(paper) if key.startswith("a")]
        named = select(WorkKey.id).where(WorkKey.key.in_(keys), WorkKey.reference_id.is_not(None)).limit(1)
        return bool(keys) and self._session.scalar(named) is not None


def is_told(row: Reference) -> bool:
    """Whether only a sentence describes the work: no entry is printed and no record gives its title."""
    return row.from_sentence and "title" not in row.added


def reference_entry(row: Reference, slug: str, sentences: tuple[str, ...] = ()) -> Entry:
    """A row of `reference` as matching sees it."""
    return Entry(
        place=f"{slug}#{row.label}",
        authors=tuple(row.authors),
        **{name: getattr(row, name) for name in _SHARED},
        text=row.text,
        told=is_told(row),
        stated_paper=row.stated_paper,
        stated_source=row.added.get("paper", ""),
        sentences=sentences,
    )


def paper_entry(row: Paper, sentences: tuple[str, ...] = ()) -> Entry:
    """A row of `paper` as matching sees it."""
    return Entry(
        place=row.slug,
        authors=tuple(row.authors),
        authors_en=tuple(row.authors_en),
        title_en=None if "title_en" in row.translated else row.title_en,
        **{name: getattr(row, name) for name in _SHARED},
        is_paper=True,
        sentences=sentences,
    )


_SHARED = ("title", "container", "year", "volume", "issue", "pages", "document_type", "doi", "url")
