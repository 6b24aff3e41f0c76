"""The numbers that begin the entries of a list: in brackets, before empty ones, circled, with a stop or bare."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto

from app.ingest.page.lines import Line, Role
from app.ingest.references.lost import TYPED
from app.text.numbers import parse_circled


class Style(Enum):
    """How a list writes its numbers."""

    BRACKETS = auto()  # [1], and 1[] where recognition moved the digits
    CIRCLES = auto()  # ①
    STOPS = auto()  # 1. and 1、
    BARE = auto()  # 1


_NUMBER = r"[\dlIOo]{1,3}(?=\s*[\]］】〕])|\d{1,5}(?!\d)"
_CIRCLED = "①-⑳㉑-㉟㊱-㊿"
_EMPTY = r"[\[［]\s*[\]］」]"
_STRONG = re.compile(
    rf"\s*(?:[\[［【〔]{{1,2}}\s*({_NUMBER})\s*[\]］】〕)）,，。.\[［]?|(\d{{1,5}})\s*{_EMPTY}|\^?([{_CIRCLED}]))\s*"
)
_WEAK = re.compile(r"\s*(\d{1,5})(?!\d)\s*(?:([.．、\]］])(?!\d)|\s+(?=\D)|(?=[^\W\d_]))\s*")
_TITLE_BEGINS = r"(?=[^\W\d_]|[《“\"（(\[［]|(?:19|20)\d\d\s?[^\W\d_])"
_NAME_BEGINS = r"(?=(?![年月日期卷页版号第])[^\W\d_]|[《“\"])"
_BRACKETED = (
    rf"(?:(?:[\[［]\s*|(?<=[.．。])\s?)({_NUMBER})\s*[\]］]|(?<![\d\[［])(\d{{1,5}})\s*{_EMPTY})\s*{_TITLE_BEGINS}"
)
_INSIDE = {
    Style.BRACKETS: re.compile(_BRACKETED),
    Style.CIRCLES: re.compile(rf"{_BRACKETED}|(?<=[.．。；;])\s*([{_CIRCLED}])\s*{_TITLE_BEGINS}"),
    Style.STOPS: re.compile(
        rf"{_BRACKETED}|(?:(?<=。)|(?<=[.．]\s)|(?<=[^\d\s][.．]))\s*(\d{{1,5}})[.．、](?!\d)\s*{_NAME_BEGINS}"
    ),
    Style.BARE: re.compile(rf"{_BRACKETED}|(?:(?<=。)|(?<=[.．]\s))\s*(\d{{1,5}})(?:\s+|(?=[^\W\d_])){_NAME_BEGINS}"),
}
_AGAIN = re.compile(r"(?:[\[［]\s*[\dlIOo]{1,3}\s*[\]］]\s*)+(?=[^\W\d_]|[《“\"（(])")
_MISREAD = str.maketrans("lIOo", "1100")
_FINISHED = re.compile(r"(?:19|20)\d\d|https?:|第\s*\d+\s*页")
_DATED = re.compile(r"(?:19|20)\d\d")
_NEAR = 6
"""How far a bare number may run ahead of the last one, and one so high that it may be a year."""
_LOST = 3
"""How far a number inside a line may run ahead: so many were lost or not recognised between."""
_SURE = 999
"""The highest number in brackets that is believed wherever it stands."""


@dataclass(slots=True)
class Numbering:
    """Which numbers a list has used, to tell the number of an entry from any other.

    `finished` says whether the entry that is being read has its year, page or address: a next one may follow.
    """

    used: set[int] = field(default_factory=set)
    last: int = 0
    style: Style = Style.BRACKETS
    finished: bool = False

    def read(self, line: Line, at: int = 0) -> tuple[int, int] | None:
        """The number with which `line.text[at:]` begins an entry, and where its text begins; `None` if with none.

        A number in brackets must be new. A bare one must also be the next, or near it in a line that looks like
        an entry: columns that were read across each other leave entries in disorder.
        """
        if line.role in {Role.NOTE, Role.TABLE, Role.CAPTION}:
            return None
        if match := _STRONG.match(line.text, at):
            number = self._expected(match[1] or match[2], match[3])
            sure = number <= _SURE or number <= self.last + _NEAR
            return (number, match.end()) if number and sure and number not in self.used else None
        match = _WEAK.match(line.text, at)
        number = int(match[1]) if match else 0
        if match is None or number < 1 or number in self.used:
            return None
        fits = number == self.last + 1 or (number <= self.last + _NEAR and like_entry(line))
        return (number, match.end()) if fits else None

    def take(self, number: int) -> None:
        """Counts the number as used."""
        self.used.add(number)
        self.last = number
        self.finished = False

    def advance(self, line: Line, at: int = 0) -> Iterator[tuple[int | None, int, int]]:
        """Each part of `line.text[at:]` that belongs to one entry: its number, if that begins it, begin and end.

        The number of a further entry inside the line is in brackets and near the last one; or it is the very next
        in the style of the list, behind the stop of an entry that has its year, page or address.
        """
        read = self.read(line, at)
        number, begin = read or (None, at)
        if read:
            self.take(read[0])
            self.style = _style(line.text, at)
            again = _AGAIN.match(line.text, begin)
            begin = again.end() if again else begin
        seen = begin
        for match in _INSIDE[self.style].finditer(line.text, begin + 1):
            self.finished = self.finished or bool(_FINISHED.search(line.text, seen, match.start()))
            seen = match.start()
            if value := self._next(match):
                yield number, begin, match.start()
                number, begin = value, match.end()
                self.take(value)
        self.finished = self.finished or bool(_FINISHED.search(line.text, seen))
        yield number, begin, len(line.text)

    def _next(self, match: re.Match[str]) -> int | None:
        """The number of a further entry inside a line; `None` when the match is none."""
        in_brackets = match[1] or match[2]
        if in_brackets:
            value = self._expected(in_brackets)
            near = self.used and self.last < value <= self.last + _LOST
            return value if near and value not in self.used else None
        printed = match[3]
        value = parse_circled(printed) or int(printed)
        return value if self.finished and value == self.last + 1 else None

    def _expected(self, printed: str | None, circled: str | None = None) -> int:
        """`"1l"` → 11; `"I"` is the next number where 1 is used: [I] for [11]."""
        if printed is None:
            return parse_circled(circled or "") or 0
        number = int(printed.translate(_MISREAD))
        return self.last + 1 if number in self.used and not printed.isdecimal() else number


def like_entry(line: Line) -> bool:
    """Whether a line looks like (the beginning of) an entry: a type mark [J], or a year with punctuation."""
    return bool(is_typed(line.text) or (is_dated(line.text) and re.search(r"[.．,，《“]", line.text)))


def is_typed(text: str) -> bool:
    """Whether `text` holds the type mark of an entry in GB/T 7714: [J], [M], [EB/OL]."""
    return TYPED.search(text) is not None


def is_dated(text: str) -> bool:
    """Whether `text` holds a year."""
    return _DATED.search(text) is not None


def has_bracketed_number(line: Line, number: int) -> bool:
    """Whether a line of text begins with `[number]`."""
    match = _STRONG.match(line.text) if line.role == Role.TEXT else None
    return bool(match and match[1] and int(match[1].translate(_MISREAD)) == number)


def is_circled(line: Line) -> bool:
    """Whether a line begins with a circled number."""
    match = _STRONG.match(line.text)
    return bool(match and match[3])


def begins_with_number(line: Line, at: int) -> bool:
    """Whether `line.text[at:]` begins with a number in brackets or a circle."""
    return _STRONG.match(line.text, at) is not None


def begins_entry_inside(line: Line) -> bool:
    """Whether a number in brackets that may begin an entry stands inside a line."""
    return _INSIDE[Style.BRACKETS].search(line.text) is not None


def _style(text: str, at: int) -> Style:
    """The style of the number with which `text[at:]` begins."""
    if strong := _STRONG.match(text, at):
        return Style.CIRCLES if strong[3] else Style.BRACKETS
    weak = _WEAK.match(text, at)
    return {None: Style.BARE, "]": Style.BRACKETS, "］": Style.BRACKETS}.get(weak and weak[2], Style.STOPS)
