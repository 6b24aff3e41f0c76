"""Numbers that begin entries, at the start of a line and inside it."""

import time

import pytest

from app.ingest.page.lines import Line, Role, read_lines
from app.ingest.references.entries import read_entries
from app.ingest.references.numbering import (
    Numbering,
    begins_entry_inside,
    begins_with_number,
    has_bracketed_number,
    is_circled,
    is_typed,
    like_entry,
)

ONE = "薛澜.智库热的冷思考[J].中国行政管理,2014,5:6-10."
TWO = "任晓.第五种权力[M].北京：北京大学出版社,2015."


def texts(source: str) -> list[str]:
    return [entry.text for entry in read_entries(read_lines(source), 0)]


def labels(source: str) -> list[str]:
    return [entry.label for entry in read_entries(read_lines(source), 0)]


def test_a_used_number_begins_no_entry() -> None:
    numbering = Numbering()
    numbering.take(1)
    (line,) = read_lines(f"[1] {ONE}")
    assert numbering.read(line) is None
    (line,) = read_lines(f"[2] {ONE}")
    assert numbering.read(line) == (2, 4)


@pytest.mark.parametrize("role", [Role.NOTE, Role.TABLE, Role.CAPTION])
def test_other_roles_hold_no_entries(role: Role) -> None:
    (line,) = read_lines(f"[1] {ONE}")
    assert Numbering().read(line.in_role(role)) is None


@pytest.mark.parametrize(
    ("text", "typed"), [(ONE, True), ("甲[EB/OL].", True), ("甲［ D ］", True), ("甲[1]", False), ("[a]", False)]
)
def test_type_marks(text: str, typed: bool) -> None:
    assert is_typed(text) is typed


def test_what_an_entry_looks_like() -> None:
    def line(text: str) -> Line:
        return Line(0, len(text), text)

    assert like_entry(line("Smith, 2015, Nature"))
    assert not like_entry(line("项目2015"))
    assert not like_entry(line("没有年份，没有类型"))
    assert has_bracketed_number(line("[3] 甲"), 3)
    assert not has_bracketed_number(line("3 甲"), 3)
    assert begins_with_number(line("参考文献 [1]甲"), 5)
    assert is_circled(line("① 甲"))
    assert not is_circled(line("[1] 甲"))


@pytest.mark.parametrize(
    ("first", "inside"),
    [
        ("[1]", "[2]"),
        ("1[]", "2[]"),
        ("1[]", "2[］"),
        ("1[]", " 2[」"),
        ("1. ", " 2. "),
        ("1．", " 2、"),
        ("1 ", " 2 "),
        ("1", " 2"),
        ("① ", "②"),
        ("[l]", "[2]"),
    ],
)
def test_the_next_number_in_the_style_of_the_list_begins_an_entry(first: str, inside: str) -> None:
    assert texts(f"{first}{ONE}{inside}{TWO}") == [ONE, TWO]


def test_a_whole_list_in_one_line() -> None:
    many = [ONE.replace("2014", str(2000 + n)) for n in range(1, 25)]
    assert texts("".join(f"{n}[]{text}" for n, text in enumerate(many, 1))) == many
    assert texts(" ".join(f"{n} {text}" for n, text in enumerate(many, 1))) == many


def test_an_entry_that_ends_behind_a_page_or_an_address_is_followed_by_the_next() -> None:
    note = "褚鸣，《美欧智库比较研究》，中国社会科学出版社，第9页。"
    assert texts(f"1．{note}2.The Think Tank Program, 2014 Index, University.") == [
        note,
        "The Think Tank Program, 2014 Index, University.",
    ]
    site = "Gunawardena N. Kidney failure. http://a.org/\nfailure-in-sri-lanka/."
    assert texts(f"1 {site} 2President's Message. http://b.org.")[1] == "President's Message. http://b.org."


@pytest.mark.parametrize(
    "one",
    [
        "1. Smith A. Version 2. The title goes on. Nature, 2014.",
        "1 Smith A. Science. 2 Nature goes on. Cell, 2014.",
        "1. 薛澜.智库. 2. 月刊",
        "1 薛澜.智库,2014. 2 月 3 日.",
        "1 薛澜.智库,2014. 3 任晓.权力.",
        "1. 薛澜.智库,2014.2.任晓",
        "[1] 薛澜.智库,2014. 2 任晓.权力.",
    ],
)
def test_other_numbers_inside_a_line_begin_none(one: str) -> None:
    assert len(texts(one)) == 1


def test_a_zero_recognised_as_a_letter() -> None:
    nine = "".join(f"[{n}]{ONE}\n" for n in range(1, 10))
    assert labels(f"{nine}[1O] {TWO}\n[11]{ONE}")[-2:] == ["10", "11"]


def test_numbers_above_999() -> None:
    source = "".join(f"[{n}]{ONE}\n" for n in range(1, 1203))
    assert labels(source)[-1] == "1202"


def test_a_year_in_brackets_begins_no_entry() -> None:
    assert labels(f"[1]{ONE}\n[2015] {TWO}") == ["1"]
    assert labels(f"[1]{ONE}\n2015 {TWO}") == ["1"]


def test_whether_an_entry_is_finished_is_remembered_over_lines() -> None:
    numbering = Numbering()
    lines = read_lines("1 Smith A. Title.\nNature, 2014,\n5: 6-7. 2 Jones B. Title. Cell, 2015.")
    found = [list(numbering.advance(line)) for line in lines]
    assert [[number for number, _, _ in parts] for parts in found] == [[1], [None], [None, 2]]
    assert numbering.finished


def test_a_number_in_brackets_inside_a_line() -> None:
    def inside(text: str) -> bool:
        return begins_entry_inside(Line(0, len(text), text))

    assert inside("甲.题[J].刊,2014. [2]乙.题")
    assert inside("甲.题[J].刊,2014.2[]乙.题")
    assert not inside("甲.题[J].刊,2014(2):3.")


@pytest.mark.parametrize(
    "piece", ["2. A", ". 2 甲", "2[]", "。②", "2014. ", "[2", "1 ", "[O", "10[]甲2015.", "http: 第9页。"]
)
@pytest.mark.parametrize("first", ["[1]", "1. ", "1 ", "①"])
def test_numbers_inside_a_long_line_take_time_as_it_is_long(first: str, piece: str) -> None:
    def seconds(length: int) -> float:
        (line,) = read_lines(first + piece * (length // len(piece)))
        start = time.process_time()
        assert list(Numbering().advance(line))
        return time.process_time() - start

    assert seconds(160_000) < 8 * max(seconds(40_000), 0.02)
