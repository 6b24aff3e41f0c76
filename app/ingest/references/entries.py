"""The entries of a list of references, cut apart by their numbers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from app.ingest.page.flow import flow
from app.ingest.page.lines import Line, Role
from app.ingest.references.lost import TYPED, part, split_lost
from app.text.numbers import parse_circled

_NUMBER = r"\d{1,3}(?!\d)|[\dlI]{1,3}(?=\s*[\]］】〕])"
_STRONG = re.compile(
    rf"\s*(?:[\[［【〔]{{1,2}}\s*({_NUMBER})\s*[\]］】〕)）,，。.\[［]?|(\d{{1,3}})\s*[\[［]\s*[\]］]|\^?([①-⑳㉑-㉟㊱-㊿]))\s*"
)
_WEAK = re.compile(r"\s*(\d{1,3})(?!\d)\s*(?:[.．、\]］](?!\d)|\s+(?=\D)|(?=[^\W\d_]))\s*")
_INLINE = re.compile(
    rf"(?:[\[［]\s*|(?<=[.．。])\s?)({_NUMBER})\s*[\]］]\s*(?=[^\W\d_]|[《“\"（(\[［]|(?:19|20)\d\d\s?[^\W\d_])"
)
_AGAIN = re.compile(r"(?:[\[［]\s*[\dlI]{1,3}\s*[\]］]\s*)+(?=[^\W\d_]|[《“\"（(])")
_BACK_MATTER = re.compile(
    r"(?<=[\d.．。\])）/a-z])\s*(?:作者(?:姓名|简介|介绍|单位|分工|贡献.{0,3})|收稿日期|修回日期|基金项目|[本文]*责任编辑|通[讯信]作者)\s*[:：]"
)
"""What follows the last entry in its line."""
_MISREAD = str.maketrans("lI", "11")
_DATED = re.compile(r"(?:19|20)\d\d")
_NEAR = 6
"""How far a bare number may run ahead of the last one."""
_LOST = 3
"""How far a number inside a line may run ahead: so many were lost or not recognised between."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its printed number, its text in one line without the number, and its place in the source."""

    label: str
    text: str
    start: int
    end: int


@dataclass(slots=True)
class Numbering:
    """Which numbers a list has used, to tell the number of an entry from any other at the start of a line."""

    used: set[int] = field(default_factory=set)
    last: int = 0

    def read(self, line: Line, at: int = 0) -> tuple[int, int] | None:
        """The number with which `line.text[at:]` begins an entry, and where its text begins; `None` if with none.

        A number in brackets must be new. A bare one must also be the next, or near it in a line that looks like
        an entry: columns that were read across each other leave entries in disorder.
        """
        if line.role in {Role.NOTE, Role.TABLE, Role.CAPTION}:
            return None
        if match := _STRONG.match(line.text, at):
            number = parse_circled(match[3]) if match[3] else _value(match[1] or match[2])
            if number in self.used and match[1] and not match[1].isdecimal():
                number = self.last + 1  # [I] for [11]
            return (number, match.end()) if number and number not in self.used else None
        match = _WEAK.match(line.text, at)
        number = int(match[1]) if match else 0
        if match is None or number < 1 or number in self.used:
            return None
        fits = number == self.last + 1 or (number <= self.last + _NEAR and like_entry(line))
        return (number, match.end()) if fits else None

    def take(self, number: int) -> None:
        """Counts the number as used."""
        self.used.add(number)
        self.last = number


def like_entry(line: Line) -> bool:
    """Whether a line looks like (the beginning of) an entry: a type mark [J], or a year with punctuation."""
    return bool(is_typed(line.text) or (is_dated(line.text) and re.search(r"[.．,，《“]", line.text)))


def is_typed(text: str) -> bool:
    """Whether `text` holds the type mark of an entry in GB/T 7714: [J], [M], [EB/OL]."""
    return TYPED.search(text) is not None


def is_dated(text: str) -> bool:
    """Whether `text` holds a year."""
    return _DATED.search(text) is not None


def has_bracketed_number(line: Line, number: int) -> bool:
    """Whether a line of text begins with `[number]`."""
    match = _STRONG.match(line.text) if line.role == Role.TEXT else None
    return bool(match and match[1] and _value(match[1]) == number)


def is_circled(line: Line) -> bool:
    """Whether a line begins with a circled number."""
    match = _STRONG.match(line.text)
    return bool(match and match[3])


def begins_with_number(line: Line, at: int) -> bool:
    """Whether `line.text[at:]` begins with a number in brackets or a circle."""
    return _STRONG.match(line.text, at) is not None


def begins_entry_inside(line: Line) -> bool:
    """Whether a number that may begin an entry stands inside a line."""
    return _INLINE.search(line.text) is not None


def read_entries(lines: Sequence[Line], first_offset: int) -> tuple[Entry, ...]:
    """The entries of the list that `lines` hold, by number; in a list without any number each line is one.

    `first_offset` is where the list begins in the first line, behind its heading.
    """
    numbering = Numbering()
    pieces = [piece for i, line in enumerate(lines) for piece in _cut(line, 0 if i else first_offset, numbering)]
    if not numbering.used:
        pieces = [(number, line) for number, (_, line) in enumerate(pieces, 1)]
    entries: list[tuple[int, list[Line]]] = []
    first = next((number for number, _ in pieces if number is not None), 1)
    if pieces and pieces[0][0] is None and first > 1:  # its own number was not recognised
        pieces[0] = (first - 1, pieces[0][1])
    for number, line in pieces:
        if number is not None:
            entries.append((number, [line]))
        elif entries:
            entries[-1][1].append(line)
    entries.sort(key=lambda entry: entry[0])
    return tuple(_entry(number, parts) for number, parts in split_lost(entries))


def _cut(line: Line, at: int, numbering: Numbering) -> Iterator[tuple[int | None, Line]]:
    """The parts of a line, each with the number that begins it; several entries may share a line."""
    read = numbering.read(line, at)
    number, begin = read or (None, at)
    if read:
        numbering.take(read[0])
    if read and (again := _AGAIN.match(line.text, begin)):
        begin = again.end()
    for match in _INLINE.finditer(line.text, begin + 1):
        value = _value(match[1])
        if value in numbering.used and not match[1].isdecimal():
            value = numbering.last + 1
        if numbering.used and numbering.last < value <= numbering.last + _LOST and value not in numbering.used:
            yield number, part(line, begin, match.start())
            number, begin = value, match.end()
            numbering.take(number)
    after = _BACK_MATTER.search(line.text, begin + 1)
    yield number, part(line, begin, after.start() if after else len(line.text))


def _value(number: str) -> int:
    """`"1l"` → 11."""
    return int(number.translate(_MISREAD))


def _entry(number: int, lines: Sequence[Line]) -> Entry:
    text = flow(lines, keep_marks=True, keep_spaces=True).text
    return Entry(str(number), text, lines[0].start, lines[-1].end)
