import threading
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from app import resources
from app.cli import serving
from app.library import Library
from app.settings import Settings
from tests.cli.conftest import Kewai


@pytest.fixture
def shipped(here: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The one paper of `here` in place of the shipped ones: serving must not wait for all five here."""
    monkeypatch.setattr(resources, "PAPERS", here / "papers")
    return here / "papers"


def test_an_empty_database_gets_the_shipped_papers(
    shipped: Path, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    library = Library(settings)
    serving.prepare(library)
    assert "added: 1 paper" in capsys.readouterr().err
    assert library.check() is None
    assert library.search("日本").total == 2
    serving.prepare(library)
    assert capsys.readouterr().err == ""
    library.close()


def test_a_database_with_papers_is_left_alone(shipped: Path, settings: Settings, tmp_path: Path) -> None:
    library = Library(settings)
    serving.prepare(library)
    (shipped / "more.txt").write_text("1 引言\n\n法国于2013年发布科技外交战略。\n", encoding="utf-8")
    serving.prepare(library)
    assert library.search("法国").total == 0
    library.close()


def test_an_index_that_cannot_be_used_is_rebuilt(
    shipped: Path, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    library = Library(settings)
    serving.prepare(library)
    library.close()
    capsys.readouterr()
    settings.index_dir.rename(settings.index_dir.with_name("gone"))
    library = Library(settings)
    serving.prepare(library)
    assert "rebuilding the index" in capsys.readouterr().err
    assert library.search("日本").total == 2
    library.close()


def test_a_paper_that_fails_is_named_and_the_site_still_starts(
    shipped: Path, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    (shipped / "empty.txt").write_bytes(b"")
    library = Library(settings)
    serving.prepare(library)
    assert "empty.txt: it is empty" in capsys.readouterr().err
    assert library.check() is None
    library.close()


def test_serve_hands_address_and_workers_to_the_server(
    shipped: Path, kewai: Kewai, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[tuple[str, dict[str, Any]]] = []
    monkeypatch.setattr("uvicorn.run", lambda target, **options: calls.append((target, options)))
    assert kewai("serve", "--host", "0.0.0.0", "--port", "8080", "--workers", "3").status == 0  # noqa: S104
    monkeypatch.setenv("KEWAI_PORT", "9090")
    assert kewai("serve").status == 0
    (target, first), (_, second) = calls
    assert target == "app.main:from_environment"
    assert first["factory"] is True
    assert (first["host"], first["port"], first["workers"]) == ("0.0.0.0", 8080, 3)  # noqa: S104
    assert (second["host"], second["port"], second["workers"]) == ("127.0.0.1", 9090, 1)
    assert (first["loop"], second["loop"]) == ("app.cli.sharing:SharingLoop", "auto")
    assert first["h11_max_incomplete_event_size"] > len(quote("科" * (1_000_000 // 3)))


def test_each_worker_makes_its_application_from_the_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from app.main import from_environment

    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KEWAI_DATABASE_URL", f"sqlite:///{tmp_path / 'elsewhere.db'}")
    app = from_environment()
    assert app.state.library.settings.database_url.endswith("elsewhere.db")
    (warming,) = (thread for thread in threading.enumerate() if thread.name == "warm")
    warming.join(60)
    assert not warming.is_alive()
    app.state.library.close()
