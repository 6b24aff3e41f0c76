"""Citation look-up: a cited work by author, title, year, number or journal, and who cites it."""

from sqlalchemy import ColumnElement, func, or_, select, true
from sqlalchemy.orm import Session

from app.catalogue.rows import (
    load_claims,
    load_claims_by_id,
    paper_record,
    reference_view,
    select_claims,
    select_references,
)
from app.catalogue.views import ClaimView, ReferenceHit, ReferencePage
from app.models import Citation, Claim, Paper, Reference
from app.text.normalise import fold_text

MAX_QUERY = 2000
"""Characters of a query that are read; SQLite refuses LIKE patterns above 50,000 bytes."""
MAX_WORDS = 20


def look_up_references(
    session: Session,
    q: str = "",
    *,
    paper: str | None = None,
    label: str | None = None,
    year: int | None = None,
    limit: int = 20,
    offset: int = 0,
) -> ReferencePage:
    """Cited works that match, by citing paper and place in its list, each with the claims that cite it.

    Every word of `q` must stand in the authors (named in the sentence included), title, container or printed
    entry, in either script, or be the work's year or its number (`17`, `[17]`). A number of up to three digits
    is the work's number and nothing else: 17 must not find all works of 2017. `paper` (a slug), `label` and
    `year` narrow further. An empty `q` matches all; notes are found too.
    """
    where = _conditions(q, paper, label, year)
    total = session.scalar(select(func.count(Reference.id)).join(Reference.paper).where(*where)) or 0
    rows = session.scalars(select_references().where(*where).limit(limit).offset(offset)).all()
    citing = {
        reference.id: dict.fromkeys(c.claim_id for c in sorted(reference.citations, key=_reading_order))
        for reference in rows
    }
    claims = load_claims_by_id(session, {claim for keys in citing.values() for claim in keys})
    return ReferencePage(
        total,
        tuple(
            ReferenceHit(reference_view(row), paper_record(row.paper), tuple(claims[claim] for claim in citing[row.id]))
            for row in rows
        ),
    )


def claims_citing(session: Session, slug: str) -> tuple[ClaimView, ...]:
    """The claims of other papers that cite the paper `slug`, each once, in reading order of the papers by slug."""
    citing = (
        select(Citation.claim_id)
        .join(Citation.reference)
        .join(Paper, Paper.id == Reference.linked_paper_id)
        .where(Paper.slug == slug)
    )
    return load_claims(session, select_claims().where(Claim.id.in_(citing), Paper.slug != slug))


def _reading_order(citation: Citation) -> tuple[int, int]:
    return citation.claim.position, citation.position


def _conditions(q: str, paper: str | None, label: str | None, year: int | None) -> list[ColumnElement[bool]]:
    where = [_word_matches(fold_text(word)) for word in q[:MAX_QUERY].replace("\0", " ").split()[:MAX_WORDS]]
    if paper is not None:
        where.append(Paper.slug == paper)
    if label is not None:
        where.append(Reference.label == label.strip("[]［］ "))
    if year is not None:
        where.append(Reference.year == year)
    return where


def _word_matches(word: str) -> ColumnElement[bool]:
    number = word.strip("[]")
    if not number:
        return true()
    is_label = Reference.label == number
    if number.isdecimal() and len(number) < 4:
        return is_label
    matches = [is_label, Reference.lookup.contains(word, autoescape=True)]
    if number.isdecimal() and len(number) == 4:
        matches.append(Reference.year == int(number))
    return or_(*matches)
