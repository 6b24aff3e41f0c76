"""Citation marks: [12], [1-3], ①, ^① and superscript digits."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.ingest.page.lines import Line

_NUMBERS = r"\d{1,3}(?:\s*[-–—~～－,，、;；]\s*\d{1,3})*"
_MARK = re.compile(
    rf"[\[［〔]\s*({_NUMBERS})\s*[\]］〕]"  # [12], ［1-3］, [1, 5]
    r"|\^?([①-⑳㉑-㉟㊱-㊿])"  # ①, ^①
    r"|(?<=[\u3400-\u9fff”》）)。，、；：])([¹²³⁰⁴-⁹]+)"  # superscript digits behind Han or punctuation, not m²
)
_WIDEST_RANGE = 60


@dataclass(frozen=True, slots=True)
class FoundMark:
    """A mark in a line: the labels that it names (none when nothing answers it), and its place in the line's text."""

    labels: tuple[str, ...]
    start: int
    end: int


def find_marks(line: Line, calls: Mapping[int, str]) -> Iterator[FoundMark]:
    """The marks of one line in order.

    `calls` maps the place of a circled number in the source to the label of its footnote. A circled number that
    is not in it is no mark but an enumeration, unless it is written ^①: that is a mark which nothing answers.
    """
    for match in _MARK.finditer(line.text):
        numbers, circled, superscript = match.groups()
        if circled:
            label = calls.get(line.start + match.start())
            if label or match.group().startswith("^"):
                yield FoundMark((label,) if label else (), match.start(), match.end())
        elif labels := expand(numbers or superscript):
            yield FoundMark(labels, match.start(), match.end())


def expand(numbers: str) -> tuple[str, ...]:
    """The labels that a mark names; none when it cannot be a mark: a zero, or a range that falls or is too wide.

    >>> expand("1-3,7"), expand("¹²"), expand("0,1"), expand("9-2")
    (('1', '2', '3', '7'), ('12',), (), ())
    """
    labels: list[str] = []
    for part in re.split(r"\s*[,、;]\s*", unicodedata.normalize("NFKC", numbers)):
        bounds = [int(bound) for bound in re.split(r"\s*[-–—~]\s*", part.strip())]
        if len(bounds) > 2 or bounds[0] < 1 or not 0 <= bounds[-1] - bounds[0] <= _WIDEST_RANGE:
            return ()
        labels += map(str, range(bounds[0], bounds[-1] + 1))
    return tuple(labels)
