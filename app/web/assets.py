"""Static files: each address carries the file's fingerprint, so that browsers may keep it for good."""

import os
from functools import cache
from hashlib import blake2b

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from app import resources

FOR_GOOD = "public, max-age=31536000, immutable"


@cache
def fingerprint(path: str) -> str:
    """Eight hexadecimal digits of the content of `path`, which is relative to static/. Raises `OSError`."""
    return blake2b((resources.STATIC / path).read_bytes(), digest_size=4).hexdigest()


class Assets(StaticFiles):
    """Serves static/; with a fingerprint in the query an answer may be cached for good, otherwise it is revalidated."""

    def __init__(self) -> None:
        super().__init__(directory=resources.STATIC)

    def file_response(
        self, full_path: str | os.PathLike[str], stat_result: os.stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        """The file, or 304 when the browser has it."""
        response = super().file_response(full_path, stat_result, scope, status_code)
        response.headers["Cache-Control"] = FOR_GOOD if scope["query_string"].startswith(b"v=") else "no-cache"
        return response
