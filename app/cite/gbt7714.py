"""References in the Chinese national standard GB/T 7714, numeric system, editions of 2015 and 2025.

GB/T 7714—2015 (in force until 2026-06-30): half-width punctuation, Western family names in capitals (8.1.1).
GB/T 7714—2025 (in force since 2026-07-01): the full stop and square brackets are half-width, all other
prescribed punctuation is full-width, and Western names are no longer in capitals.
Both give three authors and then 等 or et al. (8.1.2). A field that is not known is left out, the type of the
work too; a title that is not known is said to be so in square brackets, as what the describer supplies.
"""

from dataclasses import dataclass

from app.cite.names import Name, parse_name
from app.cite.works import Work
from app.text.scripts import is_han

MAX_AUTHORS = 3
UNKNOWN_TITLE = "[题名不详]"
PERIODICALS = ("J", "N")


@dataclass(frozen=True, slots=True)
class Edition:
    """What differs between the editions."""

    comma: str
    colon: str
    opening: str
    closing: str
    capitals: bool


EDITION_2015 = Edition(", ", ": ", "(", ")", capitals=True)
EDITION_2025 = Edition("，", "：", "（", "）", capitals=False)


def format_gbt7714(work: Work, edition: Edition = EDITION_2025) -> str:
    """The reference in one line, ending with a full stop.

    `王明国. 科技外交与中美关系的未来发展[J]. 全球科技经济瞭望，2017（7）：40-47.`
    """
    carrier = "/OL" if work.url or work.doi else ""
    title = (work.title or UNKNOWN_TITLE) + (f"[{work.kind}{carrier}]" if work.kind else "")
    parts = [_authors(work, edition), title, _source(work, edition) + _accessed(work), work.url or ""]
    text = ". ".join(part.rstrip(".") for part in parts if part)
    return f"{text}. DOI:{work.doi}." if work.doi else f"{text}."


def _authors(work: Work, edition: Edition) -> str:
    if not work.authors:
        return ""
    shown = [_author(parse_name(author), edition) for author in work.authors[:MAX_AUTHORS]]
    if len(work.authors) > MAX_AUTHORS or not work.authors_complete:
        shown.append("等" if any(is_han(character) for character in work.authors[0]) else "et al")
    return edition.comma.join(shown)


def _author(name: Name, edition: Edition) -> str:
    if name.han or not name.given:
        return name.full
    family = name.family.upper() if edition.capitals else name.family
    return f"{family} {name.initials()}"


def _source(work: Work, edition: Edition) -> str:
    """`刊名, 2017, 38(7): 40-47`, or for what is not a periodical `出版者, 2017: 40-47`."""
    if work.kind in PERIODICALS:
        number = edition.comma.join(part for part in (_text(work.year), work.volume) if part)
        issue = f"{edition.opening}{work.issue}{edition.closing}" if work.issue else ""
        parts = (work.container, number + issue if number else "")
        source = edition.comma.join(part for part in parts if part) + ("" if number else issue)
    else:
        source = edition.comma.join(part for part in (work.publisher or work.container, _text(work.year)) if part)
    return source + (edition.colon + work.pages if work.pages and source else "")


def _accessed(work: Work) -> str:
    """引用日期, which a work on the web has behind its source (8.4.4): `[2017-03-13]`."""
    return f"[{work.accessed}]" if work.accessed and (work.url or work.doi) else ""


def _text(year: int | None) -> str:
    return "" if year is None else str(year)
