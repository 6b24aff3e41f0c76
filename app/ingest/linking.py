"""References → papers: which cited work is itself a paper in the knowledge base."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import Row, select, update
from sqlalchemy.orm import Session

from app.models import Paper, Reference
from app.text.normalise import bare, fold_text

MIN_TITLE = 6
"""Shortest title, in bare form, that can identify a paper: 科技外交 alone is the title of many works."""

_COLUMNS = (
    *(Reference.id, Reference.paper_id, Reference.title, Reference.authors, Reference.year, Reference.from_sentence),
    *(Reference.added, Reference.stated_paper, Reference.linked_paper_id, Reference.link_evidence),
)


@dataclass(frozen=True, slots=True)
class _Work:
    """What identifies a paper."""

    id: int
    slug: str
    title: str
    authors: frozenset[str]
    year: int | None


def link_references(session: Session) -> int:
    """Links every reference to the paper here that it is, unlinks what no longer holds; answers how many changed.

    Run it after each ingest, over everything, so that papers which come later are found. A link needs a record
    that states it, or the same title in bare form with no author or year that speaks against it. A work known
    only from the sentence that cites it is linked by a record or not at all.
    """
    papers = [
        _Work(row.id, row.slug, _key(row.title or ""), _author_keys(row.authors), row.year)
        for row in session.execute(select(Paper.id, Paper.slug, Paper.title, Paper.authors, Paper.year))
    ]
    by_slug = {paper.slug: paper for paper in papers}
    by_title: dict[str, list[_Work]] = {}
    for paper in papers:
        by_title.setdefault(paper.title, []).append(paper)
    changed = 0
    for row in session.execute(select(*_COLUMNS).where(Reference.kind == "reference")).all():
        paper_id, evidence = _stated(row, by_slug) or _same_title(row, by_title) or (None, "")
        if (paper_id, evidence) != (row.linked_paper_id, row.link_evidence):
            values = {"linked_paper_id": paper_id, "link_evidence": evidence}
            session.execute(update(Reference).where(Reference.id == row.id).values(values))
            changed += 1
    return changed


def _stated(row: Row[*tuple[Any, ...]], by_slug: Mapping[str, _Work]) -> tuple[int, str] | None:
    """The paper that the record says the work is, if it is here."""
    paper = by_slug.get(row.stated_paper or "")
    return (paper.id, f"record: {row.added.get('paper', '')}") if paper else None


def _same_title(row: Row[*tuple[Any, ...]], by_title: Mapping[str, Iterable[_Work]]) -> tuple[int, str] | None:
    """The one paper with the work's title, unless an author or the year speaks against it."""
    title = _key(row.title or "")
    if len(title) < MIN_TITLE or (row.from_sentence and "title" not in row.added):
        return None
    authors = _author_keys(row.authors)
    found = [
        paper
        for paper in by_title.get(title, ())
        if paper.id != row.paper_id
        and (not authors or not paper.authors or authors & paper.authors)
        and (row.year is None or paper.year is None or row.year == paper.year)
    ]
    if len(found) != 1:
        return None
    paper = found[0]
    agreeing = ["title"]
    if authors & paper.authors:
        agreeing.append("author")
    if row.year is not None and row.year == paper.year:
        agreeing.append("year")
    return paper.id, f"same {', '.join(agreeing)}"


def _author_keys(authors: Iterable[str]) -> frozenset[str]:
    return frozenset(_key(author).removesuffix("等") for author in authors) - {""}


@lru_cache(maxsize=100_000)
def _key(text: str) -> str:
    return bare(fold_text(text))
