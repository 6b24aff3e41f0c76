"""Figures: numbers that measure something, with unit, what is counted, year, and whether approximate.

A number is a figure when a unit follows it that measures or counts. Dates, ordinals (第28届), list numbers, titles
(《21世纪…》) and set phrases (两国, 一带一路) are none. Numerals are Arabic or Chinese; 万 and 亿 stay in the unit as
printed: 135.5万人次 is 135.5 in 万人次. A number from one to nine in Chinese is a figure only with a unit that
counts persons or things (两名员工), not with 个 and 种 (三个方面), which number an argument. A range gives two figures.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.ingest.labels.figure_context import TITLE, Years, counted
from app.ingest.labels.figure_units import ABSTRACT, ARTICLE_UNITS, COUNTABLE, DURATIONS, UNIT
from app.ingest.labels.sentence import Sentence
from app.ingest.records import Figure
from app.text.numbers import CHINESE_NUMERAL, parse_number

_ARABIC = r"\d{1,3}(?:[, ]\d{3}){1,5}(?:\.\d{1,9})?|\d{1,15}(?:\.\d{1,9})?"
_CHINESE = rf"[{CHINESE_NUMERAL}]{{1,12}}"
_STOP = r"[,。;、)左以]"
"""What ends a bare 73亿, whose currency was named before."""
_ABOUT = r"约为?|大约|将近|接近|近|超过|超|逾|至少|不足|不到|多达"
_COUNT = re.compile(
    rf"(?P<before>{_ABOUT})?\s?(?<![\d./-])(?<!\d[,:])(?:(?P<low>{_ARABIC})\s?%?\s?[~-]\s?)?"
    rf"(?P<number>{_ARABIC}|{_CHINESE})(?P<more>[余多来])?\s?(?P<scale>万亿|[十百千]万|[十百千]亿|[万亿])?(?P<more2>[余多])?"
    rf"\s?(?P<unit>{UNIT}|(?<=[\d ]万)(?={_STOP})|(?<=亿)(?={_STOP}))(?!或多)"
    r"(?P<after>左右|以上|上下|以下|以内)?"
)
_RATIO = re.compile(
    r"(?<![\d:.])(?P<top>\d{1,4}(?:\.\d{1,4})?)\s?[::∶比]\s?(?P<bottom>\d{1,4}(?:\.\d{1,4})?)(?![\d:∶%年月])"
)
_RATIO_WORD = re.compile(r"比|之比|比率")
_FRACTION = re.compile(r"(?<![\d/])(?P<top>\d{1,2})/(?P<bottom>\d{1,2})(?![\d/])")
_CHINESE_FRACTION = re.compile(rf"(?P<bottom>{_CHINESE})分之(?P<top>{_CHINESE})")
_HALF = re.compile(r"半个世纪|一半|半数")
_RANK = re.compile(
    r"第(?P<rank>[一二三四五六七八九十]|\d{1,2})大(?![会道学战块])"
    r"|(?:世界|全球|全国|亚洲|欧洲|位居|位列|仅列|排名|居)[^,。]{0,4}?第(?P<place>[一二三四五六七八九十]{1,3}|\d{1,3})"
    r"(?![届次大轮条章个步代流本家部所])"
)
_GROUPS = re.compile(
    r"(?<!第)(?P<number>[三四五六七八九十]|\d{1,2})大(?=[^,。、]{0,12}(?:机制|计划|支柱|平台|工程|领域|中心))"
)
_NO_MEASURE_BEFORE = re.compile(r"(?:第|卷|(?<!出)版|图|(?<![发代列])表|附录|数以|每隔|[a-z])$")
_ROUND_WORD_BEFORE = re.compile(r"[几数上成]$")
"""几十年, 数十个, 上百家, 成千: no numbers that one could count with."""
_SAME_AGAIN = re.compile(r"[这那该此其]$|(?:其他|另外|前|后|上述)$")
"""这两位, 其他三项: told before, not counted anew."""
_EITHER = frozenset(("一两", "一二", "两三", "二三", "三四", "三五", "四五", "五六", "六七", "七八", "八九"))
"""Two digits side by side, 一两个: one or the other, so neither."""
_ROUND = ("百", "千", "万", "十")
_REST = (
    "国:集团 位:一体 支:持|出|付|撑|配|援 部:门|分|署|级 期:间|望|待|刊 组:织|成|建 处:于|理|在 度:假 面:向|临|对",
    "成:为|立|果|员|功|就|本 条:件|约|款 门:户|槛 种:族|子|植 类:似|型|别 本:文|国|科|身 元:首|素 台:湾|海",
    "件:事 市:场|民 国家:级 升:级|至|到 团:队|体|结 城:市 日:本|常 周:期|边|年 天:然|津 年:度|级|代 月:球 份:额",
)
_NO_UNIT = {unit: tuple(rest.split("|")) for line in _REST for unit, rest in (pair.split(":") for pair in line.split())}
"""What makes a unit the head of another word: 2020支持, 12部门."""
_PERIOD = re.compile(r"(?:为期|任期|历时|长达|持续|延长|缩短|周期)[为了达]?$")
_POINT_IN_TIME = re.compile(r"(?:过去|未来|近|后|前|[.\d])$")


@dataclass(frozen=True, slots=True)
class _Found:
    """Numbers at one place: one, or the two of a range."""

    start: int
    end: int
    values: tuple[float, ...]
    unit: str
    approx: bool = False


def find_figures(sentence: Sentence) -> tuple[Figure, ...]:
    """The figures of a sentence in the order of the text."""
    text = sentence.text
    years = Years(text)
    taken = bytearray(len(text))
    for match in TITLE.finditer(text):
        taken[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
    kept: list[_Found] = []
    for found in (*_ratios(text), *_fractions(text), *_ranks(text), *_counts(text)):
        if not any(taken[found.start : found.end]):
            taken[found.start : found.end] = b"\x01" * (found.end - found.start)
            kept.append(found)
    kept.sort(key=lambda found: found.start)
    return tuple(figure for found in kept for figure in _figures(sentence, found, years))


def _figures(sentence: Sentence, found: _Found, years: Years) -> Iterator[Figure]:
    for value in found.values:
        yield Figure(
            value=value,
            unit=found.unit,
            of=counted(sentence.text, found.unit, found.start, found.end),
            year=years.before(found.start),
            approx=found.approx,
            text=sentence.quote(found.start, found.end),
        )


def _ratios(text: str) -> Iterator[_Found]:
    """投入之比为1:0.15: the second over the first, 0.15; the print stays in the figure's text."""
    for match in _RATIO.finditer(text):
        top, bottom = float(match["top"]), float(match["bottom"])
        around = text[max(0, match.start() - 24) : match.end() + 8]
        if top and bottom and _RATIO_WORD.search(around):
            yield _Found(*match.span(), (round(bottom / top, 4),), "比")


def _fractions(text: str) -> Iterator[_Found]:
    """1/3, 三分之一, 百分之三十, 一半, 半个世纪."""
    for pattern in (_FRACTION, _CHINESE_FRACTION):
        for match in pattern.finditer(text):
            top, bottom = parse_number(match["top"]), parse_number(match["bottom"])
            if match["bottom"] == "百" and top is not None:
                yield _Found(*match.span(), (top,), "%")
            elif top is not None and bottom:
                yield _Found(*match.span(), (round(top / bottom, 4),), "比例")
    for match in _HALF.finditer(text):
        yield _Found(*match.span(), (0.5,), "世纪" if match[0].endswith("世纪") else "比例")


def _ranks(text: str) -> Iterator[_Found]:
    """第五大, 世界第一; and 六大机制, which counts."""
    for match in _RANK.finditer(text):
        if value := parse_number(match["rank"] or match["place"]):
            yield _Found(*match.span(), (value,), "位")
    for match in _GROUPS.finditer(text):
        if value := parse_number(match["number"]):
            yield _Found(*match.span(), (value,), "大")


def _counts(text: str) -> Iterator[_Found]:
    """A number, or a range, and a unit."""
    for match in _COUNT.finditer(text):
        value = parse_number(match["number"])
        if value is not None and _measures(text, match, value):
            low = parse_number(match["low"]) if match["low"] else None
            values = (low, value) if low is not None and low < value else (value,)
            approx = any(match[group] for group in ("before", "more", "more2", "after"))
            scale = match["scale"] or ""
            unit = scale + (match["unit"] or "")
            yield _Found(*match.span(), values, unit, approx)


def _measures(text: str, match: re.Match[str], value: float) -> bool:
    """Whether the number before this unit measures something."""
    start, end, unit = match.start("low" if match["low"] else "number"), match.end("unit"), match["unit"]
    is_chinese = match["number"][0] in CHINESE_NUMERAL
    before = text[max(0, start - 2) : start]
    if (not unit and not match["scale"]) or match["number"] in _EITHER:
        return False
    if _NO_MEASURE_BEFORE.search(before) or (is_chinese and _ROUND_WORD_BEFORE.search(before)):
        return False
    if unit in DURATIONS:
        return match["number"] not in _ROUND and _is_duration(text, match, value)
    if is_chinese and _SAME_AGAIN.search(before):
        return False
    if text.startswith(_NO_UNIT.get(unit, ("\0",)), end):
        return False
    if unit == "成" and not text.startswith(("以上", "左右", "的", "是", "为", ","), end):
        return False
    if is_chinese and not match["scale"]:
        return _chinese_measures(match, value) and ABSTRACT.match(text, end) is None
    return not (unit in ("个", "种") and value < 10 and ABSTRACT.match(text, end))


def _chinese_measures(match: re.Match[str], value: float) -> bool:
    """Not an article (一项), not what 个 and 种 number (三个方面), not a round word (千人计划) unless qualified."""
    if value == 1 or match["unit"] == "字":
        return False
    if match["more"] or match["before"]:
        return True
    if match["number"] in _ROUND:
        return False
    return (
        value >= 10
        or match["unit"] in ARTICLE_UNITS
        or (match["unit"] == "个" and COUNTABLE.match(match.string, match.end()) is not None)
    )


def _is_duration(text: str, match: re.Match[str], value: float) -> bool:
    """为期一年, 30年的敌对, 1-3月: a length of time, no date, no 30年前 and no 过去50年."""
    before = text[max(0, match.start() - 4) : match.start()]
    if _PERIOD.search(before) or ("." in match["number"] and value < 1000 and match["unit"] != "日"):
        return True
    if match["low"]:
        is_decade = text.startswith("代", match.end())
        return before[-1:] != "年" and len(match["number"]) < 4 and not is_decade and not _POINT_IN_TIME.search(before)
    if match["unit"] in ("月", "日") or match["more"] or match["before"] or value >= 200:
        return False
    within = match["unit"] != "年" and text.startswith(("内", "之内"), match.end())
    return within or (text.startswith("的", match.end()) and not _POINT_IN_TIME.search(before))
