"""Years and periods that a text names, as ranges of years: 1979年1月, 20世纪60年代, “十三五”期间, 冷战时期, 近年来.

Sources of the fixed ranges: five-year plans run five years from 1953 on (the first to 1957, the second to 1962,
then 1966-1970 and on; 中华人民共和国国民经济和社会发展五年计划); the Cold War 1947-1991 (Truman doctrine to the end of
the Soviet Union); reform and opening since the third plenum of December 1978; the People's Republic since 1949; party
congresses by the year they met; the wars by their usual years. A decade is ten years (20世纪60年代: 1960-1969), a
century begins with its year 01 (21世纪: 2001-2100), 初 is its first and 末 its last fifth, 早期 and 晚期
two of them, 中期 the middle two.
A period that goes on (以来, 至今) has no end. 近年来 is the five years before the paper appeared, 近3年 three of them;
without a year of publication they are told as nothing.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from app.text.numbers import parse_number

_YEAR = r"(?:1[5-9]|20)\d\d"
_HAN = r"[零〇○一二三四五六七八九]{4}"
_SINCE = r"(?P<since>以来|之后至今|至今|以后|起(?!义|草|源|初|到|诉)|年来)?"


@dataclass(frozen=True, slots=True)
class Period:
    """Years `start` to `end`, both included; `end` is `None` for what goes on. `text[at:until]` names it."""

    start: int
    end: int | None
    precision: str
    """`day`, `month`, `year`, `years` (a range), `decade`, `century`, `era`, or `recent` (before the publication)."""
    at: int
    until: int


Reader = Callable[[re.Match[str], int | None], tuple[int, int | None, str] | None]

_ERAS: dict[str, tuple[int, int | None]] = {
    "冷战时期": (1947, 1991), "冷战期间": (1947, 1991), "冷战结束": (1991, None), "冷战后": (1991, None),
    "后冷战": (1991, None), "冷战": (1947, 1991), "改革开放": (1978, None), "新中国成立": (1949, None),
    "建国以来": (1949, None), "建国初期": (1949, 1956), "新中国成立初期": (1949, 1956), "文化大革命": (1966, 1976),
    "文革": (1966, 1976), "第二次世界大战": (1939, 1945), "二战后": (1945, None), "二战": (1939, 1945),
    "战后": (1945, None), "第一次世界大战": (1914, 1918), "一战": (1914, 1918), "抗日战争": (1937, 1945),
    "朝鲜战争": (1950, 1953), "越南战争": (1955, 1975), "鸦片战争": (1840, 1842), "明治维新": (1868, 1889),
    "党的十六大": (2002, None), "党的十七大": (2007, None), "党的十八大": (2012, None), "十八大": (2012, None),
    "党的十九大": (2017, None), "十九大": (2017, None), "党的二十大": (2022, None), "二十大": (2022, None),
    "中美建交": (1979, None), "新冠疫情": (2020, None), "国际金融危机": (2008, None), "苏联解体": (1991, None),
    "新世纪": (2001, None), "新时代以来": (2012, None),
}  # fmt: skip
_BOUNDED_ALONE = frozenset(name for name, (_, end) in _ERAS.items() if end is not None)
"""Eras with an end; the others are points from which time is told, and need 以来, 后 or the like."""
_ERA = "|".join(sorted(map(re.escape, _ERAS), key=len, reverse=True))
_PLANS = {"一": (1953, 1957), "二": (1958, 1962)} | {
    numeral: (1966 + 5 * place, 1970 + 5 * place)
    for place, numeral in enumerate(
        ["三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五", "十六"]
    )
}


def find_periods(text: str, published: int | None = None) -> tuple[Period, ...]:
    """The periods that folded `text` names, in its order; a place is read once, the longest reading first.

    >>> [(p.start, p.end) for p in find_periods('20世纪60年代,"十三五"期间,改革开放以来')]
    [(1960, 1969), (2016, 2020), (1978, None)]
    """
    taken = bytearray(len(text))
    found: list[Period] = []
    for pattern, read in _READERS:
        for match in pattern.finditer(text):
            years = None if any(taken[match.start() : match.end()]) else read(match, published)
            if years:
                taken[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
                found.append(Period(*years, *match.span()))
    return tuple(sorted(found, key=lambda period: period.at))


def _range(match: re.Match[str], _: int | None) -> tuple[int, int | None, str] | None:
    first, last = int(match["first"]), match["last"]
    if match["open"]:
        return first, None, "years"
    end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    return (first, end, "years") if first < end < 2101 else None


def _year(match: re.Match[str], _: int | None) -> tuple[int, int | None, str]:
    year = int(match["year"])
    precision = "day" if match["day"] else "month" if match["month"] else "year"
    return year, None if match["since"] else year, precision


def _han_year(match: re.Match[str], _: int | None) -> tuple[int, int | None, str] | None:
    year = int(parse_number(match["year"]) or 0)
    return (year, year, "year") if 1500 <= year < 2100 else None


def _decade(match: re.Match[str], _: int | None) -> tuple[int, int | None, str] | None:
    century = parse_number(match["century"] or "20")
    if century is None or not 10 <= century <= 21:
        return None
    decade = int(match["decade"] or _tens(match["first"]))
    until = int(match["until"] or (match["first"] and _tens(match["last"] or match["first"])) or decade)
    first, last = _part(int(century - 1) * 100 + decade, max(until - decade, 0) + 10, match["part"])
    return first, None if match["since"] else last, "decade"


def _tens(digit: str) -> int:
    return int(parse_number(digit) or 0) * 10


def _century(match: re.Match[str], _: int | None) -> tuple[int, int | None, str] | None:
    century = parse_number(match["century"])
    if century is None or not 10 <= century <= 21:
        return None
    first, last = _part(int(century - 1) * 100 + 1, 100, match["part"])
    return first, None if match["since"] else last, "century"


def _part(start: int, length: int, part: str | None) -> tuple[int, int]:
    """The first fifth for 初, the last for 末, the middle two for 中期, the half for 前半 and 后半; else all."""
    fifth = max(length // 5, 1)
    if not part:
        return start, start + length - 1
    if part[0] in "初早":
        return start, start + fifth * (1 if part[0] == "初" else 2) - 1
    if part[0] in "末晚":
        return start + length - fifth * (1 if part[0] == "末" else 2), start + length - 1
    if part[0] in "中":
        return start + 2 * fifth, start + 4 * fifth - 1
    half = length // 2
    return (start, start + half - 1) if part[0] in "前上" else (start + half, start + length - 1)


def _plan(match: re.Match[str], _: int | None) -> tuple[int, int | None, str] | None:
    years = _PLANS.get(match["plan"] or match["plan2"])
    return (*years, "era") if years else None


def _era(match: re.Match[str], _: int | None) -> tuple[int, int | None, str] | None:
    name = match["era"]
    start, end = _ERAS[name]
    if name in _BOUNDED_ALONE and not match["since"]:
        return start, end, "era"
    if match["since"] and name in _BOUNDED_ALONE:
        return _ERAS[name][1] or start, None, "era"
    return (start, None, "era") if match["since"] or name.endswith(("后", "以来")) or name == "新世纪" else None


def _recent(match: re.Match[str], published: int | None) -> tuple[int, int | None, str] | None:
    if published is None:
        return None
    count = parse_number(match["count"]) if match["count"] else 5
    if not count or count > 100:
        return None
    return published - int(count), None, "recent"


_PART = r"(?P<part>初期?|早期|末期?|晚期|中期|中叶|前半叶|后半叶|上半叶|下半叶|前半期|后半期)?"
_READERS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (
        re.compile(
            rf"(?<!\d)(?P<first>{_YEAR})年?(?:\s?[-~至到]\s?(?:(?P<last>{_YEAR}|\d\d)年?(?!\d|月|代)|(?P<open>今|现在|目前)))"
        ),
        _range,
    ),
    (
        re.compile(
            r"(?:(?P<century>\d\d|[一二十]{1,3})世纪|上个?世纪|(?<![\d年]))"
            r"(?:(?P<decade>[1-9]0)(?:年代)?(?:[-~至到、和](?P<until>[1-9]0))?"
            rf"|(?P<first>[一二三四五六七八九])(?P<last>[二三四五六七八九])?十)年代{_PART}{_SINCE}"
        ),
        _decade,
    ),
    (re.compile(rf"(?P<century>\d\d|[一二十]{{1,3}})世纪(?!\d\d年代){_PART}{_SINCE}"), _century),
    (
        re.compile(
            r"\"(?P<plan>十?[一二三四五六]|[七八九十])五\"|(?<![第])(?P<plan2>十[一二三四五])五(?=期间|规划|时期|计划)"
        ),
        _plan,
    ),
    (
        re.compile(rf"(?<!\d)(?P<year>{_YEAR})年(?!代)(?:(?P<month>\d{{1,2}})月)?(?:(?P<day>\d{{1,2}})日)?{_SINCE}"),
        _year,
    ),
    (re.compile(rf"(?P<year>{_HAN})年"), _han_year),
    (re.compile(rf"(?P<era>{_ERA})(?P<since>(?:成立|结束)?(?:以来|以后|之后|后))?"), _era),
    (
        re.compile(
            r"近(?:(?P<count>\d{1,2}|[一二三四五六七八九十两]{1,3})多?)?年(?:来|间|以来)|最近几年|过去(?:的)?(?P<past>\d{1,2})年"
        ),
        _recent,
    ),
)
