"""References to take away."""

import json
from xml.etree import ElementTree as ET

import pytest

from app import cite
from tests.sample import FUTURE, REVIEW
from tests.visitor import Visitor

TYPES = {
    "bib": "application/x-bibtex; charset=utf-8",
    "ris": "application/x-research-info-systems; charset=utf-8",
    "csl.json": "application/vnd.citationstyles.csl+json; charset=utf-8",
    "endnote.xml": "application/xml; charset=utf-8",
}


@pytest.mark.parametrize("ending", TYPES)
def test_files_have_the_types_that_connectors_take(visitor: Visitor, ending: str) -> None:
    answer = visitor.get(f"/api/v1/cite.{ending}?paper={FUTURE}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == TYPES[ending]
    assert answer.headers["content-disposition"] == f'attachment; filename="kewai.{ending}"'
    assert "科技外交与中美关系的未来发展" in answer.text


def test_a_paper_a_claim_and_a_cited_work_in_one_file_each_once(visitor: Visitor) -> None:
    uid = visitor.get("/api/v1/search?q=出口管制").json()["hits"][0]["id"]
    query = f"paper={FUTURE}&claim={uid}&reference={REVIEW}/17&paper={REVIEW}&paper={FUTURE}"
    items = json.loads(visitor.get(f"/api/v1/cite.csl.json?{query}").text)
    assert [item["title"] for item in items] == [
        "科技外交与中美关系的未来发展",
        "新世纪以来科技外交国内文献综述",
        "科技外交与中美关系的未来发展",
    ]
    assert items[2]["container-title"] == "全球科技经济瞭望"
    assert len({item["id"] for item in items}) == 3
    root = ET.fromstring(visitor.get(f"/api/v1/cite.endnote.xml?{query}").content)  # noqa: S314 — our own file
    assert len(root.findall(".//record")) == 3


def test_a_list_of_references(visitor: Visitor) -> None:
    query = f"paper={REVIEW}&paper={FUTURE}"
    answer = visitor.get(f"/api/v1/cite.txt?{query}")
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.text.splitlines() == [
        "[1] 新世纪以来科技外交国内文献综述[J]. 2020.",
        "[2] 王明国. 科技外交与中美关系的未来发展[J]. 2017.",
    ]
    sorted_by_pinyin = visitor.get(f"/api/v1/cite.txt?{query}&style=gb2025-author-date").text.splitlines()
    assert [line[:2] for line in sorted_by_pinyin] == ["王明", "佚名"]


@pytest.mark.parametrize(
    ("query", "status", "said"),
    [
        ("", 422, "Name 1 to 500 works"),
        ("paper=none", 404, "There is no paper 'none'"),
        ("claim=none", 404, "There is no claim 'none'"),
        (f"reference={REVIEW}/99", 404, "There is no reference"),
        ("reference=99", 404, "There is no reference"),
        ("work=none", 404, "There is no work 'none'"),
        ("&".join(f"paper=p{number}" for number in range(501)), 422, "Name 1 to 500 works"),
        (f"paper={FUTURE}&style=harvard", 422, "There is no style 'harvard'; there are gb2025"),
    ],
)
def test_what_cannot_be_cited(visitor: Visitor, query: str, status: int, said: str) -> None:
    answer = visitor.get(f"/api/v1/cite.txt?{query}")
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert said in answer.json()["detail"]


def test_a_search_as_references_and_in_every_format(visitor: Visitor) -> None:
    listed = visitor.get("/api/v1/search.txt?q=协定&style=apa").text.splitlines()
    papers = visitor.get("/api/v1/search?q=协定&limit=0").json()["facets"]["paper"]
    assert len(listed) == len(papers)
    assert visitor.get("/api/v1/search.txt?style=none").status_code == 422
    for format in cite.FORMATS.values():
        answer = visitor.get(f"/api/v1/search.{format.ending}?q=协定")
        assert answer.headers["content-type"].startswith(format.media_type)


def test_a_claim_says_where_it_stands_in_its_source(visitor: Visitor) -> None:
    uid = visitor.get("/api/v1/search?q=出口管制").json()["hits"][0]["id"]
    claim = visitor.get(f"/api/v1/claims/{uid}").json()
    quote, position = claim["selector"]
    assert quote["type"] == "TextQuoteSelector"
    assert quote["exact"] == claim["printed"]
    assert (position["start"], position["end"]) == (claim["start"], claim["end"])
    assert claim["text_link"].partition("/papers/")[2].startswith(f"{FUTURE}#c-{uid}:~:text=")


def test_a_work_is_cited_by_its_present_and_former_identifiers_once(visitor: Visitor) -> None:
    (work,) = visitor.get("/api/v1/works?q=王明国").json()["works"]
    one = f"work={work['uid']}&work={work['uid']}"
    for style in ("gb2025", "apa"):
        listed = visitor.get(f"/api/v1/cite.txt?{one}&style={style}").text
        assert listed.splitlines()[0].removeprefix("[1] ") == work["formatted"][style]
        assert len(listed.splitlines()) == 1
