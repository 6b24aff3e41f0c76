"""Entries cut apart by their numbers."""

import time

import pytest

from app.ingest.page.lines import read_lines
from app.ingest.references.entries import Entry, read_entries

ONE = "薛澜.智库热的冷思考[J].中国行政管理,2014,5:6-10."
TWO = "任晓.第五种权力[M].北京：北京大学出版社,2015."


def entries(source: str, first_offset: int = 0) -> list[tuple[str, str]]:
    return [(entry.label, entry.text) for entry in read_entries(read_lines(source), first_offset)]


@pytest.mark.parametrize(
    "number", ["[{}]", "[{}] ", "［{}］", "【{}】", "{}. ", "{}、", "{} ", "{}[]", "{}［］", "[{}）", "{}]"]
)
def test_ways_to_number(number: str) -> None:
    source = f"{number.format(1)}{ONE}\n{number.format(2)}{TWO}"
    assert entries(source) == [("1", ONE), ("2", TWO)]


def test_circled_numbers() -> None:
    assert entries(f"① {ONE}\n② {TWO}") == [("1", ONE), ("2", TWO)]


def test_an_entry_goes_on_in_the_next_lines() -> None:
    assert entries(f"[1] {ONE[:20]}\n{ONE[20:]}\n[2] {TWO}") == [("1", ONE), ("2", TWO)]


def test_several_entries_may_share_a_line() -> None:
    assert entries(f"[1]{ONE}[2]{TWO} [3] {ONE}") == [("1", ONE), ("2", TWO), ("3", ONE)]


@pytest.mark.parametrize(
    ("inside", "label", "text"),
    [
        ("[2]（美）柯维.高效能人士[M].", "2", "（美）柯维.高效能人士[M]."),
        ("[2] 2016 Global Index[EB/OL].", "2", "2016 Global Index[EB/OL]."),
        ("2]Shen Yi. Developing data[J].", "2", "Shen Yi. Developing data[J]."),
        ("[4]Shen Yi. Developing data[J].", "4", "Shen Yi. Developing data[J]."),
        ("[2][美]古贝.评估[M].", "2", "[美]古贝.评估[M]."),
    ],
)
def test_entries_inside_a_line(inside: str, label: str, text: str) -> None:
    assert entries(f"[1]{ONE}{inside}") == [("1", ONE), (label, text)]


def test_one_recognised_as_a_letter() -> None:
    assert entries(f"[l]{ONE}\n[2]{TWO}") == [("1", ONE), ("2", TWO)]
    ten = "".join(f"[{number}]{ONE}\n" for number in range(1, 11))
    assert entries(f"{ten}[ll]{TWO}[I2] {ONE}")[10:] == [("11", TWO), ("12", ONE)]


@pytest.mark.parametrize("numbers", ["[1][1]", "[1] [1] ", "[1[", "[1][4][3]"])
def test_a_number_printed_twice(numbers: str) -> None:
    assert entries(f"{numbers}{ONE}\n[2]{TWO}") == [("1", ONE), ("2", TWO)]


def test_a_number_inside_that_is_not_near_does_not_cut() -> None:
    assert entries(f"[1]{ONE}[7]某某") == [("1", f"{ONE}[7]某某")]
    assert entries("[1]Bio. Turnover[EB/OL].[2016-3-1]. http") == [("1", "Bio. Turnover[EB/OL].[2016-3-1]. http")]


def test_lines_that_begin_with_a_date_or_page_are_no_entries() -> None:
    assert entries(f"[1] {ONE}\n[2015-01-14]. http://a.b\n1023.") == [("1", f"{ONE} [2015-01-14]. http://a.b 1023.")]


def test_disorder_is_put_in_order() -> None:
    source = f"3 {ONE}\n1 {TWO}\n2 {ONE}"
    assert [label for label, _ in entries(source)] == ["1", "2", "3"]


def test_a_list_without_numbers_has_an_entry_a_line() -> None:
    assert entries(f"{ONE}\n{TWO}") == [("1", ONE), ("2", TWO)]


def test_text_before_the_first_number_is_left_out() -> None:
    assert entries(f"说明\n[1] {ONE}") == [("1", ONE)]


def test_the_heading_may_share_the_first_line() -> None:
    assert entries(f"【参考文献】 [1] {ONE}\n[2] {TWO}", first_offset=6) == [("1", ONE), ("2", TWO)]


def test_entries_know_their_place() -> None:
    source = f"[1] {ONE}\n[2]{TWO}"
    assert [source[entry.start : entry.end] for entry in read_entries(read_lines(source), 0)] == [ONE, TWO]
    assert read_entries((), 0) == ()


def test_spaces_inside_an_entry_stay() -> None:
    assert read_entries(read_lines("[1] 把科学院整顿好 把科研搞上去[N]."), 0)[0] == Entry(
        "1", "把科学院整顿好 把科研搞上去[N].", 4, 22
    )


def test_the_first_entry_may_have_lost_its_number() -> None:
    lines = read_lines(
        "[金某．智库发展[J]．论坛,2014(1):56-61.\n[2]王某．智库现状[J]．学报,2014(2):1-3.\n[[3]李某.题[J].刊,2015(1):2."
    )
    assert [entry.label for entry in read_entries(lines, 0)] == ["1", "2", "3"]


@pytest.mark.parametrize("tail", ["作者姓名：马丽丽单位：某中心", "作者贡献说明：马丽丽：撰写", "收稿日期：2018-01-02"])
def test_back_matter_in_the_line_of_the_last_entry(tail: str) -> None:
    assert entries(f"[1]{ONE}\n[2]{TWO}{tail}") == [("1", ONE), ("2", TWO)]


def test_a_misread_number_that_is_used_is_the_next() -> None:
    ten = "".join(f"[{number}]{ONE}\n" for number in range(1, 11))
    assert entries(f"{ten}[I]{TWO}\n")[10] == ("11", TWO)
    assert entries(f"{ten}[11]{ONE}[I]{TWO}\n")[11] == ("12", TWO)


def test_an_entry_without_its_number_is_cut_off() -> None:
    assert entries(f"[1]{ONE}\n{TWO}\n[3]{ONE}") == [("1", ONE), ("2", TWO), ("3", ONE)]


def test_ten_thousand_entries_take_time_as_they_are_many() -> None:
    def seconds(count: int) -> float:
        lines = read_lines("".join(f"[{number + 1}] {ONE}\n" for number in range(count)))
        start = time.process_time()
        assert len(read_entries(lines, 0)) == count
        return time.process_time() - start

    assert seconds(10_000) < 8 * max(seconds(2_500), 0.02)


def test_an_entry_of_a_megabyte_is_read() -> None:
    (entry,) = read_entries(read_lines(f"[1] {'任晓.' * 333_333}"), 0)
    assert len(entry.text) == 999_999


@pytest.mark.parametrize("piece", ["[2", "2]", "[J]", "[l", "作者", "2013.", "A B, ", "[1]", "1 "])
def test_one_entry_takes_time_as_it_is_long(piece: str) -> None:
    def seconds(length: int) -> float:
        lines = read_lines(f"[1] {piece * (length // len(piece))}\n[3]{ONE}[J].{TWO}\n")
        start = time.process_time()
        read_entries(lines, 0)
        return time.process_time() - start

    assert seconds(200_000) < 8 * max(seconds(50_000), 0.02)
