"""Where the printed list of references stands in a document."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.ingest.page.lines import Line, Role, with_roles
from app.ingest.records import Reference
from app.ingest.references.entries import Entry, read_entries
from app.ingest.references.numbering import (
    Numbering,
    begins_entry_inside,
    begins_with_number,
    has_bracketed_number,
    is_circled,
    is_dated,
    is_typed,
    like_entry,
)
from app.ingest.references.standard import read_standard
from app.text.normalise import bare

_HEADING = re.compile(
    r"[\W\d]{0,6}(?:主要)?(?:参\s*考\s*文\s*献|引\s*用\s*文\s*献|参\s*考\s*资\s*料|尾\s*注"
    r"|注\s*释(?:\s*与\s*参\s*考\s*文\s*献)?|References?|Bibliography|Works Cited|Notes)"
    r"\s*(?:[（(]References?[）)])?[\s:：】\]］）)]*",
    re.IGNORECASE,
)
_HEADING_AT_END = re.compile(r"\S\s*参\s*考\s*文\s*献\s*[:：]$")
_BACK_MATTER = re.compile(
    r"\W*(?:附\s*录|附\s*表|作者简介|作者贡献|作者介绍|致\s*谢|编者按|Appendix|Author contribution)", re.IGNORECASE
)
_ABSTRACT = re.compile(r"\W*abstract", re.IGNORECASE)
_GAP = 3
"""How many entry numbers a damaged text may have lost in one place."""
_LOOK_AHEAD = 8
_SHORTEST_PROSE = 60
_FRONT = 40
_LONGEST_TITLE = 200
_SHORTEST_TITLE = 8
_WORDS = re.compile(r"(?=(?:\S+\s+){5})[A-Z][^\[\]/@\u3400-\u9fff]*")
_WHOLE = re.compile(r"[.．。]\s*$|\d\W*$")


@dataclass(frozen=True, slots=True)
class ReferenceList:
    """The document's lines with those of the list in their role, and its entries by number.

    `circled` is true when they are numbered ①, ②, … as the marks in the text then are.
    """

    lines: tuple[Line, ...]
    entries: tuple[Entry, ...] = ()
    circled: bool = False


def find_reference_list(lines: Sequence[Line]) -> ReferenceList:
    """Finds the list by its heading, or by three numbered entries in a row that look like references."""
    first, skipped = _find_start(lines)
    if first is None:
        return ReferenceList(tuple(lines))
    zone = list(_zone(lines, first))
    entries = read_entries([lines[i] for i in zone], _offset(lines[first]))
    roles = dict.fromkeys([*skipped, *zone], Role.REFERENCE)
    return ReferenceList(with_roles(lines, roles), entries, circled=bool(zone) and is_circled(lines[zone[0]]))


def _find_start(lines: Sequence[Line]) -> tuple[int | None, range]:
    """The index of the first line of the list, and the heading line before it if there is one.

    The last heading counts: a table of contents may name the list before.
    """
    for i in range(len(lines) - 1, -1, -1):
        if lines[i].role not in {Role.TEXT, Role.FURNITURE}:
            continue
        offset, more = _offset(lines[i]), i + 1 < len(lines)
        if offset == len(lines[i].text) and more:
            return i + 1, range(i, i + 1)
        if offset and begins_with_number(lines[i], offset):
            return i, range(0)
        if _HEADING_AT_END.search(lines[i].text[-20:]) and more:
            return i + 1, range(0)
    for i in range(len(lines) - 2):
        if all(has_bracketed_number(line, n) and like_entry(line) for n, line in enumerate(lines[i : i + 3], 1)):
            return i, range(0)
    return None, range(0)


def _offset(line: Line) -> int:
    """Where a line goes on behind the heading of the list; 0 when it does not begin with one."""
    match = _HEADING.match(line.text)
    return match.end() if match else 0


def _zone(lines: Sequence[Line], first: int) -> Iterator[int]:
    """Indexes of the lines of the list. Page furniture inside it is passed over; other text ends it.

    Text that interrupts the list is passed over too when a further entry follows soon.
    """
    numbering = Numbering()
    front = bare(" ".join(line.text[:_LONGEST_TITLE] for line in lines[: min(_FRONT, first)]))
    at = first
    while at < len(lines):
        line = lines[at]
        offset = _offset(line) if at == first else 0
        read = numbering.read(line, offset)
        if not read and (_interrupts(line) or _follows_list(line, lines[at - 1] if at > first else None)):
            ahead = range(at + 1, min(at + _LOOK_AHEAD, len(lines)))
            at = next((k for k in ahead if _resumes(lines[k], numbering)), len(lines))
            continue
        if not read and numbering.used and _is_own_foot(line, front):
            at += 1
            continue
        if read or line.role == Role.TEXT:
            deque(numbering.advance(line, offset), maxlen=0)
        if line.role == Role.TEXT or (read and line.role == Role.FURNITURE):
            yield at
        at += 1


def _is_own_foot(line: Line, front: str) -> bool:
    """Whether a line is the paper's own entry, printed at the foot of its pages: its title stands in the front."""
    numbered = begins_entry_inside(line)
    found = None if numbered else read_standard(Reference(""), line.text)
    title = bare(found.title or "") if found else ""
    return len(title) >= _SHORTEST_TITLE and title in front


def _resumes(line: Line, numbering: Numbering) -> bool:
    read = numbering.read(line)
    return bool(read and numbering.last < read[0] <= numbering.last + _GAP and like_entry(line))


def _follows_list(line: Line, before: Line | None) -> bool:
    """Whether a line is English front matter: Latin words without a year, behind an entry that is whole or none."""
    words = line.role == Role.TEXT and _WORDS.fullmatch(line.text) and not is_dated(line.text)
    return bool(words and (before is None or (is_dated(before.text) and _WHOLE.search(before.text))))


def _interrupts(line: Line) -> bool:
    """Whether the line cannot be part of an entry: a heading, back matter, an abstract, or a paragraph of text."""
    prose = line.text.count("。") >= 2 and len(line.text) >= _SHORTEST_PROSE and not is_typed(line.text)
    matter = _BACK_MATTER.match(line.text) or _ABSTRACT.match(line.text)
    return line.role == Role.TEXT and bool(line.level or matter or prose)
