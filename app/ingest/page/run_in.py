"""Headings that run into their paragraph: number, a phrase, and the text that develops it, all in one line.

（一）稳定投入。在经费方面…… · 2.2.1政策参与者政策参与者是…… · 1.2.1建立全球化视角尽管如今……
"""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from app.ingest.page.heading_styles import Heading, Style, clean_title, counts_things, readings
from app.ingest.page.lines import Line, Role
from app.text.words import words

_LONGEST = 30
_LONGEST_HEAD = 60
"""Characters with number and brackets in which a heading's end is looked for."""
_SHORTEST = 3
_SHORTEST_REST = 15
_STOPPED = re.compile(r"[^，。；：？！,;!?]{2,40}?[。：:？]\s*(?=\S)")
_ITEM = re.compile(r"[（(]\s*(\d{1,2})\s*[）)1]\s*(?=[^\d\s）)])")
_BRACKET_CLOSES = re.compile(r"[）)]\s*(?=[\u3400-\u9fff\d“A-Z])")
_NOUN = re.compile(
    r"关系|机制|方面|特征|特点|分析|构建|体系|优势|劣势|意义|现状|问题|建设|作用|功能|模式|路径|对策|建议|策略|阶段|过程|结构|类型|来源"
    r"|支持|开发|服务|管理|合作|交流|发展|创新|人员|机构|总部|中心|[力性度化]"
)
"""Nouns with which the headings of Chinese papers end."""
_NOT_OVER = re.compile(
    rf"(?:{_NOUN.pattern})|[的与和及、以之（(等是为有在上中下内外与或]|[\u3400-\u9fff]{{0,4}}(?:的[\u3400-\u9fff]{{1,4}})?$"
)
_SHORTEST_NOUN = 4
_SHORTEST_CLAUSE = 8
_PREPOSITIONS = frozenset("从自在以对由当于")
_OPENS = re.compile(
    r"尽管|虽然|虽|随着|由于|为了|为此|目前|近年来|近些年|近几年|当前|当今|如今|现在|(?:19|20)\d\d\s*[年—-]|[上本]世纪|20世纪|21世纪|本文"
    r"|本研究|笔者|首先|一方面|作为|自从|自(?:19|20)\d\d|按照|根据|依据|据|例如|比如|截至|截止|如前所述|如图|如表|所谓|事实上|实际上"
    r"|众所周知|与此同时|此外|总体(?:来看|上|而言)|一般(?:来说|而言)|通常|对于|正如|除了|不仅|从(?:上世纪|表|图|历史)|在(?:20|19)\d\d"
    r"|[图表]\s*\d|它|他们|我们|这[些种是一]|该|其(?:中|次|一)"
)


def read_run_in(
    line: Line, expects: Callable[[Style, tuple[int, ...]], bool], listed: frozenset[int]
) -> tuple[Heading, Line] | None:
    """The heading with which a line begins and the line that is left; `None` when it begins with none.

    Its number must be expected; `listed` are the places of items （1） that a series shows to be headings. It ends
    at a full stop or colon, at a closing bracket, where its words come again (政策参与者|政策参与者是), or where a word
    stands with which sentences begin; without any of these nothing tells it from a sentence.
    """
    head = line.text[:_LONGEST_HEAD]
    for style, path, title in readings(head):
        if style == Style.DECIMAL and len(path) == 1 and counts_things(head, title):
            continue
        known = line.start in listed if style == Style.ITEM else expects(style, path)
        end = (_end(title) or (_end_of_noun(title) if len(path) > 1 else 0)) if known else 0
        rest = line.text[len(head) - len(title) + end :].lstrip()
        if end and len(rest) >= _SHORTEST_REST:
            return _parted(line, style, path, title[:end], rest)
    return None


def item_series(lines: Sequence[Line]) -> frozenset[int]:
    """Places of the lines that begin with （1）, （2）, … and a phrase that a stop closes, two or more in a row."""
    found = [
        (int(match[1]), line.start)
        for line in lines
        if line.role == Role.TEXT and (match := _ITEM.match(line.text)) and _stopped(line.text[match.end() :])
    ]
    series: set[int] = set()
    for (number, start), (following, other) in pairwise(found):
        if following == number + 1:
            series |= {start, other}
    return frozenset(series)


def _parted(line: Line, style: Style, path: tuple[int, ...], title: str, rest: str) -> tuple[Heading, Line]:
    at = line.end - len(rest)
    printed = line.text[: len(line.text) - len(rest)].rstrip()
    heading = Line(line.start, line.start + len(printed), printed)
    return Heading(style, path, clean_title(title), (heading,)), Line(at, line.end, rest, opens=True)


def _end(title: str) -> int:
    """Where the heading ends in the beginning of its paragraph; 0 when nothing shows it."""
    if end := _stopped(title):
        return end
    clause = re.split(r"[，。；：]", title, maxsplit=1)[0]
    borders = {token.start for token in words(clause)}
    for at in range(_SHORTEST, min(len(clause), _LONGEST)):
        if _open_bracket(clause[:at]):
            if clause[at] in "）)" and _BRACKET_CLOSES.match(clause, at):
                return at + 1
        elif at in borders and (_OPENS.match(title, at) or _comes_again(clause[:at], clause[at : at + _LONGEST])):
            return _without_preposition(clause[:at])
    return 0


def _end_of_noun(title: str) -> int:
    """Where a heading ends that ends as headings do (…的关系, …机制) when a clause of its own follows; else 0."""
    clause = re.split(r"[，。；：]", title, maxsplit=1)[0]
    borders = {token.start for token in words(clause)}
    for match in _NOUN.finditer(clause, 0, _LONGEST):
        end = match.end()
        whole = end in borders and end >= _SHORTEST_NOUN and not _open_bracket(clause[:end])
        if whole and len(clause) - end >= _SHORTEST_CLAUSE and not _NOT_OVER.match(clause, end):
            return end
    return 0


def _open_bracket(text: str) -> bool:
    return len(re.findall(r"[（(]", text)) > len(re.findall(r"[）)]", text))


def _stopped(text: str) -> int:
    """The end of a short phrase that a full stop or a colon closes; 0 without one, or when it is a long sentence."""
    match = _STOPPED.match(text)
    return match.end() if match and len(match.group().rstrip()) <= _LONGEST else 0


def _without_preposition(phrase: str) -> int:
    """The length of a phrase without a preposition at its end, with which the sentence behind it begins."""
    return len(phrase) - (phrase[-1:] in _PREPOSITIONS and len(phrase) > _SHORTEST - 1)


def _comes_again(phrase: str, following: str) -> bool:
    """Whether what follows begins as the phrase begins: its first word, and at least four characters or all of it."""
    shared = 0
    while shared < min(len(phrase), len(following)) and phrase[shared] == following[shared]:
        shared += 1
    return shared >= min(4, len(phrase))
