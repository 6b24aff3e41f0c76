"""The entries of a list of references, cut apart by their numbers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.ingest.page.flow import flow
from app.ingest.page.lines import Line
from app.ingest.references.lost import part, split_lost
from app.ingest.references.numbering import Numbering

_BACK_MATTER = re.compile(
    r"(?<=[\d.．。\])）/a-z])\s*(?:作者(?:姓名|简介|介绍|单位|分工|贡献.{0,3})|收稿日期|修回日期|基金项目|[本文]*责任编辑|通[讯信]作者)\s*[:：]"
)
"""What follows the last entry in its line."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its printed number, its text in one line without the number, and its place in the source."""

    label: str
    text: str
    start: int
    end: int


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
    for number, begin, end in numbering.advance(line, at):
        after = _BACK_MATTER.search(line.text, begin + 1) if end == len(line.text) else None
        yield number, part(line, begin, after.start() if after else end)


def _entry(number: int, lines: Sequence[Line]) -> Entry:
    text = flow(lines, keep_marks=True, keep_spaces=True).text
    return Entry(str(number), text, lines[0].start, lines[-1].end)
