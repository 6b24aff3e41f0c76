"""The lines of a document, each tied to its place in the source, and what can be measured on them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from statistics import median

from app.text.scripts import count_han

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_STOP_AT_END = re.compile(r"[。！？!?．｡….][”’」』\"'）)】］\]》■□◆▲●]*$")
_MARKS_AT_END = re.compile(r"(?:\s*(?:\[[\d\s,，、–—-]{1,20}\]|\^?[①-⑳㉑-㉟㊱-㊿]))+$")
_FULL_WIDTH = re.compile("[，。、；：？！“”‘’（）《》〈〉【】「」『』…—·～％]")
_TAIL = 60
"""Characters at the end of a line that show whether it ends a sentence."""
_WRAPPED_WIDTH = range(24, 141)
"""Columns of a page that was set to a measure: from 12 to 70 Han characters a line."""


class Role(StrEnum):
    """What a line is in its document."""

    TEXT = "text"
    HEADING = "heading"
    FURNITURE = "furniture"
    """Page numbers, running heads, imprint, pictures: part of the page and not of the paper."""
    NOTE = "note"
    """A footnote at the foot of a page."""
    REFERENCE = "reference"
    """Part of a printed list of references."""
    CAPTION = "caption"
    TABLE = "table"
    ENGLISH = "english"
    """English title, authors, abstract or key words of a Chinese paper."""
    REPEATED = "repeated"
    """Text that stood before in the same document."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: `text` is `source[start:end]`, without the white space around it."""

    start: int
    end: int
    text: str
    opens: bool = False
    """Whether it begins a block: it is indented, or a new page begins with it."""
    level: int = 0
    """1 to 6 for a Markdown heading, whose `#` signs are not part of `text`."""
    role: Role = Role.TEXT

    @property
    def ends_sentence(self) -> bool:
        """Whether a sentence ends with the line, citation marks aside."""
        return bool(_STOP_AT_END.search(_MARKS_AT_END.sub("", self.text[-_TAIL:])))

    def in_role(self, role: Role) -> "Line":
        """The same line in another role."""
        return replace(self, role=role)


def read_lines(source: str) -> tuple[Line, ...]:
    """The lines of `source` that are not blank, in order; Markdown heading signs are taken off and kept as `level`."""
    lines = []
    previous_end = 0
    for match in _LINE.finditer(source):
        raw = match.group()
        text = raw.strip(" \t\u3000\xa0\ufeff\u200b")
        if not text:
            continue
        start = match.start() + raw.index(text[0])
        level = len(text) - len(text.lstrip("#"))
        if 0 < level <= 6 and text[level:].strip():
            body = text[level:].lstrip()
            start, text = start + len(text) - len(body), body
        else:
            level = 0
        opens = (start > match.start() and not level) or "\f" in source[previous_end:start]
        lines.append(Line(start, start + len(text), text, opens, level))
        previous_end = start + len(text)
    return tuple(lines)


def width(text: str) -> int:
    """Columns that `text` takes when printed: two for a full-width character, one for any other."""
    return len(text) + count_han(text) + len(_FULL_WIDTH.findall(text))


def measure(lines: Iterable[Line]) -> int | None:
    """The measure in columns to which the text was set, or `None` when paragraphs run on in one line each.

    A text counts as set to a measure when at least two fifths of its longer lines have nearly the same width.
    """
    widths = sorted(width(line.text) for line in lines if line.role == Role.TEXT)
    long = [w for w in widths if w >= _WRAPPED_WIDTH.start]
    if len(long) < 12:
        return None
    middle = round(median(long))
    alike = sum(0.88 * middle <= w <= 1.12 * middle for w in long)
    return middle if middle in _WRAPPED_WIDTH and alike >= 0.4 * len(long) else None


def is_full(line: Line, full: int | None) -> bool:
    """Whether the line fills the measure `full`, so that what follows it may be the same paragraph."""
    return full is not None and width(line.text) >= 0.86 * full


def with_roles(lines: Sequence[Line], roles: dict[int, Role]) -> tuple[Line, ...]:
    """The lines, those whose index is in `roles` in their new role."""
    return tuple(line.in_role(roles[i]) if i in roles else line for i, line in enumerate(lines))
