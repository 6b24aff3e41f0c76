"""The suite's own promises: CI allows no skips, and tests see no settings and no network from outside."""

import socket
from pathlib import Path

import pytest
from pytest_socket import SocketConnectBlockedError

from app.settings import Settings

pytest_plugins = ["pytester"]

SKIPPING = """
    import pytest

    def test_passes():
        pass

    @pytest.mark.skip(reason="no tool")
    def test_skips():
        pass

    @pytest.mark.xfail(reason="known")
    def test_fails_as_expected():
        assert False
"""
OPTIONS = ("-p", "no:cacheprovider", "-p", "no:socket")


@pytest.fixture
def suite(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """A small suite that runs under this suite's own conftest."""
    pytester.makeconftest(Path(__file__).with_name("conftest.py").read_text(encoding="utf-8"))
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[1]))
    return pytester


def test_a_skip_fails_in_ci(suite: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    suite.makepyfile(SKIPPING)
    result = suite.runpytest_subprocess(*OPTIONS)
    result.assert_outcomes(passed=1, errors=1, xfailed=1)
    result.stdout.fnmatch_lines(["*test_skips was skipped, and CI allows no skips*no tool*"])


def test_a_module_that_skips_itself_fails_in_ci(suite: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    suite.makepyfile("import pytest\npytest.importorskip('no_such_module')\ndef test_never(): pass")
    result = suite.runpytest_subprocess(*OPTIONS)
    assert result.ret != pytest.ExitCode.OK
    result.stdout.fnmatch_lines(["*was skipped, and CI allows no skips*"])


def test_a_skip_is_a_skip_on_a_desk(suite: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    suite.makepyfile(SKIPPING)
    suite.runpytest_subprocess(*OPTIONS).assert_outcomes(passed=1, skipped=1, xfailed=1)


def test_settings_keep_all_state_in_the_tests_folder(settings: Settings, tmp_path: Path) -> None:
    assert str(tmp_path) in settings.database_url
    assert settings.index_dir.is_relative_to(tmp_path)


def test_the_network_is_off() -> None:
    with (
        socket.socket() as outside,
        pytest.raises((SocketConnectBlockedError, UserWarning), match=r"192\.0\.2\.1"),
    ):
        outside.connect(("192.0.2.1", 80))
