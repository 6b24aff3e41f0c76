"""Claims → views, in one way: six statements of plain columns however many claims there are, and no objects of rows."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any, TypeAlias, TypeVar

from sqlalchemy import BindParameter, Executable, Row, Select, bindparam, literal, select, union_all
from sqlalchemy.orm import Session

from app.catalogue.rows import anchor, paper_record
from app.catalogue.views import CitationMark, ClaimView, FigureView, PaperRecord, PeriodView, SectionRef, SpeakerView
from app.models import (
    Citation,
    Claim,
    ClaimCountry,
    ClaimInstrument,
    ClaimNamedInstrument,
    ClaimPeriod,
    Figure,
    Paper,
    Reference,
    Section,
)

Claims: TypeAlias = Select[*tuple[Any, ...]]
_Row: TypeAlias = Row[*tuple[Any, ...]]
_Key = TypeVar("_Key")
_One = TypeVar("_One")

_AT_ONCE = 500
"""Keys in a statement: databases take so many parameters and no more."""
_KEYS: BindParameter[Any] = bindparam("keys", expanding=True)
_LABELS = union_all(
    *(
        select(label.claim_id, label.code, literal(name).label("name")).where(label.claim_id.in_(_KEYS))
        for name, label in (
            ("countries", ClaimCountry),
            ("instruments", ClaimInstrument),
            ("named_instruments", ClaimNamedInstrument),
        )
    )
)
_FIGURES = (
    select(Figure.claim_id, *(getattr(Figure, field.name) for field in fields(FigureView)))
    .where(Figure.claim_id.in_(_KEYS))
    .order_by(Figure.claim_id, Figure.position)
)
_PERIODS = (
    select(ClaimPeriod.claim_id, *(getattr(ClaimPeriod, field.name) for field in fields(PeriodView)))
    .where(ClaimPeriod.claim_id.in_(_KEYS))
    .order_by(ClaimPeriod.claim_id, ClaimPeriod.position)
)
_CITATIONS = (
    select(Citation.claim_id, Reference.label, Citation.at, Reference.kind, Citation.named_author, Paper.slug)
    .join(Citation.reference)
    .outerjoin(Reference.linked_paper)
    .where(Citation.claim_id.in_(_KEYS))
    .order_by(Citation.claim_id, Citation.position)
)
_PAPERS = select(Paper.id, *(getattr(Paper, field.name) for field in fields(PaperRecord))).where(Paper.id.in_(_KEYS))


@dataclass(frozen=True, slots=True)
class _Parts:
    """What stands in other tables, by the key of the claim (the record by that of the paper)."""

    papers: Mapping[int, PaperRecord]
    codes: Mapping[tuple[int, str], list[str]]
    figures: Mapping[int, list[FigureView]]
    periods: Mapping[int, list[PeriodView]]
    citations: Mapping[int, list[CitationMark]]


def select_claims() -> Claims:
    """What a claim's own row and its section say, in reading order of the papers by slug; add `where` as needed."""
    return (
        select(
            Claim.id,
            Claim.paper_id,
            Claim.uid,
            Claim.text,
            Claim.text_en,
            Claim.type,
            Claim.start,
            Claim.end,
            Claim.position,
            Claim.paragraph,
            Claim.text_en_note,
            Claim.speaker,
            Claim.speaker_kind,
            Claim.speaker_rule,
            Claim.speaker_trigger,
            Claim.speaker_entity,
            Section.number,
            Section.level,
            Section.heading,
            Section.heading_en,
        )
        .join(Claim.paper)
        .join(Claim.section)
        .order_by(Paper.slug, Claim.position)
    )


def load_claims(session: Session, statement: Claims) -> tuple[ClaimView, ...]:
    """Runs a statement made from `select_claims` and answers views in its order."""
    return tuple(view for _, view in _load(session, statement))


def load_claims_by_id(session: Session, ids: Iterable[int]) -> dict[int, ClaimView]:
    """Claims by primary key, for queries that found the keys first."""
    wanted = list(ids)
    return dict(_load(session, select_claims().where(Claim.id.in_(wanted)))) if wanted else {}


def _load(session: Session, statement: Claims) -> Iterator[tuple[int, ClaimView]]:
    rows = session.execute(statement).all()
    keys = [row.id for row in rows]
    parts = _Parts(
        papers={row.id: paper_record(row) for row in _having(session, _PAPERS, {row.paper_id for row in rows})},
        codes=_grouped(((row.claim_id, row.name), row.code) for row in _having(session, _LABELS, keys)),
        figures=_grouped((key, FigureView(*rest)) for key, *rest in _having(session, _FIGURES, keys)),
        periods=_grouped((key, PeriodView(*rest)) for key, *rest in _having(session, _PERIODS, keys)),
        citations=_grouped(map(_mark, _having(session, _CITATIONS, keys))),
    )
    return ((row.id, _view(row, parts)) for row in rows)


def _having(session: Session, statement: Executable, keys: Iterable[int]) -> Iterator[_Row]:
    wanted = list(keys)
    for start in range(0, len(wanted), _AT_ONCE):
        yield from session.execute(statement, {"keys": wanted[start : start + _AT_ONCE]})


def _grouped(pairs: Iterable[tuple[_Key, _One]]) -> Mapping[_Key, list[_One]]:
    groups: dict[_Key, list[_One]] = defaultdict(list)
    for key, one in pairs:
        groups[key].append(one)
    return groups


def _mark(row: _Row) -> tuple[int, CitationMark]:
    key, label, at, kind, named_author, slug = row
    return key, CitationMark(label, at, kind, anchor(label), named_author, slug)


def _view(row: _Row, parts: _Parts) -> ClaimView:
    return ClaimView(
        uid=row.uid,
        text=row.text,
        text_en=row.text_en,
        type=row.type,
        countries=_codes(parts, row.id, "countries"),
        instruments=_codes(parts, row.id, "instruments"),
        named_instruments=_codes(parts, row.id, "named_instruments"),
        figures=tuple(parts.figures.get(row.id, ())),
        citations=tuple(parts.citations.get(row.id, ())),
        paper=parts.papers[row.paper_id],
        section=SectionRef(row.number, row.level, row.heading, row.heading_en),
        start=row.start,
        end=row.end,
        position=row.position,
        paragraph=row.paragraph,
        text_en_note=row.text_en_note,
        speaker=_speaker(row),
        periods=tuple(parts.periods.get(row.id, ())),
    )


def _codes(parts: _Parts, key: int, name: str) -> tuple[str, ...]:
    return tuple(sorted(parts.codes.get((key, name), ())))


def _speaker(row: _Row) -> SpeakerView | None:
    if not row.speaker:
        return None
    return SpeakerView(
        row.speaker,
        row.speaker_kind or "",
        row.speaker_rule or "",
        row.speaker_trigger or "",
        row.speaker_entity,
    )
