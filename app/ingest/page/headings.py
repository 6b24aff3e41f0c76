"""Headings of sections: what tells them from a line of text that begins with a number."""

import re
from collections.abc import Iterator, Mapping, Sequence

from app.ingest.byline import read_names
from app.ingest.page.front_labels import is_labelled
from app.ingest.page.heading_styles import (
    ORDER,
    Heading,
    Style,
    clean_title,
    counts_things,
    is_named,
    readings,
)
from app.ingest.page.lines import Line, Role, is_full, measure, width, with_roles
from app.ingest.page.run_in import item_series, read_run_in
from app.text.names import chinese_names
from app.text.scripts import has_han

_LONGEST = 50
_LONGEST_MARKDOWN = 90
_FIRST_LINES = 10
_NO_HEADING = re.compile(
    r"\W*(?:参\s*考\s*文\s*献|引\s*用\s*文\s*献|作者(?:简介|介绍|贡献(?:说明|声明)?)|编者按|访谈要点|(?:中图)?分类号|References?)\W*"
    r"|[问答]\s*[:：].*",
    re.IGNORECASE,
)
"""Labels of what stands around a paper, and the questions of an interview, which Markdown may mark as headings."""
_FRONT = 60
"""Lines among which abstract and key words are looked for."""


def find_headings(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Heading, ...]]:
    """Tells the headings of sections: the lines with headings in their role, and the headings in order.

    A plain line must be short, unpunctuated, numbered as the heading after the last one would be, and stand
    where a sentence has ended: so `2008 年 7 月，…` or `34 亿欧元。` at the start of a wrapped line is text.
    Lines that Markdown marks are taken at their word, except in front of the abstract: title and authors.
    """
    full = measure(lines)
    front = _front_end(lines)
    order = _Order()
    listed = item_series(lines[front:])
    headings: list[Heading] = []
    roles: dict[int, Role] = {}
    parted: dict[int, tuple[Line, Line]] = {}
    for i, line in enumerate(lines):
        if line.role != Role.TEXT or i in roles:
            continue
        may_begin = i >= front and (line.level > 0 or _ends_paper(line) or _may_begin(lines, i, full, roles))
        if line.level:
            heading = _marked(line, in_body=i >= front)
        else:
            heading = _plain(lines, i, full, order) if may_begin else None
        if heading is None and may_begin and (found := read_run_in(line, order.expects, listed)):
            heading, rest = found
            parted[i] = heading.lines[0], rest
        if heading:
            order.take(heading)
            headings.append(heading)
            roles |= dict.fromkeys(range(i, i + len(heading.lines)), Role.HEADING)
    return tuple(_parted(with_roles(lines, roles), parted)), tuple(headings)


def _parted(lines: Sequence[Line], parted: Mapping[int, tuple[Line, Line]]) -> Iterator[Line]:
    """The lines, those in which a heading runs into its paragraph as two."""
    for i, line in enumerate(lines):
        if i in parted:
            heading, rest = parted[i]
            yield heading.in_role(Role.HEADING)
            yield rest
        else:
            yield line


def _front_end(lines: Sequence[Line]) -> int:
    """The index from which headings may come: behind abstract and key words, unless they follow the first heading.

    Without those, behind the first Markdown heading, which is the title.
    """
    first = next((i for i, line in enumerate(lines[:_FRONT]) if _begins_numbering(line)), _FRONT)
    labels = [i for i, line in enumerate(lines[:first]) if is_labelled(line)]
    near = lines[: min(first, labels[-1] + 4 if labels else _FIRST_LINES)]
    byline = next((i + 1 for i, line in enumerate(near) if _is_byline(line)), 0)
    if labels:
        return max(labels[-1] + 1, byline)
    return max(byline, next((i + 1 for i, line in enumerate(lines[:_FIRST_LINES]) if line.level), 0))


def _is_byline(line: Line) -> bool:
    return line.role in {Role.TEXT, Role.FURNITURE} and bool(read_names(line.text))


def _begins_numbering(line: Line) -> bool:
    """Whether a line looks like heading 1, 一、 or 第一章, and not like the first of several addresses."""
    if line.role != Role.TEXT or len(line.text) > _LONGEST or re.search(r"[。；]|\d{6}", line.text):
        return False
    return has_han(line.text) and any(
        path in {(0,), (1,)} and style not in {Style.ITEM, Style.BRACKETED} and not counts_things(line.text, title)
        for style, path, title in readings(line.text)
    )


class _Order:
    """What numbers came last: which number the next heading of each style would have."""

    def __init__(self) -> None:
        self._decimal: tuple[int, ...] = ()
        self._decimal_above: tuple[int, ...] = ()
        self._ordinal: dict[Style, int] = {}
        self._unnumbered = 0

    def take(self, heading: Heading) -> None:
        """Remembers an accepted heading; a higher one lets lower ones begin anew."""
        if heading.style == Style.DECIMAL:
            self._decimal = heading.path
        elif heading.path:
            self._ordinal[heading.style] = heading.path[0]
            self._decimal_above, self._decimal = self._decimal or self._decimal_above, ()
            for lower in ORDER[ORDER.index(heading.style) + 1 :]:
                self._ordinal.pop(lower, None)
        else:
            self._unnumbered += 1

    def expects(self, style: Style, path: tuple[int, ...]) -> bool:
        """Whether a heading numbered so may come now; one number may be missing."""
        if style == Style.DECIMAL:
            first = not self._decimal and path == (self._unnumbered + 1,)  # 2 behind a 引言 without a number
            return first or _follows(self._decimal, path) or _follows(self._decimal_above, path)
        last = self._ordinal.get(style, 0)
        return path[0] in {1, last + 1} or (last > 0 and path[0] == last + 2)


def _follows(last: tuple[int, ...], path: tuple[int, ...]) -> bool:
    """Whether the decimal number `path` may come next after `last`; at first, and under 一、, it begins anew."""
    if not last:
        return path in {(0,), (1,), (1, 1)}
    if len(path) > 1 and path > last:  # headings in between may be lost
        return path[0] == last[0] or path == (last[0] + 1, 1)
    return path in {(*last, 1), *((*last[:depth], last[depth] + 1) for depth in range(len(last)))}


def _marked(line: Line, *, in_body: bool) -> Heading | None:
    """A heading that Markdown marks."""
    numbered = list(readings(line.text))
    names = () if numbered and in_body else chinese_names(line.text)  # 3 方法, 5 展望 are no names
    front_matter = is_labelled(line) or names or (not in_body and re.search(r"\d{6}", line.text))
    if len(line.text) > _LONGEST_MARKDOWN or front_matter or _NO_HEADING.fullmatch(line.text):
        return None
    for style, path, title in numbered:
        if in_body or path[0] <= 1:
            return Heading(style, path, clean_title(title), (line,))
    if is_named(line.text):
        return Heading(Style.NAMED, (), clean_title(line.text), (line,))
    return Heading(Style.PLAIN, (), clean_title(line.text), (line,)) if in_body else None


def _plain(lines: Sequence[Line], i: int, full: int | None, order: _Order) -> Heading | None:
    """A heading that only its number, or its word, and its shape tell."""
    line = lines[i]
    if len(line.text) > _LONGEST or re.search(r"[。；]|[，：、；,:;]$", line.text):
        return None
    if is_named(line.text):
        return Heading(Style.NAMED, (), clean_title(line.text), (line,))
    for style, path, title in readings(line.text):
        counts = style == Style.DECIMAL and len(path) == 1 and counts_things(line.text, title)
        if style != Style.ITEM and not counts and order.expects(style, path):
            more = lines[i + 1 : i + 2] if _wraps(lines, i, full) else ()
            return Heading(style, path, clean_title("".join([title, *(m.text for m in more)])), (line, *more))
    return None


def _may_begin(lines: Sequence[Line], i: int, full: int | None, roles: dict[int, Role]) -> bool:
    """Whether no sentence runs on into line `i`: the line before it ends one, is no text, or is a short line."""
    if i == 0 or i - 1 in roles or lines[i - 1].role != Role.TEXT:
        return True
    before = lines[i - 1]
    if before.ends_sentence or before.level:
        return True
    if full is not None:
        return not is_full(before, full)
    return len(before.text) <= _LONGEST and not before.text.endswith(("，", "、", "；"))


def _ends_paper(line: Line) -> bool:
    """Whether a line is a numbered 结语 or 结论: these words with a number begin no line of a sentence."""
    return any(style == Style.DECIMAL and is_named(title) for style, _, title in readings(line.text))


def _wraps(lines: Sequence[Line], i: int, full: int | None) -> bool:
    """Whether the heading goes on in the next line: its own line is full, the next short and without punctuation."""
    if i + 1 >= len(lines) or full is None or not is_full(lines[i], full):
        return False
    following = lines[i + 1]
    plain = not re.search(r"[，。；：？！,.;:]", following.text) and following.role == Role.TEXT
    return plain and width(following.text) <= 0.6 * full and not any(True for _ in readings(following.text))
