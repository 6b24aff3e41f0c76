"""Security headers: on pages, redirects, static files and errors alike."""

import pytest

from app.web.security import HEADERS
from tests.visitor import Visitor

POLICY = {part.split(" ", 1)[0]: part.split(" ", 1)[1] for part in HEADERS["Content-Security-Policy"].split("; ")}


@pytest.mark.parametrize(
    "path",
    ["/zh/search", "/zh/nothing", "/en/crash", "/zh/number/x", "/static/styles/base.css", "/static/none.css", "/x"],
)
def test_every_answer_has_every_header(visitor: Visitor, path: str) -> None:
    answer = visitor.get(path)
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS


def test_the_policy_starts_from_nothing() -> None:
    assert POLICY["default-src"] == "'none'"
    assert next(iter(POLICY)) == "default-src"


@pytest.mark.parametrize("directive", ["script-src", "style-src", "connect-src", "form-action"])
def test_only_our_own_files_run(directive: str) -> None:
    assert POLICY[directive] == "'self'"


def test_nothing_unsafe_and_nothing_foreign() -> None:
    policy = HEADERS["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "*" not in policy


def test_nobody_frames_us_or_changes_the_base() -> None:
    assert POLICY["frame-ancestors"] == POLICY["base-uri"] == "'none'"


def test_each_header_is_sent_once(visitor: Visitor) -> None:
    answer = visitor.get("/zh/nothing")
    assert all(len(answer.headers.get_list(name)) == 1 for name in HEADERS)
