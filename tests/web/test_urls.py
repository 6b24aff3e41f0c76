"""Addresses are made from routes' names and keep the visitor where they are."""

from urllib.parse import parse_qsl

import pytest
from fastapi import FastAPI, Request
from hypothesis import given
from hypothesis import strategies as st
from starlette.routing import NoMatchFound

from app.web.urls import Links, alternates, query_string


def request(path: str, query: str = "") -> Request:
    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "query_string": query.encode(),
        "headers": [],
        "server": ("testserver", 80),
        "scheme": "http",
    }
    return Request(scope)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ({}, ""),
        ({"q": "科技 外交"}, "q=%E7%A7%91%E6%8A%80+%E5%A4%96%E4%BA%A4"),
        ({"q": "", "page": None, "country": ()}, ""),
        ({"page": 0}, "page=0"),
        ({"country": ("JP", "DE"), "sort": "paper"}, "country=JP&country=DE&sort=paper"),
        ({"q": 'a"b&c=d#e'}, "q=a%22b%26c%3Dd%23e"),
        ({"country": ["JP", ""]}, "country=JP"),
    ],
)
def test_a_query_string(query: dict[str, object], text: str) -> None:
    assert query_string(query) == text  # type: ignore[arg-type]


@given(st.dictionaries(st.text("abc", min_size=1), st.text(min_size=1)))
def test_a_query_string_reads_back(query: dict[str, str]) -> None:
    encodable = {name: value for name, value in query.items() if value.isprintable()}
    assert dict(parse_qsl(query_string(encodable), keep_blank_values=True)) == encodable


def test_links_are_in_their_locale(app: FastAPI) -> None:
    assert Links(app, "zh").url("search") == "/zh/search"
    assert Links(app, "en").url("search", query={"q": "S&T"}) == "/en/search?q=S%26T"
    assert Links(app, "en").url("gone", code="a b", anchor="x") == "/en/gone/a b#x"


def test_a_link_made_again_is_the_same_and_each_application_has_its_own(app: FastAPI) -> None:
    other = FastAPI()
    other.add_api_route("/{locale}/find", lambda: None, name="search")
    for _ in range(2):
        assert Links(app, "zh").url("search") == "/zh/search"
        assert Links(other, "zh").url("search") == "/zh/find"
        assert Links(app, "en").url("gone", code="b") == "/en/gone/b"
        assert Links(app, "en").url("gone", code="c") == "/en/gone/c"
    assert app.state.path_for.cache_info().hits >= 3


def test_twins_stand_beside_the_pages(app: FastAPI) -> None:
    assert Links(app, "en").twin("/search", {"q": "x"}) == "/api/v1/search?q=x"
    assert Links(app, "zh").twin("/papers/a b#c") == "/api/v1/papers/a%20b%23c"


def test_a_page_that_is_none_cannot_be_linked_to(app: FastAPI) -> None:
    with pytest.raises(NoMatchFound):
        Links(app, "zh").url("nowhere")


@pytest.mark.parametrize(
    ("path", "query", "zh", "en"),
    [
        ("/zh/search", "q=%E7%A7%91&page=2", "/zh/search?q=%E7%A7%91&page=2", "/en/search?q=%E7%A7%91&page=2"),
        ("/en/", "", "/zh/", "/en/"),
        ("/en/countries/JP", "", "/zh/countries/JP", "/en/countries/JP"),
        ("/nowhere", "x=1", "/zh/", "/en/"),
        ('/zh/a"><script>', "", "/zh/a%22%3E%3Cscript%3E", "/en/a%22%3E%3Cscript%3E"),
        ("/zh/zh/en", "", "/zh/zh/en", "/en/zh/en"),
        ("/zh//evil.example/", "", "/zh//evil.example/", "/en//evil.example/"),
    ],
)
def test_the_other_language_is_the_same_page(path: str, query: str, zh: str, en: str) -> None:
    assert alternates(request(path, query)) == {"zh": zh, "en": en}
