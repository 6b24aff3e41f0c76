"""What every test gets: no settings from outside, no network, quiet libraries, and no silent skips in CI."""

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from app.settings import Settings

BROWSER_VARIABLE = "KEWAI_CHROMIUM"
IN_CI = os.environ.get("CI", "").lower() in {"1", "true", "yes"}

hypothesis.settings.register_profile("local", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, database=None, print_blob=True)
hypothesis.settings.load_profile("ci" if IN_CI else "local")

logging.getLogger("jieba").setLevel(logging.WARNING)


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """A developer's own `KEWAI_…` variables must not change what a test sees."""
    for name in list(os.environ):
        if name.startswith("KEWAI_") and name != BROWSER_VARIABLE:
            monkeypatch.delenv(name)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings whose whole state lives in the test's own folder."""
    return Settings(
        _env_file=None,  # type: ignore[call-arg]
        database_url=f"sqlite:///{tmp_path / 'kewai.db'}",
        index_dir=tmp_path / "index",
    )


def _refuse_skip(report: pytest.TestReport | pytest.CollectReport, where: str) -> None:
    """Turns a skip into a failure: in CI a test that does not run is a hole, not a pass."""
    if IN_CI and report.outcome == "skipped" and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"{where} was skipped, and CI allows no skips: {report.longrepr}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    report = yield
    _refuse_skip(report, item.nodeid)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Iterator[None]:
    report = yield
    _refuse_skip(report, collector.nodeid)
    return report
