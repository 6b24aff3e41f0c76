"""RIS (Research Information Systems), specification of 2012: one tag a line, one `AU` each."""

from collections.abc import Iterable, Iterator

from app.cite.exchange.kinds import kind_of
from app.cite.exchange.records import UNTITLED, language_of, page_range, spelt
from app.cite.works import Citable, Work

_NUMBER = {"R": "SN"}
"""The tag of a document's number: a report's is SN, that of a patent and of a standard M1."""


def as_ris(records: Iterable[Citable]) -> str:
    """Records, lines ending in CR LF. UTF-8."""
    lines = [line for record in records for line in _lines(Work.of(record))]
    return "".join(f"{line}\r\n" for line in lines)


def _lines(work: Work) -> Iterator[str]:
    first, last = page_range(work)
    yield f"TY  - {kind_of(work).ris}"
    for tag, names in (("AU", work.authors), ("A2", work.editors), ("A4", work.translators)):
        yield from (f"{tag}  - {spelt(name)}" for name in names)
    fields = (
        *(("TI", work.title or UNTITLED), ("TT", work.title_en), ("T2", work.host or work.event)),
        *(("ET", work.edition), ("CY", work.place), ("PB", work.house), ("PY", work.year), ("DA", _slashed(work.date))),
        *(("VL", work.volume), ("IS", work.issue), (_NUMBER.get(work.kind, "M1"), work.number)),
        *(("SP", first), ("EP", last), ("DO", work.doi), ("UR", work.url), ("Y2", _slashed(work.accessed))),
        *(("LA", language_of(work)), ("N1", work.note)),
    )
    for tag, value in fields:
        if value:
            yield f"{tag}  - {value}"
    yield "ER  - "


def _slashed(day: str | None) -> str:
    return (day or "").replace("-", "/")
