"""Lines joined to running text, cleaned, with a place in the source for every character and the marks set aside."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from app.ingest.lines import Line
from app.text.numbers import parse_circled

_NUMBERS = r"\d{1,3}(?:\s*[-–—~～－,，、;；]\s*\d{1,3})*"
_MARK = re.compile(
    rf"[\[［〔]\s*({_NUMBERS})\s*[\]］〕]"  # [12], ［1-3］, [1, 5]
    r"|\^?([①-⑳㉑-㉟㊱-㊿])"  # ①, ^①
    r"|(?<=[\u3400-\u9fff”》）)。，、；：])([¹²³⁰⁴-⁹]+)"  # superscript digits after Han or punctuation, not m²
)
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_DROPPED = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_NUMERIC_FORMULA = re.compile(r"\$[\d\s.,:%+~\\-]{1,60}\$")
_WIDEST_RANGE = 60
_SPACES = frozenset(" \n")
"""Inside the making of a flow: white space within a line, and the end of a line."""

_Found = tuple[tuple[str, ...], int, int, int]
"""A mark before its place is final: labels, index among the characters, start and end in the source."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A citation mark that stood before character `at` of the flow's text, and in the source from `start` to `end`."""

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
        character only where the text begins.
        """
        after = bisect_right if start else bisect_left
        first = after(self.marks, start, key=_position)
        return self.marks[first : bisect_right(self.marks, end, key=_position)]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the source that encloses `text[start:end]` (not empty) and the marks that belong to it."""
        places = self.offsets[start:end]
        marks = self.marks_in(start, end)
        first = min(min(places), *(mark.start for mark in marks)) if marks else min(places)
        last = max(max(places) + 1, *(mark.end for mark in marks)) if marks else max(places) + 1
        return first, last


def _position(mark: Mark) -> int:
    return mark.at


def flow(
    lines: Iterable[Line],
    calls: Mapping[int, str] | None = None,
    *,
    keep_marks: bool = False,
    keep_spaces: bool = False,
) -> Flow:
    """Joins `lines` in the order given.

    `calls` maps the place of a circled number in the source to the label of its footnote; circled numbers that
    are not in it are text (enumerations) unless written ^①. `keep_marks` leaves marks in the text. `keep_spaces`
    leaves spaces inside a line: in titles and lists of words they part what punctuation would
    (把科学院整顿好 把科研工作搞上去).
    """
    characters: list[tuple[str, int]] = []
    marks: list[_Found] = []
    for line in lines:
        if characters and not _broken_word(characters, line):
            characters.append(("\n", line.start))
        last = 0
        found = () if keep_marks else _marks(line, calls or {})
        for labels, start, end in found:
            characters += _kept(line, last, start)
            marks.append((labels, len(characters), line.start + start, line.start + end))
            last = end
        characters += _kept(line, last, len(line.text))
    return _without_spaces(characters, marks, "\n" if keep_spaces else " \n")


def _broken_word(characters: Sequence[tuple[str, int]], following: Line) -> bool:
    """Whether a Latin word was broken at the line's end with a hyphen: no space then, and the hyphen stays."""
    text = "".join(character for character, _ in characters[-2:])
    return len(text) == 2 and text[0].isalpha() and text[1] == "-" and following.text[:1].islower()


def _marks(line: Line, calls: Mapping[int, str]) -> Iterable[tuple[tuple[str, ...], int, int]]:
    """The marks in one line as `(labels, start, end)` within its text."""
    for match in _MARK.finditer(line.text):
        numbers, circled, superscript = match.groups()
        if circled:
            label = calls.get(line.start + match.start())
            labels = (label,) if label else ((str(parse_circled(circled)),) if match.group()[0] == "^" else ())
        else:
            labels = expand(numbers or superscript.translate(_SUPERSCRIPTS))
        if labels:
            yield labels, match.start(), match.end()


def expand(numbers: str) -> tuple[str, ...]:
    """The labels that a mark names: `"1-3, 7"` → 1, 2, 3, 7. Empty when it is no mark (0, or a range that falls).

    >>> expand("1-3,7"), expand("0,1"), expand("9-2")
    (('1', '2', '3', '7'), (), ())
    """
    labels: list[str] = []
    for part in re.split(r"\s*[,，、;；]\s*", unicodedata.normalize("NFKC", numbers).strip()):
        bounds = [int(bound) for bound in re.split(r"\s*[-–—~]\s*", part) if bound]
        first, last = (bounds[0], bounds[-1]) if bounds else (0, 0)
        if len(bounds) not in {1, 2} or first < 1 or not 0 <= last - first <= _WIDEST_RANGE:
            return ()
        labels += map(str, range(first, last + 1))
    return tuple(labels)


def _kept(line: Line, start: int, end: int) -> list[tuple[str, int]]:
    """The characters of a part of a line with their places; any white space or control character as a space.

    Numbers that recognition wrote as formulas lose the dollar signs, backslashes and spaces: `$1 3 . 5 \\%$` is 13.5%.
    """
    formula = {
        match.start() + i
        for match in _NUMERIC_FORMULA.finditer(line.text, start, end)
        for i, character in enumerate(match.group())
        if character in "$\\ "
    }
    return [
        (" " if character.isspace() or not character.isprintable() else character, line.start + i)
        for i, character in enumerate(line.text[start:end], start)
        if character not in _DROPPED and i not in formula
    ]


def _without_spaces(characters: Sequence[tuple[str, int]], marks: Sequence[_Found], loose: str) -> Flow:
    """Takes out doubled spaces, and those of the kinds in `loose` beside wide characters.

    Marks move along, to before the space that they stood behind.
    """
    kept: list[int] = []
    before: list[int] = []
    for i, (character, _) in enumerate(characters):
        previous = characters[kept[-1]][0] if kept else " "
        if kept and previous in loose and is_wide(character):
            kept.pop()
        before.append(len(kept))
        if character not in _SPACES or not (previous in _SPACES or (character in loose and is_wide(previous))):
            kept.append(i)
    if kept and characters[kept[-1]][0] in _SPACES:
        kept.pop()
    before.append(len(kept))
    before = list(accumulate(reversed(before), min))[::-1]  # a space taken back later shortens all before it
    text = "".join(characters[i][0] for i in kept).replace("\n", " ")
    placed = []
    for labels, at, start, end in marks:
        behind_space = before[at] > 0 and text[before[at] - 1] == " "
        placed.append(Mark(labels, before[at] - behind_space, start, end))
    return Flow(text, tuple(characters[i][1] for i in kept), tuple(placed))


def is_wide(character: str) -> bool:
    """Whether typesetting puts no space beside `character`: Han, kana and full-width punctuation."""
    return unicodedata.east_asian_width(character) in "WF"
