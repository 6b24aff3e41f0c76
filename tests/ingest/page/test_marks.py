"""Citation marks in a line."""

import pytest

from app.ingest.page.lines import Line
from app.ingest.page.marks import expand, find_marks


def marks(text: str, calls: dict[int, str] | None = None, start: int = 0) -> list[tuple[tuple[str, ...], str]]:
    line = Line(start, start + len(text), text)
    return [(mark.labels, text[mark.start : mark.end]) for mark in find_marks(line, calls or {})]


@pytest.mark.parametrize(
    ("text", "labels", "printed"),
    [
        ("定义 [1]。", ("1",), "[1]"),
        ("定义[ 12 ]。", ("12",), "[ 12 ]"),
        ("方法［3］。", ("3",), "［3］"),
        ("方法〔4〕。", ("4",), "〔4〕"),
        ("研究[1-3]表明", ("1", "2", "3"), "[1-3]"),
        ("研究[1，5，7–9]表明", ("1", "5", "7", "8", "9"), "[1，5，7–9]"),
        ("关系¹²，", ("12",), "¹²"),
        ("研究[3.12-14]表明", ("3", "12", "13", "14"), "[3.12-14]"),
        ("国家基金[4。各国", ("4",), "[4"),
        ("主要载体[2，而后者", ("2",), "[2"),
        ("某机构[25认为", ("25",), "[25"),
        ("良好规范2]。制定", ("2",), "2]"),
        ("$\\mathrm { N I H } ^ { [ 3 1 ] }$ 要求", ("31",), "[ 3 1 ]"),
        ("也称“思想库”[i]。", ("1",), "[i]"),
        ("《衰落》[1o]，", ("10",), "[1o]"),
        ("制度化的联系「9]。当", ("9",), "「9]"),
        ('公共外交的重要功能"4]。', ("4",), "4]"),
        ("处理上”i5]。我国", ("15",), "i5]"),
        ("数据库[251认为，国际", ("25",), "[251"),
        ("机构[I8指出，应", ("18",), "[I8"),
        ("平台[12I汇集了", ("12",), "[12I"),
        ("关系1²，", ("12",), "1²"),
        ("如此？²", ("2",), "²"),
        ("重要内容[]；另有", (), "[]"),
        ("制度背景[。我国", (), "["),
    ],
)
def test_printed_numbers(text: str, labels: tuple[str, ...], printed: str) -> None:
    assert marks(text) == [(labels, printed)]


@pytest.mark.parametrize(
    "text", ["[2015]", "[J]", "[0, 1]", "[9-2]", "[1-99]", "10 m²", "（1）", "[]", "[1.5]", "f[]（x）", "国发[2014]1号"]
)
def test_what_is_no_mark(text: str) -> None:
    assert marks(text) == []


def test_a_circled_number_is_a_mark_when_a_footnote_answers_it() -> None:
    assert marks("关系。①另", {103: "17"}, start=100) == [(("17",), "①")]
    assert marks("关系。^①另", {103: "17"}, start=100) == [(("17",), "^①")]


def test_a_circled_number_without_footnote_is_an_enumeration() -> None:
    assert marks("包括①甲②乙") == []


def test_a_raised_circled_number_is_a_mark_even_when_nothing_answers_it() -> None:
    assert marks("关系。^③") == [((), "^③")]


def test_a_bare_number_is_a_mark_where_it_is_called() -> None:
    assert marks("发展2。决策8,9。", {102: "2", 106: "8,9"}, start=100) == [(("2",), "2"), (("8", "9"), "8,9")]
    assert marks("产业19 20。", {2: "19 20"}) == [(("19", "20"), "19 20")]
    assert marks("发展2。决策3。", {6: "3"}) == [(("3",), "3")]


@pytest.mark.parametrize(
    ("numbers", "labels"),
    [
        ("1", ["1"]),
        ("１－３", ["1", "2", "3"]),
        ("2 ; 4", ["2", "4"]),
        ("5-5", ["5"]),
        ("1-61", [str(n) for n in range(1, 62)]),
    ],
)
def test_ranges_and_lists_are_expanded(numbers: str, labels: list[str]) -> None:
    assert list(expand(numbers)) == labels


@pytest.mark.parametrize("numbers", ["0", "3-1", "1-62", "1-2-3", "1,0"])
def test_impossible_numbers_name_nothing(numbers: str) -> None:
    assert expand(numbers) == ()
