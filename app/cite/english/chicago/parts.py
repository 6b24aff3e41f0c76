"""Where and when a work was published, in entries and in notes."""

from app.cite.english.pieces import commas, container_of, month
from app.cite.ordinals import ordinal
from app.cite.works import Work

_DATED = frozenset({"N", "EB", "A", "P", "DB", "DS", "PP"})
"""Types of which the day is given, not the year alone."""


def serial(work: Work, date: str, *, in_brackets: bool, pages: str = "") -> str:
    """`Journal 127, no. 6 (2022): 1818–59`; by author and date `Journal 127 (6): 1818–59`; a newspaper and its day."""
    if work.kind == "N" or _ahead_of_issue(work):
        return commas(container_of(work), date)
    head = " ".join(part for part in (container_of(work), work.volume) if part)
    if not in_brackets and work.volume and work.issue:
        text = f"{head} ({work.issue})"
    else:
        text = commas(head, f"no. {work.issue}" if work.issue else "")
    if in_brackets and date:
        text += f" ({date})"
    return f"{text}: {pages}" if pages else text


def edition(work: Work) -> str:
    """`2nd ed.`; the first is not said."""
    if not work.edition or work.edition == "1":
        return ""
    return f"{ordinal(int(work.edition))} ed." if work.edition.isdigit() else work.edition


def edition_in_note(work: Work) -> str:
    """The same behind a comma: `rev. ed.`"""
    return edition(work)[:1].lower() + edition(work)[1:]


def date_of(work: Work) -> str:
    """The day where it counts, else the year."""
    return day_of(work) or (str(work.year) if work.year is not None else "")


def day_of(work: Work, *, with_year: bool = True) -> str:
    """The day, of what has one: `January 12, 2013`; without its year where that stands elsewhere."""
    if not work.date or not (work.kind in _DATED or _ahead_of_issue(work)):
        return ""
    full = in_words(work.date)
    return full if with_year else full.removesuffix(f", {work.year}")


def number_of(work: Work) -> str:
    """Of a report, a standard, a patent or a file."""
    return f"Patent {work.number}" if work.kind == "P" and work.number else work.number or ""


def _ahead_of_issue(work: Work) -> bool:
    """Whether it is an article that is published before it has volume and issue."""
    return work.kind == "J" and bool(work.date) and not work.volume and not work.issue


def in_words(day: str) -> str:
    """`2013-01-12` → `January 12, 2013`."""
    year, name, number = month(day)
    return commas(f"{name} {number}".strip(), year)
