"""The printed list of references: where it stands in the document, and its entries."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from app.ingest.flow import flow
from app.ingest.lines import Line, Role, with_roles
from app.text.numbers import parse_circled

_WORDS = (
    r"(?:参\s*考\s*文\s*献|引\s*用\s*文\s*献|参\s*考\s*资\s*料|尾\s*注|注\s*释(?:\s*与\s*参\s*考\s*文\s*献)?"
    r"|References?|Bibliography|Works Cited|Notes)\s*(?:[（(]References?[）)])?[\s:：】\]］）)]*"
)
_HEADING = re.compile(r"[\W\d]{0,6}(?:主要)?" + _WORDS, re.IGNORECASE)
_HEADING_AT_END = re.compile(r"\S\s*参\s*考\s*文\s*献\s*[:：]$")
_STRONG = re.compile(
    r"\s*(?:[\[［【〔]\s*(\d{1,3})(?!\d)\s*[\]］】〕)）,，。.]?|(\d{1,3})\s*[\[［]\s*[\]］]|\^?([①-⑳㉑-㉟㊱-㊿]))\s*"
)
_WEAK = re.compile(r"\s*(\d{1,3})(?!\d)\s*(?:[.．、\]］](?!\d)|\s+(?=\D)|(?=[^\W\d_]))\s*")
_INLINE = re.compile(r"\s*[\[［]\s*(\d{1,3})\s*[\]］]\s*(?=[^\W\d_]|[《“\"])")
_BACK_MATTER = re.compile(r"\W*(?:附\s*录|附\s*表|作者简介|作者贡献|作者介绍|致\s*谢|编者按|Appendix|Author contribution)", re.IGNORECASE)
_ABSTRACT = re.compile(r"\W*abstract\b", re.IGNORECASE)
_TYPED = re.compile(r"[\[［]\s*[A-Z]{1,2}\s*(?:[/／]\s*[A-Z]{2}\s*)?[\]］]")
_DATED = re.compile(r"(?:19|20)\d\d")
_GAP = 3
"""How many entry numbers a damaged text may have lost in one place."""
_LOOK_AHEAD = 8


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list: its printed number, its text in one line without the number, and its place."""

    label: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ReferenceList:
    """The document's lines with those of the list in their role, and its entries by number."""

    lines: tuple[Line, ...]
    entries: tuple[Entry, ...] = ()


def find_reference_list(lines: Sequence[Line]) -> ReferenceList:
    """Finds the list by its heading, or by three numbered entries in a row that look like references."""
    first, skipped = _find_start(lines)
    if first is None:
        return ReferenceList(tuple(lines))
    zone = list(_zone(lines, first))
    entries = sorted(_entries([lines[i] for i in zone], lines[first]), key=lambda entry: int(entry.label))
    return ReferenceList(with_roles(lines, dict.fromkeys([*skipped, *zone], Role.REFERENCE)), tuple(entries))


def _find_start(lines: Sequence[Line]) -> tuple[int | None, range]:
    """The index of the first line of the list, and the heading line before it if there is one.

    The last heading counts: a table of contents may name the list before.
    """
    for i in range(len(lines) - 1, -1, -1):
        match = _HEADING.match(lines[i].text)
        if match and lines[i].role in {Role.TEXT, Role.FURNITURE}:
            if match.end() == len(lines[i].text) and i + 1 < len(lines):
                return i + 1, range(i, i + 1)
            if _STRONG.match(lines[i].text, match.end()):
                return i, range(0)
        elif _HEADING_AT_END.search(lines[i].text) and i + 1 < len(lines):
            return i + 1, range(0)
    for i in range(len(lines) - 2):
        if all(_bracketed(line, number) and _like_entry(line) for number, line in enumerate(lines[i : i + 3], 1)):
            return i, range(0)
    return None, range(0)


def _bracketed(line: Line, number: int) -> bool:
    match = _STRONG.match(line.text) if line.role == Role.TEXT else None
    return bool(match and match[1] == str(number))


def _like_entry(line: Line) -> bool:
    return bool(_TYPED.search(line.text) or (_DATED.search(line.text) and re.search(r"[.．,，《“]", line.text)))


@dataclass(slots=True)
class _Numbering:
    """Which numbers a list has used, to tell the number of an entry from any other at the start of a line."""

    used: set[int] = field(default_factory=set)
    last: int = 0

    def read(self, line: Line, at: int = 0) -> tuple[int, int] | None:
        """The number with which the line begins an entry, and where its text begins; `None` if it begins none.

        A number in brackets must be new; a bare one must also follow the last, or the line must look like an
        entry (columns that were read across each other leave entries in disorder).
        """
        if line.role in {Role.NOTE, Role.TABLE, Role.CAPTION}:
            return None
        if match := _STRONG.match(line.text, at):
            number = parse_circled(match[3]) if match[3] else int(match[1] or match[2])
            return (number, match.end()) if number and number not in self.used else None
        match = _WEAK.match(line.text, at)
        if match and int(match[1]) not in self.used | {0}:
            number = int(match[1])
            fits = self.last < number <= self.last + 1 or (number <= self.last + 2 * _GAP and _like_entry(line))
            return (number, match.end()) if fits else None
        return None

    def take(self, number: int) -> None:
        """Counts the number as used."""
        self.used.add(number)
        self.last = number


def _zone(lines: Sequence[Line], first: int) -> Iterator[int]:
    """Indexes of the lines of the list. Page furniture inside it is passed over; other text ends it.

    Text that interrupts the list is passed over too when a further entry follows soon.
    """
    numbering = _Numbering()
    at = first
    while at < len(lines):
        line = lines[at]
        read = numbering.read(line, _offset(line) if at == first else 0)
        if read:
            numbering.take(read[0])
        elif at > first and _interrupts(line):
            at = next((k for k in range(at + 1, min(at + _LOOK_AHEAD, len(lines))) if _resumes(lines[k], numbering)), len(lines))
            continue
        if line.role == Role.TEXT or (read and line.role == Role.FURNITURE):
            yield at
        at += 1


def _offset(line: Line) -> int:
    match = _HEADING.match(line.text)
    return match.end() if match else 0


def _resumes(line: Line, numbering: _Numbering) -> bool:
    read = numbering.read(line)
    return bool(read and numbering.last < read[0] <= numbering.last + _GAP and _like_entry(line))


def _interrupts(line: Line) -> bool:
    """Whether the line cannot be part of an entry: a heading, back matter, an abstract, or a paragraph of text."""
    prose = line.text.count("。") >= 2 and len(line.text) >= 80 and not _TYPED.search(line.text)
    matter = _BACK_MATTER.match(line.text) or _ABSTRACT.match(line.text)
    return line.role == Role.TEXT and bool(line.level or matter or prose)


def _entries(lines: Sequence[Line], first: Line) -> Iterator[Entry]:
    """Cuts the lines of the list into entries; in a list without any number each line is one."""
    numbering = _Numbering()
    pieces = [piece for line in lines for piece in _cut(line, _offset(line) if line == first else 0, numbering)]
    if not numbering.used:
        pieces = [(number, line) for number, (_, line) in enumerate(pieces, 1)]
    current: tuple[int, list[Line]] | None = None
    for number, line in pieces:
        if number is not None:
            if current:
                yield _entry(*current)
            current = number, [line]
        elif current:
            current[1].append(line)
    if current:
        yield _entry(*current)


def _cut(line: Line, at: int, numbering: _Numbering) -> Iterator[tuple[int | None, Line]]:
    """The parts of a line before each number of an entry, with that number; several entries may share a line."""
    read = numbering.read(line, at)
    number, begin = read or (None, at)
    if read:
        numbering.take(read[0])
    for match in _INLINE.finditer(line.text, begin + 1):
        if numbering.used and int(match[1]) == numbering.last + 1 and int(match[1]) not in numbering.used:
            yield number, _part(line, begin, match.start())
            number, begin = int(match[1]), match.end()
            numbering.take(number)
    yield number, _part(line, begin, len(line.text))


def _part(line: Line, start: int, end: int) -> Line:
    text = line.text[start:end].rstrip()
    return Line(line.start + start, line.start + start + len(text), text)


def _entry(number: int, lines: Sequence[Line]) -> Entry:
    return Entry(str(number), flow(lines, keep_marks=True, keep_spaces=True).text, lines[0].start, lines[-1].end)
