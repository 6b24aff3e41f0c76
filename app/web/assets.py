"""Static files: each address carries the file's fingerprint, so that browsers may keep it for good."""

import os
from functools import cache
from hashlib import blake2b

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from app import resources
from app.web import lean

FOR_GOOD = "public, max-age=31536000, immutable"


@cache
def content(path: str) -> bytes:
    """What is sent of `path`, which is relative to static/. Raises `OSError`."""
    if path in lean.SHEETS:
        return lean.sheet(path)
    if _is_script(path):
        return lean.script(path, fingerprint)
    return (resources.STATIC / path).read_bytes()


@cache
def fingerprint(path: str) -> str:
    """Eight hexadecimal digits of the content of `path`, which is relative to static/. Raises `OSError`."""
    return blake2b(content(path), digest_size=4).hexdigest()


class Assets(StaticFiles):
    """Serves static/; with a fingerprint in the query an answer may be cached for good, otherwise it is revalidated."""

    def __init__(self) -> None:
        super().__init__(directory=resources.STATIC)

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file; of style sheets and scripts what is sent of them."""
        if path in lean.SHEETS and scope["method"] in {"GET", "HEAD"}:
            return _kept(Response(content(path), media_type="text/css"), scope)
        answer = await super().get_response(path, scope)
        if answer.status_code == 200 and _is_script(path):
            return _kept(Response(content(path), media_type="text/javascript"), scope)
        return answer

    def file_response(
        self, full_path: str | os.PathLike[str], stat_result: os.stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        """The file, or 304 when the browser has it."""
        return _kept(super().file_response(full_path, stat_result, scope, status_code), scope)


def _is_script(path: str) -> bool:
    return path.startswith(lean.SCRIPTS) and path.endswith(".js")


def _kept(response: Response, scope: Scope) -> Response:
    response.headers["Cache-Control"] = FOR_GOOD if scope["query_string"].startswith(b"v=") else "no-cache"
    return response
