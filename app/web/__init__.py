"""What all pages share: templates, locales, static files, security headers and error pages."""

from fastapi import FastAPI

from app.settings import Settings
from app.web.assets import Assets
from app.web.compression import Compression
from app.web.errors import install_handlers
from app.web.security import SecurityHeaders
from app.web.templating import Templating


def install(app: FastAPI, settings: Settings) -> None:
    """Gives `app` what its pages need. Call it after the JSON side has registered its own error handlers.

    Pages read the vocabulary and the data from `app.state.library`, which must be there when the first page is asked
    for. Raises `OSError` when templates, catalogues or static files are missing.
    """
    app.state.templating = Templating(app, settings)
    app.mount("/static", Assets(), name="static")
    app.add_middleware(Compression)
    app.add_middleware(SecurityHeaders)
    install_handlers(app)
