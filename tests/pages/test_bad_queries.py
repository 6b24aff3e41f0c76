"""Whatever is typed, a clear page comes within a second, and says which limit applies where one does."""

import asyncio
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest
from lxml import html

from tests.visitor import Visitor, texts

QUERIES = {
    "nothing": "",
    "spaces": " \u3000\t ",
    "one Han character": "科",
    "one letter": "a",
    "punctuation": "？！，。…—“”",
    "stop words": "的 了 是 the of and",
    "question words": "什么 哪些 how what",
    "an open quote": "“科技 外交",
    "a closing quote": "科技”外交",
    "an open bracket": "((((科技",
    "a closing bracket": "科技))))",
    "deep brackets": "(" * 500 + "a" + ")" * 500,
    "many ORs": " OR ".join(["科技"] * 10_000),
    "only ORs": "OR " * 10_000,
    "minuses": "-" * 5000,
    "a bomb of groups": "(a+)+$" * 100,
    "a bomb of wildcards": "a*" * 400 + "b",
    "wildcards": "*?*?*",
    "a bomb of distances": '"' + "科 " * 60 + '"~100',
    "a distance without end": '"科技 外交"~' + "9" * 500,
    "fuzzy without end": "a" * 60 + "~2",
    "control characters": "\x00\x01\x1b[31m科技\x7f",
    "emoji": "👩‍🔬🇨🇳🙂",
    "right to left": "\u202eمرحبا \u05e9\u05dc\u05d5\u05dd\u202c",
    "combining marks": "a" + "\u0301" * 2000,
    "lone surrogates": "%ED%A0%80",
    "unknown names": "国家:火星 作者:没有人 年:昨天",
    "markup": "<script>alert(1)</script>",
    "SQL": "'; DROP TABLE claim; --",
    "a path": "../../../../etc/passwd",
    "a megabyte": "科技外交 " * 70_000,
}
VIEWS = ("/search", "/search/concordance", "/search/papers", "/search/years")


def ask(visitor: Visitor, path: str, query: str) -> tuple[int, str, float]:
    """Status, text and seconds of computing, past the client, which refuses addresses above 64 KiB."""
    sent: list[dict[str, Any]] = []
    scope = {"type": "http", "method": "GET", "path": path, "raw_path": path.encode(), "headers": []}
    scope |= {"query_string": f"q={quote(query)}".encode(), "http_version": "1.1", "scheme": "http", "root_path": ""}

    requests = iter([{"type": "http.request", "body": b"", "more_body": False}])

    async def receive() -> dict[str, Any]:
        """The request, and then nothing more: the visitor stays."""
        return next(requests, None) or await asyncio.get_running_loop().create_future()

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    started = time.process_time()
    asyncio.run(visitor.app(scope, receive, send))
    seconds = time.process_time() - started
    return sent[0]["status"], b"".join(message.get("body", b"") for message in sent[1:]).decode(), seconds


@pytest.fixture(scope="module", autouse=True)
def _warm(visitor: Visitor) -> None:
    """Templates and dictionaries are read before the clock runs."""
    for view in VIEWS:
        visitor.page(f"/zh{view}?q=科技")
        visitor.page(f"/zh{view}?q=没有这样的话")
    visitor.get("/api/v1/suggest?q=k")


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
@pytest.mark.parametrize("view", VIEWS)
def test_a_page_comes_within_a_second(visitor: Visitor, view: str, query: str) -> None:
    status, text, seconds = ask(visitor, f"/zh{view}", query)
    assert (status, seconds < 1) == (200, True)
    assert "</html>" in text


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
def test_programs_get_an_answer_too(visitor: Visitor, query: str) -> None:
    for path in ("search", "suggest", "search.csv"):
        status, _, seconds = ask(visitor, f"/api/v1/{path}", query)
        assert (status, seconds < 1) == (200, True), path


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("many ORs", "The query has too many parts"),
        ("an open quote", "A quotation mark is not closed"),
        ("an open bracket", "The brackets do not match"),
        ("deep brackets", "brackets within too many brackets"),
        ("a bomb of wildcards", "may have at most this many wildcards: 8"),
        ("a distance without end", "at most this many words or characters apart: 100"),
        ("punctuation", "neither a letter nor a digit"),
        ("wildcards", "neither a letter nor a digit"),
        ("unknown names", "There is no such name: 火星"),
        ("a megabyte", "The query has too many parts"),
    ],
)
def test_the_page_says_why_a_query_was_not_read(visitor: Visitor, name: str, words: str) -> None:
    _, page, _ = ask(visitor, "/en/search", QUERIES[name])
    (notice,) = texts(html.fromstring(page), ".//div[@role='status']")
    assert "Searched as plain words." in notice
    assert words in notice


def test_no_query_finds_all(visitor: Visitor, count: Callable[..., int]) -> None:
    claims = count("select count(*) from claim")
    assert texts(visitor.page("/en/search?q="), ".//*[@id='results-title']")[0].startswith(f"{claims} claims")
