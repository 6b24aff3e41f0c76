from pathlib import Path

import pytest

from app.library import LibraryError
from app.main import create_app
from app.settings import Settings
from tests.visitor import Visitor


def test_the_application_is_made_from_a_value_and_reads_no_environment(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("KEWAI_DATABASE_URL", "nonsense")
    app = create_app(settings)
    assert app.state.library.settings is settings
    app.state.library.close()


def test_making_the_application_changes_nothing_on_disk(settings: Settings, tmp_path: Path) -> None:
    app = create_app(settings)
    assert list(tmp_path.iterdir()) == []
    app.state.library.close()


def test_settings_that_cannot_be_followed_stop_it_at_once(settings: Settings) -> None:
    with pytest.raises(LibraryError, match="KEWAI_SEARCH_URL"):
        create_app(settings.model_copy(update={"search_url": "https://search.example"}))


def test_pages_api_and_static_files_are_all_there(settings: Settings) -> None:
    app = create_app(settings)
    app.state.library.migrate()
    visitor = Visitor(app)
    for path, status in {"/healthz": 200, "/zh/": 200, "/en/about": 200, "/api/v1/papers": 200, "/": 302}.items():
        assert visitor.get(path).status_code == status, path
    assert visitor.get("/static/styles/base.css").headers["content-type"].startswith("text/css")
    app.state.library.close()


def test_paths_cannot_leave_the_static_files(settings: Settings) -> None:
    app = create_app(settings)
    visitor = Visitor(app)
    for path in ("/static/../pyproject.toml", "/static/%2e%2e/pyproject.toml", "/static/..%2f..%2fetc/passwd"):
        assert visitor.get(path).status_code == 404, path
    app.state.library.close()
