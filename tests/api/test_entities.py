"""Entities as JSON and as a table: the same counts as the pages and the tables."""

import csv
import io

from tests.visitor import Visitor

TREATY = "cn-jp-environment-1994"


def test_the_list_counts_and_filters(visitor: Visitor) -> None:
    answer = visitor.get("/api/v1/entities").json()
    assert answer["total"] == len(answer["entities"]) >= 1
    (treaty,) = [one for one in answer["entities"] if one["code"] == TREATY]
    assert (treaty["kind"], treaty["countries"], treaty["described"]) == ("agreement", ["CN", "JP"], True)
    assert treaty["url"].endswith(f"/entities/{TREATY}")
    assert visitor.get("/api/v1/entities?kind=person").json()["total"] == 0
    assert visitor.get("/api/v1/entities?country=JP&q=%E7%8E%AF%E5%A2%83").json()["total"] == 1
    assert visitor.get("/api/v1/entities?kind=cheese").status_code == 422
    (named,) = visitor.get("/api/v1/entities?paper=002-review").json()["entities"]
    assert (named["code"], named["papers"]) == (TREATY, 1)
    assert visitor.get("/api/v1/entities?paper=no-such").json()["total"] == 0


def test_one_repeats_its_line_of_the_list_and_gives_its_claims(visitor: Visitor) -> None:
    listed = next(one for one in visitor.get("/api/v1/entities").json()["entities"] if one["code"] == TREATY)
    detail = visitor.get(f"/api/v1/entities/{TREATY}").json()
    assert {name: detail[name] for name in listed} == listed
    claims = [claim for year in detail["years"] for claim in year["claims"]]
    assert len(claims) == detail["total"] == detail["claims"]
    assert all(TREATY in claim["named_instruments"] for claim in claims)
    assert sum(event["claims"] for event in detail["events"]) == detail["claims"]
    assert sum(source["claims"] for source in detail["sources"]) == detail["claims"]
    assert detail["instrument"] == "agreement"


def test_pages_and_other_papers_narrow_the_claims(visitor: Visitor) -> None:
    assert visitor.get(f"/api/v1/entities/{TREATY}?paper=004-future").json()["total"] == 0
    assert visitor.get(f"/api/v1/entities/{TREATY}?limit=0").json()["years"] == []


def test_one_that_no_claim_names_is_not_found(visitor: Visitor) -> None:
    answer = visitor.get("/api/v1/entities/nobody")
    assert answer.status_code == 404
    assert "/api/v1/entities" in answer.json()["detail"]


def test_the_table_has_a_row_for_each(visitor: Visitor) -> None:
    answer = visitor.get("/api/v1/entities.csv")
    rows = list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    assert answer.headers["content-type"].startswith("text/csv")
    assert [row["code"] for row in rows] == [one["code"] for one in visitor.get("/api/v1/entities").json()["entities"]]
    assert next(row for row in rows if row["code"] == TREATY)["countries"] == "CN; JP"
