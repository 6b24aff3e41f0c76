"""The one address of a page."""

from typing import Annotated

import pytest
from fastapi import Depends, FastAPI, Query, Request

from app.web.canonical import Addresses, addresses
from tests.visitor import Visitor


def asked(country: Annotated[list[str], Query(default_factory=list)], q: str = "", sort: str = "") -> str:
    return f"{q}{country}{sort}"


@pytest.fixture
def visitor() -> Visitor:
    """Answers what `addresses` says of each request."""
    app = FastAPI()

    def show(request: Request, _asked: Annotated[str, Depends(asked)], page: str = "") -> Addresses:
        return addresses(request, "https://a.example")

    for path in ("/en/{name:path}", "/docs/{name}"):
        app.add_api_route(path, show)
    return Visitor(app)


def canonical(visitor: Visitor, path: str) -> str:
    return str(visitor.get(path).json()["canonical"])


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("/en/list", "/en/list"),
        ("/en/list?q=a%20b&utm_source=x", "/en/list?q=a+b"),
        ("/en/list?page=1", "/en/list"),
        ("/en/list?page=2&q=a", "/en/list?page=2&q=a"),
        ("/en/list?q=&country=&sort=paper", "/en/list"),
        ("/en/list?country=JP&country=US", "/en/list?country=JP&country=US"),
        ("/en/%E4%B8%AD%22", "/en/%E4%B8%AD%22"),
        ("/en/list?q=%00a%0A", "/en/list?q=a"),
        ("/docs/list?q=a", "/docs/list?q=a"),
    ],
)
def test_it_keeps_what_the_page_reads_and_no_more(visitor: Visitor, path: str, kept: str) -> None:
    assert sorted(canonical(visitor, path)) == sorted(f"https://a.example{kept}")
    assert canonical(visitor, path).partition("?")[0] == f"https://a.example{kept}".partition("?")[0]


def test_it_is_bounded(visitor: Visitor) -> None:
    assert len(canonical(visitor, "/en/list?q=" + "x" * 20_000)) < 1100


def test_each_language_and_the_browsers_own_have_the_same_page(visitor: Visitor) -> None:
    assert visitor.get("/en/list?q=a&sort=paper").json()["languages"] == [
        ["zh-Hans", "https://a.example/zh/list?q=a"],
        ["en", "https://a.example/en/list?q=a"],
        ["x-default", "https://a.example/list?q=a"],
    ]


def test_a_page_under_no_locale_has_one_language(visitor: Visitor) -> None:
    assert visitor.get("/docs/list").json()["languages"] == []


def test_a_request_that_no_route_answers_has_its_path_alone() -> None:
    scope = {"type": "http", "method": "GET", "path": "/zh/x", "query_string": b"q=a", "headers": []}
    assert addresses(Request(scope), "https://a.example").canonical == "https://a.example/zh/x"
