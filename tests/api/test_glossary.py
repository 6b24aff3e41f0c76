"""The glossary as JSON, CSV and TBX, over the sample."""

import csv
import io

import pytest
from lxml import etree

from tests.factories import vocabulary
from tests.visitor import Visitor

DIPLOMACY = "science-and-technology-diplomacy"


def codes(visitor: Visitor, query: str) -> list[str]:
    answer = visitor.get(f"/api/v1/glossary?{query}").json()
    return [term["code"] for term in answer["terms"]]


def test_all_terms_are_listed_page_by_page(visitor: Visitor) -> None:
    total = visitor.get("/api/v1/glossary").json()["total"]
    assert total == len(vocabulary().glossary) >= 400
    pages = [codes(visitor, f"limit=100&offset={offset}") for offset in range(0, total, 100)]
    assert sorted(code for page in pages for code in page) == sorted(term.code for term in vocabulary().glossary)


@pytest.mark.parametrize(
    ("q", "code"),
    [
        ("東協", "asean"),
        ("智慧財產權", "intellectual-property"),
        ("川普", "donald-trump"),
        ("kejiwaijiao", DIPLOMACY),
        ("kjwj", DIPLOMACY),
        ("S%26T diplomacy", DIPLOMACY),
    ],
)
def test_terms_are_found_by_any_name_and_by_pinyin(visitor: Visitor, q: str, code: str) -> None:
    assert codes(visitor, f"q={q}")[0] == code


def test_filters_narrow_the_list(visitor: Visitor) -> None:
    people = codes(visitor, "kind=person&limit=100")
    assert "zhou-enlai" in people
    assert set(codes(visitor, "kind=person&pinyin=Z&limit=100")) < set(people)
    assert "zhou-enlai" in codes(visitor, "kind=person&pinyin=Z&letter=Z")
    assert codes(visitor, "q=zhou&kind=place") == []


@pytest.mark.parametrize("query", ["kind=animal", "letter=ab", "letter=a", "pinyin=%C3%89", "limit=-1", "offset=x"])
def test_parameters_that_are_not_understood_are_named(visitor: Visitor, query: str) -> None:
    answer = visitor.get(f"/api/v1/glossary?{query}")
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["name"] == query.partition("=")[0]


@pytest.mark.parametrize("q", ["%00", "%25", "%27%20OR%201=1", "%3Cscript%3E", "%F0%9F%A6%93", "%ff%fe", "x" * 3000])
def test_any_query_is_answered(visitor: Visitor, q: str) -> None:
    answer = visitor.get(f"/api/v1/glossary?q={q}")
    assert answer.status_code == 200
    assert answer.json()["total"] in (0, len(vocabulary().glossary))


def test_one_term_has_its_names_links_and_claims(visitor: Visitor) -> None:
    term = visitor.get(f"/api/v1/glossary/{DIPLOMACY}").json()
    assert (term["zh"], term["pinyin"], term["abbreviation"]) == ("科技外交", "kē jì wài jiāo", "S&T diplomacy")
    assert [claim["text"] for claim in term["definitions"]] == ["科技外交是外交的组成部分。"]
    assert [(group["paper"]["slug"], group["total"]) for group in term["groups"]] == [("002-review", term["claims"])]
    assert term["years"] == [{"year": 2020, "claims": 1, "papers": 1}]
    assert term["url"] == f"http://testserver/glossary/{DIPLOMACY}"


def test_a_named_instrument_lends_its_facts(visitor: Visitor) -> None:
    term = visitor.get("/api/v1/glossary/swissnex").json()
    assert (term["named_instrument"], term["instrument"], term["countries"]) == ("ch-swissnex", "overseas", ["CH"])


def test_counts_of_the_list_are_those_of_the_term(visitor: Visitor) -> None:
    named = [term for term in visitor.get("/api/v1/glossary?limit=100").json()["terms"] if term["claims"]]
    assert named
    for term in named:
        alone = visitor.get(f"/api/v1/glossary/{term['code']}").json()
        assert (alone["claims"], alone["papers"]) == (term["claims"], term["papers"])


@pytest.mark.parametrize("code", ["no-such-term", "东盟", "%3Cscript%3E", ".csvx"])
def test_an_unknown_code_is_a_problem_that_helps(visitor: Visitor, code: str) -> None:
    answer = visitor.get(f"/api/v1/glossary/{code}")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert "/api/v1/glossary?q=" in answer.json()["detail"]


def test_the_table_downloads_with_a_byte_order_mark(visitor: Visitor) -> None:
    answer = visitor.get("/api/v1/glossary.csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="kewai-glossary.csv"'
    assert answer.content.startswith("\ufeff".encode())
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [row["code"] for row in rows] == [term.code for term in vocabulary().glossary]


def test_the_terminology_file_downloads_and_parses(visitor: Visitor) -> None:
    answer = visitor.get("/api/v1/glossary.tbx")
    assert answer.headers["content-type"] == "application/x-tbx"
    root = etree.fromstring(answer.content)
    assert root.get("type") == "TBX-Basic"
    assert len(root.findall(".//{*}conceptEntry")) == len(vocabulary().glossary)
    assert root.find(".//{*}xref").get("target").startswith("http://testserver/glossary/")
