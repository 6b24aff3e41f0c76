"""Citing a work again: in footnotes, and by author and date."""

from app.cite.gbt7714.creators import NOBODY, person
from app.cite.gbt7714.editions import Edition
from app.cite.locators import Locator
from app.cite.names import parse_name
from app.cite.works import Work

_LAST_CIRCLED = 50
_CIRCLED = ((36, 0x32B1), (21, 0x3251), (1, 0x2460))
"""Where runs of circled numbers begin in Unicode, the last first."""


def repeat_numbered(first: int, locator: Locator) -> str:
    """`同②326-329.`: a note for a work that the note `first` cites in full (2015: 10.1.3, example 2; 2025: 9.1)."""
    return f"同{circled(first)}{locator.page}{locator.in_chinese()}."


def repeat_author_date(work: Work, edition: Edition, locator: Locator) -> str:
    """`（王明国，2017）40.`: the place stands behind the brackets (2015: 10.2.4; 2025: 9.2)."""
    return f"{edition.bracket(cite_author_date(work, edition))}{locator.page}{locator.in_chinese()}."


def cite_author_date(work: Work, edition: Edition, letter: str = "") -> str:
    """What stands between the brackets in a text: `张三，1984`, `Baker et al.，1995` (2015: 10.2.1, 10.2.2)."""
    named = NOBODY[work.chinese]
    if work.authors:
        name = parse_name(work.authors[0])
        named = person(name, edition) if name.han or not name.given else name.family
        if len(work.authors) > 1 or not work.authors_complete:
            named += "等" if work.chinese else " et al."
    year = f"{work.year}{letter}" if work.year is not None else ""
    return edition.comma.join(part for part in (named, year) if part)


def circled(number: int) -> str:
    """`①` to `㊿`, then `[51]`."""
    if not 1 <= number <= _LAST_CIRCLED:
        return f"[{number}]"
    first, code = next((first, code) for first, code in _CIRCLED if number >= first)
    return chr(code + number - first)
