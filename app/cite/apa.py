"""References and in-text citations for readers of English, after the APA Publication Manual, 7th edition (2020).

Chinese works keep their title and give a translation in square brackets (9.38); Chinese names are romanised.
"""

from app.cite.names import Name, parse_name, romanise
from app.cite.works import Work

MAX_AUTHORS = 20
UNKNOWN_TITLE = "[Title not known]"


def format_apa(work: Work) -> str:
    """The reference in one line.

    `Wang, M.-G. (2017). 科技外交与中美关系的未来发展 [Science … Relationships]. 全球科技经济瞭望, (7), 40–47.`
    """
    year = f"({work.year if work.year is not None else 'n.d.'})"
    lead = f"{_authors(work)} {year}" if work.authors else ""
    title = _title(work)
    head = f"{lead}. {title}" if lead else f"{title} {year}"
    source = _source(work)
    text = ". ".join(part for part in (head, source) if part) + "."
    address = f"https://doi.org/{work.doi}" if work.doi else work.url
    return f"{text} {address}" if address else text


def cite_in_text(work: Work) -> str:
    """`Luo et al., 2021`: author and year as they stand in brackets in a sentence."""
    names = [name.family for name in _names(work)]
    more = len(names) > 2 or not work.authors_complete
    who = f"{names[0]} et al." if more and names else " & ".join(names) or _title(work)
    return f"{who}, {work.year if work.year is not None else 'n.d.'}"


def _names(work: Work) -> list[Name]:
    return [romanise(parse_name(author)) for author in work.authors_en or work.authors]


def _authors(work: Work) -> str:
    names = [_inverted(name) for name in _names(work)[:MAX_AUTHORS]]
    if not work.authors_complete:
        return ", ".join([*names, "et al."])
    if len(names) == 1:
        return names[0]
    return f"{', '.join(names[:-1])}, & {names[-1]}"


def _inverted(name: Name) -> str:
    return f"{name.family}, {name.initials('.')}" if name.given and not name.han else name.full


def _title(work: Work) -> str:
    if not work.title:
        return work.title_en or UNKNOWN_TITLE
    return f"{work.title} [{work.title_en}]" if work.title_en and work.title_en != work.title else work.title


def _source(work: Work) -> str:
    container = work.container or work.publisher
    if container and work.container_en and work.container_en != container:
        container = f"{container} [{work.container_en}]"
    number = (work.volume or "") + (f"({work.issue})" if work.issue else "")
    pages = (work.pages or "").replace("-", "–")
    return ", ".join(part for part in (container, number, pages) if part)
