"""The English title page of a Chinese paper, parted with the help of the authors that are known in Chinese.

Recognition runs title, authors and places together; the authors' names in pinyin (GB/T 28039-2011) show the borders.
"""

import re
from collections.abc import Sequence
from itertools import product

from app.text.pinyin import readings

_LONGEST_NAME = 4
_SHORTEST_TITLE = 12
_GAP = r"[\s’'\-‐–.]*"
_BETWEEN = r"[\s,，’'.]*"
_AROUND_TITLE = " \t,，;；:：.-—–*\\#'’\""


def part_at_names(head: str, authors: Sequence[str]) -> tuple[str | None, tuple[str, ...]]:
    """The title that stands before the authors' names in `head`, and these names as printed.

    `None` where no author is found behind a title; no names where one of several authors is not found.

    >>> part_at_names("On Think Tanks in China Huang Kaimu' Li Lin1,2 Peking University", ("黄开木", "栗琳"))
    ('On Think Tanks in China', ('Huang Kaimu', 'Li Lin'))
    """
    found = [_find(head, author) for author in authors]
    starts = [match.start() for match in found if match and match.start() >= _SHORTEST_TITLE]
    if not starts:
        return None, ()
    names = tuple(re.sub(r"\s+", " ", match.group()) for match in found if match)
    title = re.sub(r"\s+", " ", head[: min(starts)]).strip(_AROUND_TITLE)
    return title or None, names if len(names) == len(authors) else ()


def _find(head: str, author: str) -> re.Match[str] | None:
    """The last place of an author's name, surname first or last; it begins with a capital letter."""
    if not 2 <= len(author) <= _LONGEST_NAME:
        return None
    spelt = [[_latin(one) for one in each] for each in readings(author)]
    borders = {2: (1,), 3: (1, 2), 4: (2,)}[len(author)]
    parts = (pair for border in borders for pair in product(_spelt(spelt[:border]), _spelt(spelt[border:])))
    last = None
    for surname, given in parts:
        either = rf"{surname}{_BETWEEN}{given}|{given}{_BETWEEN}{surname}"
        for match in re.finditer(rf"(?i:{either})(?![a-z])", head):
            if match.group()[0].isupper() and (last is None or match.start() > last.start()):
                last = match
    return last


def _spelt(readings: Sequence[Sequence[str]]) -> list[str]:
    """Patterns for the syllables in every reading, joined, spaced or hyphenated."""
    return [_GAP.join(syllables) for syllables in product(*(sorted(set(each)) for each in readings))]


def _latin(syllable: str) -> str:
    """A pattern for one syllable: ü is printed as ü, v, u or yu."""
    return re.escape(syllable).replace("ü", "v").replace("v", "(?:ü|v|u|yu)")
