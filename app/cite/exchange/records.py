"""What all formats say alike of a work: keys, languages, pages, dates."""

import re

from app.cite.names import parse_name, romanise
from app.cite.works import Work
from app.text.pinyin import plain_syllables

UNTITLED = "[Title not known]"
_KEY_CHARACTERS = 4
"""Characters of a Chinese title in a key."""


def make_key(work: Work, used: set[str]) -> str:
    """First author's family name, year, and the first four characters or the first word of the title, in ASCII.

    `wang2017kejiwaijiao`, and with a number behind it where the file has that already.
    """
    family = romanise(parse_name(work.authors[0])).family if work.authors else ""
    title = (work.title or work.title_en or "").split(" ")[0]
    words = "".join(plain_syllables(title[:_KEY_CHARACTERS] if not title.isascii() else title))
    spelt = f"{''.join(plain_syllables(family))}{work.year or ''}{words}"
    base = re.sub(r"[^a-z0-9]", "", spelt.lower())[:60] or "work"
    key = base
    for number in range(2, len(used) + 3):
        if key not in used:
            break
        key = f"{base}-{number}"
    used.add(key)
    return key


def language_of(work: Work) -> str:
    """As its record says; `zh-CN` for what is printed in Chinese; else nothing."""
    return work.language or ("zh-CN" if work.chinese else "")


def page_range(work: Work) -> tuple[str, str]:
    """First and last page; both empty where none is known, the last also where there is one only."""
    first, _, last = re.sub(r"[–—]", "-", work.pages or "").partition("-")
    return first.strip(), last.strip()


def day_parts(day: str) -> list[int]:
    """`2013-01-12` → `[2013, 1, 12]`; as far as it is a date."""
    parts = day.split("-")
    return [int(part) for part in parts] if all(part.isdecimal() for part in parts) else []


def spelt(author: str) -> str:
    """A name as formats with one field for it have it: `Fedoroff, Nina V.`; Chinese names and bodies stay whole."""
    name = parse_name(author)
    if name.han or not name.given:
        return author
    return ", ".join(part for part in (name.family, name.given, name.suffix) if part)


def is_whole(author: str) -> bool:
    """Whether a name has no family and given name that other programs should part: a body, or a name in Chinese."""
    name = parse_name(author)
    return name.han or not name.given
