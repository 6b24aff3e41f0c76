"""Static files: each address carries the file's fingerprint, so that browsers may keep it for good.

The style sheets are sent as one, since a browser paints nothing before it has all of them.
"""

import os
import re
from functools import cache
from hashlib import blake2b

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from app import resources

_COMMENT, _SPACE = re.compile(r"/\*.*?\*/", re.DOTALL), re.compile(r"\s+")
FOR_GOOD = "public, max-age=31536000, immutable"
SHEET = "site.css"
SCREEN = (
    "tokens",
    "base",
    "layout",
    "components",
    "reading",
    "paper",
    "charts",
    "dossier",
    "numbers",
    "works",
    "glossary",
    "notebook",
)
"""The sheets in the order in which later rules follow earlier ones; print comes after all of them."""


@cache
def sheet() -> bytes:
    """All style sheets as one, without comments and indentation. Raises `OSError`."""
    folder = resources.STATIC / "styles"
    screen = [(folder / f"{name}.css").read_text(encoding="utf-8") for name in SCREEN]
    printed = (folder / "print.css").read_text(encoding="utf-8")
    whole = "\n".join([*screen, f"@media print {{\n{printed}}}\n"])
    return _SPACE.sub(" ", _COMMENT.sub("", whole)).encode()


@cache
def fingerprint(path: str) -> str:
    """Eight hexadecimal digits of the content of `path`, which is relative to static/. Raises `OSError`."""
    content = sheet() if path == SHEET else (resources.STATIC / path).read_bytes()
    return blake2b(content, digest_size=4).hexdigest()


class Assets(StaticFiles):
    """Serves static/; with a fingerprint in the query an answer may be cached for good, otherwise it is revalidated."""

    def __init__(self) -> None:
        super().__init__(directory=resources.STATIC)

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file, or the style sheets together."""
        if path == SHEET and scope["method"] in {"GET", "HEAD"}:
            return _kept(Response(sheet(), media_type="text/css"), scope)
        return await super().get_response(path, scope)

    def file_response(
        self, full_path: str | os.PathLike[str], stat_result: os.stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        """The file, or 304 when the browser has it."""
        return _kept(super().file_response(full_path, stat_result, scope, status_code), scope)


def _kept(response: Response, scope: Scope) -> Response:
    response.headers["Cache-Control"] = FOR_GOOD if scope["query_string"].startswith(b"v=") else "no-cache"
    return response
