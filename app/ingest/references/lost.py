"""Entries whose number was lost: two works in one entry where the next number is missing."""

import re
from collections.abc import Iterator, Sequence

from app.ingest.page.lines import Line

TYPED = re.compile(r"[\[［]\s*[A-Z]{1,2}\s*(?:[/／]\s*[A-Z0]{2}\s*)?[\]］]")
"""A type mark of GB/T 7714: [J], [M], [EB/OL]."""
_AUTHOR = r"(?:[\u3400-\u9fff]{2,4}\s*[,，.．]|[A-Z]{2,}\s*[.．]|[A-Z][\w'’-]+\s*[, ，]\s*[A-Z])"
_BORDER = re.compile(rf"(?<=[\d/a-z])\s*[.．。]\s*[\]］」]?\s*(?={_AUTHOR})")
_AT_START = re.compile(rf"[\]］」]?\s*(?={_AUTHOR})")
_FINISHED = re.compile(r"(?:19|20)\d\d|https?:")


def split_lost(entries: Sequence[tuple[int, list[Line]]]) -> Iterator[tuple[int, list[Line]]]:
    """`entries` in the order of their numbers; where one is missing, the entry before is cut if it holds two works."""
    for i, (number, lines) in enumerate(entries):
        following = entries[i + 1][0] if i + 1 < len(entries) else number + 1
        halves = _halves(lines) if following > number + 1 else None
        if halves:
            yield number, halves[0]
            yield number + 1, halves[1]
        else:
            yield number, lines


def part(line: Line, start: int, end: int) -> Line:
    """`line.text[start:end]` as a line of its own."""
    text = line.text[start:end].rstrip()
    return Line(line.start + start, line.start + start + len(text), text)


def _halves(lines: Sequence[Line]) -> tuple[list[Line], list[Line]] | None:
    """The parts before and behind the border of two works: a type mark and a year or an address stand before it."""
    last_mark = max((i for i, line in enumerate(lines) if TYPED.search(line.text)), default=-1)
    typed = finished = False
    for i, line in enumerate(lines[: last_mark + 1]):
        ends = [match.end() for match in TYPED.finditer(line.text)]
        first = 0 if typed else ends[0] if ends else len(line.text)
        starting = _AT_START.match(line.text) if typed and finished else None
        for border in filter(None, (starting, *_BORDER.finditer(line.text, first))):
            enough = finished or _FINISHED.search(line.text, first, border.start())
            if enough and (i < last_mark or border.end() < ends[-1]):
                cut = border.start() + (1 if border[0].strip()[:1] in {".", "．", "。"} else 0)
                before = [part(line, 0, cut)] if border.start() else []
                return [*lines[:i], *before], [part(line, border.end(), len(line.text)), *lines[i + 1 :]]
        typed = typed or bool(ends)
        finished = finished or (typed and bool(_FINISHED.search(line.text, first)))
    return None
