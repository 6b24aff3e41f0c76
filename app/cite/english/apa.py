"""References and citations after the Publication Manual of the APA, 7th edition (2020), chapters 8 to 10.

Chinese works keep their title and give a translation in square brackets (9.38); Chinese names are romanised.
"""

from app.cite.english.pieces import (
    authors_of,
    capital,
    commas,
    container_of,
    dashed,
    latin_names,
    listed,
    month,
    sentences,
    title_of,
    translated,
)
from app.cite.locators import NOWHERE, Locator
from app.cite.names import Name
from app.cite.ordinals import ordinal
from app.cite.works import Work

MAX_AUTHORS = 20
"""Authors that are named; of more, the first nineteen and the last (9.8)."""
_NUMBERS = {"R": "Report No. ", "P": "Patent No. "}
_FORMS = {"DS": "[Data set]", "DB": "[Database]", "CP": "[Computer software]", "CM": "[Map]"}
_DATED = frozenset({"N", "EB", "DB", "A"})
"""Types of which the day counts (9.14)."""


def format_apa(work: Work, locator: Locator = NOWHERE, letter: str = "") -> str:
    """The reference in one line; a style for lists, which have no places: `locator` follows it in a note.

    `Wang, M.-G. (2017). 科技外交与中美关系的未来发展 [Science … Relationships]. 全球科技经济瞭望, (7), 40–47.`
    """
    title, source = _title(work), _source(work)
    date = f"({_date(work)}{letter})"
    lead = [_authors(work), date, title] if work.authors or work.authors_en else [title, date]
    text = sentences([*lead, source])
    if work.path:
        text = f"{text} {_retrieved(work)}{work.path}"
    place = place_in(locator)
    return f"{text}{'.' if work.path and place else ''} {capital(place)}." if place else text


def cite_apa(work: Work, locator: Locator = NOWHERE, letter: str = "") -> str:
    """`Luo et al., 2021, sec. 2`: what stands in brackets in a sentence (8.17, 8.28)."""
    names = [name.family if name.given else name.full for name in authors_of(work)]
    more = len(names) > 2 or not work.authors_complete
    who = f"{names[0]} et al." if more and names else " & ".join(names) or work.title or work.title_en or title_of(work)
    year = f"{work.year}{letter}" if work.year is not None else f"n.d.{'-' + letter if letter else ''}"
    return commas(who, year, place_in(locator))


def place_in(locator: Locator) -> str:
    """`p. 3`, `pp. 3–5`, else section and paragraph (8.13, 8.28)."""
    pages = dashed(locator.page)
    return commas(f"{'pp.' if '–' in pages else 'p.'} {pages}" if pages else "", locator.in_english())


def _date(work: Work) -> str:
    if work.date and work.kind in _DATED:
        year, name, day = month(work.date)
        return commas(year, f"{name} {day}".strip())
    return str(work.year) if work.year is not None else "n.d."


def _authors(work: Work) -> str:
    names = [_inverted(name) for name in authors_of(work)]
    if not work.authors_complete:
        return ", ".join([*names[:MAX_AUTHORS], "et al."])
    if len(names) > MAX_AUTHORS:
        return f"{', '.join(names[: MAX_AUTHORS - 1])}, … {names[-1]}"
    return listed(names, "&")


def _inverted(name: Name) -> str:
    if not name.given or name.han:
        return name.full
    return commas(name.family, name.initials("."), name.behind)


def _upright(name: Name) -> str:
    return commas(f"{name.initials('.')} {name.family}", name.behind) if name.given and not name.han else name.full


def _title(work: Work) -> str:
    """With edition, translators and number in round brackets, and the form in square ones (9.19, 9.21)."""
    translators = listed([_upright(name) for name in latin_names(work.translators)], "&")
    inside = "; ".join(part for part in (f"{translators}, Trans." if translators else "", _details(work)) if part)
    details = f"({inside})" if inside else ""
    form = _FORMS.get(work.kind, "")
    if work.kind == "D":
        form = f"[{commas('Thesis', work.house)}]"
    if work.event and not work.host:
        form = "[Paper presentation]"
    return " ".join(part for part in (title_of(work), details, form) if part)


def _details(work: Work) -> str:
    number = f"{_NUMBERS.get(work.kind, '')}{work.number}" if work.number else ""
    return commas("" if work.host else _edition(work), number)


def _edition(work: Work) -> str:
    if not work.edition or work.edition == "1":
        return ""
    return f"{ordinal(int(work.edition))} ed." if work.edition.isdigit() else work.edition


def _source(work: Work) -> str:
    if work.kind in ("J", "N", ""):
        number = (work.volume or "") + (f"({work.issue})" if work.issue else "")
        return commas(container_of(work) or work.publisher, number, dashed(work.pages))
    if work.host:
        return sentences([_inside(work), work.house or ""])
    if work.event:
        return commas(work.event, work.place)
    house = "" if work.kind == "D" else translated(work.house, work.container_en)
    return "" if (house,) in (work.authors, work.authors_en) else house


def _inside(work: Work) -> str:
    """`In R. F. Subotnik & F. C. Worrell (Eds.), The psychology of high performance (pp. 345–359)` (10.3)."""
    editors = listed([_upright(name) for name in latin_names(work.editors)], "&")
    role = f" (Ed{'s' if len(work.editors) > 1 else ''}.)" if editors else ""
    pages = dashed(work.pages)
    details = commas(_edition(work), f"{'pp.' if '–' in pages else 'p.'} {pages}" if pages else "")
    return f"In {commas(editors + role, container_of(work))}" + (f" ({details})" if details else "")


def _retrieved(work: Work) -> str:
    """For pages that bear no date and so may change, the day on which they were read (9.16)."""
    if work.kind != "EB" or not work.accessed or work.date or work.year is not None:
        return ""
    year, name, day = month(work.accessed)
    return f"Retrieved {commas(f'{name} {day}'.strip(), year)}, from "
