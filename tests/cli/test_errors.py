"""Exit status 1 for what failed and 2 for wrong usage, each with one line that says what to do."""

from pathlib import Path

import pytest

from app import cli
from tests.cli.conftest import Kewai


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "--help"),
        (("fly",), "fly"),
        (("search",), "query"),
        (("search", "x", "--limit", "101"), "100"),
        (("search", "x", "--limit", "many"), "--limit"),
        (("search", "x", "--mode", "telepathy"), "hybrid"),
        (("search", "x", "--colour"), "--colour"),
        (("export", "--format", "docx"), "bibtex"),
        (("ingest",), "PATH"),
        (("serve", "--port", "99999"), "65535"),
        (("serve", "--workers", "0"), "--workers"),
    ],
)
def test_wrong_usage_is_2_in_one_line(kewai: Kewai, arguments: tuple[str, ...], words: str) -> None:
    ran = kewai(*arguments)
    assert (ran.status, ran.out) == (2, "")
    (line,) = ran.err.splitlines()
    assert line.startswith("kewai: ")
    assert words in line


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--country", "XX"), "/api/v1/countries"),
        (("--instrument", "magic"), "/api/v1/instruments"),
        (("--type", "other"), "definition"),
        (("--paper", "nothing"), "/api/v1/papers"),
    ],
)
def test_a_filter_that_names_nothing_is_wrong_usage(kewai: Kewai, options: tuple[str, ...], words: str) -> None:
    kewai("ingest", "papers")
    ran = kewai("search", "日本", *options)
    assert ran.status == 2
    assert words in ran.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("search", "日本"), "kewai ingest"),
        (("extract", "nothing.txt"), "no such file"),
        (("extract", "papers"), "folder"),
        (("evaluate", "nowhere"), "SLUG.jsonl"),
        (("ingest", "nothing.txt"), "no such file"),
    ],
)
def test_what_fails_is_1_in_one_line(kewai: Kewai, arguments: tuple[str, ...], words: str) -> None:
    ran = kewai(*arguments)
    assert ran.status == 1
    (line,) = ran.err.splitlines()
    assert line.startswith("kewai: ")
    assert words in line


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("KEWAI_SEARCH_URL", "https://search.example", "embedded index"),
        ("KEWAI_DATABASE_URL", "nonsense", "KEWAI_DATABASE_URL"),
        ("KEWAI_DATABASE_URL", "postgresql+psycopg://localhost/x", "psycopg"),
        ("KEWAI_PORT", "many", "KEWAI_PORT"),
    ],
)
def test_wrong_settings_are_named(
    kewai: Kewai, monkeypatch: pytest.MonkeyPatch, name: str, value: str, words: str
) -> None:
    monkeypatch.setenv(name, value)
    ran = kewai("reindex")
    assert ran.status == 1
    assert words in ran.err
    assert len(ran.err.splitlines()) == 1


def test_an_unforeseen_error_is_one_line_and_debug_shows_all(kewai: Kewai, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object) -> None:
        raise RuntimeError("out of\nluck")

    monkeypatch.setattr("app.cli.commands.Library", crash)
    ran = kewai("reindex")
    assert (ran.status, ran.err) == (
        1,
        "kewai: RuntimeError: out of luck; run it again with --debug and report what it prints\n",
    )
    with pytest.raises(RuntimeError, match="luck"):
        kewai("--debug", "reindex")


def test_a_reader_that_has_seen_enough_is_no_error(
    kewai: Kewai, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def stop(*_: object, **__: object) -> None:
        raise BrokenPipeError

    with (tmp_path / "out").open("w") as out:
        monkeypatch.setattr("sys.stdout", out)
        monkeypatch.setattr("app.cli.commands.Library", stop)
        assert cli.run(["reindex"]) == 0


def test_main_exits_with_the_status(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["kewai", "version"])
    with pytest.raises(SystemExit) as left:
        cli.main()
    assert left.value.code == 0
    with pytest.raises(SystemExit) as left:
        cli.main(["fly"])
    assert left.value.code == 2
