"""Our RIS as rispy reads it."""

from typing import Any

import rispy
from hypothesis import given

from app.cite import as_ris
from app.cite.exchange.kinds import kind_of
from app.cite.exchange.records import UNTITLED, page_range, spelt
from app.cite.works import Work
from tests.cite.exchange.samples import NASTY, PRACTICE, works


def read(text: str) -> list[dict[str, Any]]:
    assert text.endswith("ER  - \r\n")
    found: list[dict[str, Any]] = rispy.loads(text)
    return found


def test_every_field_comes_back() -> None:
    (record,) = read(as_ris([NASTY]))
    assert record["title"] == NASTY.title
    assert record["translated_title"] == NASTY.title_en
    assert record["secondary_title"] == NASTY.container
    assert record["authors"][:3] == ["王明国", "欧阳修", "Peebles, Peyton Z., Jr"]
    assert record["secondary_authors"] == ["Bee, A.", "司马迁"]
    assert record["subsidiary_authors"] == ["谢远涛"]
    assert (record["publisher"], record["place_published"], record["edition"]) == (
        "Press, Inc.",
        "Cambridge, Mass.",
        "2",
    )
    assert (record["year"], record["volume"], record["number"]) == ("2001", "1", "2/3")
    assert (record["start_page"], record["end_page"], record["doi"]) == ("1", "3", NASTY.doi)
    assert record["urls"] == [NASTY.url]


def test_one_tag_for_each_author_and_the_language() -> None:
    lines = as_ris([PRACTICE]).split("\r\n")
    assert [line for line in lines if line.startswith("AU")] == ["AU  - 罗晖", "AU  - 李政"]
    assert "LA  - zh-CN" in lines


def test_numbers_of_documents_have_the_tags_of_their_types() -> None:
    assert "SN  - R-1\r\n" in as_ris([Work(title="T", number="R-1", document_type="R")])
    assert "M1  - US1\r\n" in as_ris([Work(title="T", number="US1", document_type="P")])
    assert "DA  - 2013/01/12\r\n" in as_ris([Work(title="T", date="2013-01-12", document_type="N")])


def test_line_breaks_in_fields_begin_no_new_tag() -> None:
    broken = Work(title="A\r\nER  - \r\nTY  - BOOK", authors=("B\nTI  - C",), document_type="J")
    (record,) = read(as_ris([broken]))
    assert record["type_of_reference"] == "JOUR"
    assert record["title"] == "A ER - TY - BOOK"


def test_a_thousand_authors_and_no_title() -> None:
    (record,) = read(as_ris([Work(authors=tuple(f"Ann B. Author{number}" for number in range(1000)))]))
    assert len(record["authors"]) == 1000
    assert record["title"] == UNTITLED


@given(works)
def test_any_work_comes_back(work: Work) -> None:
    taken = Work.of(work)
    first, second = read(as_ris([work, work]))
    assert first == second
    assert first["type_of_reference"] == kind_of(taken).ris
    assert first["title"] == taken.title
    assert first.get("authors", []) == [spelt(author) for author in taken.authors]
    assert first.get("secondary_title") == taken.host
    assert first.get("publisher") == taken.house
    assert first.get("place_published") == taken.place
    assert first.get("year") == (None if work.year is None else str(work.year))
    assert (first.get("start_page", ""), first.get("end_page", "")) == page_range(taken)
    assert first.get("urls", []) == ([work.url] if work.url else [])
