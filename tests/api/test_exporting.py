"""Claims in the formats of other programs: what each line holds, and that nothing in a claim breaks a file."""

import csv
import io
import json
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.api.exporting import COLUMNS, export_claims, export_papers
from app.api.shapes import Shaper
from app.catalogue.views import ClaimView, FigureView
from app.cite import Format
from app.library.names import Names
from tests.factories import vocabulary
from tests.views import make_mark, make_record, make_view

SHAPER = Shaper("https://kewai.example/", Names(vocabulary(), {}))
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)


def exported(claims: Sequence[ClaimView], format: Format) -> str:
    return "".join(export_claims(claims, format, SHAPER))


def rows(claims: Sequence[ClaimView]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(exported(claims, Format.CSV).removeprefix("\ufeff"), newline="")))


def test_a_table_has_a_line_a_claim_with_its_labels_and_place() -> None:
    claim = make_view(
        "中国与155个国家签署协定。",
        countries=("CN", "JP"),
        instruments=("agreement",),
        figures=(
            FigureView(155, "个国家", None, 2018, False, "155 个国家"),
            FigureView(2.5, "%", None, None, True, ""),
        ),
        citations=(make_mark("17"), make_mark("3"), make_mark("17", at=4)),
        paper=make_record("002", title="综述", authors=("赵刚", "李四"), year=2020),
    )
    (row,) = rows([claim])
    assert list(row) == list(COLUMNS)
    assert (row["id"], row["text"], row["type"]) == (claim.uid, claim.text, "fact")
    assert (row["paper"], row["title"], row["year"], row["section"], row["heading"]) == (
        "002",
        "综述",
        "2020",
        "1",
        "引言",
    )
    assert row["url"] == f"https://kewai.example/claims/{claim.uid}"
    assert [code in row["countries"] for code in ("CN", "JP")] == [True, True]
    assert row["citations"].count("17") == 1
    assert "155 个国家" in row["figures"]
    assert "2.5 %" in row["figures"]


@given(st.lists(TEXT, max_size=5))
def test_any_text_comes_back_from_both_kinds_of_lines(texts: list[str]) -> None:
    claims = [make_view(text, uid=f"u{at}") for at, text in enumerate(texts)]
    lines = exported(claims, Format.JSONL).split("\n")
    assert [json.loads(line)["text"] for line in lines if line] == texts
    assert [row["id"] for row in rows(claims)] == [claim.uid for claim in claims]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", '"引号"', "a,b", "一\u2028二"])
def test_a_table_runs_nothing_and_keeps_its_columns(text: str) -> None:
    (row,) = rows([make_view(text)])
    assert text in row["text"]
    assert not row["text"].startswith(("=", "+", "-", "@"))
    assert None not in row


@pytest.mark.parametrize("format", [Format.BIBTEX, Format.RIS, Format.CSL_JSON])
def test_papers_stand_in_their_order(format: Format) -> None:
    written = "".join(export_papers([make_record("b", title="乙论文"), make_record("a", title="甲论文")], format))
    assert written.count("乙论文") == written.count("甲论文") == 1
    assert written.index("乙论文") < written.index("甲论文")


def test_nothing_found_is_still_a_file() -> None:
    assert rows([]) == []
    assert exported([], Format.CSV).removeprefix("\ufeff").strip().split(",") == list(COLUMNS)
    assert exported([], Format.JSONL) == ""
    assert json.loads("".join(export_papers([], Format.CSL_JSON))) == []
    assert "".join(export_papers([], Format.REFERENCES)) == ""


def test_a_file_is_written_while_claims_come_in() -> None:
    taken = []

    def claims() -> Iterator[ClaimView]:
        for number in range(1000):
            taken.append(number)
            yield make_view(uid=f"u{number}")

    lines = export_claims(claims(), Format.JSONL, SHAPER)
    assert json.loads(next(lines))["id"] == "u0"
    assert len(taken) < 10
