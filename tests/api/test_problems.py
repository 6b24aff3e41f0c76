import pytest
from fastapi import FastAPI

from app.web.security import security_headers
from tests.visitor import Visitor


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/api/v1/nothing", 404),
        ("GET", "/api/", 404),
        ("POST", "/api/v1/search", 405),
        ("DELETE", "/healthz", 405),
        ("GET", "/api/v1/search?limit=x", 422),
    ],
)
def test_every_error_is_a_problem_with_title_status_and_detail(
    visitor: Visitor, method: str, path: str, status: int
) -> None:
    response = visitor.ask(method, path)
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    body = response.json()
    assert body["status"] == status
    assert body["type"] == "about:blank"
    assert body["title"]
    assert len(body["detail"]) > 10


def test_an_invalid_parameter_is_named(visitor: Visitor) -> None:
    body = visitor.get("/api/v1/search?limit=x&offset=-1").json()
    assert [error["name"] for error in body["errors"]] == ["limit", "offset"]


def test_a_crash_is_a_problem_that_gives_nothing_away(app: FastAPI, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object, **__: object) -> None:
        raise RuntimeError("secret path /etc/kewai")

    monkeypatch.setattr("app.api.papers.catalogue.list_papers", crash)
    response = Visitor(app).get("/api/v1/papers")
    assert response.status_code == 500
    assert response.headers["content-type"] == "application/problem+json"
    assert "secret" not in response.text


@pytest.mark.parametrize("path", ["/api/v1/papers", "/api/v1/nothing", "/healthz", "/api/docs"])
def test_every_answer_carries_the_security_headers(visitor: Visitor, path: str) -> None:
    headers = visitor.get(path).headers
    assert {name: headers[name] for name in security_headers()} == security_headers()


def test_a_method_that_is_not_answered_names_those_that_are(visitor: Visitor) -> None:
    assert visitor.ask("POST", "/api/v1/search").headers["allow"] == "GET"
