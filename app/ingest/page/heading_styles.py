"""How headings are numbered: the styles, and every way to read a line as a numbered heading."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.ingest.page.flow import flow
from app.ingest.page.lines import Line
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


ORDER = tuple(Style)


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
    r"(?:引言|前言|导言|绪论|导论|序言|问题的提出|结语|结束语|结论|总结|余论|讨论|小结|展望|致谢|附录|结语与展望|总结与展望"
    r"|结论与建议|结论与展望|结论与讨论|Introduction|Conclusions?|Discussion|Acknowledge?ments?)[:：]?",
    re.IGNORECASE,
)
_MEASURE_WORD = re.compile(
    r"(?:个|年|月|日|亿|万|千|百|％|%|世纪|名|项|种|份|位|次|人|家|条|届|岁|倍|篇|国|至|到|余|多|所|天|小时|元|吨|米|[~～—–-])"
)
_PARTED = re.compile(r"\W*\d{1,2}(?:\s*[.．、]|\s+|(?=[\u3400-\u9fff“《]))")


def is_named(text: str) -> bool:
    """Whether a line is nothing but a usual heading without number: 结 语."""
    return _NAMES.fullmatch(re.sub(r"\s", "", text)) is not None


def readings(text: str) -> Iterator[tuple[Style, tuple[int, ...], str]]:
    """Every way to read a line as a numbered heading: style, number, and title.

    >>> list(readings("1.2　签署政府间科技合作协议"))
    [(<Style.DECIMAL: 'decimal'>, (1, 2), '签署政府间科技合作协议')]
    """
    plain = _ORNAMENT.sub("", text)
    for style, pattern in _PATTERNS:
        if match := pattern.fullmatch(plain):
            numeral, title = match.groups()
            if style == Style.DECIMAL:
                path = tuple(int(part) for part in re.split(r"\s?[.．]\s?", numeral))
            else:
                path = (int(numeral) if numeral.isdigit() else parse_chinese(numeral) or 0,)
            yield style, path, title


def counts_things(text: str, title: str) -> bool:
    """Whether a line that begins with one number counts (`6 个科学中心`) rather than numbers a heading."""
    return _MEASURE_WORD.match(title) is not None or _PARTED.match(text) is None


def clean_title(text: str) -> str:
    """A heading's words without marks, spaces between Han, and punctuation around them."""
    return flow([Line(0, len(text), text)]).text.strip(" .。．:：;；、，,").lstrip("）)")
