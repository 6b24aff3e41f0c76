"""摘要 and 关键词: the words with which abstract and key words begin."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.ingest.page.lines import Line

ABSTRACT_LABEL = re.compile(
    r"[^\w\s]{0,3}(?:摘\s*要|内\s*容\s*提\s*要|内容摘要|提\s*要)\s*[】\]］]?\s*[:：]?\s*|(?=[\[［【「]\s*目\s*的)"
)
"""The word before an abstract; a structured abstract may begin without it: [目的/意义]."""
KEYWORDS_LABEL = re.compile(r"[^\w\s]{0,3}关\s*键\s*[词字]\s*[】\]］]?\s*[:：]?\s*")
_INSIDE = re.compile(r"[\[［【]\s*(?:摘\s*要|关\s*键\s*[词字])\s*[\]］】]|(?:摘\s*要|关\s*键\s*[词字])\s*[:：]")
STEP_LABEL = re.compile(
    r"[\[［【「]\s*(?:研究|应用)?(?:目的|意义|背景|方法|过程|结果|结论|局限|创新|价值|目标|建议|启示)"
    r"(?:\s*[/／、和与]\s*[\u3400-\u9fff]{2,4}){0,2}\s*[\]］】」]\s*[:：]?\s*"
)
"""A label inside a structured abstract, which is no part of its sentence: [目的/意义], ［方法/过程］, [结果/结论]."""
_IMPRINT_INSIDE = re.compile(
    r"(?:中图分类号|(?<!图)分类号|文献标[识志]码|文章编号|基金项目|作者简介)\s*[】\]］]?\s*[:：]|(?<![A-Za-z])DOI\s*[:：]?\s*10\."
    r"|[*＊\\]*(?:通[讯信]作者|(?:修改稿)?收到日期|收稿日期|修回日期)"
)
_FRONT = 40
"""Lines among which a label may stand inside a line."""
_LONGEST_BEFORE = 400
_KEYWORDS_BEHIND = re.compile(r"(?<=[。．.])\s*[^\w\s]{0,1}关\s*键\s*[词字]\s*[】\]］]?\s*[:：]")


def is_labelled(line: Line) -> bool:
    """Whether abstract or key words begin with the line."""
    return bool(ABSTRACT_LABEL.match(line.text) or KEYWORDS_LABEL.match(line.text))


def split_at_labels(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Cuts lines of the front before a label that stands inside them, where pieces were run together.

    Before an abstract or key words stand author and address, never a sentence: else the label is a word of the
    text. Behind an abstract stand key words, and behind these what the library needs (分类号, DOI, 收稿日期).
    """
    front = [part for line in lines[:_FRONT] for part in _cut(line)]
    return (*front, *lines[_FRONT:])


def _cut(line: Line) -> Iterator[Line]:
    place = _label_inside(line)
    before = line.text[:place].rstrip()
    if not before:
        yield line
        return
    yield replace(line, end=line.start + len(before), text=before)
    start = line.start + place
    yield from _cut(Line(start, line.end, line.text[place:], opens=True))


def _label_inside(line: Line) -> int:
    """Where in a line a new piece begins with its label; 0 when it is one piece."""
    inside = _INSIDE.search(line.text, 1)
    sentence = line.text.find("。", 0, inside.start()) >= 0 if inside else False
    if inside and inside.start() <= _LONGEST_BEFORE and not sentence:
        return inside.start()
    if not is_labelled(line):
        return 0
    found = [
        match.start() for match in (_KEYWORDS_BEHIND.search(line.text), _IMPRINT_INSIDE.search(line.text, 1)) if match
    ]
    return min(found, default=0)
