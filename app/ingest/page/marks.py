"""Citation marks: [12], [1-3], ①, ^① and superscript digits; damaged ones too: [1，, 2], 「9], [], [3l]."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.ingest.page.lines import Line

_NUMBER = r"[\dIlioO](?:\s?[\dIlioO]){0,2}"
_NUMBERS = rf"{_NUMBER}(?:\s*[-–—~～－.,，、;；]\s*{_NUMBER})*"
_BARE = (
    r"(?<=[\u3400-\u9fff。！？”》）)\"])(?:(?<![。！？])\s)?"
    r"[1-9]\d?(?:\s?[,，、.\s–-]\s?[1-9]\d?){0,5}(?![\d])(?!\s?[,，、.–-]\s?\d)"
)
_MARK = re.compile(
    rf"[\[［〔]\s*({_NUMBERS})\s*[\]］〕」]"  # [12], ［1-3］, [1, 5], [ 3 1 ] in a formula
    r"|[\[［]\s*(\d{1,2}(?:[-–—,，、]\d{1,2})*|[Il]\d)[1Il]?(?=[。，；：”’、（\u3400-\u9fff])"  # [1， and [251认为
    r"|(?<=[\u3400-\u9fff”》\"A-Z])[「{]?([1-9]\d?(?:[-–—,，、]\d{1,2})*|[Ili]\d)[\]］]"  # 政策2] 联系「9] ”i5]
    r"|\^?([①-⑳㉑-㉟㊱-㊿])"  # ①, ^①
    r"|(?<=[\u3400-\u9fff”’\"》）)。，、；：？！])([1-9]?[¹²³⁰⁴-⁹]+)"  # raised digits behind Han or punctuation, not m²
    r"|(?<=[\u3400-\u9fff”》）)。，])([\[［]\s*(?:[\]］](?!\s*[（(])|(?=[。，；])))"  # [] and [。: the number is lost
    rf"|({_BARE})"
)
BARE_NUMBERS = re.compile(_BARE)
"""Where a mark may stand that is only a number: behind a word, a closing sign or a stop."""
_BEHIND_WORDS = re.compile(r"[\u3400-\u9fff”》）]$")
_MISREAD = str.maketrans("IlioO", "11100")
_WIDEST_RANGE = 60


@dataclass(frozen=True, slots=True)
class FoundMark:
    """A mark in a line: the labels that it names (none when nothing answers it), and its place in the line's text."""

    labels: tuple[str, ...]
    start: int
    end: int


def find_marks(line: Line, calls: Mapping[int, str]) -> Iterator[FoundMark]:
    """The marks of one line in order.

    `calls` maps the place of a circled number in the source to the label of its footnote, and the place of a bare
    number that is a mark to the number as printed. A circled number that is not in it is no mark but an enumeration,
    unless it is written ^①: that is a mark which nothing answers. A mark whose number is lost ([] or [ before a
    stop) names no label.
    """
    for match in _MARK.finditer(line.text):
        closed, unclosed, unopened, circled, superscript, lost, bare = match.groups()
        numbers = closed or unclosed or unopened
        if bare:
            if line.start + match.start() in calls:
                yield FoundMark(labels_of_bare(bare), match.start(), match.end())
            continue
        if lost:
            yield FoundMark((), match.start(), match.end())
        elif circled:
            label = calls.get(line.start + match.start())
            if label or match.group().startswith("^"):
                yield FoundMark((label,) if label else (), match.start(), match.end())
        elif (
            numbers and "." in numbers and not _BEHIND_WORDS.match(line.text[max(0, match.start() - 1) : match.start()])
        ):
            continue  # a number such as [1.5]
        elif labels := expand(numbers or superscript):
            yield FoundMark(labels, match.start(), match.end())


def labels_of_bare(printed: str) -> tuple[str, ...]:
    """The labels that a number without brackets names: `"19 20"` → `("19", "20")`, `"1 5"` → `("15",)`."""
    return expand(re.sub(r"(?<=\d\d)\s+(?=\d)|(?<=\d)\s+(?=\d\d)", ",", printed.strip()))


def expand(numbers: str) -> tuple[str, ...]:
    """The labels that a mark names; none when it cannot be a mark: a zero, or a range that falls or is too wide.

    >>> expand("1-3,7"), expand("¹²"), expand("0,1"), expand("9-2")
    (('1', '2', '3', '7'), ('12',), (), ())
    """
    labels: list[str] = []
    plain = re.sub(r"(?<=\w)\s(?=\w)", "", unicodedata.normalize("NFKC", numbers).translate(_MISREAD))
    for part in re.split(r"\s*[,.、;]\s*", plain):
        bounds = [int(bound) for bound in re.split(r"\s*[-–—~]\s*", part.strip())]
        if len(bounds) > 2 or bounds[0] < 1 or not 0 <= bounds[-1] - bounds[0] <= _WIDEST_RANGE:
            return ()
        labels += map(str, range(bounds[0], bounds[-1] + 1))
    return tuple(labels)
