"""Answers made smaller on their way: by brotli (RFC 7932) where a client reads it, else by gzip.

What a client reads is told by Accept-Encoding (RFC 9110, section 12.5.3). Starlette knows gzip alone and takes any
mention of it for a wish; how an answer is changed, streams among them, stays as there.
"""

import zlib
from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType

import brotli
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.middleware.gzip import GZipResponder, IdentityResponder
from starlette.types import ASGIApp, Receive, Scope, Send

from app.web.accept import read_accept

SMALLEST = 400
"""Bytes from which on an answer is compressed: a small script is half as large."""
GZIP_LEVEL = 6
"""A page is as small as with 9 within a hundredth; 4 would save half a millisecond for a page of results and cost a
paper of 258 sentences 3.5 KB (measured)."""
BROTLI_LEVEL = 5
"""A page of results takes 1.3 to 1.8 ms and has 11.7 KB, by gzip 1.3 ms and 13.5 KB; a paper 6 to 9 ms and 66.9 KB, by
gzip 9 to 11 ms and 80.1 KB. 4 gives a page of results the size of gzip; 6 takes a tenth longer for one in a hundred."""
LARGE = 128 * 1024
"""Bytes from which on a thread compresses, while other visitors are answered."""
_KNOWN_HEADERS = 256
"""Values of Accept-Encoding that are kept: browsers send a handful."""

PACKERS: Mapping[str, Callable[[bytes], bytes]] = MappingProxyType(
    {
        "br": lambda content: brotli.compress(content, quality=11),
        "gzip": lambda content: zlib.compress(content, 9, 16 + zlib.MAX_WBITS),
    }
)
"""How to make what is sent often as small as can be, by coding; the first is sent where all are wanted alike."""


@lru_cache(maxsize=_KNOWN_HEADERS)
def wanted_coding(header: str) -> str:
    """The coding that an Accept-Encoding header wants most; empty for none, as when it says nothing.

    >>> wanted_coding("gzip, deflate, br"), wanted_coding("br;q=0, *;q=0.1"), wanted_coding("identity")
    ('br', 'gzip', '')
    """
    weights = dict(read_accept(header))
    others = weights.get("*", 0.0)
    best = max(PACKERS, key=lambda coding: weights.get(coding, others))
    weight = weights.get(best, others)
    return best if weight > 0 and weight >= weights.get("identity", 0.0) else ""


def coding_for(scope: Scope) -> str:
    """The coding that the client of `scope` wants most; empty for none."""
    return wanted_coding(Headers(scope=scope).get("accept-encoding", ""))


class Compression:
    """Middleware that compresses each answer of `SMALLEST` bytes or more that is neither compressed nor a part yet."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers as the wrapped application does, in the coding that is wanted."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        await self._responder(coding_for(scope))(scope, receive, send)

    def _responder(self, coding: str) -> IdentityResponder:
        if coding == "br":
            return _Brotli(self.app, SMALLEST)
        if coding == "gzip":
            return GZipResponder(self.app, SMALLEST, GZIP_LEVEL, thread_minimum_size=LARGE)
        return IdentityResponder(self.app, SMALLEST)


class _Brotli(IdentityResponder):
    """Compresses what is sent; a stream is flushed with each of its parts, so that none waits for the next."""

    content_encoding = "br"

    def __init__(self, app: ASGIApp, minimum_size: int) -> None:
        super().__init__(app, minimum_size)
        self._compressor = brotli.Compressor(quality=BROTLI_LEVEL)

    async def apply_compression(self, body: bytes, *, more_body: bool) -> bytes:
        """`body` compressed as the next part of the answer, its last unless there is `more_body`."""
        if len(body) < LARGE:
            return self._packed(body, more_body)
        return await run_in_threadpool(self._packed, body, more_body)

    def _packed(self, body: bytes, more_body: bool) -> bytes:
        begun: bytes = self._compressor.process(body)
        rest: bytes = self._compressor.flush() if more_body else self._compressor.finish()
        return begun + rest
