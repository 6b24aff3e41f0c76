from collections.abc import Iterator

import pytest
from fastapi import FastAPI

from app.main import create_app
from app.settings import Settings
from tests.visitor import Visitor


@pytest.fixture
def bare(settings: Settings) -> Iterator[FastAPI]:
    """An application over a database without tables."""
    made = create_app(settings)
    yield made
    made.state.library.close()


def test_the_process_is_up(visitor: Visitor) -> None:
    assert visitor.get("/healthz").json() == {"status": "ok"}


def test_database_and_index_are_usable(visitor: Visitor) -> None:
    response = visitor.get("/readyz")
    assert (response.status_code, response.json()) == (200, {"status": "ready"})


def test_an_application_that_cannot_answer_says_so_and_is_still_up(bare: FastAPI) -> None:
    visitor = Visitor(bare)
    assert visitor.get("/healthz").status_code == 200
    response = visitor.get("/readyz")
    assert response.status_code == 503
    assert response.headers["content-type"] == "application/problem+json"
    assert "kewai" in response.json()["detail"]


def test_a_search_without_an_index_is_503_with_help(bare: FastAPI) -> None:
    library = bare.state.library
    library.migrate()
    response = Visitor(bare).get("/api/v1/search?q=a")
    assert response.status_code == 503
    assert "reindex" in response.json()["detail"]


def test_the_library_is_closed_when_the_application_ends(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    import asyncio

    app = create_app(settings)
    closed: list[bool] = []
    monkeypatch.setattr(app.state.library, "close", lambda: closed.append(True))

    async def live() -> None:
        async with app.router.lifespan_context(app):
            assert closed == []

    asyncio.run(live())
    assert closed == [True]
