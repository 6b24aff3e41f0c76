import os

import pytest

from app import processes
from app.ingest.preparing import PaperRows
from app.ingest.records import Analysis, Document
from app.ingest.store import Outcome, Saved
from app.library import analysing
from app.library.analysing import Unchanged, analysed
from app.library.report import Failure
from tests.factories import make_document

FAILURE = Failure("x.txt", "x.txt: it is empty")
UNCHANGED = Unchanged("y.txt", Saved(Outcome.UNCHANGED))


def documents(number: int) -> list[Document]:
    return [make_document(f"p{i}", f"日本于{2000 + i}年发布科技外交战略。") for i in range(number)]


@pytest.mark.parametrize("worth", [1, 100])
def test_everything_comes_back_in_its_order(monkeypatch: pytest.MonkeyPatch, worth: int) -> None:
    """Whether several processes do it or this one."""
    monkeypatch.setattr(analysing, "_WORTH_PROCESSES", worth)
    monkeypatch.setattr(processes, "processors", lambda: 2)
    some = documents(9)
    items = [FAILURE, *some[:5], UNCHANGED, FAILURE, *some[5:], UNCHANGED]
    found = list(analysed(items))
    assert [item[0] if isinstance(item, tuple) else item for item in found] == items
    papers = [item[1] for item in found if isinstance(item, tuple)]
    assert all(isinstance(paper, PaperRows) for paper in papers)
    assert [paper.tables["claim"][0]["text"] for paper in papers] == [document.text for document in some]
    assert [row["code"] for paper in papers for row in paper.tables["claim_country"]] == ["JP"] * 9


def test_nothing_to_analyse() -> None:
    assert list(analysed([FAILURE, UNCHANGED])) == [FAILURE, UNCHANGED]
    assert list(analysed([])) == []


def test_what_breaks_is_said_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def break_(document: Document, vocabulary: object) -> Analysis:
        raise RecursionError(f"too\ndeep in {os.path.basename(document.origin)}")  # noqa: PTH119

    monkeypatch.setattr(analysing, "analyse", break_)
    (answer,) = analysed(documents(1))
    assert answer == (documents(1)[0], "RecursionError: too deep in p0.txt")
