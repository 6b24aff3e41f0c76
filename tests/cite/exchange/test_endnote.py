"""Our EndNote XML, read by the rules of its importers: names of types, one author each, a comma behind bodies."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given

from app.cite import as_endnote_xml
from app.cite.exchange.records import UNTITLED
from app.cite.works import Work
from tests.cite.exchange.samples import NASTY, PRACTICE, works

ORDER = [
    *("source-app", "rec-number", "ref-type", "contributors", "titles", "periodical", "pages", "volume", "number"),
    *("edition", "dates", "pub-location", "publisher", "isbn", "electronic-resource-num", "notes"),
    *("language", "urls", "access-date"),
]
"""The order that EndNote's own files have."""


def read(text: str) -> list[ET.Element]:
    root = ET.fromstring(text.encode())  # noqa: S314 — our own file
    assert root.tag == "xml"
    return list(root.findall("./records/record"))


def test_every_field_comes_back() -> None:
    (record,) = read(as_endnote_xml([NASTY]))
    assert record.findtext("titles/title") == NASTY.title
    assert record.findtext("titles/secondary-title") == record.findtext("periodical/full-title") == NASTY.container
    assert record.findtext("titles/translated-title") == NASTY.title_en
    assert [author.text for author in record.findall("contributors/authors/author")] == [
        *("王明国", "欧阳修", "Peebles, Peyton Z., Jr", "The Royal Society and Friends,"),
        *("费多罗夫（Nina V. Fedoroff）", "鹤"),
    ]
    assert record.findtext("contributors/subsidiary-authors/author") == "谢远涛"
    assert record.findtext("urls/related-urls/url") == NASTY.url
    assert record.findtext("electronic-resource-num") == NASTY.doi
    assert [child.tag for child in record] == [tag for tag in ORDER if record.find(tag) is not None]


@pytest.mark.parametrize(
    ("kind", "name", "number"),
    [
        ("J", "Journal Article", "17"),
        ("M", "Book", "6"),
        ("D", "Thesis", "32"),
        ("R", "Report", "27"),
        ("N", "Newspaper Article", "23"),
        ("P", "Patent", "25"),
        ("S", "Standard", "58"),
        ("EB", "Web Page", "12"),
    ],
)
def test_types(kind: str, name: str, number: str) -> None:
    (record,) = read(as_endnote_xml([Work(title="T", document_type=kind)]))
    assert (record.find("ref-type").attrib["name"], record.findtext("ref-type")) == (name, number)  # type: ignore[union-attr]


def test_what_a_record_may_lack() -> None:
    (record,) = read(as_endnote_xml([Work()]))
    assert record.findtext("titles/title") == UNTITLED
    assert record.find("contributors/authors") is None
    assert record.findtext("dates/year") is None


def test_days_and_numbers() -> None:
    work = Work(title="T", number="R-1", date="2013-01-12", accessed="2014-02-03", document_type="R")
    (record,) = read(as_endnote_xml([work]))
    assert record.findtext("dates/pub-dates/date") == "2013-01-12"
    assert (record.findtext("isbn"), record.findtext("access-date")) == ("R-1", "2014-02-03")


@given(works)
def test_any_work_is_well_formed_and_comes_back(work: Work) -> None:
    taken = Work.of(work)
    first, second = read(as_endnote_xml([work, PRACTICE]))
    assert first.findtext("titles/title") == taken.title
    assert len(first.findall("contributors/authors/author")) == len(taken.authors)
    assert (first.findtext("rec-number"), second.findtext("rec-number")) == ("1", "2")
    assert second.findtext("titles/title") == PRACTICE.title
