"""The section tree: which number and level each heading has, and which blocks belong to it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.ingest.blocks import Block
from app.ingest.headings import Heading, Style
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
    tree = _Tree(tuple(block.heading for block in blocks if block.heading))
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
    placed = Section(section.number, section.level, section.heading, start, end, section.parent)
    return Part(placed, tuple(block for block in blocks if not block.heading))


@dataclass(frozen=True, slots=True)
class _Open:
    """A heading under which others may still come."""

    kind: tuple[Style, int]
    number: str


@dataclass(slots=True)
class _Tree:
    """The headings placed so far: those still open, outermost first, and all numbers given."""

    headings: tuple[Heading, ...]
    open: list[_Open] = field(default_factory=list)
    used: set[str] = field(default_factory=lambda: {FRONT})
    _reserved: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self._reserved = frozenset(_printed(h) for h in self.headings if h.style == Style.DECIMAL)

    def place(self, heading: Heading) -> Section:
        """The section that begins with `heading`; numbers and parents follow from those placed before."""
        kind = _kind(heading)
        self._close_for(kind, heading)
        number = self._printed_number(heading) or self._next_number(heading)
        parent = self.open[-1].number if self.open else None
        self.used.add(number)
        self.open.append(_Open(kind, number))
        return Section(number, len(self.open), heading.text, parent=parent)

    def _close_for(self, kind: tuple[Style, int], heading: Heading) -> None:
        """Closes the headings that cannot hold one of this kind."""
        if heading.style in {Style.NAMED, Style.PLAIN}:
            top = heading.style == Style.NAMED or self._top_number() is not None
            del self.open[0 if top else 1 :]
            return
        kinds = [each.kind for each in self.open]
        if kind in kinds:
            del self.open[kinds.index(kind) :]
        elif heading.style == Style.DECIMAL:
            while self.open and not self._may_hold(self.open[-1], heading):
                self.open.pop()

    def _may_hold(self, outer: _Open, heading: Heading) -> bool:
        """Whether a decimal heading may stand under `outer`: 1.2 under 1, any first level under 第一章 or 一、."""
        if outer.kind[0] in {Style.CHAPTER, Style.PART, Style.CHINESE, Style.BRACKETED}:
            return True
        prefix = ".".join(map(str, heading.path[:-1]))
        return bool(prefix) and (prefix == outer.number or prefix.startswith(outer.number + "."))

    def _printed_number(self, heading: Heading) -> str | None:
        """The printed decimal number, when it is free and agrees with the headings above."""
        number = _printed(heading)
        if heading.style != Style.DECIMAL or number in self.used or heading.path[0] == 0:
            return None
        outer = self.open[-1].number if self.open else ""
        return number if not outer or number.startswith(outer + ".") else None

    def _next_number(self, heading: Heading) -> str:
        """The next free number under the innermost open heading, or on the first level."""
        if not self.open:
            top = self._top_number()
            if top is not None or heading.style not in {Style.NAMED, Style.PLAIN, Style.DECIMAL}:
                return top or self._free("", self._last_top() + 1)
            return self._free(f"{self._last_top()}.", 1)
        return self._free(f"{self.open[-1].number}.", 1)

    def _top_number(self) -> str | None:
        """The number after the last one on the first level, unless a later heading prints it as its own."""
        number = str(self._last_top() + 1)
        return None if number in self._reserved - self.used else number

    def _last_top(self) -> int:
        return max(int(number) for number in self.used if "." not in number)

    def _free(self, prefix: str, first: int) -> str:
        while f"{prefix}{first}" in self.used:
            first += 1
        return f"{prefix}{first}"


def _kind(heading: Heading) -> tuple[Style, int]:
    return heading.style, len(heading.path) if heading.style == Style.DECIMAL else 1


def _printed(heading: Heading) -> str:
    return ".".join(map(str, heading.path))
