"""An entry of a list of references, in the numeric system or by author and date."""

from app.cite.gbt7714.creators import NOBODY, authors, people, translators
from app.cite.gbt7714.editions import EDITION_2025, Edition
from app.cite.gbt7714.sources import PERIODICALS, source
from app.cite.locators import NOWHERE, Locator
from app.cite.ordinals import ordinal
from app.cite.works import Work

UNKNOWN_TITLE = {True: "[题名不详]", False: "[Title not known]"}
"""What the describer supplies stands in square brackets (2015: 5; 2025: 7.2.1), by `Work.chinese`."""


def format_entry(
    work: Work,
    edition: Edition = EDITION_2025,
    locator: Locator = NOWHERE,
    *,
    author_date: bool = False,
    letter: str = "",
) -> str:
    """The entry in one line, ending with a full stop.

    A page of `locator` stands for the pages of the work (引文页码, 2015: 8.5; 2025: 7.7), another place behind them.
    With `author_date` the year, and the `letter` that parts works of one year, follow the authors (2015: 9.2).

    `王明国. 科技外交与中美关系的未来发展[J]. 全球科技经济瞭望，2017（7）：40-47.`
    """
    head = _named(work, edition, letter) if author_date else authors(work, edition)
    if work.kind == "S" and edition.number_first and not author_date:
        head = ""
    stands_in = _stands_in(work, edition)
    others = translators(work, edition)
    behind = [] if stands_in else [others, _edition(work)]
    found = source(work, edition, with_year=not author_date, pages=locator.page or _pages(work))
    if work.kind == "S" and edition.number_first:
        found = locator.page
    if work.event and not work.host:
        mark = edition.colon if author_date or work.year is None else edition.comma
        stands_in, found = f"//{work.event}{mark if found else ''}{found}", ""
    title = _title(work, edition) + (f". {others}" if others and stands_in else "") + stands_in
    parts = [head, title, *behind, found, locator.in_chinese(), work.url or "", _doi(work)]
    return ". ".join(part.rstrip(".") for part in parts if part) + "."


def _named(work: Work, edition: Edition, letter: str) -> str:
    year = f"{work.year}{letter}" if work.year is not None else ""
    named = authors(work, edition) or NOBODY[work.chinese]
    return edition.comma.join(part for part in (named, year) if part)


def _title(work: Work, edition: Edition) -> str:
    title = work.title or UNKNOWN_TITLE[work.chinese]
    if work.number and work.kind == "S" and edition.number_first:
        title = f"{work.number} {title}"
    elif work.number and work.kind in ("R", "S", "P", "A"):
        title = f"{title}{edition.colon}{work.number}"
    carrier = f"/{work.carrier}" if work.carrier else ""
    return title + (f"[{work.kind}{carrier}]" if work.kind else "")


def _stands_in(work: Work, edition: Edition) -> str:
    """`//许厚泽，赵其国. 长江流域洪涝灾害与科技对策`: what a part was taken from (析出文献的出处)."""
    if not work.host or not work.kind or work.kind in PERIODICALS:
        return ""
    editors = people(work.editors, edition, chinese=work.chinese)
    parts = (editors, work.host, _edition(work))
    return "//" + ". ".join(part.rstrip(".") for part in parts if part)


def _edition(work: Work) -> str:
    """`2版`, `5th ed`; the first is not said (2015: 8.3; 2025: 7.4)."""
    if not work.edition or work.edition == "1":
        return ""
    if not work.edition.isdigit():
        return work.edition
    return f"{work.edition}版" if work.chinese else f"{ordinal(int(work.edition))} ed"


def _pages(work: Work) -> str:
    return (work.pages or "").replace("–", "-").replace("—", "-")


def _doi(work: Work) -> str:
    """The DOI, unless the address holds it (2015: 8.7; 2025: 7.9.1)."""
    return f"DOI:{work.doi}" if work.doi and work.doi.lower() not in (work.url or "").lower() else ""
