"""Citation marks that lost brackets and height: 各国决策者2。 · 良好15。报告 · 《规划》18显示.

A number in the text alone says nothing. It is a mark when the list of references has such an entry, when it stands
where a mark may stand and no quantity does, and when it goes on counting: works are numbered in the order in which
they are first cited (GB/T 7714-2015, 10.1).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.ingest.page.lines import Line, Role
from app.ingest.page.marks import BARE_NUMBERS, find_marks, labels_of_bare
from app.text.names import is_chinese_name

_STOP_BEHIND = re.compile(r"\s?[。，；、”’）)]\s?(?!\d)")
_NO_MARK_BEFORE = re.compile(
    r"(?:[第前后图表式章节篇卷期版号级层列为是取达至到于共计约超近仅有和与或及比除乘加减以从在距逾满破每各]"
    r"|超过|世界|名次|排名|得分|评分|附件|序号|编号|标号)\s?$"
)
"""Words that take a number behind them: an ordinal, a value, or one of a row of tables."""
_MEASURED = re.compile(
    r"\s?(?:[个位次所篇岁倍万亿千百十余几座套县校吨瓦升支辆艘架颗枚户亩轮页款份件者至到一维\s]"
    r"|[名类层](?!义|似|面)|人(?![们类工才文])|[项](?!目)|家(?!庭)|年(?!轻)|月|日(?![本前益])|天(?!津)|周(?![边恩])|时(?![代任间])"
    r"|分(?![析别布为类])|条(?![件约])|本(?![文研章节书报])|期(?![间望刊])|批(?![评准])|届|级|种|成(?![立为果员功])|多(?![数边元])"
    r"|度(?!过)|处(?![于理])|台(?!湾)|国(?![家际内外务])|省|市(?!场)|米|平方|立方|公[里斤顷]|千克|张|部(?!分)|组(?!织)|团(?![队结])"
    r"|门(?!槛)|场|章|节|号|大(?![学多量数部力])|点|字|元|[美欧日韩]元|英镑|方面|世纪|小时|周年)"
)
"""What makes the number before it a quantity or a date."""
_IN_NUMBER = re.compile(r"\s?[+%％‰:：~～—/．.-]")
"""What carries a number on."""
_WORD = re.compile(r"[\u3400-\u9fff]{2}$")
_STOPS = "。！？"
_CLOSED_BEFORE = re.compile(r"[”》）)\"]$")
_GOES_ON = re.compile(r"[的等]")
_LOST = 3
"""How many marks in a row may be lost altogether before a higher one is no longer believed."""
_ANY = set(range(1, 100))
_FEWEST = 3
"""Bare marks that a paper must have before one in the midst of a clause is believed."""


@dataclass(frozen=True, slots=True)
class _Number:
    """A number in the text that may be a mark, or a printed mark (`printed`), with the works that it names."""

    place: int
    text: str
    works: tuple[int, ...]
    printed: bool = False
    likely: bool = False


def call_bare_numbers(lines: Sequence[Line], labels: Iterable[str], calls: Mapping[int, str]) -> dict[int, str]:
    """The place of each bare mark in the source with its number as printed ("12", "8,9").

    `labels` are those of the list of references, `calls` the circled marks as in `marks.find_marks`. Where no list
    is printed, the marks in brackets tell which works there are. Time grows with the length of the text.
    """
    text = [line for line in lines if line.role == Role.TEXT]
    marks = [mark for line in text for mark in _printed(line, calls)]
    listed = {int(label) for label in labels if label.isdecimal()}
    if not listed and len(marks) < _FEWEST:
        return {}
    counted = _counted_words(text)
    bare = [number for line in text for number in _bare(line, listed or _ANY, counted)]
    raised = sum(mark.text.isdigit() for mark in marks)
    usual = raised + sum(number.likely for number in bare) >= max(_FEWEST, len(marks) - raised)
    told = listed or set(range(1, max(work for mark in marks for work in mark.works) + 1))
    ordered = sorted([*marks, *bare], key=lambda number: number.place)
    return {number.place: number.text for number in _believed(ordered, told, usual=usual)}


def _believed(numbers: Sequence[_Number], told: set[int], *, usual: bool) -> Iterator[_Number]:
    """The bare numbers among `numbers` that are marks.

    One that ends a clause must name a work that is `told` of. Where bare marks are `usual`, it may also go on from
    the highest before, and one within a clause must name the very next work.
    """
    highest = 0
    for number in numbers:
        following = highest < number.works[0] <= highest + (_LOST if number.likely else 1)
        if not number.printed:
            if not (number.likely and told.issuperset(number.works)) and not (usual and following):
                continue
            yield number
        highest = max(highest, *number.works)


def _printed(line: Line, calls: Mapping[int, str]) -> Iterator[_Number]:
    """The marks of a line that brackets or their height show to be marks, and that name works."""
    for mark in find_marks(line, calls):
        if works := tuple(int(label) for label in mark.labels if label.isdecimal()):
            yield _Number(line.start + mark.start, line.text[mark.start : mark.end], works, printed=True)


def _bare(line: Line, known: set[int], counted: set[str]) -> Iterator[_Number]:
    for match in BARE_NUMBERS.finditer(line.text):
        works = tuple(int(label) for label in labels_of_bare(match[0]))
        before = line.text[max(0, match.start() - 4) : match.start()]
        likely = before[-1] not in _STOPS and _STOP_BEHIND.match(line.text, match.end()) is not None
        if not works or not known.issuperset(works) or list(works) != sorted(set(works)):
            continue
        if _NO_MARK_BEFORE.search(before) or (not likely and _counts(line, match.end())):
            continue
        if before[-2:] in counted or (_names_person(before) and "。" not in line.text):
            continue
        likely = likely or bool(_CLOSED_BEFORE.search(before) or _GOES_ON.match(line.text, match.end()))
        if likely or match.end() < len(line.text):
            yield _Number(line.start + match.start(), match[0], works, likely=likely)


def _counts(line: Line, end: int) -> bool:
    """Whether the number that ends at `end` of the line is a quantity, a date, or a part of a longer number."""
    return bool(_MEASURED.match(line.text, end) or _IN_NUMBER.match(line.text, end))


def _names_person(before: str) -> bool:
    """Whether a name stands before the number, as in a line of authors with the numbers of their places."""
    return any(is_chinese_name(before[-length:]) for length in (2, 3))


def _counted_words(text: Iterable[Line]) -> set[str]:
    """Words that the paper itself numbers from 1: 路径1, 路径2 … are names."""
    values: dict[str, set[str]] = defaultdict(set)
    for line in text:
        for match in BARE_NUMBERS.finditer(line.text):
            word = _WORD.search(line.text, max(0, match.start() - 2), match.start())
            if word and not _MEASURED.match(line.text, match.end()):
                values[word[0]].add(match[0])
    return {word for word, numbers in values.items() if numbers >= {"1", "2"}}
