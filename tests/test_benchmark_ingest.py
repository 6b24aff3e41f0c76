"""The benchmark of taking papers in."""

import re
from pathlib import Path

import pytest

from benchmarks.ingest_speed import main


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "papers"
    made.mkdir()
    for number in range(6):
        text = f"论文{number}\n\n1 引言\n\n日本于200{number}年发布科技外交战略。美国与日本签署科技合作协定{number}。\n"
        (made / f"p{number}.txt").write_text(text, encoding="utf-8")
    return made


def test_it_tells_stages_memory_disk_and_what_one_more_paper_takes(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    state = tmp_path / "state"
    assert main([str(folder), "--papers", "9", "--state", str(state)]) == 0
    told = capsys.readouterr().out
    assert told.startswith("added: 4 papers, ")
    assert re.search(r"all indexed\n4 papers, \d+ characters, 8 claims, \d+ processors\n", told)
    for stage in ("all", "analysed and stored", "encoded and indexed"):
        assert re.search(rf"^{stage} +\d+\.\d s by the clock; processor: +\d+\.\d s here", told, re.MULTILINE), stage
    assert re.search(r"^encoding alone +\d+\.\d s of the processor, \d+\.\d\d ms a claim$", told, re.MULTILINE)
    moments = re.findall(r"^peak memory +\d+ MiB after (.*)$", told, re.MULTILINE)
    assert moments == [f"{n} papers" for n in (1, 2, 3, 4)] + [f"{n} claims" for n in (2, 4, 6, 8)]
    index = sum(path.stat().st_size for path in (state / "index").rglob("*") if path.is_file())
    assert index > 0
    sizes = re.search(r"papers ([\d,]+), claims ([\d,]+)\nbytes of the database .*, vectors in it ([\d,]+)\n", told)
    assert sizes is not None
    papers, claims, vectors = (int(size.replace(",", "")) for size in sizes.groups())
    assert papers == sum((folder / f"p{number}.txt").stat().st_size for number in range(4))
    assert 0 < claims < papers
    assert vectors >= 8 * 576
    assert told.count("one more paper of 2 claims") == 2
    assert len(re.findall(r"^found by its words \d+\.\d s after the start$", told, re.MULTILINE)) == 2


def test_a_folder_that_holds_something_is_refused(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main([str(folder), "--state", str(folder)])
    assert "is not empty; name a new folder" in capsys.readouterr().err
    assert len(list(folder.iterdir())) == 6
