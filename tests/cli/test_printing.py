"""What commands print for people, line by line."""

import re
import tomllib

import pytest
from markupsafe import Markup, escape

from app.agreement import Agreement
from app.catalogue.views import DoubtView
from app.cli.printing import print_analysis, print_doubts, print_results, print_scores
from app.ingest.evaluation import Scores
from app.ingest.records import IngestWarning
from app.library import ResultPage, SearchHit
from app.search.query import Words
from app.search.request import Filters, Mode, Sort
from app.search.synonyms import Synonym
from tests.factories import make_analysis, make_claim, make_document, make_reference
from tests.views import make_record, make_view

Printed = pytest.CaptureFixture[str]


def page(*texts: str, **fields: object) -> ResultPage:
    """A page of results with these claims."""
    hits = tuple(
        SearchHit(
            make_view(text, uid=f"uid{at}", countries=("JP",), instruments=("agreement",)), 1.0, escape(text), None
        )
        for at, text in enumerate(texts)
    )
    values: dict[str, object] = dict.fromkeys(ResultPage.__dataclass_fields__)
    values |= {"text": "协定", "query": Words("协定"), "canonical": "协定", "understood": True, "filters": Filters()}
    values |= {"mode": Mode.KEYWORD, "sort": Sort.RELEVANCE, "limit": 20, "offset": 0, "total": len(hits), "hits": hits}
    values |= {"synonyms": (), "parts": (), "facets": {}, "took_ms": 3.4, "complete": len(hits), "relaxed": False}
    return ResultPage(**(values | fields))  # type: ignore[arg-type]


def test_a_hit_shows_its_sentence_labels_and_place(capsys: Printed) -> None:
    print_results(page("日本签署协定。"))
    first, _, sentence, place = capsys.readouterr().out.splitlines()
    assert first == "1 claims in 3 ms"
    assert sentence == "   1  日本签署协定。"
    assert place == "      fact JP agreement · 论文 1 · /claims/uid0"


def test_hits_are_numbered_through_the_pages(capsys: Printed) -> None:
    print_results(page("甲。", "乙。", offset=40, total=99))
    printed = capsys.readouterr().out
    assert printed.startswith("99 claims")
    assert re.findall(r"^ +(\d+)  (.)", printed, re.MULTILINE) == [("41", "甲"), ("42", "乙")]


def test_a_paper_without_a_title_is_called_by_its_slug(capsys: Printed) -> None:
    claim = make_view("甲。", paper=make_record("000-untitled", title=None))
    print_results(page(hits=(SearchHit(claim, 1.0, Markup("甲。"), None),), total=1))
    assert "· 000-untitled 1 ·" in capsys.readouterr().out


def test_a_query_that_was_not_understood_says_why(capsys: Printed) -> None:
    print_results(page(understood=False, message="unclosed-quote", canonical="科技 外交"))
    assert capsys.readouterr().out.startswith("Not understood (unclosed-quote), searched as plain words: 科技 外交\n")


def test_other_names_that_were_searched_are_told(capsys: Printed) -> None:
    print_results(page("甲。", synonyms=(Synonym("WHO", ("世界卫生组织", "世卫组织"), 0, 3),)))
    assert "WHO is also searched as: 世界卫生组织, 世卫组织\n" in capsys.readouterr().out


@pytest.mark.parametrize(("total", "said"), [(0, True), (1, False)])
def test_a_suggestion_is_made_where_nothing_was_found(capsys: Printed, total: int, *, said: bool) -> None:
    print_results(page(total=total, suggestion="科技外交"))
    assert ("Did you mean: 科技外交\n" in capsys.readouterr().out) is said


def test_an_analysis_is_shown_in_a_screenful(capsys: Printed) -> None:
    analysis = make_analysis(
        "p",
        [make_claim("日本签署协定。"), make_claim("主要包括：", type="other")],
        title="科技外交",
        authors=("赵刚", "李四"),
        references=[make_reference("1")],
        document=make_document("p", warnings=(IngestWarning("control-characters", "2 control characters."),)),
        warnings=[IngestWarning("no-headings", "No headings.")],
    )
    print_analysis(analysis)
    assert capsys.readouterr().out.splitlines() == [
        "科技外交",
        "赵刚, 李四",
        "0 ",
        "  1 引言",
        "    1.1 政府间协定",
        "1 claims, 2 sentences, 1 references and notes",
        "warning: control-characters: 2 control characters.",
        "warning: no-headings: No headings.",
    ]


def test_what_is_not_known_is_said(capsys: Printed) -> None:
    print_analysis(make_analysis("p", [], title=None))
    assert capsys.readouterr().out.splitlines()[:2] == ["(no title)", "(no authors)"]


def test_scores_are_shares_with_three_decimals(capsys: Printed) -> None:
    scores = Scores(sentences=3, found=2, single=1, right_types=2)
    scores.codes["countries"] = Agreement(both=1, missed=2, extra=1)
    print_scores(scores)
    printed = capsys.readouterr().out
    assert "found 0.667" in printed
    assert "as exactly one claim 0.333" in printed
    assert "(3 in gold, 0 duplicates)" in printed
    assert "accuracy 0.667" in printed
    row = next(line for line in printed.splitlines() if line.strip().startswith("countries"))
    assert row.split() == ["countries", "0.500", "0.333", "0.400", "3"]


def test_scores_of_nothing_divide_by_nothing(capsys: Printed) -> None:
    print_scores(Scores())
    assert "found -  as exactly one claim -" in capsys.readouterr().out


def test_a_pair_to_decide_is_printed_as_a_table_that_can_be_copied(capsys: Printed) -> None:
    papers = (make_record("one", title="题\n[[decisions]]"), make_record("two"))
    print_doubts([DoubtView(("aaa", "bbb"), ("one", "two"), (None, None), papers, "title, author")], 7)
    out = capsys.readouterr().out
    assert out.startswith("# 7 pairs of entries")
    assert out.count("\n[[decisions]]") == 1
    assert [line[:7] for line in out.splitlines() if line.startswith(("# one", "# two"))] == ["# one: ", "# two: "]
    decided = tomllib.loads(out.replace("date = ", "date = 2026-11-22").replace('verdict = ""', 'verdict = "same"'))
    assert [table["works"] for table in decided["decisions"]] == [["aaa", "bbb"]]


def test_without_pairs_only_their_number_is_printed(capsys: Printed) -> None:
    print_doubts([], 0)
    assert capsys.readouterr().out.splitlines() == [
        "# 0 pairs of entries may be of one work; decide them in corpus/works.toml"
    ]
