"""The benchmark of citation marks."""

import json
from pathlib import Path

import pytest

from benchmarks.citations import main


def test_totals_over_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    entries = "".join(f"[{n}] 薛澜{n}.智库热的冷思考[J].中国行政管理,2014({n}):6-10.\n" for n in (1, 2))
    (tmp_path / "a.md").write_text(
        f"智库推动和平事业发展2。学者们很少关注这一点[1]。\n参考文献\n{entries}", encoding="utf-8"
    )
    gold = [
        {"text": "智库推动和平事业发展2。", "cites": ["2"]},
        {"text": "学者们很少关注这一点[1]。", "cites": ["1", "7"]},
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, gold)), encoding="utf-8")
    assert main([str(tmp_path), str(tmp_path), "a"]) == 0
    assert capsys.readouterr().out == "citations  P 1.000  R 0.667  F1 0.800  (3)\n"


def test_without_names_it_says_how_to_call_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["papers", "labels"]) == 2
    assert "usage" in capsys.readouterr().err
