"""The application: JSON side, pages and static files over one library."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Thread

from fastapi import FastAPI

from app import __version__, api, pages, web
from app.library import Library
from app.settings import Settings

DESCRIPTION = "Claims of Chinese papers on science and technology diplomacy, by country and instrument, with citations."


def create_app(settings: Settings) -> FastAPI:
    """The whole site for `settings`. It reads no environment itself and changes nothing on disk until it is served.

    Raises `LibraryError` when the settings cannot be followed, and `OSError` when templates are missing.
    """

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        yield
        app.state.library.close()

    app = FastAPI(
        title="Kewai API",
        version=__version__,
        description=DESCRIPTION,
        openapi_url=api.OPENAPI_URL,
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
    )
    app.state.library = Library(settings)
    api.install(app)
    web.install(app, settings)
    for router in pages.routers():
        app.include_router(router)
    return app


def from_environment() -> FastAPI:
    """The site as the environment sets it: what each worker process of `kewai serve` calls.

    What first requests would have to wait for is made ready in the background.
    """
    app = create_app(Settings())
    Thread(target=app.state.library.warm, name="warm", daemon=True).start()
    return app
