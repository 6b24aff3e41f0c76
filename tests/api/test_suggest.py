"""Suggestions over HTTP."""

from tests.visitor import Visitor


def test_suggestions_say_what_they_are_and_what_finds_them(visitor: Visitor) -> None:
    found = visitor.get("/api/v1/suggest?q=kjwj&locale=en").json()
    assert {
        "kind": "term",
        "label": "science and technology diplomacy",
        "note": "科技外交",
        "query": "科技外交",
    } in found
    assert len(visitor.get("/api/v1/suggest?q=k&limit=3").json()) == 3


def test_papers_and_authors_are_among_them(visitor: Visitor) -> None:
    found = visitor.get("/api/v1/suggest?q=新世纪以来").json()
    assert [(one["kind"], one["query"]) for one in found] == [("paper", "paper:002-review")]
    assert visitor.get("/api/v1/search?q=paper:002-review").json()["total"] > 0


def test_browsers_get_them_in_their_own_form(visitor: Visitor) -> None:
    response = visitor.get("/api/v1/suggest/browser?q=riben&locale=zh")
    assert response.headers["content-type"] == "application/x-suggestions+json"
    typed, queries, names = response.json()
    assert (typed, queries[0], names[0]) == ("riben", "country:JP", "日本")


def test_a_limit_that_is_none_is_refused(visitor: Visitor) -> None:
    assert visitor.get("/api/v1/suggest?q=k&limit=0").status_code == 422
    assert visitor.get("/api/v1/suggest?q=" + "k" * 5000).json() == []
