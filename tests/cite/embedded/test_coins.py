from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.cite.embedded import coins
from app.cite.works import Work
from tests.cite.embedded.zotero import read_coins

AUTHORS = ("王明国", "Nina V. Fedoroff")


def test_an_article_is_read_with_its_fields() -> None:
    work = Work(title="科技外交", authors=AUTHORS, container="外交评论", year=2017, volume="34", document_type="J")
    item = read_coins(coins(work))
    assert (item.type, item.creators) == ("journalArticle", [("王明国",), ("Fedoroff", "Nina V.")])
    assert item.fields == {"title": "科技外交", "publicationTitle": "外交评论", "date": "2017", "volume": "34"}


@pytest.mark.parametrize(
    ("letter", "kind"),
    [
        ("M", "book"),
        ("C", "conferencePaper"),
        ("A", "bookSection"),
        ("R", "report"),
        ("D", "thesis"),
        ("P", "patent"),
        ("N", "journalArticle"),
        ("EB/OL", "document"),
        ("S", "document"),
    ],
)
def test_each_kind_of_work_is_told(letter: str, kind: str) -> None:
    item = read_coins(coins(Work(title="题名", authors=("欧阳娜",), year=2020, document_type=letter)))
    assert (item.type, item.fields["title"], item.creators) == (kind, "题名", [("欧阳娜",)])


def test_a_western_first_author_stands_in_two_parts() -> None:
    values = parse_qs(coins(Work(title="T", authors=("Vaughan C. Turekian", "王明国"), document_type="J")))
    assert (values["rft.aulast"], values["rft.aufirst"]) == (["Turekian"], ["Vaughan C."])
    assert values["rft.au"] == ["王明国"]


def test_pages_and_identifiers_are_told() -> None:
    values = parse_qs(coins(Work(title="T", pages="40-47", doi="10.1/x", url="https://a.example", document_type="J")))
    assert (values["rft.spage"], values["rft.epage"], values["rft_id"]) == (["40"], ["47"], ["info:doi/10.1/x"])
    assert parse_qs(coins(Work(title="T", url="https://a.example", issue="1")))["rft_id"] == ["https://a.example"]


@given(st.text(), st.lists(st.text(), max_size=3))
def test_any_text_comes_back(title: str, authors: list[str]) -> None:
    work = Work.of(Work(title=title or "x", authors=tuple(authors), document_type="M"))
    assert read_coins(coins(work)).fields["title"] == (work.title or "")
