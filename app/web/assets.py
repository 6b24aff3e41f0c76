"""Static files: each address carries the file's fingerprint, so that browsers may keep it for good."""

import os
from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b, sha256
from pathlib import PurePosixPath

from markupsafe import Markup
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.staticfiles import NotModifiedResponse, StaticFiles
from starlette.types import Scope

from app import resources
from app.web import lean
from app.web.compression import PACKERS, coding_for

FOR_GOOD = "public, max-age=31536000, immutable"
TEXTS = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
"""Media types of what is sent compressed, by the end of its name; pictures of points are so already."""


@cache
def content(path: str) -> bytes:
    """What is sent of `path`, which is relative to static/. Raises `OSError`."""
    if path in lean.SHEETS:
        return lean.sheet(path)
    if path.startswith(lean.SCRIPTS) and path.endswith(".js"):
        return lean.script(path, fingerprint)
    return (resources.STATIC / path).read_bytes()


@cache
def fingerprint(path: str) -> str:
    """Eight hexadecimal digits of the content of `path`, which is relative to static/. Raises `OSError`."""
    return blake2b(content(path), digest_size=4).hexdigest()


@cache
def packed(path: str, coding: str) -> bytes:
    """The content of `path` in `coding`, which is one of `PACKERS` or empty for none. Raises `OSError`."""
    return PACKERS[coding](content(path)) if coding else content(path)


@cache
def style_text(path: str) -> Markup:
    """The style sheet at `path` as it stands within a page, where a browser reads no markup but the end of it.

    Raises `OSError`.
    """
    return Markup(content(path).decode().replace("</", "<\\/"))  # noqa: S704 - a file of ours


def style_sources() -> Iterator[str]:
    """What a content policy says of the style sheets within pages: the hash of each (CSP Level 3, section 2.3.1)."""
    for path in lean.SHEETS:
        digest = sha256(style_text(path).encode()).digest()
        yield f"'sha256-{b64encode(digest).decode()}'"


class Assets(StaticFiles):
    """Serves static/; with a fingerprint in the query an answer may be cached for good, otherwise it is revalidated."""

    def __init__(self) -> None:
        super().__init__(directory=resources.STATIC)

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file, or 304 when the browser has it; of texts what is sent of them."""
        if path in lean.SHEETS and scope["method"] in {"GET", "HEAD"}:
            return self._text(path, scope)
        answer = await super().get_response(path, scope)
        if answer.status_code == 200 and PurePosixPath(path).suffix in TEXTS:
            return self._text(path, scope)
        return answer

    def file_response(
        self, full_path: str | os.PathLike[str], stat_result: os.stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        """The file as it is, or 304 when the browser has it."""
        return _kept(super().file_response(full_path, stat_result, scope, status_code), scope)

    def _text(self, path: str, scope: Scope) -> Response:
        coding = coding_for(scope)
        headers = {"ETag": f'"{fingerprint(path)}{coding}"'}
        if coding:
            headers |= {"Content-Encoding": coding, "Vary": "Accept-Encoding"}
        answer = Response(packed(path, coding), media_type=TEXTS[PurePosixPath(path).suffix], headers=headers)
        unchanged = self.is_not_modified(answer.headers, Headers(scope=scope))
        return _kept(NotModifiedResponse(answer.headers) if unchanged else answer, scope)


def _kept(response: Response, scope: Scope) -> Response:
    response.headers["Cache-Control"] = FOR_GOOD if scope["query_string"].startswith(b"v=") else "no-cache"
    return response
