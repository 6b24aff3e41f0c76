import io
import sys

import pytest
from rich.console import Console
from rich.progress import Progress

from app.cli.progress import Bar, progress_bar


def test_a_bar_shows_the_document_at_work_and_how_many_are_done() -> None:
    out = io.StringIO()
    with Progress(console=Console(file=out, force_terminal=True, width=120), auto_refresh=False) as progress:
        bar = Bar(progress)
        bar.start(3)
        bar.advance("folder/[bold]one.txt")
        bar.advance("two.txt")
        (task,) = progress.tasks
        assert (task.total, task.completed, task.description) == (3, 2, "two.txt")
        bar.indexing(200)
        bar.indexed()
        bar.indexed()
        (task,) = progress.tasks
        assert (task.total, task.completed, task.description) == (200, 2, "Indexing claims")


def test_on_a_terminal_the_count_and_the_time_left_are_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = io.StringIO()
    shown.isatty = lambda: True  # type: ignore[method-assign]
    monkeypatch.setattr(sys, "stderr", shown)
    monkeypatch.setenv("TERM", "xterm")
    with progress_bar() as bar:
        bar.indexing(40)
        for _ in range(10):
            bar.indexed()
    assert "Indexing claims" in shown.getvalue()
    assert "10/40" in shown.getvalue()
    assert "left:" in shown.getvalue()


def test_nothing_is_shown_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert not sys.stderr.isatty()
    with progress_bar() as bar:
        bar.start(None)
        bar.advance("one.txt")
    assert capsys.readouterr().err == ""
