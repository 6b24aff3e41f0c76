"""The section tree: which number and level each heading has, and which blocks belong to it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.ingest.page.blocks import Block
from app.ingest.page.heading_styles import Heading, Style
from app.ingest.records import Section

FRONT = "0"
"""Number of the front matter: abstract, key words, and the text before the first heading."""


@dataclass(frozen=True, slots=True)
class Part:
    """A section with the paragraphs and captions that stand directly in it."""

    section: Section
    blocks: tuple[Block, ...] = ()


def divide(blocks: Sequence[Block]) -> tuple[Part, ...]:
    """The parts of a paper in reading order; the first is always the front matter, number "0" and level 0.

    Printed decimal numbers are kept (1.2); other headings are numbered by their position under their parent:
    一、 becomes 1, （一） under it 1.1, a conclusion without number the next one. An introduction with a heading
    but without a number of its own is 0.1 when the paper's 1 comes after it. Untitled text before the first
    heading belongs to the front matter. No number occurs twice.
    """
    tree = _Tree([block.heading for block in blocks if block.heading])
    parts: list[tuple[Section, list[Block]]] = [(Section(FRONT, 0, ""), [])]
    for block in blocks:
        if block.heading:
            parts.append((tree.place(block.heading), [block]))
        else:
            parts[-1][1].append(block)
    return tuple(_part(section, inside) for section, inside in parts)


def _part(section: Section, blocks: Sequence[Block]) -> Part:
    """Gives a section its place in the source: from its heading to the end of its last block."""
    start = min((block.start for block in blocks), default=0)
    end = max((block.end for block in blocks), default=0)
    return Part(replace(section, start=start, end=end), tuple(block for block in blocks if not block.heading))


@dataclass(frozen=True, slots=True)
class _Open:
    """A heading under which others may still come."""

    kind: tuple[Style, int]
    path: tuple[int, ...]
    number: str
    level: int


class _Tree:
    """The headings placed so far: those still open, outermost first, and all numbers given."""

    def __init__(self, headings: Sequence[Heading]) -> None:
        self._open: list[_Open] = []
        self._used = {FRONT}
        self._printed = {_printed(heading) for heading in headings if heading.style == Style.DECIMAL}
        self._next: dict[str, int] = {}
        self._last_top = 0

    def place(self, heading: Heading) -> Section:
        """The section that begins with `heading`; number and parent follow from those placed before."""
        self._close_for(heading)
        number = self._printed_number(heading) or self._next_number(heading)
        parent = self._open[-1].number if self._open else None
        self._used.add(number)
        self._last_top = max(self._last_top, int(number.split(".")[0]))
        above = self._open[-1].level if self._open else 0
        lost = not above and number == _printed(heading)  # 2.1 without a 2 before it
        level = len(heading.path) if lost else above + 1
        self._open.append(_Open(_kind(heading), heading.path, number, level))
        return Section(number, level, heading.text, parent=parent)

    def _close_for(self, heading: Heading) -> None:
        """Closes the headings that cannot hold this one."""
        kinds = [each.kind for each in self._open]
        if heading.style == Style.NAMED or (heading.style == Style.PLAIN and self._top_is_free()):
            self._open.clear()
        elif heading.style == Style.PLAIN:
            del self._open[1:]
        elif self._above_is_lost(heading):
            self._open.clear()
        elif _kind(heading) in kinds:
            del self._open[kinds.index(_kind(heading)) :]
        elif heading.style == Style.DECIMAL:
            while self._open and not _may_hold(self._open[-1], heading):
                self._open.pop()

    def _above_is_lost(self, heading: Heading) -> bool:
        """Whether 4.1 comes while 3 is open: its own heading 4 was not recognised."""
        inner = heading.style == Style.DECIMAL and len(heading.path) > 1
        return inner and bool(self._open) and heading.path[0] == self._last_top + 1 and self._numbers_agree()

    def _numbers_agree(self) -> bool:
        """Whether the open headings are numbered as printed, or have no number: not 一、 with 1.1 under it."""
        return all(each.kind[0] in {Style.DECIMAL, Style.NAMED, Style.PLAIN} for each in self._open)

    def _printed_number(self, heading: Heading) -> str | None:
        """The printed decimal number, when it is free and agrees with the headings above."""
        number = _printed(heading)
        if heading.style != Style.DECIMAL or number in self._used or heading.path[0] == 0:
            return None
        outer = self._open[-1].number if self._open else ""
        return number if not outer or number.startswith(outer + ".") else None

    def _next_number(self, heading: Heading) -> str:
        """The next free number under the innermost open heading, or on the first level."""
        if self._open:
            return self._free(f"{self._open[-1].number}.")
        if self._top_is_free() or heading.style not in {Style.NAMED, Style.PLAIN, Style.DECIMAL}:
            self._next[""] = self._last_top + 1
            return self._free("")
        return self._free(f"{self._last_top}.")

    def _top_is_free(self) -> bool:
        """Whether no later heading prints the number that would come next on the first level."""
        number = str(self._last_top + 1)
        return number not in self._printed or number in self._used

    def _free(self, prefix: str) -> str:
        """The first number behind `prefix` that is not used; each is tried once."""
        count = self._next.get(prefix, 1)
        while f"{prefix}{count}" in self._used:
            count += 1
        self._next[prefix] = count + 1
        return f"{prefix}{count}"


def _may_hold(outer: _Open, heading: Heading) -> bool:
    """Whether a decimal heading may stand under `outer`: 1.2 under 1, and any under a heading numbered otherwise."""
    if outer.kind[0] != Style.DECIMAL:
        return outer.kind[0] not in {Style.NAMED, Style.PLAIN, Style.ITEM} or f"{outer.number}." == _prefix(heading)
    return len(heading.path) > len(outer.path) and heading.path[: len(outer.path)] == outer.path


def _prefix(heading: Heading) -> str:
    """The printed number of the heading above, with a full stop: "1." for 1.2, "" for 1."""
    return "".join(f"{part}." for part in heading.path[:-1])


def _kind(heading: Heading) -> tuple[Style, int]:
    return heading.style, len(heading.path) if heading.style == Style.DECIMAL else 1


def _printed(heading: Heading) -> str:
    return ".".join(map(str, heading.path))
