"""The styles that a reader can choose, and what is made in them: entries, lists of references, notes."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from app.cite import gbt7714
from app.cite.english import apa, chicago, mla
from app.cite.gbt7714 import EDITION_2015, EDITION_2025, Edition
from app.cite.locators import NOWHERE, Locator
from app.cite.sorting import alphabetical, by_language
from app.cite.works import Citable, Work

System = Literal["numeric", "author-date", "notes"]
SortKey = Callable[[Work], tuple[int | str, ...]]


@dataclass(frozen=True, slots=True)
class Style:
    """A style, as the functions that write in it. All give text in one line."""

    code: str
    language: str
    """`zh` or `en`: the language of the texts that it is for."""
    system: System
    entry: Callable[[Work, str], str]
    """An entry of its list of references, with the letter that parts works of one year (`a`), or none."""
    note: Callable[[Work, Locator], str]
    """The first note for a work."""
    again: Callable[[Work, Locator, int], str]
    """A later one, given the number of the first."""
    inline: Callable[[Work, Locator, str], str] | None
    """What stands in brackets in a text; `None` where numbers stand there."""
    key: SortKey | None
    """How its list is sorted; `None` for the order in which works are cited."""


def _numbered(edition: Edition, code: str, system: System) -> Style:
    return Style(
        code,
        "zh",
        system,
        entry=lambda work, _letter: gbt7714.format_entry(work, edition),
        note=lambda work, locator: gbt7714.format_entry(work, edition, locator),
        again=lambda _work, locator, first: gbt7714.repeat_numbered(first, locator),
        inline=None,
        key=None,
    )


def _by_author(edition: Edition, code: str) -> Style:
    return Style(
        code,
        "zh",
        "author-date",
        entry=lambda work, letter: gbt7714.format_entry(work, edition, author_date=True, letter=letter),
        note=lambda work, locator: gbt7714.format_entry(work, edition, locator, author_date=True),
        again=lambda work, locator, _first: gbt7714.repeat_author_date(work, edition, locator),
        inline=lambda work, _locator, letter: gbt7714.cite_author_date(work, edition, letter),
        key=by_language,
    )


_ALL = (
    _numbered(EDITION_2025, "gb2025", "numeric"),
    _by_author(EDITION_2025, "gb2025-author-date"),
    _numbered(EDITION_2025, "gb2025-notes", "notes"),
    _numbered(EDITION_2015, "gb2015", "numeric"),
    _by_author(EDITION_2015, "gb2015-author-date"),
    _numbered(EDITION_2015, "gb2015-notes", "notes"),
    Style(
        "apa",
        "en",
        "author-date",
        entry=lambda work, letter: apa.format_apa(work, letter=letter),
        note=apa.format_apa,
        again=lambda work, locator, _first: f"{apa.cite_apa(work, locator).rstrip('.')}.",
        inline=apa.cite_apa,
        key=alphabetical,
    ),
    Style(
        "chicago-notes",
        "en",
        "notes",
        entry=lambda work, _letter: chicago.format_bibliography(work),
        note=chicago.format_note,
        again=lambda work, locator, _first: chicago.repeat_note(work, locator),
        inline=None,
        key=alphabetical,
    ),
    Style(
        "chicago-author-date",
        "en",
        "author-date",
        entry=chicago.format_author_date,
        note=chicago.format_note,
        again=lambda work, locator, _first: chicago.repeat_note(work, locator),
        inline=chicago.cite_author_date,
        key=alphabetical,
    ),
    Style(
        "mla",
        "en",
        "author-date",
        entry=lambda work, _letter: mla.format_mla(work),
        note=mla.format_mla,
        again=lambda work, locator, _first: f"{mla.cite_mla(work, locator).rstrip('.')}.",
        inline=lambda work, locator, _letter: mla.cite_mla(work, locator),
        key=alphabetical,
    ),
)
STYLES: dict[str, Style] = {style.code: style for style in _ALL}
"""Style by its code; the first is the one to offer first."""


def reference_text(record: Citable, style: str = "gb2025") -> str:
    """The reference to a paper or a cited work in one of `STYLES`, as plain text on one line.

    A cited work of which only the printed entry is known is given as it is printed. Raises `KeyError` for an
    unknown style.
    """
    return _known(Work.of(record), partial(_entry, STYLES[style], letter=""))


def bibliography(records: Iterable[Citable], style: str = "gb2025") -> tuple[str, ...]:
    """A list of references, each work once: sorted as the style asks, or in the order given with numbers, `[1] …`.

    Works of one author and year are parted by letters. Raises `KeyError` for an unknown style.
    """
    chosen = STYLES[style]
    works = list(dict.fromkeys(map(Work.of, records)))
    if chosen.key is None:
        return tuple(f"[{number}] {reference_text(work, style)}" for number, work in enumerate(works, 1))
    works.sort(key=chosen.key)
    letters = year_letters(works, chosen)
    return tuple(
        _known(work, partial(_entry, chosen, letter=letter)) for work, letter in zip(works, letters, strict=True)
    )


def notes(citations: Sequence[tuple[Citable, Locator]], style: str = "gb2025-notes") -> tuple[str, ...]:
    """The notes for works cited in this order, without their numbers: in full at first, then in the style's short form.

    A `Locator` that is empty cites the whole work. Raises `KeyError` for an unknown style.
    """
    chosen = STYLES[style]
    first: dict[Work, int] = {}
    texts = []
    for number, (record, locator) in enumerate(citations, 1):
        work = Work.of(record)
        if work in first:
            texts.append(chosen.again(work, locator, first[work]))
        else:
            texts.append(_known(work, lambda work, place=locator: chosen.note(work, place)))  # type: ignore[misc]
            first[work] = number
    return tuple(texts)


def in_text(record: Citable, style: str, locator: Locator = NOWHERE) -> str:
    """What stands in brackets in a text: `Luo et al., 2021, sec. 2`; empty in styles that set a number there."""
    inline = STYLES[style].inline
    return inline(Work.of(record), locator, "") if inline else ""


def year_letters(works: Sequence[Work], style: Style) -> tuple[str, ...]:
    """For each work of a sorted list `a`, `b` … where others are cited alike, else nothing (2015: 10.2.3; APA 8.19)."""
    if style.inline is None or style.system != "author-date":
        return ("",) * len(works)
    cited = [style.inline(work, NOWHERE, "") if work.year is not None else "" for work in works]
    seen: dict[str, int] = {}
    letters = []
    for text in cited:
        seen[text] = seen.get(text, -1) + 1
        letters.append(letter_of(seen[text]) if text and cited.count(text) > 1 else "")
    return tuple(letters)


def letter_of(number: int) -> str:
    """0 → `a`, 25 → `z`, 26 → `aa`."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def _entry(style: Style, work: Work, letter: str) -> str:
    return style.entry(work, letter)


def _known(work: Work, write: Callable[[Work], str]) -> str:
    return work.text if work.text and not work.title else write(work)
