"""Sessions on the sample, which nobody changes, and on an empty database."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.orm import Session, sessionmaker

from app.database import transaction
from tests.factories import open_database
from tests.sample import fill


@pytest.fixture(scope="session")
def sessions(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sessionmaker[Session]]:
    """Sessions on the filled database; read-only by custom, so made once."""
    with open_database(tmp_path_factory.mktemp("catalogue")) as made:
        with transaction(made) as session:
            fill(session)
        yield made


@pytest.fixture
def session(sessions: sessionmaker[Session]) -> Iterator[Session]:
    with sessions() as opened:
        yield opened


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Session]:
    """A session on a database without papers."""
    with open_database(tmp_path) as made, made() as opened:
        yield opened
