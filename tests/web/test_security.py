"""Security headers: on pages, redirects, static files and errors alike."""

from base64 import b64decode
from hashlib import sha256

import pytest

from app.web.assets import style_text
from app.web.lean import SHEETS
from app.web.security import security_headers
from tests.visitor import Visitor

HEADERS = security_headers()
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


@pytest.mark.parametrize("directive", ["script-src", "connect-src", "form-action"])
def test_only_our_own_files_run(directive: str) -> None:
    assert POLICY[directive] == "'self'"


def test_within_a_page_only_our_own_sheets_count() -> None:
    own, *hashes = POLICY["style-src"].split()
    assert own == "'self'"
    digests = [b64decode(one.removeprefix("'sha256-").removesuffix("'")) for one in hashes]
    assert digests == [sha256(style_text(name).encode()).digest() for name in SHEETS]


def test_a_sheet_within_a_page_is_the_one_that_the_policy_names(visitor: Visitor) -> None:
    page = visitor.get("/zh/nothing", sec_fetch_mode="navigate", sec_fetch_site="none")
    _before, _tag, rest = page.text.partition("<style data-sheet=")
    text = rest.partition(">")[2].partition("</style>")[0]
    assert text == style_text("site.css")
    assert page.headers["Content-Security-Policy"] == HEADERS["Content-Security-Policy"]


def test_nothing_unsafe_and_nothing_foreign() -> None:
    policy = HEADERS["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "*" not in policy
    assert "nonce" not in policy


def test_nobody_frames_us_or_changes_the_base() -> None:
    assert POLICY["frame-ancestors"] == POLICY["base-uri"] == "'none'"


def test_each_header_is_sent_once(visitor: Visitor) -> None:
    answer = visitor.get("/zh/nothing")
    assert all(len(answer.headers.get_list(name)) == 1 for name in HEADERS)
