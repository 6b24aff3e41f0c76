"""Headings: how they are numbered, and what tells them from a line of text that begins with a number."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.ingest.flow import flow
from app.ingest.lines import Line, Role, is_full, measure, width, with_roles
from app.text.names import chinese_names
from app.text.numbers import CHINESE_NUMERAL, parse_chinese


class Style(StrEnum):
    """How a heading is numbered; the usual order of levels in Chinese papers is that of the list."""

    CHAPTER = "chapter"
    """第一章"""
    PART = "part"
    """第一节"""
    CHINESE = "chinese"
    """一、"""
    BRACKETED = "bracketed"
    """（一）"""
    DECIMAL = "decimal"
    """1, 1.1, 1.1.1"""
    ITEM = "item"
    """（1）, only where Markdown marks a heading"""
    NAMED = "named"
    """引言, 结语: known words without a number"""
    PLAIN = "plain"
    """Any other heading that Markdown marks"""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of one line or two. `path` is its printed number, (1, 2) for 1.2; empty when it has none."""

    style: Style
    path: tuple[int, ...]
    text: str
    lines: tuple[Line, ...]


_NUMERAL = f"[{CHINESE_NUMERAL}]{{1,3}}"
_PATTERNS = (
    (Style.CHAPTER, re.compile(rf"第\s*({_NUMERAL}|\d{{1,2}})\s*[章编篇]\s*[:：]?\s*(.*)")),
    (Style.PART, re.compile(rf"第\s*({_NUMERAL}|\d{{1,2}})\s*节\s*[:：]?\s*(.*)")),
    (Style.CHINESE, re.compile(rf"({_NUMERAL})\s*[、．.]\s*(.+)")),
    (Style.BRACKETED, re.compile(rf"[（(]\s*({_NUMERAL})\s*[）)]\s*(.+)")),
    (Style.DECIMAL, re.compile(r"(\d{1,2}(?:\s?[.．]\s?\d{1,2}(?!\d)){0,3})(?![\d%％‰])\s*[.．、]?\s*(\D.*)")),
    (Style.ITEM, re.compile(r"[（(]\s*(\d{1,2})\s*[）)]\s*(.+)")),
)
_ORNAMENT = re.compile(r"^[…·•*—◆■●★\s]+")
_NAMES = re.compile(
    r"(?:引言|前言|导言|绪论|导论|序言|问题的提出|结语|结束语|结论|总结|余论|讨论|小结|展望|致谢|附录|结语与展望|总结与展望|结论与建议|结论与展望"
    r"|结论与讨论|Introduction|Conclusions?|Discussion|Acknowledge?ments?)[:：]?",
    re.IGNORECASE,
)
_MEASURED = re.compile(r"(?:个|年|月|日|亿|万|千|百|％|%|世纪|名|项|种|份|位|次|人|家|条|届|岁|倍|篇|国|至|到|余|多|所|天|小时|元|吨|米|[~～—–-])")
ABSTRACT_LABEL = re.compile(r"[^\w\s]{0,3}(?:摘\s*要|内\s*容\s*提\s*要|内容摘要|提\s*要)\s*[】\]］]?\s*[:：]?\s*")
KEYWORDS_LABEL = re.compile(r"[^\w\s]{0,3}关\s*键\s*[词字]\s*[】\]］]?\s*[:：]?\s*")
"""The words with which abstract and key words begin."""
_LONGEST = 50
_LONGEST_MARKDOWN = 90


def find_headings(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Heading, ...]]:
    """Tells the headings of sections: the lines with headings in their role, and the headings in order.

    A plain line must be short, unpunctuated, numbered as the heading after the last one would be, and stand
    where a sentence has ended: so `2008 年 7 月，…` or `34 亿欧元。` at the start of a wrapped line is text.
    Lines that Markdown marks are taken at their word, except in front of the abstract: title and authors.
    """
    full = measure(lines)
    front = _front_end(lines)
    order = _Order()
    headings: list[Heading] = []
    roles: dict[int, Role] = {}
    for i, line in enumerate(lines):
        if line.role != Role.TEXT or i in roles:
            continue
        if line.level:
            heading = _marked(line, i >= front)
        else:
            heading = _plain(lines, i, full, order, roles) if i >= front else None
        if heading is None:
            continue
        order.take(heading)
        headings.append(heading)
        roles |= dict.fromkeys(range(i, i + len(heading.lines)), Role.HEADING)
    return with_roles(lines, roles), tuple(headings)


def _front_end(lines: Sequence[Line]) -> int:
    """The index from which a Markdown heading without number may be a section's: behind abstract and key words.

    Without those, behind the first Markdown heading, which is the title.
    """
    labels = [i for i, line in enumerate(lines[:60]) if is_labelled(line)]
    return labels[-1] + 1 if labels else next((i + 1 for i, line in enumerate(lines[:10]) if line.level), 0)


def is_labelled(line: Line) -> bool:
    """Whether abstract or key words begin with the line."""
    return bool(ABSTRACT_LABEL.match(line.text) or KEYWORDS_LABEL.match(line.text))


class _Order:
    """What numbers came last: which number the next heading of each style would have."""

    def __init__(self) -> None:
        self._decimal: tuple[int, ...] = ()
        self._ordinal: dict[Style, int] = {}

    def take(self, heading: Heading) -> None:
        """Remembers an accepted heading; a higher one lets lower ones begin anew."""
        if heading.style == Style.DECIMAL:
            self._decimal = heading.path
        elif heading.path:
            self._ordinal[heading.style] = heading.path[0]
            for lower in list(Style)[list(Style).index(heading.style) + 1 :]:
                self._ordinal.pop(lower, None)

    def expects(self, style: Style, path: tuple[int, ...]) -> bool:
        """Whether a heading numbered so may come now."""
        if style == Style.DECIMAL:
            return self._expects_decimal(path)
        last = self._ordinal.get(style, 0)
        return path[0] in {1, last + 1} or (last > 0 and path[0] == last + 2)

    def _expects_decimal(self, path: tuple[int, ...]) -> bool:
        last = self._decimal
        if not last:
            return path in {(0,), (1,), (1, 1)}
        if len(path) > 1 and path > last:
            return path[0] <= last[0] + 1 and path[-1] <= 20
        following = {(*last, 1), *((*last[:depth], last[depth] + 1) for depth in range(len(last)))}
        return path in following


def _read(text: str) -> Iterator[tuple[Style, tuple[int, ...], str]]:
    """Every way to read the line as a numbered heading: style, number and title."""
    plain = _ORNAMENT.sub("", text)
    for style, pattern in _PATTERNS:
        if match := pattern.fullmatch(plain):
            numeral, title = match.groups()
            if style == Style.DECIMAL:
                path = tuple(int(part) for part in re.split(r"\s?[.．]\s?", numeral))
            else:
                path = (int(numeral) if numeral.isdigit() else parse_chinese(numeral) or 0,)
            yield style, path, title


def _marked(line: Line, in_body: bool) -> Heading | None:
    """A heading that Markdown marks."""
    if len(line.text) > _LONGEST_MARKDOWN or is_labelled(line) or chinese_names(line.text):
        return None
    if not in_body and re.search(r"\d{6}", line.text):  # an author's address with its postal code
        return None
    for style, path, title in _read(line.text):
        if in_body or path[0] <= 1:
            return Heading(style, path, _title(title), (line,))
    if not in_body and not _NAMES.fullmatch(re.sub(r"\s", "", line.text)):
        return None
    style = Style.NAMED if _NAMES.fullmatch(re.sub(r"\s", "", line.text)) else Style.PLAIN
    return Heading(style, (), _title(line.text), (line,))


def _title(text: str) -> str:
    """A heading's words without marks, spaces between Han and final punctuation."""
    line = Line(0, len(text), text)
    return flow([line]).text.strip(" .。．:：;；、，,")


def _plain(lines: Sequence[Line], i: int, full: int | None, order: _Order, roles: dict[int, Role]) -> Heading | None:
    """A heading that only its number or its word and its place tell."""
    line = lines[i]
    if len(line.text) > _LONGEST or re.search(r"[。；]|[，：、；,:;]$", line.text) or not _may_begin(lines, i, full, roles):
        return None
    if _NAMES.fullmatch(re.sub(r"\s", "", line.text)):
        return Heading(Style.NAMED, (), _title(line.text), (line,))
    for style, path, title in _read(line.text):
        counted = style == Style.DECIMAL and len(path) == 1 and (_MEASURED.match(title) or not _parted(line.text))
        if style != Style.ITEM and not counted and order.expects(style, path):
            wrapped = (line, lines[i + 1]) if _wraps(lines, i, full) else (line,)
            return Heading(style, path, _title("".join([title, *(more.text for more in wrapped[1:])])), wrapped)
    return None


def _parted(text: str) -> bool:
    """Whether space or punctuation, or a Han character that is no measure word, parts the number from the title."""
    return re.match(r"\W*\d{1,2}(?:\s*[.．、]|\s+|(?=[\u3400-\u9fff“《]))", text) is not None


def _may_begin(lines: Sequence[Line], i: int, full: int | None, roles: dict[int, Role]) -> bool:
    """Whether no sentence runs on into line `i`: the line before it ends one, is no text, or is a short line."""
    if i == 0 or i - 1 in roles or lines[i - 1].role != Role.TEXT:
        return True
    before = lines[i - 1]
    if before.ends_sentence or before.level:
        return True
    return not is_full(before, full) if full else len(before.text) <= _LONGEST and not before.text.endswith(("，", "、", "；"))


def _wraps(lines: Sequence[Line], i: int, full: int | None) -> bool:
    """Whether the heading goes on in the next line: its own line is full, and the next short and without punctuation."""
    if i + 1 >= len(lines) or full is None or not is_full(lines[i], full):
        return False
    following = lines[i + 1]
    plain = not re.search(r"[，。；：？！,.;:]", following.text) and following.role == Role.TEXT
    return plain and width(following.text) <= 0.6 * full and not any(True for _ in _read(following.text))
