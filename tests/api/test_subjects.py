import pytest

from tests.sample import REVIEW, UNTITLED
from tests.visitor import Visitor


def test_countries_that_claims_are_about(visitor: Visitor) -> None:
    answer = visitor.get("/api/v1/countries").json()
    assert [(one["code"], one["claims"], one["papers"]) for one in answer] == [("CN", 4, 2), ("US", 3, 2), ("JP", 2, 2)]
    assert answer[2] == {
        "code": "JP", "label_zh": "日本", "label_en": "Japan", "claims": 2, "papers": 2, "kind": "state",
    }  # fmt: skip


def test_one_country(visitor: Visitor) -> None:
    answer = visitor.get("/api/v1/countries/JP").json()
    assert (answer["label_en"], answer["claims"], answer["papers"]) == ("Japan", 2, 2)
    assert [(group["code"], group["label_zh"], group["total"]) for group in answer["groups"]] == [
        ("agreement", "政府间科技合作协议", 1),
        ("mechanism", "政府间机制、创新对话与科技伙伴计划", 1),
        ("strategy", "战略与政府文件", 1),
    ]
    assert answer["years"] == [
        {"year": 2020, "claims": 1, "papers": 1},
        {"year": None, "claims": 1, "papers": 1},
    ]
    assert [source["paper"]["slug"] for source in answer["sources"]] == [UNTITLED, REVIEW]
    assert [one["label_zh"] for one in answer["countries"]] == ["美国"]


def test_a_group_can_be_cut_short(visitor: Visitor) -> None:
    answer = visitor.get("/api/v1/countries/US?per_group=0").json()
    assert {group["code"]: (group["total"], group["claims"]) for group in answer["groups"]}["mechanism"] == (2, [])


def test_a_country_without_claims_has_zeros(visitor: Visitor) -> None:
    answer = visitor.get("/api/v1/countries/FR").json()
    assert (answer["label_zh"], answer["claims"], answer["groups"]) == ("法国", 0, [])


def test_all_instruments_stand_in_the_order_of_their_classes(visitor: Visitor) -> None:
    answer = visitor.get("/api/v1/instruments").json()
    assert len(answer) == 13
    assert [one["code"] for one in answer[:2]] == ["strategy", "agreement"]
    assert {one["code"]: one["claims"] for one in answer if one["claims"]} == {
        "strategy": 1,
        "agreement": 2,
        "mechanism": 2,
        "control": 1,
    }
    assert answer[1]["class_code"] == "operational"


def test_one_instrument(visitor: Visitor) -> None:
    answer = visitor.get("/api/v1/instruments/agreement").json()
    assert (answer["label_zh"], answer["claims"]) == ("政府间科技合作协议", 2)
    assert answer["definition_zh"]
    assert answer["definition_en"]
    assert [(group["code"], group["total"]) for group in answer["groups"]] == [("CN", 1), ("JP", 1), ("US", 1)]
    assert [claim["id"] for claim in answer["groups"][1]["claims"]] == [
        claim["id"] for claim in answer["groups"][2]["claims"]
    ]


@pytest.mark.parametrize(
    "path",
    ["countries/XX", "countries/jp%00", "countries/%F0%9F%98%80", "instruments/magic", "instruments/operational"],
)
def test_an_unknown_code_is_404_and_says_where_the_codes_are(visitor: Visitor, path: str) -> None:
    response = visitor.get(f"/api/v1/{path}")
    assert response.status_code == 404
    assert response.headers["content-type"] == "application/problem+json"
    assert f"/api/v1/{path.partition('/')[0]}" in response.json()["detail"]
