"""The section tree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ingest.layout import arrange
from app.ingest.records import Section
from app.ingest.sections import FRONT, Part, divide
from tests.factories import make_document

P = "这是一个完整的段落，它以句号结束。"


def parts(source: str) -> tuple[Part, ...]:
    return divide(arrange(make_document(text=source)).blocks)


def tree(*headings: str) -> list[str]:
    """`number<parent heading` of each section under the given headings, a paragraph behind each."""
    source = "\n".join([P, *(f"{heading}\n{P}" for heading in headings)])
    sections = [part.section for part in parts(source)[1:]]
    return [f"{s.number}{'<' + s.parent if s.parent else ''} {s.heading}" for s in sections]


def test_printed_decimal_numbers_are_kept() -> None:
    assert tree("1 甲", "1.1 乙", "1.1.1 丙", "1.2 丁", "2 戊") == [
        "1 甲",
        "1.1<1 乙",
        "1.1.1<1.1 丙",
        "1.2<1 丁",
        "2 戊",
    ]


def test_a_sub_section_whose_section_was_lost_keeps_number_and_level() -> None:
    assert tree("# 1 甲", "# 1.1 乙", "# 2.1 丙", "# 2.1.1 丁", "# 3 戊") == [
        "1 甲",
        "1.1<1 乙",
        "2.1 丙",
        "2.1.1<2.1 丁",
        "3 戊",
    ]
    source = "\n".join([P, *(f"# {heading}\n{P}" for heading in ("1 甲", "2.1 丙", "2.1.1 丁", "2.2 己"))])
    assert [part.section.level for part in parts(source)[1:]] == [1, 2, 3, 2]


def test_chinese_numbers_become_positions() -> None:
    assert tree("一、甲", "（一）乙", "（二）丙", "二、丁", "（一）戊", "结 语") == [
        "1 甲", "1.1<1 乙", "1.2<1 丙", "2 丁", "2.1<2 戊", "3 结语",
    ]  # fmt: skip


def test_decimals_under_chinese_numbers() -> None:
    assert tree("一、甲", "1 乙", "1.1 丙", "2 丁", "二、戊", "1 己") == [
        "1 甲", "1.1<1 乙", "1.1.1<1.1 丙", "1.2<1 丁", "2 戊", "2.1<2 己",
    ]  # fmt: skip


def test_chapters() -> None:
    assert tree("第一章 甲", "第一节 乙", "第二节 丙", "第二章 丁") == ["1 甲", "1.1<1 乙", "1.2<1 丙", "2 丁"]


def test_an_introduction_before_a_printed_1_is_0_1() -> None:
    assert tree("引言", "1 甲", "2 乙", "结语") == ["0.1 引言", "1 甲", "2 乙", "3 结语"]
    assert tree("0 引言", "1 甲") == ["0.1 引言", "1 甲"]


def test_an_introduction_counts_where_the_next_printed_number_leaves_room() -> None:
    assert tree("# 引言", "# 政策网络概述", "# 2.1 内涵", "# 2.2 构成", "# 总结") == [
        "1 引言", "2 政策网络概述", "2.1<2 内涵", "2.2<2 构成", "3 总结",
    ]  # fmt: skip


def test_a_heading_without_number_between_printed_ones_goes_under() -> None:
    assert tree("# 1 甲", "# 其他问题", "# 2 乙") == ["1 甲", "1.1<1 其他问题", "2 乙"]


def test_a_number_printed_twice_is_given_once() -> None:
    assert tree("# 1 甲", "# 1 乙", "# 1.1 丙", "# 1.1 丁") == ["1 甲", "2 乙", "2.1<2 丙", "2.2<2 丁"]


def test_a_lost_parent_leaves_its_children_on_top() -> None:
    assert tree("# 1 甲", "# 2.1 乙", "# 2.2 丙") == ["1 甲", "2.1 乙", "2.2 丙"]


def test_text_before_the_first_heading_is_front_matter() -> None:
    front, first = parts(f"{P}\n1 甲\n{P}{P}\n{P}")
    assert front.section == Section(FRONT, 0, "", 0, len(P))
    assert [len(part.blocks) for part in (front, first)] == [1, 2]


def test_front_matter_is_there_even_when_empty() -> None:
    front, first = parts(f"1 甲\n{P}")
    assert (front.section.number, front.blocks) == ("0", ())
    assert parts("")[0].section == Section("0", 0, "")
    assert len(parts("")) == 1
    assert first.section.level == 1


def test_a_section_knows_its_place_and_level() -> None:
    source = f"1 甲\n1.1 乙\n{P}\n2 丙\n{P}"
    sections = [part.section for part in parts(source)[1:]]
    assert [source[s.start : s.end] for s in sections] == ["1 甲", f"1.1 乙\n{P}", f"2 丙\n{P}"]
    assert [s.level for s in sections] == [1, 2, 1]


HEADINGS = [
    "一、甲",
    "二、乙",
    "（一）丙",
    "（二）丁",
    "1 戊",
    "2 己",
    "1.1 庚",
    "1.2 辛",
    "2.1 壬",
    "结语",
    "引言",
    "第一章 癸",
]


@given(
    st.lists(
        st.sampled_from([*HEADINGS, *(f"# {heading}" for heading in HEADINGS), "# 子题", "# （1）丑"]), max_size=14
    )
)
def test_any_headings_make_a_tree(headings: list[str]) -> None:
    sections = [part.section for part in parts("\n".join([P, *(f"{h}\n{P}" for h in headings)]))]
    numbers = [section.number for section in sections]
    assert len(set(numbers)) == len(numbers)
    for i, section in enumerate(sections[1:], 1):
        assert section.parent is None or section.parent in numbers[:i]
        above = sections[numbers.index(section.parent)].level if section.parent else 0
        assert section.level == above + 1 or (
            section.parent is None and section.level == len(section.number.split("."))
        )


@pytest.mark.parametrize("count", [50, 400])
def test_many_equal_headings_are_numbered(count: int) -> None:
    numbers = [part.section.number for part in parts("\n".join(f"# 标题\n{P}{i}。" for i in range(count)))]
    assert len(set(numbers)) == len(numbers) == count
