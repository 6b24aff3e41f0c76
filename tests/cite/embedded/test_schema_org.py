import json
from dataclasses import dataclass, replace

import pytest

from app.cite.embedded import as_article, as_claim
from app.cite.works import Work
from tests.cite.exchange.samples import PRACTICE

HERE = "https://kewai.example/zh/papers/x"
WORK = "https://kewai.example/works/abcdefgh2345"
CITED = Work(title="科技外交概论", authors=("赵刚",), publisher="时事出版社", year=2007, document_type="M")
ARTICLE = replace(PRACTICE, authors=("王明国", "英国皇家学会"))
TYPES = [("J", "ScholarlyArticle"), ("M", "Book"), ("R", "Report"), ("D", "Thesis"), ("N", "NewsArticle")]


@dataclass(frozen=True)
class Speaker:
    name: str
    kind: str


@dataclass(frozen=True)
class Claim:
    text: str = "日本发布战略。"
    speaker: Speaker | None = None


def test_an_article_is_described() -> None:
    found = as_article(ARTICLE, HERE, abstract="摘要", keywords=("科技外交",), cites=[WORK, WORK])
    assert (found["@context"], found["@type"], found["@id"]) == ("https://schema.org", "ScholarlyArticle", HERE)
    assert (found["name"], found["alternativeHeadline"]) == (PRACTICE.title, PRACTICE.title_en)
    assert found["author"] == [
        {"@type": "Person", "name": "王明国"},
        {"@type": "Organization", "name": "英国皇家学会"},
    ]
    assert found["isPartOf"] == {
        "@type": "PublicationIssue",
        "issueNumber": "6",
        "isPartOf": {
            "@type": "PublicationVolume",
            "volumeNumber": "38",
            "isPartOf": {"@type": "Periodical", "name": "外交评论"},
        },
    }
    assert found["identifier"] == {"@type": "PropertyValue", "propertyID": "DOI", "value": "10.1/x_y"}
    assert (found["abstract"], found["keywords"], found["datePublished"]) == ("摘要", ["科技外交"], "2021")
    assert found["citation"] == [{"@id": WORK}]


@pytest.mark.parametrize(("letter", "kind"), [*TYPES, ("P", "CreativeWork")])
def test_the_type_follows_the_kind_of_work(letter: str, kind: str) -> None:
    assert as_article(Work(title="题", document_type=letter), HERE)["@type"] == kind


def test_what_is_unknown_is_left_out() -> None:
    assert as_article(Work(document_type="J"), HERE) == {
        "@context": "https://schema.org",
        "@type": "ScholarlyArticle",
        "@id": HERE,
        "url": HERE,
    }


def test_a_claim_stands_in_its_paper() -> None:
    found = as_claim(Claim(), "https://kewai.example/zh/claims/a", ARTICLE, HERE, about=("日本",), cites=[CITED])
    assert (found["@type"], found["text"], found["inLanguage"]) == ("Claim", "日本发布战略。", "zh-CN")
    assert (found["appearance"]["@type"], found["appearance"]["@id"]) == ("ScholarlyArticle", HERE)
    assert found["about"] == [{"@type": "Country", "name": "日本"}]
    assert found["author"][0] == {"@type": "Person", "name": "王明国"}
    assert len(found["citation"]) == 1


@pytest.mark.parametrize(("kind", "type_"), [("person", "Person"), ("institution", "Organization")])
def test_who_says_it_is_its_author(kind: str, type_: str) -> None:
    found = as_claim(Claim(speaker=Speaker("王逸舟", kind)), "a", ARTICLE, HERE)
    assert found["author"] == {"@type": type_, "name": "王逸舟"}


def test_a_document_is_no_author() -> None:
    assert "author" not in as_claim(Claim(speaker=Speaker("报告", "document")), "a", ARTICLE, HERE)


def test_it_can_be_written() -> None:
    assert json.loads(json.dumps(as_article(ARTICLE, HERE, cites=[WORK])))["@id"] == HERE
