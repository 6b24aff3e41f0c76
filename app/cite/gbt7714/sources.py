"""What stands behind the title of an entry: where and when it was published, for each type of document."""

from app.cite.gbt7714.editions import Edition
from app.cite.works import Work

PERIODICALS = frozenset({"J", "N"})
ELECTRONIC = frozenset({"EB", "DB", "DS", "CP", "PP"})
"""Types whose day of publication stands in round brackets (2015: 4.6; 2025: 8.11, 8.14, 8.15)."""
_ELECTRONIC_BEFORE_2025 = ELECTRONIC | {"A", "R"}


def source(work: Work, edition: Edition, *, with_year: bool, pages: str) -> str:
    """The source of `work`, the day of access included; without its year where that stands behind the authors."""
    if work.kind == "J":
        text = _issue_of_journal(work, edition, with_year=with_year)
    elif work.kind == "N":
        text = _issue_of_newspaper(work, edition, with_year=with_year)
        pages = ""
    elif _as_electronic(work, edition):
        text = _platform(work, edition, with_year=with_year)
    else:
        text = imprint(work, edition, with_year=with_year)
    return text + (edition.colon if text and pages else "") + pages + _accessed(work, edition)


def imprint(work: Work, edition: Edition, *, with_year: bool) -> str:
    """`北京：科学出版社，2013` (2015: 8.4; 2025: 7.5)."""
    day = work.date if work.kind in ("P", "R", "A") and work.date else _year(work) if with_year else ""
    house = edition.colon.join(part for part in (work.place, work.house) if part)
    return edition.comma.join(part for part in (house, day) if part)


def _issue_of_journal(work: Work, edition: Edition, *, with_year: bool) -> str:
    """`文献，2013，52（1）`; of what is published ahead of its issue, the day (2025: 8.5.1.1)."""
    if work.date and not work.volume and not work.issue:
        return edition.comma.join(part for part in (work.container, work.date) if part)
    numbers = edition.comma.join(part for part in (_year(work) if with_year else "", work.volume) if part)
    issue = edition.bracket(work.issue) if work.issue else ""
    return edition.comma.join(part for part in (work.container, numbers) if part) + issue


def _issue_of_newspaper(work: Work, edition: Edition, *, with_year: bool) -> str:
    """`中国青年报，2000-11-20（15）`, the number of the page in brackets (2015: 8.8.2; 2025: 8.5.1.4)."""
    day = work.date or (_year(work) if with_year else "")
    page = work.pages or work.issue
    return edition.comma.join(part for part in (work.container, day) if part) + (edition.bracket(page) if page else "")


def _platform(work: Work, edition: Edition, *, with_year: bool) -> str:
    """`PSSXiv（2024-07-02）`."""
    house = edition.colon.join(part for part in (work.place, work.house or work.container) if part)
    day = work.date or (_year(work) if with_year else "")
    return house + (edition.bracket(day) if day else "")


def _as_electronic(work: Work, edition: Edition) -> bool:
    if edition.access_of_all and work.carrier == "OL" and work.date and not work.house:
        return work.kind in _ELECTRONIC_BEFORE_2025
    return work.kind in ELECTRONIC


def _accessed(work: Work, edition: Edition) -> str:
    """引用日期, the day on which a work on the web was read: `[2017-03-13]`."""
    wanted = edition.access_of_all or work.kind in ELECTRONIC
    return f"[{work.accessed}]" if wanted and work.accessed and work.carrier == "OL" else ""


def _year(work: Work) -> str:
    return "" if work.year is None else str(work.year)
