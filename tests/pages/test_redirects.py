"""Addresses without a locale."""

import re
from collections.abc import Callable

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
    assert answer.headers["vary"] == "Accept, Accept-Language"


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


BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"


@pytest.mark.parametrize(
    ("folder", "beginning", "wanted", "inside"),
    [
        ("papers", "", "application/json", '"slug":"002-review"'),
        ("papers", "", "application/x-bibtex", "@article{"),
        ("papers", "", "application/x-research-info-systems", "TY  - JOUR"),
        ("papers", "", "application/vnd.citationstyles.csl+json", '"article-journal"'),
        ("claims", "中国与155", "application/json", "中国与155个国家签署协定。"),
        ("claims", "中国与155", "application/x-bibtex", "新世纪以来科技外交国内文献综述"),
    ],
)
def test_programs_are_led_to_the_form_that_they_want(
    visitor: Visitor, uid_of: Callable[[str], str], folder: str, beginning: str, wanted: str, inside: str
) -> None:
    name = uid_of(beginning) if beginning else "002-review"
    answer = visitor.get(f"/{folder}/{name}", accept=f"{wanted}, text/html;q=0.5")
    assert (answer.status_code, answer.headers["vary"]) == (303, "Accept")
    found = visitor.get(answer.headers["location"])
    assert (found.status_code, found.headers["content-type"].partition(";")[0]) == (200, wanted)
    assert inside in found.text


def test_browsers_are_led_to_the_page(visitor: Visitor) -> None:
    for path in ("/papers/002-review", "/countries/JP", "/papers"):
        assert visitor.get(path, accept=BROWSER).headers["location"] == f"/zh{path}"
    assert visitor.get("/countries/JP", accept="application/json").headers["location"] == "/zh/countries/JP"


def test_pages_name_their_other_forms(visitor: Visitor, uid_of: Callable[[str], str]) -> None:
    for path in ("/zh/papers/002-review", f"/en/claims/{uid_of('中国与155')}"):
        header = visitor.get(path).headers["link"]
        assert f'<https://kewai.example{path[3:]}>; rel="cite-as"' in header
        for address in re.findall(r'<https://kewai\.example([^>]*)>; rel="describedby"', header):
            assert visitor.get(address).status_code == 200
