"""The whole application over the sample."""

from collections.abc import Iterator

import pytest
from fastapi import FastAPI

from app.main import create_app
from app.settings import Settings
from tests.sample import open_sample
from tests.visitor import Visitor


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FastAPI]:
    folder = tmp_path_factory.mktemp("api")
    settings = Settings(
        _env_file=None,  # type: ignore[call-arg]
        database_url=f"sqlite:///{folder / 'kewai.db'}",
        index_dir=folder / "index",
    )
    with open_sample(settings):
        made = create_app(settings)
        yield made
        made.state.library.close()


@pytest.fixture
def visitor(app: FastAPI) -> Visitor:
    return Visitor(app)
