"""Runs `kewai …` in this process, in a folder of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.cli import run

PAPER = """科技外交的实践

一、日本的科技外交

日本于2008年发布科技外交战略，提出了三个目标。美国与日本签署科技合作协定[1]。

二、结语

我国应当加强科技外交，积极参与国际大科学计划。

参考文献
[1] 赵刚. 科技外交的理论与实践[M]. 北京：时事出版社，2007.
"""


@dataclass(frozen=True)
class Ran:
    """What a command did."""

    status: int
    out: str
    err: str


Kewai = Callable[..., Ran]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with one paper in `papers/`."""
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "japan.txt").write_text(PAPER, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def kewai(here: Path, capsys: pytest.CaptureFixture[str]) -> Kewai:
    def call(*arguments: str) -> Ran:
        status = run(arguments)
        captured = capsys.readouterr()
        return Ran(status, captured.out, captured.err)

    return call
