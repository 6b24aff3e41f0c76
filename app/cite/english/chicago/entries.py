"""Entries of a bibliography and of a list of references by author and date."""

from app.cite.english.chicago.parts import date_of, day_of, edition, in_words, serial
from app.cite.english.chicago.people import contributors, listed_authors
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


def format_bibliography(work: Work) -> str:
    """An entry of a bibliography: `Yu, Charles. Interior Chinatown. Pantheon Books, 2020.`"""
    return _entry(work, "", date_of(work), in_brackets=True)


def format_author_date(work: Work, letter: str = "") -> str:
    """An entry of a list of references: `Yu, Charles. 2020. Interior Chinatown. Pantheon Books.`"""
    return _entry(work, f"{work.year}{letter}" if work.year is not None else "n.d.", day_of(work), in_brackets=False)


def _entry(work: Work, year: str, date: str, *, in_brackets: bool) -> str:
    authors = listed_authors(work)
    title = title_of(work)
    if not stands_alone(work):
        title = quoted(work.title or title, work.title_en if work.title else None, ".")
    lead = [authors, year, title] if authors else [title, year]
    text = sentences([*lead, *_published(work, date, in_brackets=in_brackets)])
    return f"{text} {work.path}." if work.path else text


def _published(work: Work, date: str, *, in_brackets: bool) -> list[str]:
    if work.kind in ("J", "N"):
        return [serial(work, date, in_brackets=in_brackets, pages=shortened(work.pages, two_digits=False))]
    if work.host:
        roles = commas(*contributors(work, "edited by", "translated by"), edition(work))
        return [f"In {commas(container_of(work), roles)}", commas(work.house, date)]
    roles = capital(commas(*contributors(work, "edited by", "translated by")))
    form = "Thesis" if work.kind == "D" else ""
    house = commas(form, translated(work.house, work.container_en), date)
    read = f"Accessed {in_words(work.accessed)}" if work.kind == "EB" and not date and work.accessed else ""
    return [roles, edition(work), work.number or "", work.event or "", house, read]
