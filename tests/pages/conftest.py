"""The whole site over the small knowledge base of `tests.sample`, with two papers more, one of which means harm."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import text

from app.library import Library
from app.main import create_app
from app.settings import Settings
from tests.factories import make_claim, make_paper, make_reference
from tests.sample import open_sample
from tests.visitor import Visitor

HOSTILE = "evil"
SCRIPT = "<script>alert('x')</script>"


def add_papers(library: Library) -> None:
    """A paper whose every text is markup, and one that defines an instrument."""
    with library.session() as session, session.begin():
        make_paper(
            session,
            HOSTILE,
            [make_claim(f"中国{SCRIPT}签署协定。", countries="CN", instruments="agreement", cites="1")],
            title=f"题名{SCRIPT}",
            title_en=f"Title{SCRIPT}",
            authors=(SCRIPT,),
            container=SCRIPT,
            abstract=SCRIPT,
            keywords=(SCRIPT,),
            references=[make_reference("1", text=SCRIPT, authors=(SCRIPT,), url="javascript:alert(1)")],
            provenance=(("title", SCRIPT),),
        )
        make_paper(
            session,
            "definitions",
            [make_claim("平台工具是促进科技外交的对话活动。", type="definition", instruments="platform")],
        )
    library.link()
    library.reindex()


def make_settings(folder: Any) -> Settings:
    return Settings(
        _env_file=None,  # type: ignore[call-arg]
        database_url=f"sqlite:///{folder / 'kewai.db'}",
        index_dir=folder / "index",
        base_url="https://kewai.example",
    )


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FastAPI]:
    """The application over the sample; nothing in these tests changes it."""
    settings = make_settings(tmp_path_factory.mktemp("site"))
    with open_sample(settings) as library:
        add_papers(library)
    app = create_app(settings)
    yield app
    app.state.library.close()


@pytest.fixture(scope="session")
def visitor(site: FastAPI) -> Visitor:
    return Visitor(site)


@pytest.fixture(scope="session")
def library(site: FastAPI) -> Library:
    found: Library = site.state.library
    return found


@pytest.fixture(scope="session")
def count(library: Library) -> Callable[..., int]:
    """Answers a number straight from the tables: `count("select count(*) from claim where type = :t", t="fact")`."""

    def ask(statement: str, **values: object) -> int:
        with library.session() as session:
            return int(session.execute(text(statement), values).scalar_one())

    return ask


@pytest.fixture
def empty_site(settings: Settings) -> Iterator[Visitor]:
    """The application before anything was ingested."""
    app = create_app(settings)
    app.state.library.migrate()
    yield Visitor(app)
    app.state.library.close()


@pytest.fixture(scope="session")
def uid_of(library: Library) -> Callable[[str], str]:
    """The uid of the claim that begins with these words."""

    def ask(beginning: str) -> str:
        with library.session() as session:
            found = session.execute(text("select uid from claim where text like :t"), {"t": f"{beginning}%"})
            return str(found.scalar_one())

    return ask
