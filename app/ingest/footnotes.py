"""Footnotes at the foot of pages, numbered ①, ②, … anew on each page, and the marks in the text that call them."""

import re
from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.ingest.furniture import continuation
from app.ingest.lines import Line, Role, measure, with_roles
from app.text.numbers import parse_circled

CIRCLED = re.compile(r"(\^?)([①-⑳㉑-㉟㊱-㊿])")
_ENTRY = re.compile(r"(\^?)(?:注\s*)?([①-⑳㉑-㉟㊱-㊿])\s*(?=\S)")
_LOOKS_LIKE_NOTE = re.compile(r"[《“\"<]|https?:|www\.|\d{4}|[A-Za-z]{3}|第\s*\d+\s*页|参见|转引|同上|同前|^[参详]?见")


@dataclass(frozen=True, slots=True)
class PageNote:
    """A footnote. `label` numbers it through the paper; `start` and `end` enclose its text in the source."""

    label: str
    lines: tuple[Line, ...]

    @property
    def start(self) -> int:
        """Where its text begins, the mark left out."""
        first = self.lines[0]
        match = _ENTRY.match(first.text)
        return first.start + (match.end() if match else 0)

    @property
    def end(self) -> int:
        """Where its text ends."""
        return self.lines[-1].end


@dataclass(frozen=True, slots=True)
class Footnotes:
    """The lines with footnotes in their role, the notes, and for the place of each mark in the source the note's label.

    `unmatched` are the places of marks written as ^① that no footnote answers.
    """

    lines: tuple[Line, ...]
    notes: tuple[PageNote, ...] = ()
    calls: Mapping[int, str] = field(default_factory=dict)
    unmatched: tuple[int, ...] = ()


def find_footnotes(lines: Sequence[Line]) -> Footnotes:
    """Tells footnotes from text and ties them to their marks.

    A line that begins with ① is a footnote when an earlier mark ① in the text still waits for one and the line
    looks like a note (a title in 《》 or quotes, a year, an address, Latin words …); enumerations in the text do
    not. Each footnote answers the first mark with its number that is still unanswered, so pages need not be known.
    """
    waiting: dict[int, deque[int]] = defaultdict(deque)
    carets: set[int] = set()
    taken: dict[int, Role] = {}
    notes: list[PageNote] = []
    calls: dict[int, str] = {}
    full = measure(lines)
    for i, line in enumerate(lines):
        if line.role != Role.TEXT or i in taken:
            continue
        number = _entry_number(line)
        if number and waiting[number]:
            further = continuation(lines, i, full, taken)
            label = str(len(notes) + 1)
            notes.append(PageNote(label, (line, *(lines[k] for k in further))))
            calls[waiting[number].popleft()] = label
            taken |= dict.fromkeys([i, *further], Role.NOTE)
            continue
        for mark in CIRCLED.finditer(line.text):
            place = line.start + mark.start()
            waiting[parse_circled(mark[2]) or 0].append(place)
            if mark[1]:
                carets.add(place)
    return Footnotes(with_roles(lines, taken), tuple(notes), calls, tuple(sorted(carets - calls.keys())))


def _entry_number(line: Line) -> int | None:
    """The number of the footnote that the line begins, if it looks like one."""
    match = _ENTRY.match(line.text)
    if not match or not (match[1] or _LOOKS_LIKE_NOTE.search(line.text, match.end())):
        return None
    return parse_circled(match[2])
