"""Lines joined to running text: cleaning, places, marks."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ingest.page.flow import Flow, flow, is_wide
from app.ingest.page.lines import read_lines
from app.text.normalise import CITATION_MARK, bare

MESSY = st.text(alphabet=st.sampled_from("科技外交 S&T2017，。“”（）[1]^①\n\t　$%-\u200b\u00ad"), max_size=80)


def joined(source: str, **options: bool) -> Flow:
    return flow(read_lines(source), **options)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("科技外\n\n交的概念", "科技外交的概念"),
        ("2008 年 7 月", "2008年7月"),
        ("在 20\n世纪 60 年代", "在20世纪60年代"),
        ("英国皇家学会（The Royal \nSociety）", "英国皇家学会（The Royal Society）"),
        ("国 - 东盟", "国-东盟"),
        ("削减 3 200 个", "削减3 200个"),
        ("提出了 “丝绸之路”", "提出了“丝绸之路”"),
        ("Sino-\nus relations", "Sino-us relations"),
        ("AB-\nCD", "AB- CD"),
        ("增长$1 3 . 5 \\%$，为$2 0 1 6$年", "增长13.5%，为2016年"),
        ("费用为 $x$ 元", "费用为$x$元"),
        ("零\u200b宽", "零宽"),
        ("响\x07铃", "响铃"),
        ("  ", ""),
    ],
)
def test_text_is_cleaned(source: str, text: str) -> None:
    assert joined(source).text == text


@pytest.mark.parametrize(
    ("source", "text", "marks"),
    [
        ("日本 [2]（2008 年）", "日本（2008年）", [(("2",), 2)]),
        ("US [2]  的东西", "US的东西", [(("2",), 2)]),
        ("end. [1] Next [3-5].", "end. Next.", [(("1",), 4), (("3", "4", "5"), 9)]),
        ("[1] 甲", "甲", [(("1",), 0)]),
        ("甲。\n[1]", "甲。", [(("1",), 2)]),
        ("张永\n华 [2] 进一步", "张永华进一步", [(("2",), 3)]),
        ("甲[1][2]乙", "甲乙", [(("1",), 1), (("2",), 1)]),
        ("科技 [1][2]", "科技", [(("1",), 2), (("2",), 2)]),
        ("US [1] [2].", "US.", [(("1",), 2), (("2",), 2)]),
        ("US [1] [2] and", "US and", [(("1",), 2), (("2",), 2)]),
    ],
)
def test_marks_are_set_aside(source: str, text: str, marks: list[tuple[tuple[str, ...], int]]) -> None:
    found = joined(source)
    assert found.text == text
    assert [(mark.labels, mark.at) for mark in found.marks] == marks
    assert all(CITATION_MARK.fullmatch(source[mark.start : mark.end]) for mark in found.marks)


def test_marks_and_spaces_may_be_kept() -> None:
    assert joined("整顿好 科研 [J]. 1[1]", keep_marks=True, keep_spaces=True).text == "整顿好 科研 [J]. 1[1]"
    assert joined("关键词\n中国 外交", keep_spaces=True).text == "关键词中国 外交"
    assert joined("甲 [1] 乙", keep_marks=True).text == "甲[1]乙"


def test_a_mark_belongs_to_the_text_before_it() -> None:
    found = joined("甲。[1]乙[2]。[3]")
    assert [mark.labels for mark in found.marks_in(0, 2)] == [("1",)]
    assert [mark.labels for mark in found.marks_in(2, 4)] == [("2",), ("3",)]


def test_a_mark_before_all_text_belongs_to_its_beginning() -> None:
    found = joined("[1]甲。乙。")
    assert [mark.labels for mark in found.marks_in(0, 2)] == [("1",)]
    assert found.marks_in(2, 4) == ()


def test_a_span_encloses_its_marks() -> None:
    source = "甲。 [1]\n乙。"
    found = joined(source)
    assert source[slice(*found.span(0, 2))] == "甲。 [1]"
    assert source[slice(*found.span(2, 4))] == "乙。"


@pytest.mark.parametrize(
    ("character", "wide"), [("科", True), ("。", True), ("あ", True), ("a", False), ("“", False), ("—", False)]
)
def test_wide_characters(character: str, wide: bool) -> None:
    assert is_wide(character) is wide


@given(st.text() | MESSY)
def test_every_character_comes_from_its_place(source: str) -> None:
    found = joined(source)
    assert len(found.offsets) == len(found.text)
    for character, place in zip(found.text, found.offsets, strict=True):
        assert character == source[place] or (character == " " and not source[place].isalnum())
    assert list(found.offsets) == sorted(found.offsets)


@given(st.text() | MESSY)
def test_no_space_stands_beside_a_wide_character(source: str) -> None:
    text = joined(source).text
    assert text == text.strip()
    assert "  " not in text
    assert not any((is_wide(a) and b == " ") or (a == " " and is_wide(b)) for a, b in pairwise(text))


@given(st.text(alphabet=st.sampled_from("科技外交 S&T2017，。“”（）\n　"), max_size=60))
def test_cleaning_keeps_the_words(source: str) -> None:
    found = joined(source)
    assert bare(found.text) == bare(source)
    assert joined(found.text).text == found.text


@given(st.text() | MESSY)
def test_marks_stand_in_order_inside_the_text(source: str) -> None:
    found = joined(source)
    positions = [mark.at for mark in found.marks]
    assert positions == sorted(positions)
    assert all(0 <= position <= len(found.text) for position in positions)


def test_two_marks_behind_doubled_spaces() -> None:
    running = flow(read_lines("科技  [1][2]"))
    assert running.text == "科技"
    assert [(mark.labels, mark.at) for mark in running.marks] == [(("1",), 2), (("2",), 2)]
