"""Addresses without a locale."""

import pytest

from tests.visitor import Visitor


@pytest.mark.parametrize(
    ("path", "language", "target"),
    [
        ("/", "zh-CN", "/zh/"),
        ("/", "en", "/en/"),
        ("/", "", "/zh/"),
        ("/search?q=%E5%8D%8F%E5%AE%9A&country=JP", "en", "/en/search?q=%E5%8D%8F%E5%AE%9A&country=JP"),
        ("/countries/JP", "zh", "/zh/countries/JP"),
        ("/papers/002-review", "en", "/en/papers/002-review"),
        ("/claims/abc", "fr", "/en/claims/abc"),
        ("/glossary", "zh-TW,en", "/zh/glossary"),
    ],
)
def test_they_lead_to_the_visitors_language(visitor: Visitor, path: str, language: str, target: str) -> None:
    answer = visitor.get(path, accept_language=language)
    assert (answer.status_code, answer.headers["location"]) == (302, target)
    assert answer.headers["vary"] == "Accept-Language"


@pytest.mark.parametrize(
    "path", ["/search//evil.example/x", "/papers/%2F%2Fevil.example", "/search/%0d%0aSet-Cookie:x"]
)
def test_they_never_lead_elsewhere(visitor: Visitor, path: str) -> None:
    answer = visitor.get(path)
    assert answer.headers.get("location", "/zh/").startswith("/zh/")
    assert "set-cookie" not in answer.headers


def test_a_trailing_slash_is_forgiven(visitor: Visitor) -> None:
    assert visitor.get("/zh/countries/").headers["location"].endswith("/zh/countries")


def test_other_locales_are_not_found(visitor: Visitor) -> None:
    assert visitor.get("/fr/search").status_code == 404


def test_the_icon_that_browsers_ask_for(visitor: Visitor) -> None:
    answer = visitor.get(visitor.get("/favicon.ico").headers["location"])
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/svg+xml")
