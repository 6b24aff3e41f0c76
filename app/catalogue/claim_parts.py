"""What stands of claims in other tables: labels, figures, periods and marks, by the key of the claim.

All of it is read by one statement, since a statement costs a third of a millisecond however little it finds.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    Boolean,
    Executable,
    Float,
    Integer,
    Label,
    Row,
    Select,
    String,
    Text,
    bindparam,
    cast,
    literal,
    null,
    select,
    union_all,
)
from sqlalchemy.orm import Session

from app.catalogue.rows import anchor
from app.catalogue.views import CitationMark, FigureView, PaperRecord, PeriodView
from app.models import (
    Citation,
    ClaimCountry,
    ClaimInstrument,
    ClaimLabel,
    ClaimNamedInstrument,
    ClaimPeriod,
    Figure,
    Paper,
    Reference,
)

_AT_ONCE = 500
"""Keys in a statement: databases take so many parameters and no more."""
_RECORDS = 4096
"""Records that are kept as they were read, some 1 KB each."""
_KEYS: BindParameter[Any] = bindparam("keys", expanding=True)
_LANES = {
    **{"number": Float, "first": Integer, "second": Integer, "sure": Boolean},
    **{"one": String, "two": String, "three": String, "four": String},
}
"""The columns that hold what a part says, whatever it is called there."""
_LISTS = frozenset({"authors", "authors_en", "translated"})


def _lanes(part: str, claim_id: Any, position: Any, values: Mapping[str, Any]) -> Select[*tuple[Any, ...]]:
    """What one table says, in the columns that all of them share."""
    shown: list[Label[Any]] = [cast(values.get(name, null()), kind).label(name) for name, kind in _LANES.items()]
    named = (claim_id.label("claim_id"), literal(part).label("part"), position.label("position"))
    return select(*named, *shown).where(claim_id.in_(_KEYS))


_LABELS: Mapping[str, type[ClaimLabel]] = {
    "countries": ClaimCountry,
    "instruments": ClaimInstrument,
    "named_instruments": ClaimNamedInstrument,
}
_OF_FIGURES = {
    **{"number": Figure.value, "first": Figure.year, "sure": Figure.approx},
    **{"one": Figure.unit, "two": Figure.of, "three": Figure.text, "four": Figure.source},
}
_OF_PERIODS = {
    **{"first": ClaimPeriod.start, "second": ClaimPeriod.end},
    **{"one": ClaimPeriod.precision, "two": ClaimPeriod.text},
}
_OF_CITATIONS = {
    **{"first": Citation.at, "one": Reference.label, "two": Reference.kind},
    **{"three": Citation.named_author, "four": Paper.slug},
}
_PARTS = union_all(
    *(_lanes(part, label.claim_id, literal(0), {"one": label.code}) for part, label in _LABELS.items()),
    _lanes("figures", Figure.claim_id, Figure.position, _OF_FIGURES),
    _lanes("periods", ClaimPeriod.claim_id, ClaimPeriod.position, _OF_PERIODS),
    _lanes("citations", Citation.claim_id, Citation.position, _OF_CITATIONS)
    .join(Citation.reference)
    .outerjoin(Reference.linked_paper),
).order_by("position")
_PAPERS = select(
    Paper.id,
    *(
        cast(getattr(Paper, field.name), Text) if field.name in _LISTS else getattr(Paper, field.name)
        for field in fields(PaperRecord)
    ),
).where(Paper.id.in_(_KEYS))


@dataclass(slots=True)
class Parts:
    """What other tables say of one claim; codes in no order, all else in that of the claim."""

    countries: list[str]
    instruments: list[str]
    named_instruments: list[str]
    figures: list[FigureView]
    periods: list[PeriodView]
    citations: list[CitationMark]


def parts_of(session: Session, keys: Iterable[int]) -> Mapping[int, Parts]:
    """The parts of the claims with these keys; of a claim that has none, empty ones."""
    found: dict[int, Parts] = defaultdict(lambda: Parts([], [], [], [], [], []))
    for key, part, _position, number, first, second, sure, one, two, three, four in _having(session, _PARTS, keys):
        of = found[key]
        if part == "figures":
            of.figures.append(FigureView(number, one, two, first, sure, three, four))
        elif part == "periods":
            of.periods.append(PeriodView(first, second, one, two))
        elif part == "citations":
            of.citations.append(CitationMark(one, first, two, anchor(one), three, four))
        else:
            getattr(of, part).append(one)
    return found


def records_of(session: Session, keys: Iterable[int]) -> Mapping[int, PaperRecord]:
    """The records of the papers with these keys."""
    return {key: _record(*values) for key, *values in _having(session, _PAPERS, keys)}


@lru_cache(maxsize=_RECORDS)
def _record(*values: Any) -> PaperRecord:
    """A paper's record by what its row says, which is the key: nothing kept can be out of date."""
    named = dict(zip((field.name for field in fields(PaperRecord)), values, strict=True))
    return PaperRecord(**named | {name: tuple(json.loads(named[name])) for name in _LISTS})


def _having(session: Session, statement: Executable, keys: Iterable[int]) -> Iterator[Row[*tuple[Any, ...]]]:
    wanted = list(keys)
    for start in range(0, len(wanted), _AT_ONCE):
        yield from session.execute(statement, {"keys": wanted[start : start + _AT_ONCE]})
