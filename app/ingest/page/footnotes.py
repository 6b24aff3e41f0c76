"""Footnotes at the foot of pages, numbered ①, ②, … anew on each page, and the marks in the text that call them."""

import re
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from app.ingest.page.furniture import continuation
from app.ingest.page.lines import Line, Role, measure, with_roles
from app.text.numbers import parse_circled

_CIRCLED = re.compile(r"(\^?)([①-⑳㉑-㉟㊱-㊿])")
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
    """The lines with footnotes in their role, the notes, and for the place of each mark in the source its label.

    `unmatched` are the places of marks written as ^① that no footnote answers.
    """

    lines: tuple[Line, ...]
    notes: tuple[PageNote, ...] = ()
    calls: Mapping[int, str] = field(default_factory=dict)
    unmatched: tuple[int, ...] = ()


def find_footnotes(lines: Sequence[Line], prefix: str = "") -> Footnotes:
    """Tells footnotes from text and ties them to their marks; labels are `prefix` and the number through the paper.

    A line that begins with ① is a footnote when an earlier mark ① in the text still waits for one and the line
    looks like a note (a title in 《》 or quotes, a year, an address, Latin words …); enumerations in the text do
    not. Each footnote answers the first mark with its number that is still unanswered, so pages need not be known.
    """
    waiting: dict[int, deque[int]] = defaultdict(deque)
    carets: dict[int, int] = {}
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
            notes.append(PageNote(f"{prefix}{len(notes) + 1}", (line, *(lines[k] for k in further))))
            calls[waiting[number].popleft()] = notes[-1].label
            taken |= dict.fromkeys([i, *further], Role.NOTE)
            continue
        for place, value, caret in _circled(line):
            waiting[value].append(place)
            if caret:
                carets[place] = value
    unmatched = {place: value for place, value in carets.items() if place not in calls}
    if not notes and _counts_up(tuple(unmatched.values())):
        calls, unmatched = {place: f"{prefix}{value}" for place, value in unmatched.items()}, {}
    return Footnotes(with_roles(lines, taken), tuple(notes), calls, tuple(unmatched))


def call_endnotes(lines: Sequence[Line]) -> dict[int, str]:
    """The place of every circled number in the text with its own number: marks of a list that is numbered so."""
    text = (line for line in lines if line.role == Role.TEXT)
    return {place: str(value) for line in text for place, value, _ in _circled(line)}


def _circled(line: Line) -> Iterator[tuple[int, int, bool]]:
    """Place in the source, value, and whether ^ stands before it, of each circled number in a line."""
    for mark in _CIRCLED.finditer(line.text):
        yield line.start + mark.start(), parse_circled(mark[2]) or 0, bool(mark[1])


def _counts_up(values: Sequence[int]) -> bool:
    """Whether marks without footnotes are numbered through the paper, so that each number names one work."""
    return list(values) == sorted(values)


def _entry_number(line: Line) -> int | None:
    """The number of the footnote that the line begins, if it looks like one."""
    match = _ENTRY.match(line.text)
    if not match or not (match[1] or _LOOKS_LIKE_NOTE.search(line.text, match.end())):
        return None
    return parse_circled(match[2])
