"""Claims → views, in one way: three statements of columns however many claims there are, no objects of rows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import Session

from app.catalogue.claim_parts import Parts, parts_of, records_of
from app.catalogue.views import ClaimView, PaperRecord, SectionRef, SpeakerView
from app.models import Claim, Paper, Section

Claims: TypeAlias = Select[*tuple[Any, ...]]
_Row: TypeAlias = Row[*tuple[Any, ...]]


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


def load_claims(
    session: Session, statement: Claims, values: Mapping[str, Sequence[str]] | None = None
) -> tuple[ClaimView, ...]:
    """Runs a statement made from `select_claims`, with `values` for what it leaves open; views in its order."""
    return tuple(view for _, view in _load(session, statement, values))


def load_claims_by_id(session: Session, ids: Iterable[int]) -> dict[int, ClaimView]:
    """Claims by primary key, for queries that found the keys first."""
    wanted = list(ids)
    return dict(_load(session, select_claims().where(Claim.id.in_(wanted)))) if wanted else {}


def _load(
    session: Session, statement: Claims, values: Mapping[str, Sequence[str]] | None = None
) -> Iterator[tuple[int, ClaimView]]:
    rows = session.execute(statement, values).all()
    records = records_of(session, {row.paper_id for row in rows})
    parts = parts_of(session, [row.id for row in rows])
    return ((row.id, _view(row, records[row.paper_id], parts[row.id])) for row in rows)


def _view(row: _Row, paper: PaperRecord, parts: Parts) -> ClaimView:
    return ClaimView(
        uid=row.uid,
        text=row.text,
        text_en=row.text_en,
        type=row.type,
        countries=tuple(sorted(parts.countries)),
        instruments=tuple(sorted(parts.instruments)),
        named_instruments=tuple(sorted(parts.named_instruments)),
        figures=tuple(parts.figures),
        citations=tuple(parts.citations),
        paper=paper,
        section=SectionRef(row.number, row.level, row.heading, row.heading_en),
        start=row.start,
        end=row.end,
        position=row.position,
        paragraph=row.paragraph,
        text_en_note=row.text_en_note,
        speaker=_speaker(row),
        periods=tuple(parts.periods),
    )


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
