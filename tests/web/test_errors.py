"""Errors come as pages in the visitor's language, and the JSON side keeps its own."""

import pytest
from fastapi import FastAPI, Request
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, Response

from app import web
from app.settings import Settings
from tests.visitor import Visitor, links, texts


@pytest.mark.parametrize(
    ("path", "language", "heading"),
    [
        ("/zh/nothing", "zh-Hans", "这个地址没有内容"),
        ("/en/nothing", "en", "There is nothing at this address"),
        ("/zh/gone/QQ", "zh-Hans", "没有代码为“QQ”的国家或集团"),
        ("/en/gone/QQ", "en", "There is no country or bloc with the code “QQ”"),
    ],
)
def test_what_is_not_there_is_said_in_the_language_of_the_path(
    visitor: Visitor, path: str, language: str, heading: str
) -> None:
    page = visitor.page(path, 404)
    assert page.get("lang") == language
    assert texts(page, ".//h1") == [heading]


@pytest.mark.parametrize(("header", "language"), [("en", "en"), ("zh-TW", "zh-Hans"), ("", "zh-Hans")])
def test_outside_all_locales_the_browser_decides(visitor: Visitor, header: str, language: str) -> None:
    answer = visitor.get("/nothing", accept_language=header)
    assert answer.status_code == 404
    assert answer.headers["content-language"] == language
    assert "Accept-Language" in answer.headers["vary"]


def test_a_page_not_found_helps(visitor: Visitor) -> None:
    page = visitor.page("/zh/gone/QQ", 404)
    assert "日本" in texts(page, ".//main//ul//a")
    assert {"/zh/countries/JP", "/zh/countries", "/zh/papers", "/zh/"} <= set(links(page))
    assert page.xpath(".//main//form[@action='/zh/search']//input[@name='q']")


def test_what_was_asked_for_is_text(visitor: Visitor) -> None:
    answer = visitor.get("/zh/gone/%3Cscript%3Ealert(1)%3C")
    assert "<script>alert" not in answer.text
    assert "&lt;script&gt;alert(1)" in answer.text


def test_a_very_long_address_is_cut(visitor: Visitor) -> None:
    assert len(texts(visitor.page("/en/gone/" + "x" * 5000, 404), ".//h1")[0]) < 150


def test_an_error_of_ours_says_nothing_of_itself(visitor: Visitor) -> None:
    page = visitor.page("/en/crash", 500)
    assert texts(page, ".//h1") == ["Something went wrong on our side"]
    assert "secret" not in page.text_content()
    assert "Traceback" not in page.text_content()


def test_other_errors_keep_their_status_and_headers(visitor: Visitor) -> None:
    answer = visitor.get("/en/teapot")
    assert (answer.status_code, answer.headers["x-tea"]) == (418, "green")
    assert "This request could not be understood" in answer.text
    assert visitor.ask("POST", "/en/search").status_code == 405


def test_a_parameter_that_is_not_understood(visitor: Visitor) -> None:
    page = visitor.page("/zh/number/x", 400)
    assert texts(page, ".//h1") == ["无法理解这个请求"]


def test_error_pages_are_not_indexed(visitor: Visitor) -> None:
    for path, status in (("/zh/nothing", 404), ("/zh/crash", 500)):
        assert visitor.page(path, status).xpath("string(.//meta[@name='robots']/@content)") == "noindex"


def json_side(settings: Settings) -> Visitor:
    app = FastAPI()

    def theirs(_request: Request, error: Exception) -> Response:
        return PlainTextResponse(f"theirs: {type(error).__name__}", getattr(error, "status_code", 500))

    def fail() -> None:
        raise RuntimeError

    app.add_exception_handler(HTTPException, theirs)
    app.add_exception_handler(Exception, theirs)
    app.add_api_route("/api/v1/fail", fail)
    web.install(app, settings)
    return Visitor(app)


@pytest.mark.parametrize(
    ("path", "status", "text"),
    [("/api/v1/none", 404, "theirs: HTTPException"), ("/api/v1/fail", 500, "theirs: RuntimeError")],
)
def test_the_json_side_answers_its_own_errors(settings: Settings, path: str, status: int, text: str) -> None:
    answer = json_side(settings).get(path)
    assert (answer.status_code, answer.text) == (status, text)
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_without_handlers_of_its_own_the_json_side_still_gets_json(settings: Settings) -> None:
    app = FastAPI()
    app.add_api_route("/api/v1/fail", lambda: 1 / 0)
    web.install(app, settings)
    answer = Visitor(app).get("/api/v1/fail")
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == 500
