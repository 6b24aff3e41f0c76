"""EndNote XML, as EndNote exports and imports it. A body's name ends with a comma, so that EndNote keeps it whole."""

from collections.abc import Iterable

from lxml import etree

from app.cite.exchange.kinds import kind_of
from app.cite.exchange.records import UNTITLED, is_whole, language_of, spelt
from app.cite.works import Citable, Work
from app.text.scripts import has_han

_PEOPLE = (("authors", "authors"), ("secondary-authors", "editors"), ("subsidiary-authors", "translators"))


def as_endnote_xml(records: Iterable[Citable]) -> str:
    """A file of records in UTF-8, the declaration included."""
    root = etree.Element("xml")
    holder = etree.SubElement(root, "records")
    for number, record in enumerate(records, 1):
        _add_record(holder, number, Work.of(record))
    return str(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True).decode())


def _add_record(holder: etree._Element, number: int, work: Work) -> None:
    kind = kind_of(work)
    record = etree.SubElement(holder, "record")
    _add(record, "source-app", "Kewai", name="Kewai")
    _add(record, "rec-number", str(number))
    _add(record, "ref-type", str(kind.number), name=kind.endnote)
    people = etree.SubElement(record, "contributors")
    for tag, field in _PEOPLE:
        _add_all(people, tag, "author", [_name(name) for name in getattr(work, field)])
    titles = etree.SubElement(record, "titles")
    _add(titles, "title", work.title or UNTITLED)
    _add(titles, "secondary-title", work.host or work.event)
    _add(titles, "translated-title", work.title_en)
    if work.kind in ("J", "N"):
        _add_all(record, "periodical", "full-title", [work.host] if work.host else [])
    for tag, value in (
        ("pages", work.pages),
        ("volume", work.volume),
        ("number", work.issue),
        ("edition", work.edition),
    ):
        _add(record, tag, value)
    dates = etree.SubElement(record, "dates")
    _add(dates, "year", str(work.year) if work.year is not None else None)
    _add_all(dates, "pub-dates", "date", [work.date] if work.date else [])
    for tag, value in _behind(work):
        _add(record, tag, value)
    urls = etree.SubElement(record, "urls")
    _add_all(urls, "related-urls", "url", [work.url] if work.url else [])
    _add(record, "access-date", work.accessed)


def _behind(work: Work) -> tuple[tuple[str, str | None], ...]:
    return (
        ("pub-location", work.place),
        ("publisher", work.house),
        ("isbn", work.number),
        ("electronic-resource-num", work.doi),
        ("notes", work.note),
        ("language", language_of(work)),
    )


def _name(author: str) -> str:
    return f"{author}," if is_whole(author) and not has_han(author) else spelt(author)


def _add_all(parent: etree._Element, tag: str, child: str, texts: list[str]) -> None:
    if texts:
        holder = etree.SubElement(parent, tag)
        for text in texts:
            _add(holder, child, text)


def _add(parent: etree._Element, tag: str, text: str | None, **attributes: str) -> None:
    if text:
        etree.SubElement(parent, tag, attributes).text = text
