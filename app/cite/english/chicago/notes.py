"""Notes, in full and shortened, and citations by author and date."""

from app.cite.english.chicago.parts import date_of, edition_in_note, number_of, serial
from app.cite.english.chicago.people import editors, family_names, noted_authors, translations
from app.cite.english.pieces import commas, container_of, quoted, shortened, stands_alone, title_of
from app.cite.locators import NOWHERE, Locator
from app.cite.works import Work

_SHORT = 4
"""Words of a title in a shortened note (13.34)."""


def format_note(work: Work, locator: Locator = NOWHERE) -> str:
    """The first note for a work: `Charles Yu, Interior Chinatown (Pantheon Books, 2020), 45.`"""
    title = title_of(work)
    if not stands_alone(work):
        title = quoted(work.title or title, work.title_en if work.title else None)
    named = commas(noted_authors(work), title)
    for by in translations(work, "trans."):
        named = _joined(named, by)
    page = shortened(locator.page, two_digits=False)
    if work.kind in ("J", "N"):
        text = _joined(named, serial(work, date_of(work), in_brackets=True, pages=page if work.kind == "J" else ""))
        page = "" if work.kind == "J" else page
    else:
        text = _in_book(work, named) if work.host else _whole(work, named)
    for place in (page, locator.in_english(), work.path):
        text = _joined(text, place or "")
    return _ended(text)


def repeat_note(work: Work, locator: Locator = NOWHERE) -> str:
    """Each later note: `Yu, Interior Chinatown, 48.`; the manual prefers it to ibid. (13.30 to 13.37)."""
    title = (work.title or title_of(work)).partition(":")[0].partition("：")[0]
    short = " ".join(title.split()[:_SHORT])
    text = commas(family_names(work), short if stands_alone(work) else quoted(short, None))
    for place in (shortened(locator.page, two_digits=False), locator.in_english()):
        text = _joined(text, place)
    return _ended(text)


def cite_author_date(work: Work, locator: Locator = NOWHERE, letter: str = "") -> str:
    """What stands in brackets in a text: `Yu 2020, 48` (13.102)."""
    year = f"{work.year}{letter}" if work.year is not None else "n.d."
    who = family_names(work) or quoted(work.title or title_of(work), None)
    return commas(f"{who} {year}", shortened(locator.page, two_digits=False), locator.in_english())


def _in_book(work: Work, named: str) -> str:
    book = commas(container_of(work), *editors(work, "ed."), edition_in_note(work))
    return _joined(named, f"in {book}{_imprint(work)}")


def _whole(work: Work, named: str) -> str:
    text = named
    for part in (*editors(work, "ed."), edition_in_note(work), work.event or ""):
        text = _joined(text, part)
    return text + _imprint(work)


def _imprint(work: Work) -> str:
    form = "thesis" if work.kind == "D" else ""
    published = commas(form, number_of(work), work.house, date_of(work))
    return f" ({published})" if published else ""


def _joined(text: str, part: str) -> str:
    """With a comma between, which stands before a closing quotation mark."""
    if not part or not text:
        return text or part
    return f"{text[:-1]},” {part}" if text.endswith("”") else f"{text}, {part}"


def _ended(text: str) -> str:
    return f"{text[:-1]}.”" if text.endswith("”") else f"{text.rstrip('.')}."
