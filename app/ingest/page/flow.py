"""Lines joined to running text, cleaned, with a place in the source for every character and the marks set aside."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, compress

from app.ingest.page.lines import Line
from app.ingest.page.marks import FoundMark, find_marks

_DROPPED = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_NUMERIC_FORMULA = re.compile(r"\$[\d\s.,:%+~\\-]{1,60}\$")
_PUNCTUATION = (".", ",", ";", ":", "!", "?", ")", "")
"""What follows a mark when the space before the mark was only there for its sake."""
_SPACES = re.compile("[ \\n]+")
"""While a flow is made: white space inside a line, and the end of a line."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A citation mark that stood before character `at` of a text, and in the source from `start` to `end`."""

    labels: tuple[str, ...]
    at: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Flow:
    """`text` is one line without citation marks and without spaces beside Han; `offsets[i]` places `text[i]`."""

    text: str
    offsets: tuple[int, ...]
    marks: tuple[Mark, ...] = ()

    def marks_in(self, start: int, end: int) -> tuple[Mark, ...]:
        """The marks that belong to `text[start:end]`: those inside it and those right behind it.

        A mark behind the full stop belongs to the sentence that the full stop ends; a mark before the first
        character belongs to it only where the text begins.
        """
        after = bisect_right if start else bisect_left
        first = after(self.marks, start, key=_position)
        return self.marks[first : bisect_right(self.marks, end, key=_position)]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the source that encloses `text[start:end]`, which is not empty, and the marks in it."""
        places = self.offsets[start:end]
        marks = self.marks_in(start, end)
        first = min([min(places), *(mark.start for mark in marks)])
        return first, max([max(places) + 1, *(mark.end for mark in marks)])


def _position(mark: Mark) -> int:
    return mark.at


def flow(
    lines: Iterable[Line],
    calls: Mapping[int, str] | None = None,
    *,
    keep_marks: bool = False,
    keep_spaces: bool = False,
) -> Flow:
    """Joins `lines` in the order given; `calls` as in `marks.find_marks`.

    `keep_marks` leaves marks in the text. `keep_spaces` leaves spaces inside a line: in titles and lists of
    words they part what punctuation would (把科学院整顿好 把科研工作搞上去).
    """
    characters: list[tuple[str, int]] = []
    marks: list[Mark] = []
    end = 0
    for line in lines:
        if characters and not _broken_word(characters, line):
            characters.append(("\n", end))
        end, last = line.end, 0
        found = () if keep_marks else tuple(find_marks(line, calls or {}))
        for mark, following in zip(found, _following(line, found), strict=True):
            characters += _characters(line, last, mark.start)
            if characters and characters[-1][0] == " " and following in _PUNCTUATION:
                characters.pop()
            marks.append(Mark(mark.labels, len(characters), line.start + mark.start, line.start + mark.end))
            last = mark.end
        characters += _characters(line, last, len(line.text))
    return _without_spaces(characters, marks, "\n" if keep_spaces else " \n")


def _following(line: Line, marks: Sequence[FoundMark]) -> list[str]:
    """For each mark the first character behind it and the marks that follow it at once; "" at the line's end."""
    following: list[str] = []
    for i in range(len(marks) - 1, -1, -1):
        end = marks[i + 1].start if i + 1 < len(marks) else len(line.text)
        between = line.text[marks[i].end : end].lstrip()
        following.append(between[:1] or (following[-1] if following else ""))
    return following[::-1]


def _broken_word(characters: Sequence[tuple[str, int]], following: Line) -> bool:
    """Whether a Latin word was broken at the line's end with a hyphen: no space then, and the hyphen stays."""
    text = "".join(character for character, _ in characters[-2:])
    return len(text) == 2 and text[0].isalpha() and text[1] == "-" and following.text[:1].islower()


def _characters(line: Line, start: int, end: int) -> list[tuple[str, int]]:
    """The characters of a part of a line with their places; any white space or control character as a space.

    Numbers that recognition wrote as formulas lose dollar signs, backslashes and spaces: `$1 3 . 5 \\%$` is 13.5%.
    """
    formula = {
        match.start() + i
        for match in _NUMERIC_FORMULA.finditer(line.text, start, end)
        for i, character in enumerate(match.group())
        if character in "$\\ "
    }
    text = line.text[start:end]
    places = range(line.start + start, line.start + end)
    if not formula and text.isprintable():
        return list(zip(text, places, strict=True))
    return [
        (" " if character.isspace() or not character.isprintable() else character, place)
        for character, place in zip(text, places, strict=True)
        if character not in _DROPPED and place - line.start not in formula
    ]


def _without_spaces(characters: Sequence[tuple[str, int]], marks: Sequence[Mark], loose: str) -> Flow:
    """Takes out doubled spaces, and those of the kinds in `loose` beside wide characters.

    `Mark.at` counts `characters` before and the flow's text after; a mark behind a space moves before it.
    """
    text = "".join([character for character, _ in characters])
    keep = bytearray(b"\x01") * len(text)
    for spaces in _SPACES.finditer(text):
        start, end = spaces.span()
        keep[start:end] = bytes(end - start)
        if (kept := _kept_space(text, start, end, loose)) >= 0:
            keep[kept] = 1
    before = list(accumulate(keep, initial=0))
    text = "".join(compress(text, keep)).replace("\n", " ")
    placed = []
    for mark in marks:
        at = before[min(mark.at, len(before) - 1)]  # a mark behind it may have taken a space back
        placed.append(Mark(mark.labels, at - (at > 0 and text[at - 1] == " "), mark.start, mark.end))
    return Flow(text, tuple(compress((place for _, place in characters), keep)), tuple(placed))


def _kept_space(text: str, start: int, end: int, loose: str) -> int:
    """Which of the spaces `text[start:end]` stays; -1 for none, as at the edges of the text."""
    if start == 0 or end == len(text):
        return -1
    wide = is_wide(text[start - 1])
    kept = next((i for i in range(start, end) if not (wide and text[i] in loose)), -1)
    return -1 if text[kept] in loose and is_wide(text[end]) else kept


def is_wide(character: str) -> bool:
    """Whether typesetting puts no space beside `character`: Han, kana and full-width punctuation."""
    return unicodedata.east_asian_width(character) in "WF"
