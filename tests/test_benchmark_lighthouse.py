"""The benchmark of Lighthouse's scores: what it runs is pinned, and what it prints is what was measured."""

import json
import re
import subprocess
from typing import IO, Any

import pytest

from benchmarks import lighthouse
from benchmarks.lighthouse import CATEGORIES, MEASURES, NODE, PAGES, row


def report(score: float, paint: float) -> dict[str, Any]:
    values = {"first-contentful-paint": paint, "cumulative-layout-shift": 0.0, "total-byte-weight": 42_000}
    return {
        "categories": {name: {"score": score if name == "performance" else 1} for name in CATEGORIES},
        "audits": {name: {"numericValue": value} for name, value in values.items()},
    }


def test_a_line_has_medians_and_the_least_score_counts() -> None:
    line, least = row("home, zh", [report(0.8, 900.4), report(0.97, 700), report(1, 800)])
    assert line == "| home, zh | 97 | 100 | 100 | 100 | 800 | 0 | 42000 |"
    assert least == pytest.approx(97)
    assert line.count("|") == len(CATEGORIES) + len(MEASURES) + 2


def test_it_looks_at_the_five_kinds_of_page() -> None:
    assert set(PAGES) == {"home", "search", "country", "instrument", "paper"}


def test_what_is_installed_is_pinned_and_names_no_registry() -> None:
    (version,) = json.loads((NODE / "package.json").read_text())["dependencies"].values()
    lock = json.loads((NODE / "package-lock.json").read_text())["packages"]
    assert re.fullmatch(r"\d+\.\d+\.\d+", version)
    assert lock["node_modules/lighthouse"]["version"] == version
    assert all(entry.get("integrity", "").startswith("sha512-") for path, entry in lock.items() if path)
    assert not [path for path, entry in lock.items() if "resolved" in entry]


def test_without_lighthouse_it_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: pytest.TempPathFactory
) -> None:
    monkeypatch.setattr(lighthouse, "NODE", tmp_path)
    monkeypatch.setattr("sys.argv", ["lighthouse"])
    with pytest.raises(SystemExit, match="npm ci --prefix benchmarks/node"):
        lighthouse.main()


@pytest.mark.parametrize("throttling", ["simulate", "devtools"])
def test_the_browser_is_slowed_down_as_was_asked(monkeypatch: pytest.MonkeyPatch, throttling: str) -> None:
    commands: list[list[str]] = []

    def run(command: list[str], *, stdout: IO[bytes], **_options: object) -> subprocess.CompletedProcess[bytes]:
        commands.append(command)
        stdout.write(json.dumps(report(1, 700)).encode())
        return subprocess.CompletedProcess(command, 0, stderr=b"")

    monkeypatch.setattr(subprocess, "run", run)
    assert lighthouse.look_at("http://127.0.0.1/zh/", 4, throttling) == report(1, 700)
    (command,) = commands
    assert command[2] == "http://127.0.0.1/zh/"
    assert {f"--throttling-method={throttling}", "--throttling.cpuSlowdownMultiplier=4"} <= set(command)
