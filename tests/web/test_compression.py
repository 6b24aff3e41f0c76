"""Answers in the coding that a client reads: which one, how small, and what stays as it is."""

import asyncio
import gzip
import zlib
from collections.abc import AsyncIterator, Callable

import brotli
import pytest
from fastapi import FastAPI
from starlette.responses import Response, StreamingResponse

from app.web.compression import LARGE, PACKERS, SMALLEST, Compression, wanted_coding
from tests.visitor import Visitor

TEXT = "科技外交 science diplomacy " * 100
LONG = "".join(f"{number}号论断 claim {number}\n" for number in range(8000))
PARTS = ("一" * 300, "二" * 300, "三" * 300)
CHROMIUM = "gzip, deflate, br, zstd"


@pytest.fixture
def small() -> FastAPI:
    """An application that does nothing but answer, below the middleware."""
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    app.add_middleware(Compression)
    answers: dict[str, Callable[[], Response]] = {
        "/long": lambda: Response(TEXT, media_type="text/html"),
        "/large": lambda: Response(LONG, media_type="text/html"),
        "/short": lambda: Response("x" * (SMALLEST - 1), media_type="text/html"),
        "/picture": lambda: Response(b"\x00" * 5000, media_type="image/png"),
        "/packed": lambda: Response(gzip.compress(TEXT.encode()), headers={"Content-Encoding": "gzip"}),
        "/part": lambda: Response(TEXT, 206, media_type="text/html"),
        "/stream": lambda: StreamingResponse(_parts(), media_type="text/csv"),
        "/varied": lambda: Response(TEXT, headers={"Vary": "Cookie"}, media_type="text/html"),
        "/none": lambda: Response(status_code=304, headers={"ETag": '"x"'}),
    }
    for path, answer in answers.items():
        app.add_api_route(path, answer, methods=["GET", "HEAD"], response_class=Response)
    return app


async def _parts() -> AsyncIterator[str]:
    for part in PARTS:
        yield part


@pytest.mark.parametrize(
    ("header", "coding"),
    [
        ("gzip, deflate, br", "br"),
        (CHROMIUM, "br"),
        ("gzip", "gzip"),
        ("GZIP;Q=0.5", "gzip"),
        ("gzip;q=1.0, br;q=0.9", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("br;q=0, gzip;q=0", ""),
        ("*", "br"),
        ("br;q=0, *", "gzip"),
        ("*;q=0", ""),
        ("gzip;q=0.2, *;q=0.1", "gzip"),
        ("identity", ""),
        ("identity;q=1, gzip;q=0.5", ""),
        ("identity;q=0.5, gzip;q=0.5", "gzip"),
        ("deflate", ""),
        ("zstd", ""),
        ("", ""),
        ("gzip;q=no", ""),
        (";;,,q=", ""),
        ("brotli", ""),
    ],
)
def test_the_coding_that_is_wanted_most(header: str, coding: str) -> None:
    assert wanted_coding(header) == coding


@pytest.mark.parametrize("header", [CHROMIUM, "gzip", "br;q=0.1"])
@pytest.mark.parametrize("path", ["/long", "/stream", "/varied"])
def test_an_answer_comes_in_that_coding(small: FastAPI, path: str, header: str) -> None:
    answer = Visitor(small).get(path, accept_encoding=header)
    assert answer.headers["content-encoding"] == wanted_coding(header)
    assert "Accept-Encoding" in answer.headers["vary"]
    assert answer.text == ("".join(PARTS) if path == "/stream" else TEXT)
    assert answer.num_bytes_downloaded < 200


@pytest.mark.parametrize("coding", ["br", "gzip"])
def test_a_large_answer_is_whole(small: FastAPI, coding: str) -> None:
    assert len(LONG.encode()) > LARGE
    answer = Visitor(small).get("/large", accept_encoding=coding)
    assert (answer.headers["content-encoding"], answer.text) == (coding, LONG)
    assert int(answer.headers["content-length"]) == answer.num_bytes_downloaded < len(LONG.encode()) / 3


@pytest.mark.parametrize("header", ["", "identity", "br;q=0, gzip;q=0", "zstd"])
def test_who_wants_none_gets_none(small: FastAPI, header: str) -> None:
    answer = Visitor(small).get("/long", accept_encoding=header)
    assert "content-encoding" not in answer.headers
    assert answer.content == TEXT.encode()
    assert answer.headers["vary"] == "Accept-Encoding", "a store must not keep it for those who want another"


@pytest.mark.parametrize("header", [CHROMIUM, "gzip"])
@pytest.mark.parametrize("path", ["/short", "/picture", "/part", "/none"])
def test_what_would_not_gain_stays(small: FastAPI, path: str, header: str) -> None:
    answer = Visitor(small).get(path, accept_encoding=header)
    assert "content-encoding" not in answer.headers
    assert answer.status_code == {"/part": 206, "/none": 304}.get(path, 200)
    assert len(answer.content) == {"/short": SMALLEST - 1, "/picture": 5000, "/none": 0}.get(path, len(TEXT.encode()))


def test_nothing_is_compressed_twice(small: FastAPI) -> None:
    answer = Visitor(small).get("/packed", accept_encoding=CHROMIUM)
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.text == TEXT


def test_other_headers_stay(small: FastAPI) -> None:
    assert Visitor(small).get("/varied", accept_encoding="br").headers["vary"] == "Cookie, Accept-Encoding"


def test_the_length_is_that_of_what_is_sent(small: FastAPI) -> None:
    answer = Visitor(small).get("/long", accept_encoding="br")
    assert int(answer.headers["content-length"]) == answer.num_bytes_downloaded
    assert "content-length" not in Visitor(small).get("/stream", accept_encoding="br").headers


@pytest.mark.parametrize("coding", ["br", "gzip"])
def test_each_part_of_a_stream_can_be_read_when_it_comes(small: FastAPI, coding: str) -> None:
    """A browser shows the first part while the next is still being made."""
    received: list[bytes] = []

    async def send(message: dict[str, object]) -> None:
        if message["type"] == "http.response.body":
            body = message["body"]
            assert isinstance(body, bytes)
            received.append(body)

    async def receive() -> dict[str, object]:
        await asyncio.sleep(60)
        return {"type": "http.disconnect"}

    scope = {
        **{"type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http"},
        **{"path": "/stream", "raw_path": b"/stream", "query_string": b"", "root_path": ""},
        **{"headers": [(b"accept-encoding", coding.encode())], "client": ("x", 1), "server": ("x", 80)},
    }
    asyncio.run(small(scope, receive, send))  # type: ignore[arg-type]
    assert len(received) >= len(PARTS)
    assert _read(coding, received[:1]) == PARTS[0]
    assert _read(coding, received) == "".join(PARTS)


def _read(coding: str, parts: list[bytes]) -> str:
    if coding == "br":
        reader = brotli.Decompressor()
        return b"".join(map(reader.process, parts)).decode()
    return zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(b"".join(parts)).decode()


@pytest.mark.parametrize("coding", PACKERS)
def test_what_is_sent_often_is_packed_as_small_as_can_be(coding: str) -> None:
    packed = PACKERS[coding](TEXT.encode())
    assert _read(coding, [packed]) == TEXT
    assert packed == PACKERS[coding](TEXT.encode()), "the same every time, whatever the hour"


def test_other_protocols_pass(small: FastAPI) -> None:
    seen = []

    async def app(scope: dict[str, object], _receive: object, _send: object) -> None:
        seen.append(scope["type"])

    asyncio.run(Compression(app)({"type": "websocket"}, None, None))  # type: ignore[arg-type]
    assert seen == ["websocket"]
