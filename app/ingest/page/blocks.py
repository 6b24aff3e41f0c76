"""Lines joined to paragraphs: what was printed as one, also when a page, a column or a footnote parts it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.ingest.page.front_labels import KEYWORDS_LABEL, is_labelled
from app.ingest.page.heading_styles import Heading
from app.ingest.page.lines import Line, Role, is_full, measure
from app.text.names import chinese_names

_JOINS_ON = ("，", "、", "；", "：", "—", "“", "（", "《", ",", ";", ":", "-", "(", "…", "的", "和", "与", "及", "或")
_INNER = re.compile(r"[，；,;]")
_LONGEST_ALONE = 45
_ENDS_CITED = re.compile(r"[\u3400-\u9fff”》][\[［]\s*\d{1,3}(?:\s*[-–—,，、]\s*\d{1,3})*\s*[\]］]$")
"""A paragraph whose full stop was lost ends with a citation mark."""
_ENUMERATES = re.compile(r"\W{0,2}(?:\d|[一二三四五六七八九十]{1,2}[、，是）)]|[①-⑩]|第[一二三]|首先|其一|“|\")")
"""What a line that ends with a colon announces: the first item of a list, or a quotation."""
_GOES_ON = re.compile(r"[，。；：、）)》”的和与及或等并而且但则也]|[a-z]")
_TAIL = 30
_ITEM = re.compile(r"[（(]\s*(\d{1,2})\s*[）)]")


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a caption, or a paragraph of one line or more.

    `alone` is a short line without a full stop that no other line carries on: a title, an author, a label.
    """

    lines: tuple[Line, ...]
    heading: Heading | None = None
    caption: bool = False
    alone: bool = False

    @property
    def start(self) -> int:
        """Where it begins in the source."""
        return min(line.start for line in self.lines)

    @property
    def end(self) -> int:
        """Where it ends in the source."""
        return max(line.end for line in self.lines)

    @property
    def text(self) -> str:
        """Its lines as printed, one space between them."""
        return " ".join(line.text for line in self.lines)


def build_blocks(lines: Sequence[Line], headings: Iterable[Heading]) -> tuple[Block, ...]:
    """Paragraphs, headings and captions in the order of the lines.

    A paragraph goes on over furniture, footnotes and tables until a sentence ends at a line's end. A caption
    that stands inside a paragraph follows it.
    """
    builder = _Builder(measure(lines))
    by_start = {heading.lines[0].start: heading for heading in headings}
    for line in lines:
        if line.role == Role.TEXT:
            builder.add(line)
        elif line.role == Role.CAPTION:
            builder.captions.append(line)
        elif line.role in {Role.HEADING, Role.REFERENCE, Role.ENGLISH}:
            builder.close()
            if line.start in by_start:
                builder.blocks.append(Block(by_start[line.start].lines, heading=by_start[line.start]))
        else:
            builder.interrupted = True
    builder.close()
    return tuple(builder.blocks)


class _Builder:
    """The paragraph under way and the blocks that are done."""

    def __init__(self, full: int | None) -> None:
        self.full = full
        self.blocks: list[Block] = []
        self.current: list[Line] = []
        self.captions: list[Line] = []
        self.interrupted = False

    def add(self, line: Line) -> None:
        """Takes a line of text into the paragraph under way, or begins a new one with it."""
        if self.current and (self._ended() or self._begins(line)):
            self.close()
        self.current.append(line)
        self.interrupted = False

    def close(self) -> None:
        """Ends the paragraph under way; captions that stood inside it follow."""
        if self.current:
            lines = tuple(self.current)
            self.blocks.append(Block(lines, alone=len(lines) == 1 and self._stands_alone(lines[0])))
        self.blocks += [Block((line,), caption=True) for line in self.captions]
        self.current, self.captions, self.interrupted = [], [], False

    def _ended(self) -> bool:
        """Whether the last line ends the paragraph."""
        last = self.current[-1]
        if KEYWORDS_LABEL.match(self.current[0].text):
            return not (is_full(last, self.full) or last.text.endswith(_JOINS_ON))
        if last.ends_sentence:
            return not is_full(last, self.full)
        return len(self.current) == 1 and self._stands_alone(last)

    def _begins(self, line: Line) -> bool:
        """Whether a new paragraph begins with `line` although the last line is full."""
        if line.level or is_labelled(line) or self.current[-1].level:
            return True
        if self.full is None and self.current[-1].text.endswith(("：", ":")):
            return _ENUMERATES.match(line.text) is None
        if self.full is None and _ENDS_CITED.search(self.current[-1].text[-_TAIL:]) and not _GOES_ON.match(line.text):
            return True
        return self.current[-1].ends_sentence and (line.opens or _ITEM.match(line.text) is not None)

    def _stands_alone(self, line: Line) -> bool:
        if line.ends_sentence or line.text.endswith(_JOINS_ON):
            return False
        if self.full is not None:
            return not is_full(line, self.full)
        short = len(line.text) <= _LONGEST_ALONE and not _INNER.search(line.text)
        return short and (not self.interrupted or bool(chinese_names(line.text)))


def items(block: Block) -> tuple[int, ...]:
    """The numbers of the items （1）, （2）, … that begin at the start of the block's lines."""
    if block.heading or block.caption:
        return ()
    return tuple(int(match[1]) for line in block.lines if (match := _ITEM.match(line.text)))
