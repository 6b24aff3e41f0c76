"""What the furniture of the pages says of the paper."""

import pytest

from app.ingest.layout import arrange
from app.ingest.printed_record import read_printed_record
from app.ingest.records import Bibliography
from tests.factories import make_document

P = "这是一个完整的段落，它以句号结束。"
CITE = "武霏霏，王峥.承担新使命 加快科技创新智库建设[J].智库理论与实践，2016，1(5)：78-84."


def record(source: str, title: str | None = None) -> Bibliography:
    return read_printed_record(arrange(make_document(text=source)).lines, title)


@pytest.mark.parametrize("line", [CITE, f"引用格式：{CITE}", f"# {CITE}"])
def test_how_to_cite_the_paper(line: str) -> None:
    found = record(f"{P}\n{line}\n{P}", "承担新使命加快科技创新智库建设")
    assert found.authors == ("武霏霏", "王峥")
    assert (found.container, found.year, found.volume, found.issue, found.pages) == (
        "智库理论与实践", 2016, "1", "5", "78-84",
    )  # fmt: skip


def test_a_neighbours_entry_is_not_believed() -> None:
    assert record(f"{P}\n{CITE}", "科技外交与中美关系的未来发展") == Bibliography()


def test_without_a_title_it_gives_one() -> None:
    assert record(f"{P}\n{CITE}").title == "承担新使命 加快科技创新智库建设"


def test_a_running_head_with_author_and_title() -> None:
    found = record(f"{P}\n◇王明国：科技外交与中美关系的未来发展\n{P}")
    assert (found.title, found.authors) == ("科技外交与中美关系的未来发展", ("王明国",))


@pytest.mark.parametrize("line", ["◇本刊专稿：科技外交的未来发展", "王明国：科技外交的未来发展", "·研究与探讨·"])
def test_other_heads_name_no_author(line: str) -> None:
    assert record(f"{P}\n{line}\n{P}") == Bibliography()


@pytest.mark.parametrize(
    "line", ["DOI: 10.16418/j.issn.1000-3045", "DOI 10.16418/j.issn.1000-3045.", "doi：10.16418/j.issn.1000-3045"]
)
def test_a_doi_on_the_first_page(line: str) -> None:
    assert record(f"{line}\n{P}").doi == "10.16418/j.issn.1000-3045"


def test_a_doi_of_a_cited_work_is_not_the_papers() -> None:
    assert record(f"{P}\n参考文献\n[1] 甲.乙[J].丙,2014. DOI: 10.1234/x").doi is None
