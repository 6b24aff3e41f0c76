"""The order of entries in lists of references."""

import unicodedata

from app.cite.names import parse_name, romanise
from app.cite.works import Work
from app.text.pinyin import plain_syllables
from app.text.scripts import has_han

_LAST_YEAR = 9999


def by_language(work: Work) -> tuple[int | str, ...]:
    """Chinese works before others, each by authors in pinyin or in letters, then by year (2015: 9.2; 2025: 9.3)."""
    return (0 if work.chinese else 1, *_by_author(" ".join(work.authors) or ("佚名" if work.chinese else "Anon"), work))


def alphabetical(work: Work) -> tuple[int | str, ...]:
    """By authors in letters or else title, then by year (APA 9.44; Chicago 13.112; MLA 5.124)."""
    names = (romanise(parse_name(name)) for name in work.authors_en or work.authors)
    return _by_author(" ".join(f"{name.family} {name.given}" for name in names), work)


def _by_author(author: str, work: Work) -> tuple[int | str, ...]:
    title = work.title or work.title_en or ""
    year = work.year if work.year is not None else _LAST_YEAR
    return spelling(author or title), year, spelling(title)


def spelling(text: str) -> str:
    """Text as it is sorted: in pinyin, without accents, capitals and quotation marks."""
    spelt = " ".join(plain_syllables(text)) if has_han(text) else text
    plain = unicodedata.normalize("NFKD", spelt).casefold()
    return "".join(character for character in plain if character.isalnum() or character == " ").strip()
