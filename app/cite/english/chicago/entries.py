"""Entries of a bibliography and of a list of references by author and date."""

from app.cite.english.chicago.parts import date_of, day_of, edition, in_words, number_of, serial
from app.cite.english.chicago.people import editors, listed_authors, translations
from app.cite.english.pieces import (
    capital,
    commas,
    container_of,
    quoted,
    sentences,
    shortened,
    stands_alone,
    title_of,
    translated,
)
from app.cite.works import Work

_FORMS = {"D": "Thesis", "PP": "Preprint"}


def format_bibliography(work: Work) -> str:
    """An entry of a bibliography: `Yu, Charles. Interior Chinatown. Pantheon Books, 2020.`"""
    return _entry(work, "", date_of(work), in_brackets=True)


def format_author_date(work: Work, letter: str = "") -> str:
    """An entry of a list of references: `Yu, Charles. 2020. Interior Chinatown. Pantheon Books.`"""
    year = f"{work.year}{letter}" if work.year is not None else "n.d."
    return _entry(work, year, day_of(work, with_year=work.kind == "P"), in_brackets=False)


def _entry(work: Work, year: str, date: str, *, in_brackets: bool) -> str:
    authors = listed_authors(work)
    title = title_of(work)
    if not stands_alone(work):
        title = quoted(work.title or title, work.title_en if work.title else None, ".")
    lead = [authors, year, title] if authors else [title, year]
    text = sentences([*lead, *_published(work, date, in_brackets=in_brackets)])
    return f"{text} {work.path}." if work.path else text


def _published(work: Work, date: str, *, in_brackets: bool) -> list[str]:
    by = capital(commas(*translations(work, "translated by")))
    edited = editors(work, "edited by")
    if work.kind in ("J", "N"):
        return [by, serial(work, date, in_brackets=in_brackets, pages=shortened(work.pages, two_digits=False))]
    if work.host:
        roles = commas(*edited, edition(work))
        return [by, f"In {commas(container_of(work), roles)}", commas(work.house, date)]
    house = commas(_FORMS.get(work.kind), translated(work.house, work.container_en), date)
    if work.kind == "P" and work.number:
        return [commas(number_of(work), f"issued {date}" if date else "", work.house)]
    read = f"Accessed {in_words(work.accessed)}" if work.kind == "EB" and not date and work.accessed else ""
    return [capital(commas(*edited)), by, edition(work), number_of(work), work.event or "", house, read]
