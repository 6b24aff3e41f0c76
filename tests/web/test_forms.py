"""Forms are read within bounds, and only from our own pages."""

import pytest
from fastapi import FastAPI

from app.web.forms import MOST_BYTES, MOST_FIELDS, Fields
from tests.visitor import ADDRESS, Visitor

FORM = "application/x-www-form-urlencoded"


@pytest.fixture(scope="module")
def forms() -> Visitor:
    app = FastAPI()
    app.state.templating = type("Templating", (), {"base_url": "https://kewai.example"})

    @app.post("/form")
    def answer(fields: Fields) -> list[tuple[str, str]]:
        return fields

    return Visitor(app)


def send(visitor: Visitor, body: bytes = b"a=1&b=&a=%E7%A7%91+x", **headers: str) -> tuple[int, object]:
    sent = {"content-type": FORM} | {name.replace("_", "-"): value for name, value in headers.items()}
    response = visitor.ask("POST", "/form", content=body, headers=sent)
    return response.status_code, response.json()


def test_fields_come_in_their_order_and_empty_ones_too(forms: Visitor) -> None:
    assert send(forms) == (200, [["a", "1"], ["b", ""], ["a", "科 x"]])
    assert send(forms, content_type=f"{FORM}; charset=UTF-8")[0] == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"sec_fetch_site": "same-origin"},
        {"sec_fetch_site": "none"},
        {"origin": ADDRESS},
        {"origin": "https://kewai.example"},
        {"sec_fetch_site": "same-origin", "origin": "null"},
    ],
)
def test_our_own_pages_may_send(forms: Visitor, headers: dict[str, str]) -> None:
    assert send(forms, **headers)[0] == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site"},
        {"sec_fetch_site": "cross-site", "origin": ADDRESS},
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": f"{ADDRESS}.evil.example"},
    ],
)
def test_other_sites_may_not(forms: Visitor, headers: dict[str, str]) -> None:
    assert send(forms, **headers)[0] == 403


@pytest.mark.parametrize("kind", ["", "text/plain", "application/json", "multipart/form-data; boundary=x"])
def test_what_is_no_form_is_refused(forms: Visitor, kind: str) -> None:
    assert send(forms, content_type=kind)[0] == 415


def test_what_is_too_large_is_refused(forms: Visitor) -> None:
    assert send(forms, b"a=" + b"x" * (MOST_BYTES - 2))[0] == 200
    assert send(forms, b"a=" + b"x" * MOST_BYTES)[0] == 413
    assert send(forms, b"a=1&" * (MOST_FIELDS + 1))[0] == 413


def test_bytes_that_are_no_text_do_no_harm(forms: Visitor) -> None:
    assert send(forms, b"a=%ff%00\xff") == (200, [["a", "\ufffd\x00\ufffd"]])
