"""摘要 and 关键词: the words with which abstract and key words begin."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.ingest.page.lines import Line

ABSTRACT_LABEL = re.compile(r"[^\w\s]{0,3}(?:摘\s*要|内\s*容\s*提\s*要|内容摘要|提\s*要)\s*[】\]］]?\s*[:：]?\s*")
KEYWORDS_LABEL = re.compile(r"[^\w\s]{0,3}关\s*键\s*[词字]\s*[】\]］]?\s*[:：]?\s*")
_INSIDE = re.compile(r"[\[［【]\s*(?:摘\s*要|关\s*键\s*[词字])\s*[\]］】]|(?:摘\s*要|关\s*键\s*[词字])\s*[:：]")
_FRONT = 40
"""Lines among which a label may stand inside a line."""
_LONGEST_BEFORE = 400


def is_labelled(line: Line) -> bool:
    """Whether abstract or key words begin with the line."""
    return bool(ABSTRACT_LABEL.match(line.text) or KEYWORDS_LABEL.match(line.text))


def split_at_labels(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Cuts lines of the front before a label that stands inside them: author, address and abstract were run together.

    What comes before must be no sentence, or the label is a word of the text.
    """
    front = [part for line in lines[:_FRONT] for part in _cut(line)]
    return (*front, *lines[_FRONT:])


def _cut(line: Line) -> Iterator[Line]:
    match = _INSIDE.search(line.text, 1)
    before = line.text[: match.start()].rstrip() if match else ""
    if match is None or not before or "。" in before or len(before) > _LONGEST_BEFORE:
        yield line
        return
    yield replace(line, end=line.start + len(before), text=before)
    place = line.start + match.start()
    yield from _cut(Line(place, line.end, line.text[match.start() :], opens=True))
