"""Citations by author and year."""

import time

import pytest

from app.ingest.analysis import analyse
from app.ingest.records import Citation, Reference
from app.ingest.references.author_year import AuthorYears, family_name
from tests.factories import make_document, vocabulary

WORKS = AuthorYears.of(
    [
        Reference("1", authors=("王逸舟",), year=2011),
        Reference("2", authors=("Nye, Joseph S.",), year=2004),
        Reference("3", authors=("Flink T", "Schreiterer U"), year=2010),
        Reference("4", authors=("罗晖", "李政"), year=2021),
        Reference("5", authors=("赵刚",), year=2007),
        Reference("6", authors=("赵刚",), year=2007),
        Reference("7", authors=("中国科学院",), year=2015),
        Reference("8", title="无作者", year=2015),
    ]
)


def labels(text: str) -> list[str]:
    return [citation.label for citation in WORKS.cited_in(text)]


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("外交需要创造性介入（王逸舟，2011）。", ["1"]),
        ("外交需要创造性介入（王逸舟, 2011: 35）。", ["1"]),
        ("学者王逸舟（2011）认为外交需要介入。", ["1"]),
        ("软实力很重要(Nye, 2004)。", ["2"]),
        ("软实力很重要（Nye 2004；Flink et al., 2010）。", ["2", "3"]),
        ("Flink and Schreiterer (2010) 比较了六国。", ["3"]),
        ("Flink & Schreiterer（2010a）比较了六国。", ["3"]),
        ("罗晖、李政（2021）总结了实践。", ["4"]),
        ("罗晖等（2021）总结了实践。", ["4"]),
        ("报告给出了数据（中国科学院，2015）。", ["7"]),
        ("王逸舟（2011）与王逸舟（2011）", ["1"]),
    ],
)
def test_how_works_are_cited(text: str, cited: list[str]) -> None:
    assert labels(text) == cited


@pytest.mark.parametrize(
    "text",
    [
        "王逸舟（2012）认为外交需要介入。",
        "赵刚（2007）有两部著作。",
        "该计划于次年结束（2011）。",
        "王逸舟认为外交需要介入（详见下文）。",
        "李政（2021）",
        "Smith (2004)",
        "",
    ],
)
def test_what_cites_no_work_of_the_list(text: str) -> None:
    assert labels(text) == []


def test_a_citation_stands_behind_its_bracket() -> None:
    assert list(WORKS.cited_in("介入（王逸舟，2011）。")) == [Citation("1", 12, "王逸舟")]


def test_names_under_which_a_text_cites() -> None:
    assert [family_name(name) for name in ("Flink T", "Nina V. Fedoroff", "Greenpeace", "James G.McGann")] == [
        *("Flink", "Fedoroff", "Greenpeace", "McGann")
    ]


PAPER = (
    "科技外交的实践与特色\n王明国\n摘要：本文讨论科技外交。\n1 引言\n外交需要创造性介入（王逸舟，2011）。这是一句。\n"
    "软实力在合作中很重要{mark}（Nye，2004）。这是又一句。\n参考文献\n"
    "王逸舟. 创造性介入[M]. 北京：北京大学出版社，2011.\nNye J. Soft Power[M]. New York: PublicAffairs, 2004.\n"
)


def test_a_paper_without_marks_cites_its_unnumbered_list() -> None:
    analysis = analyse(make_document(text=PAPER.format(mark="")), vocabulary())
    assert [c.label for claim in analysis.claims for c in claim.citations] == ["1", "2"]
    assert [reference.title for reference in analysis.references] == ["创造性介入", "Soft Power"]


def test_a_paper_with_marks_cites_by_these() -> None:
    analysis = analyse(make_document(text=PAPER.format(mark="[2]")), vocabulary())
    assert [c.label for claim in analysis.claims for c in claim.citations] == ["2"]


@pytest.mark.parametrize("piece", ["（王逸舟，2011）", "(", "（2011", "Nye, ", "A B ", "王；", "(Nye 2004; "])
def test_takes_time_as_the_sentence_is_long(piece: str) -> None:
    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        start = time.process_time()
        list(WORKS.cited_in(text))
        return time.process_time() - start

    assert seconds(160_000) < 8 * max(seconds(40_000), 0.02)
