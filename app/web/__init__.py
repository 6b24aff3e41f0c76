"""What all pages share: templates, locales, static files, security headers and error pages."""

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware

from app.settings import Settings
from app.web.assets import Assets
from app.web.errors import install_handlers
from app.web.security import SecurityHeaders
from app.web.templating import Templating

COMPRESSION = 6
"""Level of gzip: a page is as small as with 9 within a hundredth; 4 would save half a millisecond for a page of results
and cost a paper of 258 sentences 3.5 KB (measured)."""

SMALLEST = 400
"""Bytes from which on an answer is compressed: a small script is half as large."""


def install(app: FastAPI, settings: Settings) -> None:
    """Gives `app` what its pages need. Call it after the JSON side has registered its own error handlers.

    Pages read the vocabulary and the data from `app.state.library`, which must be there when the first page is asked
    for. Raises `OSError` when templates, catalogues or static files are missing.
    """
    app.state.templating = Templating(app, settings)
    app.mount("/static", Assets(), name="static")
    app.add_middleware(GZipMiddleware, minimum_size=SMALLEST, compresslevel=COMPRESSION)
    app.add_middleware(SecurityHeaders)
    install_handlers(app)
