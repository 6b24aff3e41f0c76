"""Lines and their measure."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ingest.page.lines import Line, Role, is_full, measure, read_lines, width, with_roles

WRAPPED = "科技外交是外交学的重要新兴领域，科技外交\n\n" * 20


def test_blank_lines_are_passed_over_and_places_kept() -> None:
    source = "甲\n\n  乙　\r\n丙\r丁\f戊"
    lines = read_lines(source)
    assert [line.text for line in lines] == ["甲", "乙", "丙", "丁", "戊"]
    assert [source[line.start : line.end] for line in lines] == ["甲", "乙", "丙", "丁", "戊"]


def test_an_indented_line_or_a_new_page_opens_a_block() -> None:
    lines = read_lines("甲\n 乙\n　　丙\n丁\f戊")
    assert [line.opens for line in lines] == [False, True, True, False, True]


@pytest.mark.parametrize(
    ("source", "level", "text"),
    [
        ("# 引言", 1, "引言"),
        ("### 2.1 方法", 3, "2.1 方法"),
        ("##结语", 2, "结语"),
        ("#", 0, "#"),
        ("####### x", 0, "####### x"),
    ],
)
def test_markdown_signs_are_taken_off(source: str, level: int, text: str) -> None:
    (line,) = read_lines(source)
    assert (line.level, line.text, source[line.start : line.end]) == (level, text, text)


@pytest.mark.parametrize(
    "text",
    [
        "完。",
        "完。”",
        "完？",
        "完！）",
        "end.",
        "完。[1]",
        "完。 [1-3] [7]",
        "完。^①",
        "完。②",
        "省略……",
        "完。■",
        "他说：“完。”[2]",
    ],
)
def test_lines_that_end_a_sentence(text: str) -> None:
    assert Line(0, len(text), text).ends_sentence


@pytest.mark.parametrize(
    "text", ["未完", "未完，", "如下：", "未完；", "未完[1]", "（未完）", "科技外", "end", "《题名》"]
)
def test_lines_that_do_not(text: str) -> None:
    assert not Line(0, len(text), text).ends_sentence


def test_width_counts_columns() -> None:
    assert width("科技 S&T，2017") == 2 + 2 + 1 + 3 + 2 + 4
    assert width("") == 0


def test_wrapped_text_has_a_measure() -> None:
    lines = read_lines(WRAPPED)
    assert measure(lines) == 40
    assert is_full(lines[0], 40)
    assert not is_full(read_lines("短行。")[0], 40)


@pytest.mark.parametrize("source", ["短。\n" * 50, "一段很长的话，" * 60 + "\n", WRAPPED[:100], ""])
def test_other_text_has_none(source: str) -> None:
    assert measure(read_lines(source)) is None
    assert not is_full(Line(0, 1, "甲"), None)


def test_lines_in_another_role_do_not_count_for_the_measure() -> None:
    lines = read_lines(WRAPPED)
    assert measure(with_roles(lines, dict.fromkeys(range(20), Role.REFERENCE))) is None


def test_roles_are_given_by_index() -> None:
    lines = with_roles(read_lines("甲\n乙"), {1: Role.CAPTION})
    assert [line.role for line in lines] == [Role.TEXT, Role.CAPTION]


@given(st.text())
def test_every_line_is_where_it_says(source: str) -> None:
    lines = read_lines(source)
    assert all(source[line.start : line.end] == line.text != "" for line in lines)
    assert all(a.end <= b.start for a, b in pairwise(lines))
    assert all(isinstance(line.ends_sentence, bool) for line in lines)


@given(st.text())
def test_no_word_is_lost(source: str) -> None:
    kept = "".join(line.text for line in read_lines(source))
    assert [c for c in source if c.isalnum()] == [c for c in kept if c.isalnum()]
