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

    A line that begins with ① is a footnote when an earlier mark ① in the text still waits for one, and either
    the line looks like a note (a title in 《》 or quotes, a year, an address, Latin words …) or it follows the
    line with its mark. So enumerations in the text are none. Each footnote answers the first mark with its number
    that is still unanswered: where pages end need not be known.
    """
    finder = _Finder(prefix, measure(lines))
    for i, line in enumerate(lines):
        if line.role == Role.TEXT and i not in finder.roles and not finder.take_note(lines, i):
            finder.take_text(line)
    return finder.found(lines)


class _Finder:
    """Marks that wait for their footnote, and the footnotes found so far."""

    def __init__(self, prefix: str, full: int | None) -> None:
        self.roles: dict[int, Role] = {}
        self._prefix = prefix
        self._full = full
        self._waiting: dict[int, deque[int]] = defaultdict(deque)
        self._carets: dict[int, int] = {}
        self._notes: list[PageNote] = []
        self._calls: dict[int, str] = {}
        self._last_text = 0

    def take_text(self, line: Line) -> None:
        """Remembers the marks in a line of text."""
        self._last_text = line.start
        for place, value, caret in _circled(line):
            self._waiting[value].append(place)
            if caret:
                self._carets[place] = value

    def take_note(self, lines: Sequence[Line], i: int) -> bool:
        """Takes line `i`, and those that carry it on, as a footnote if it is one."""
        match = _ENTRY.match(lines[i].text)
        waiting = self._waiting[parse_circled(match[2]) or 0] if match else None
        if not match or not waiting:
            return False
        looks_like_note = match[1] or _LOOKS_LIKE_NOTE.search(lines[i].text, match.end())
        if not looks_like_note and waiting[0] <= self._last_text:
            return False
        further = continuation(lines, i, self._full, self.roles)
        self._notes.append(PageNote(f"{self._prefix}{len(self._notes) + 1}", (lines[i], *(lines[k] for k in further))))
        self._calls[waiting.popleft()] = self._notes[-1].label
        self.roles |= dict.fromkeys([i, *further], Role.NOTE)
        return True

    def found(self, lines: Sequence[Line]) -> Footnotes:
        """The result. Marks ^① without any footnote name works when they are numbered through the paper."""
        unmatched = {place: value for place, value in self._carets.items() if place not in self._calls}
        if not self._notes and list(unmatched.values()) == sorted(unmatched.values()):
            self._calls, unmatched = {place: f"{self._prefix}{value}" for place, value in unmatched.items()}, {}
        return Footnotes(with_roles(lines, self.roles), tuple(self._notes), self._calls, tuple(unmatched))


def call_endnotes(lines: Sequence[Line]) -> dict[int, str]:
    """The place of every circled number in the text with its own number: marks of a list that is numbered so."""
    text = (line for line in lines if line.role == Role.TEXT)
    return {place: str(value) for line in text for place, value, _ in _circled(line)}


def _circled(line: Line) -> Iterator[tuple[int, int, bool]]:
    """Place in the source, value, and whether ^ stands before it, of each circled number that may be a mark.

    One at the start of a line, or behind a colon or semicolon, counts off the items of an enumeration.
    """
    for mark in _CIRCLED.finditer(line.text):
        caret = bool(mark[1])
        if caret or (mark.start() and line.text[mark.start() - 1] not in "：:；;"):
            yield line.start + mark.start(), parse_circled(mark[2]) or 0, caret
