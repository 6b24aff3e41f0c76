import pytest

from app.ingest.works import Verdict
from app.ingest.works.told import compare_wording, shared_run
from tests.ingest.works.faces import make_face

PAPER = ("科技外交与公共外交在基本特征、主体、客体及实施路径等方面具有相似之处。", "中美应当对话。")
REPORT = "此外，王明国指出科技外交与公共外交在基本特征、主体、客体及实施路径等方面都具有相似之处。"


@pytest.mark.parametrize(
    ("authors", "sentence", "verdict"),
    [
        ("王明国", REPORT, Verdict.SAME),
        ("王明国等", REPORT, Verdict.SAME),
        ("张薇薇", REPORT, Verdict.DIFFERENT),
        ("", REPORT, Verdict.DIFFERENT),
        ("王明国", "王明国认为科技外交与公共外交不同。", Verdict.DIFFERENT),
        ("王明国", f"{'很' * 200}{REPORT}", Verdict.DIFFERENT),
    ],
)
def test_wording_counts_where_the_author_is_named(authors: str, sentence: str, verdict: Verdict) -> None:
    told = make_face(None, authors, "002#17", told=True, sentences=(sentence,))
    paper = make_face("未来发展", "王明国", "004", is_paper=True, sentences=PAPER)
    assert compare_wording(told, paper).verdict == verdict


def test_the_evidence_says_how_long_the_shared_wording_is() -> None:
    told = make_face(None, "王明国", "002#17", told=True, sentences=(REPORT,))
    paper = make_face("未来发展", "王明国", "004", is_paper=True, sentences=PAPER)
    found = compare_wording(told, paper)
    assert found.evidence == ("author", "wording (26 signs)")
    assert found.confidence == 0.95


@pytest.mark.parametrize(
    ("some", "others", "run"),
    [([], ["甲乙丙丁"], 0), (["甲乙丙丁"], [], 0), (["甲乙丙"], ["甲乙丙"], 0), (["一甲乙丙丁"], ["甲，乙丙丁二"], 4)],
)
def test_runs_shorter_than_four_letters_are_none(some: list[str], others: list[str], run: int) -> None:
    assert shared_run(some, others)[0] == run
