from pathlib import Path

import pytest

from app import resources
from app.ingest.errors import ReadError
from app.ingest.works import Verdict, read_decisions

WHOLE = """
[[decisions]]
works = ["abcdefghijkl", "mnopqrstuvwx"]
verdict = "same"
source = "both title pages"
date = 2026-11-22
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "works.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_decision_is_found_by_its_works_in_any_order(tmp_path: Path) -> None:
    found = read_decisions(write(tmp_path, WHOLE))
    decision = found.of("mnopqrstuvwx", "abcdefghijkl")
    assert decision is not None
    assert (decision.verdict, decision.source, decision.date) == (Verdict.SAME, "both title pages", "2026-11-22")
    assert found.of("abcdefghijkl", "abcdefghijkl") is None


def test_other_decisions_have_another_fingerprint(tmp_path: Path) -> None:
    first = read_decisions(write(tmp_path, WHOLE)).fingerprint
    second = read_decisions(write(tmp_path, WHOLE.replace('"same"', '"different"'))).fingerprint
    assert first != second
    assert read_decisions(tmp_path / "none.toml").fingerprint == ""
    assert read_decisions(write(tmp_path, "# nothing yet\n")).all == ()


@pytest.mark.parametrize(
    ("old", "new", "cause"),
    [
        ("[[decisions]]", "[[decisions", "TOML"),
        ('"same"', '"perhaps"', "verdict"),
        ('"mnopqrstuvwx"', '"abcdefghijkl"', "identifiers"),
        ('"mnopqrstuvwx"', '"../etc"', "identifiers"),
        ('works = ["abcdefghijkl", "mnopqrstuvwx"]', "works = 3", "identifiers"),
        ('"both title pages"', '" "', "source"),
        ("date = 2026-11-22", "", "date"),
        ("[[decisions]]", "[decisions]", "list"),
    ],
)
def test_what_is_no_decision_is_named_with_file_and_next_step(tmp_path: Path, old: str, new: str, cause: str) -> None:
    path = write(tmp_path, WHOLE.replace(old, new))
    with pytest.raises(ReadError, match=cause) as caught:
        read_decisions(path)
    assert str(path) in str(caught.value)


def test_two_decisions_on_one_pair_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="same works"):
        read_decisions(write(tmp_path, WHOLE + WHOLE))


def test_the_shipped_file_can_be_read() -> None:
    assert resources.WORKS.is_file()
    assert isinstance(read_decisions(resources.WORKS).all, tuple)
