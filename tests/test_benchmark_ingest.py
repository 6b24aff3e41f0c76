"""The benchmark of taking papers in."""

import re
from pathlib import Path

import pytest

from benchmarks.ingest_speed import main


def test_it_tells_the_stages_the_memory_and_the_one_more_paper(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(5):
        text = f"论文{number}\n\n1 引言\n\n日本于200{number}年发布科技外交战略。美国与日本签署科技合作协定。\n"
        (tmp_path / f"p{number}.txt").write_text(text, encoding="utf-8")
    assert main([str(tmp_path), "--papers", "9"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("added: 4 papers, ")
    assert "all indexed\n4 papers, 8 claims: " in told
    for stage in ("store", "link", "index, vectors among it", "vectors alone"):
        assert re.search(rf"^  {stage} +\d+\.\d s +\d+\.\d\d ms a claim$", told, re.MULTILINE), stage
    assert [int(papers) for papers in re.findall(r"^ +(\d+) papers +\d+ MiB$", told, re.MULTILINE)] == [1, 2, 3, 4, 4]
    assert "10 claims found now" in told
