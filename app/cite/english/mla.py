"""The MLA Handbook, 9th edition (2021): entries of a list of works cited, made of the core elements (chapter 5)."""

from app.cite.english.pieces import (
    authors_of,
    capital,
    commas,
    container_of,
    dashed,
    latin_names,
    listed,
    month,
    quoted,
    sentences,
    shortened,
    stands_alone,
    title_of,
    translated,
)
from app.cite.locators import NOWHERE, Locator
from app.cite.names import Name
from app.cite.ordinals import ordinal
from app.cite.works import Work

_MONTHS_IN_FULL = frozenset({"May", "June", "July"})
"""Months whose names are not shortened (MLA, 1.13 and appendix 1)."""


def format_mla(work: Work, locator: Locator = NOWHERE) -> str:
    """`Baron, Naomi S. “Redefining Reading.” PMLA, vol. 128, no. 1, Jan. 2013, pp. 193–200.`

    A style for lists, which have no places: `locator` follows the entry in a note.
    """
    title = title_of(work) if stands_alone(work) or work.kind == "D" else quoted(*_titles(work), ".")
    thesis = work.kind == "D"
    by = _people("translated by", work.translators)
    source = commas(
        container_of(work),
        _people("edited by", work.editors),
        "" if work.host else by,
        _edition(work),
        f"vol. {work.volume}" if work.volume else "",
        f"no. {work.issue}" if work.issue and work.kind != "N" else "",
        work.event,
        work.number,
        None if work.kind in ("J", "N") else _publisher(work),
        "thesis" if thesis else _date(work),
        _pages(work),
        work.path,
    )
    read = f"Accessed {_day(work.accessed)}" if work.accessed and not work.year and not work.date and work.url else ""
    place = capital(place_in(locator))
    dated = _date(work) if thesis else ""
    source = source if source == work.path else capital(source)
    return sentences([_authors(work), title, capital(by) if work.host else "", dated, source, read, place])


def cite_mla(work: Work, locator: Locator = NOWHERE) -> str:
    """What stands in brackets in a text: `Wang 40`, or with another place `Wang, sec. 2.1` (6.1 to 6.22)."""
    names = [name.family if name.given else name.full for name in authors_of(work)]
    more = len(names) > 2 or not work.authors_complete
    who = f"{names[0]} et al." if more and names else " and ".join(names) or quoted(work.title or title_of(work), None)
    paged = " ".join(part for part in (who, shortened(locator.page, two_digits=True)) if part)
    return commas(paged, locator.in_english("par."))


def place_in(locator: Locator) -> str:
    """`p. 3`, `pp. 193–200`, else section and paragraph."""
    pages = shortened(locator.page, two_digits=True)
    return commas(f"{'pp.' if '–' in pages else 'p.'} {pages}" if pages else "", locator.in_english("par."))


def _authors(work: Work) -> str:
    """One or two authors are named, of three or more the first (5.7)."""
    names = authors_of(work)
    if not names:
        return ""
    first = _inverted(names[0])
    if len(names) > 2 or not work.authors_complete:
        return f"{first}, et al."
    return listed([first, *(_upright(name) for name in names[1:])], "and")


def _inverted(name: Name) -> str:
    if name.pinyin or name.han or not name.given:
        return _upright(name)
    return commas(name.family, name.given, name.behind)


def _upright(name: Name) -> str:
    return f"{name.family} {name.given}" if name.pinyin else name.full


def _people(role: str, names: tuple[str, ...]) -> str:
    shown = [_upright(name) for name in latin_names(names)]
    return f"{role} {shown[0]} et al." if len(shown) > 2 else f"{role} {listed(shown, 'and')}" if shown else ""


def _titles(work: Work) -> tuple[str, str | None]:
    return (work.title, work.title_en) if work.title else (title_of(work), None)


def _edition(work: Work) -> str:
    if not work.edition or work.edition == "1":
        return ""
    return f"{ordinal(int(work.edition))} ed." if work.edition.isdigit() else work.edition


def _publisher(work: Work) -> str:
    house = translated(work.house, None if work.host else work.container_en)
    return "" if (house,) in (work.authors, work.authors_en) else house


def _date(work: Work) -> str:
    if work.date and (work.kind in ("N", "EB", "A", "P", "DB", "DS", "PP") or not (work.volume or work.issue)):
        return _day(work.date)
    return str(work.year) if work.year is not None else ""


def _day(day: str) -> str:
    """`12 Jan. 2013` (5.84)."""
    year, name, number = month(day)
    short = name if name in _MONTHS_IN_FULL or not name else "Sept." if name == "September" else f"{name[:3]}."
    return " ".join(part for part in (number, short, year) if part)


def _pages(work: Work) -> str:
    if not work.pages:
        return ""
    pages = shortened(work.pages, two_digits=True)
    return f"{'pp.' if '–' in dashed(work.pages) or ',' in work.pages else 'p.'} {pages}"
