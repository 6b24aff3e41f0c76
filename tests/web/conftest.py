"""A small application that has what `web` installs, and pages that go wrong on purpose."""

import pytest
from fastapi import APIRouter, FastAPI, HTTPException

from app import web
from app.settings import Settings
from app.web.errors import NotFound, Suggestion
from tests.visitor import Visitor


def broken_router() -> APIRouter:
    router = APIRouter(prefix="/{locale:locale}")

    @router.get("/crash", name="crash")
    def crash() -> None:
        raise RuntimeError("secret <script>")

    @router.get("/gone/{code}", name="gone")
    def gone(code: str) -> None:
        raise NotFound("country", code, (Suggestion("日本", "/zh/countries/JP"),))

    @router.get("/teapot", name="teapot")
    def teapot() -> None:
        raise HTTPException(418, headers={"X-Tea": "green"})

    @router.get("/number/{n}", name="number")
    def number(n: int) -> int:
        return n

    for name in (
        "home",
        "search",
        "countries",
        "instruments",
        "entities",
        "numbers",
        "timeline",
        "papers",
        "citations",
        "glossary",
        "keys",
        "notebook",
        "about",
        "trust",
        "opensearch",
        "papers_feed",
    ):
        router.add_api_route("/" if name == "home" else f"/{name}", lambda: {}, name=name)
    return router


@pytest.fixture
def app(settings: Settings) -> FastAPI:
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    app.include_router(broken_router())
    web.install(app, settings)
    return app


@pytest.fixture
def visitor(app: FastAPI) -> Visitor:
    return Visitor(app)
