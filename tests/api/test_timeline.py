"""The timeline as JSON: of everything, and of what a search finds."""

from urllib.parse import quote

import pytest

from tests.visitor import Visitor


def test_the_timeline_adds_up(visitor: Visitor) -> None:
    answer = visitor.get("/api/v1/timeline").json()
    dated = sum(event["claims"] for event in answer["events"] if event["year"] is not None)
    assert answer["total"] == dated == sum(len(year["claims"]) for year in answer["years"]) == 1
    assert visitor.get("/api/v1/timeline?start=2009").json()["total"] == 0
    assert visitor.get("/api/v1/timeline?decade=2000&country=JP").json()["total"] == 1
    assert visitor.get("/api/v1/timeline?instrument=control").json()["total"] == 0


def test_a_search_has_a_timeline_of_its_own(visitor: Visitor) -> None:
    query = f"q={quote('日本')}"
    found = visitor.get(f"/api/v1/search?{query}&limit=100").json()
    answer = visitor.get(f"/api/v1/timeline?{query}&limit=100").json()
    assert sum(event["claims"] for event in answer["events"]) == found["total"]
    told = {claim["id"] for year in answer["years"] for claim in year["claims"]}
    assert told <= {hit["id"] for hit in found["hits"]}
    assert len(told) == answer["total"] > 0


@pytest.mark.parametrize(
    "query", ["start=x", "country=XX", "q=x&instrument=none", "year=soon", "mode=none", "decade=-1"]
)
def test_what_cannot_be_asked_is_a_problem(visitor: Visitor, query: str) -> None:
    answer = visitor.get(f"/api/v1/timeline?{query}")
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
