from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.sample import FUTURE, REVIEW
from tests.visitor import Visitor

CONTRACT = {"query", "mode", "total", "took_ms", "suggestion", "facets", "hits"}
HIT = {"id", "score", "text", "text_en", "highlight", "type", "countries", "instruments", "paper", "section"}
HIT |= {"citations", "url"}


def search(visitor: Visitor, query: str) -> dict[str, object]:
    response = visitor.get(f"/api/v1/search?{query}")
    assert response.status_code == 200, response.text
    return response.json()  # type: ignore[no-any-return]


def test_the_answer_has_the_shape_that_others_rely_on(visitor: Visitor) -> None:
    answer = visitor.get("/api/v1/search?q=%E5%AF%B9%E8%AF%9D").json()
    assert answer.keys() >= CONTRACT
    assert (answer["query"], answer["total"]) == ("对话", 1)
    assert set(answer["facets"]) == {"country", "instrument", "type", "paper", "year"}
    assert answer["facets"]["country"][0].keys() >= {"code", "label_zh", "label_en", "count"}
    (hit,) = answer["hits"]
    assert hit.keys() >= HIT
    assert hit["paper"].items() >= {"slug": REVIEW, "title": "新世纪以来科技外交国内文献综述", "year": 2020}.items()
    assert hit["section"].items() >= {"id": "1", "heading": "引言"}.items()
    assert hit["citations"] == ["17", "18"]
    assert hit["countries"] == ["CN", "US"]
    assert hit["url"] == f"http://testserver/claims/{hit['id']}"
    assert "<mark>对话</mark>" in hit["highlight"]
    assert isinstance(hit["score"], float)


@pytest.mark.parametrize(
    ("query", "total"),
    [
        ("", 7),
        ("country=JP", 2),
        ("country=JP&country=CN", 6),
        ("country=JP&instrument=agreement", 1),
        ("country=%E6%97%A5%E6%9C%AC", 2),
        ("instrument=operational", 4),
        ("instrument=strategy&instrument=control", 2),
        ("type=viewpoint&type=recommendation", 2),
        (f"paper={FUTURE}", 2),
        ("year=2017", 2),
        ("year=2016..2020", 6),
        ("year=2020..2016", 6),
        ("q=country:JP&type=fact", 2),
    ],
)
def test_filters_may_repeat_and_all_hold(visitor: Visitor, query: str, total: int) -> None:
    assert search(visitor, query)["total"] == total


def test_hits_come_in_pages(visitor: Visitor) -> None:
    first = search(visitor, "limit=3&sort=paper")
    rest = search(visitor, "limit=100&offset=3&sort=paper")
    ids = [hit["id"] for hit in (*first["hits"], *rest["hits"])]  # type: ignore[misc]
    assert len(ids) == len(set(ids)) == first["total"] == 7
    assert search(visitor, "offset=1000000")["hits"] == []
    assert search(visitor, "limit=0")["hits"] == []


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("country=XX", "/api/v1/countries"),
        ("instrument=magic", "/api/v1/instruments"),
        ("type=other", "definition"),
        ("paper=nothing", "/api/v1/papers"),
        ("mode=telepathy", "hybrid"),
        ("sort=colour", "relevance"),
        ("limit=101", "100"),
        ("limit=-1", "limit"),
        ("limit=many", "limit"),
        ("offset=-1", "offset"),
        ("offset=99999999999999999999", "offset"),
        ("year=soon", "year"),
    ],
)
def test_what_is_not_understood_is_422_with_help(visitor: Visitor, query: str, words: str) -> None:
    response = visitor.get(f"/api/v1/search?{query}")
    assert response.status_code == 422
    assert response.headers["content-type"] == "application/problem+json"
    body = response.json()
    assert body["status"] == 422
    assert body["title"]
    assert words in body["detail"]


def test_a_query_that_does_not_parse_is_answered_as_words(visitor: Visitor) -> None:
    answer = search(visitor, "q=" + quote('"日本'))
    assert (answer["understood"], answer["message"]) == (False, "unclosed-quote")


def test_markup_in_a_query_is_text(visitor: Visitor) -> None:
    answer = search(visitor, "q=" + quote("<script>alert(1)</script> 日本"))
    assert all("<script>" not in hit["highlight"] for hit in answer["hits"])  # type: ignore[attr-defined]


@given(st.binary(max_size=300))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_answered(visitor: Visitor, data: bytes) -> None:
    response = visitor.get(f"/api/v1/search?q={quote(data)}")
    assert response.status_code == 200
    assert response.json()["total"] >= 0


@pytest.mark.parametrize("query", ["q=" + "日" * 3000, "q=" + "(" * 5000, "q=%00", "q=%ff%fe", "q=" + '"' * 501])
def test_any_length_is_answered(visitor: Visitor, query: str) -> None:
    assert visitor.get(f"/api/v1/search?{quote(query, safe='=%')}").status_code == 200


def test_parameters_nobody_knows_are_ignored(visitor: Visitor) -> None:
    assert search(visitor, "utm_source=x&q=")["total"] == 7
