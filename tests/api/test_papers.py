from urllib.parse import quote

import pytest

from tests.sample import FUTURE, REVIEW, UNTITLED
from tests.visitor import Visitor


def test_papers(visitor: Visitor) -> None:
    answer = visitor.get("/api/v1/papers").json()
    assert [paper["slug"] for paper in answer] == [UNTITLED, REVIEW, FUTURE]
    assert answer[1]["counts"] == {
        "sections": 2, "claims": 4, "references": 1, "notes": 1, "citations": 3, "figures": 1,
    }  # fmt: skip
    assert answer[2]["formatted"]["gb2025"] == "王明国. 科技外交与中美关系的未来发展[J]. 2017."
    assert answer[2]["url"] == f"http://testserver/papers/{FUTURE}"
    assert [paper["slug"] for paper in visitor.get("/api/v1/papers?limit=1&offset=2").json()] == [FUTURE]


def test_one_paper_with_its_text_and_what_it_cites(visitor: Visitor) -> None:
    answer = visitor.get(f"/api/v1/papers/{REVIEW}").json()
    assert [(section["id"], len(section["claims"])) for section in answer["sections"]] == [
        ("0", 1),
        ("1", 1),
        ("1.1", 2),
    ]
    (reference,) = answer["references"]
    assert (reference["label"], reference["linked_paper"]["slug"]) == ("17", FUTURE)
    assert reference["formatted"]["gb2015"] == "王明国. 科技外交与中美关系的未来发展[J]. 全球科技经济瞭望, 2017(7)."
    assert len(reference["cited_by"]) == 2
    assert [note["label"] for note in answer["notes"]] == ["18"]
    assert answer["notes"][0]["formatted"] == {}
    assert [link["cited"]["slug"] for link in answer["cites"]] == [FUTURE]
    assert answer["warnings"][0]["code"] == "repeated-text"
    assert answer["provenance"] == {"year": "masthead"}
    assert visitor.get(f"/api/v1/papers/{FUTURE}").json()["cited_by"][0]["citing"]["slug"] == REVIEW


def test_one_claim_with_its_surroundings(visitor: Visitor) -> None:
    found = visitor.get("/api/v1/search?q=" + quote("155个国家")).json()["hits"][0]
    answer = visitor.get(f"/api/v1/claims/{found['id']}").json()
    assert answer["text"] == "中国与155个国家签署协定。"
    assert [claim["text"][:3] for claim in answer["before"]] == ["科技外", "王明国"]
    assert [claim["text"][:3] for claim in answer["after"]] == ["日本与"]
    assert answer["labels"]["country"][0].items() >= {"code": "CN", "label_zh": "中国", "rule": "test"}.items()
    assert answer["figures"] == [
        {
            "value": 155,
            "unit": "个国家",
            "of": "签署协定的国家",
            "year": 2018,
            "approx": False,
            "text": "155个国家",
            "source": "rule",
        }
    ]
    assert [reference["label"] for reference in answer["references"]] == ["17"]
    assert answer["quotation"]["zh"].startswith("“中国与155个国家签署协定。”\n")
    assert answer["quotation"]["zh"].endswith(f"/claims/{found['id']}")
    assert answer["printed"]


@pytest.mark.parametrize(
    ("q", "total"), [("", 2), ("王明国", 1), ("王明國 2017", 1), ("17", 1), ("赵刚", 0), ("\x00", 2), ("%", 0)]
)
def test_citations_can_be_looked_up(visitor: Visitor, q: str, total: int) -> None:
    answer = visitor.get(f"/api/v1/citations?q={quote(q)}").json()
    assert (answer["query"], answer["total"], len(answer["hits"])) == (q, total, total)
    assert [(link["citing"]["slug"], link["cited"]["slug"]) for link in answer["links"]] == [(REVIEW, FUTURE)]


def test_a_citation_names_the_claims_that_cite(visitor: Visitor) -> None:
    (hit,) = visitor.get("/api/v1/citations?q=" + quote("全球科技经济瞭望")).json()["hits"]
    assert (hit["title"], hit["citing"]["slug"]) == ("科技外交与中美关系的未来发展", REVIEW)
    assert [claim["text"][:3] for claim in hit["claims"]] == ["王明国", "中国与"]
    assert hit["cited_by"] == [claim["id"] for claim in hit["claims"]]


def test_a_look_up_can_be_narrowed_and_paged(visitor: Visitor) -> None:
    assert visitor.get(f"/api/v1/citations?paper={REVIEW}&year=2017").json()["total"] == 1
    assert visitor.get("/api/v1/citations?paper=nothing").json()["total"] == 0
    assert len(visitor.get("/api/v1/citations?limit=1").json()["hits"]) == 1
    assert visitor.get("/api/v1/citations?year=20170").status_code == 422


@pytest.mark.parametrize("path", ["papers/nothing", "papers/..%2F..%2Fetc", "claims/nothere00000", "claims/%00"])
def test_what_is_not_there_is_404_with_help(visitor: Visitor, path: str) -> None:
    response = visitor.get(f"/api/v1/{path}")
    assert response.status_code == 404
    assert response.headers["content-type"] == "application/problem+json"
    assert "/api/" in response.json()["detail"]


def test_claims_like_a_claim_with_what_they_share(visitor: Visitor) -> None:
    hits = visitor.get("/api/v1/search?q=签署协定&sort=paper").json()["hits"]
    one, other = hits[0]["id"], hits[1]["id"]
    answer = visitor.get(f"/api/v1/claims/{one}/similar").json()
    assert (answer["id"], answer["same_fact"]) == (one, [])
    found = {like["claim"]["id"]: like for like in answer["similar"]}
    assert one not in found
    assert 0 < found[other]["score"] <= 1
    assert found[other]["shared"].keys() == {"entities", "terms", "countries", "years", "figures", "values"}
    missing = visitor.get("/api/v1/claims/nobody/similar")
    assert (missing.status_code, missing.json()["detail"]) == (
        404,
        "There is no claim 'nobody'; /api/v1/search finds claims.",
    )
