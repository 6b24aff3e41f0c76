"""Headings told from lines of text."""

import pytest

from app.ingest.page.heading_styles import Style
from app.ingest.page.headings import find_headings
from app.ingest.page.lines import Role, read_lines
from tests.factories import wrapped_text

P = "这是一个完整的段落，它以句号结束。"


def headings(source: str) -> list[tuple[str, str]]:
    return [(".".join(map(str, heading.path)), heading.text) for heading in find_headings(read_lines(source))[1]]


def test_decimal_headings() -> None:
    source = f"{P}\n1 甲题\n1.1 乙题\n{P}\n1.2 丙题\n{P}\n1.2.1 丁题\n{P}\n2 戊题\n{P}"
    assert headings(source) == [("1", "甲题"), ("1.1", "乙题"), ("1.2", "丙题"), ("1.2.1", "丁题"), ("2", "戊题")]


def test_chinese_headings_begin_anew_under_each_other() -> None:
    source = f"一、甲题\n（一）乙题\n{P}\n（二）丙题\n{P}\n二、丁题\n（一）戊题\n{P}\n结 语\n{P}"
    assert [text for _, text in headings(source)] == ["甲题", "乙题", "丙题", "丁题", "戊题", "结语"]


def test_the_lines_of_headings_get_their_role() -> None:
    lines, _ = find_headings(read_lines(f"1 甲题\n{P}"))
    assert [line.role for line in lines] == [Role.HEADING, Role.TEXT]


@pytest.mark.parametrize(
    "line",
    [
        "2008 年 7 月，美国科学促进会成立了中心",
        "34 亿欧元",
        "6 个科学中心",
        "3 这一行太长了所以不可能是标题" + "字" * 50,
        "2 这一行有句号。",
        "2 这一行以逗号结束，",
        "5 不合次序",
        "2.7 不合次序的数",
        "（1）长远谋划科技外交战略工具",
        "二是加强合作",
    ],
)
def test_lines_that_begin_with_a_number_and_are_text(line: str) -> None:
    assert headings(f"1 甲题\n{P}\n{line}\n{P}") == [("1", "甲题")]


def test_a_number_may_be_lost() -> None:
    assert [number for number, _ in headings(f"一、甲题\n{P}\n三、丙题\n{P}")] == ["1", "3"]
    assert [number for number, _ in headings(f"1 甲题\n{P}\n1.2 丙题\n{P}\n1.4 丁题\n{P}")] == ["1", "1.2", "1.4"]


def test_a_line_inside_a_sentence_is_text() -> None:
    body = wrapped_text(20)
    assert headings(f"1 甲题\n{body}2 协议\n{body}") == [("1", "甲题")]
    assert headings(f"1 甲题\n{body}这里句子完了。\n2 协议\n{body}") == [("1", "甲题"), ("2", "协议")]


def test_a_heading_as_wide_as_the_column_goes_on_in_the_next_line() -> None:
    body = wrapped_text(20)
    source = f"1 甲题\n{body}完了。\n1.1　重视国际组织与非政府组织在开展科技外交\n中的作用\n{body}"
    assert headings(source)[-1] == ("1.1", "重视国际组织与非政府组织在开展科技外交中的作用")


@pytest.mark.parametrize("following", ["是，科技外交的", "2 下一个标题", "科技外交是国家之间开展合作的重要方式也是全"])
def test_otherwise_it_ends_with_its_line(following: str) -> None:
    body = wrapped_text(20)
    source = f"1 甲题\n{body}完了。\n1.1　重视国际组织与非政府组织在开展科技外交\n{following}\n{body}"
    assert headings(source)[1] == ("1.1", "重视国际组织与非政府组织在开展科技外交")


def test_markdown_headings_are_taken_at_their_word() -> None:
    source = f"# 题目在此\n摘要：{P}\n# 政策网络概述\n{P}\n# 2.1 内涵\n{P}\n# （1）确定范畴。\n{P}\n# 总结\n{P}"
    styles = [heading.style for heading in find_headings(read_lines(source))[1]]
    assert styles == [Style.PLAIN, Style.DECIMAL, Style.ITEM, Style.NAMED]


def test_title_and_authors_are_no_sections() -> None:
    front = "# 国外科研资助机构数据政策的调研\n# 张瑶1,2 顾立平\n1南昌大学 南昌330031"
    assert headings(f"{front}\n摘要：{P}\n# 关键词：甲；乙\n# 引言\n{P}") == [("", "引言")]


def test_without_abstract_only_the_first_markdown_heading_is_the_title() -> None:
    assert headings(f"# 题目在此\n{P}\n# 存在的问题\n{P}") == [("", "存在的问题")]


def test_a_text_without_headings() -> None:
    assert headings(f"{P}\n{P}") == []
    assert headings("") == []


@pytest.mark.parametrize("line", ["# 3方法", "# 5展望", "# 2.4 毕业生"])
def test_a_numbered_heading_with_the_shape_of_a_name(line: str) -> None:
    number, text = line[2:].split(maxsplit=1) if " " in line[2:] else (line[2], line[3:])
    source = f"# 题目\n# 1 甲题\n{P}\n# 2 乙题\n{P}\n{line}\n{P}"
    assert headings(source)[-1] == (number, text)


@pytest.mark.parametrize(
    "line", ["# 参考文献", "# 作者介绍：", "# 【参考文献】", "# 问：如何评价智库报告质量？", "# References"]
)
def test_labels_and_questions_that_markdown_marks_are_no_headings(line: str) -> None:
    assert headings(f"# 题目\n# 1 甲题\n{P}\n{line}") == [("1", "甲题")]


def test_numbers_go_on_behind_an_introduction_without_one() -> None:
    assert headings(f"# 题目\n# 引言\n{P}\n2 乙题\n{P}\n3 丙题\n{P}") == [("", "引言"), ("2", "乙题"), ("3", "丙题")]
    assert headings(f"# 题目\n{P}\n2 乙题\n{P}") == []


def test_a_numbered_conclusion_needs_no_full_stop_before_it() -> None:
    debris = "facebook twitter " * 5 + "tail"
    assert headings(f"1 甲题\n{P}\n2 乙题\n{debris}\n3结语\n{P}")[-1] == ("3", "结语")
    assert headings(f"1 甲题\n{P}\n2 乙题\n{debris}\n3丁题\n{P}")[-1] == ("2", "乙题")


def test_no_bracket_is_left_before_a_title() -> None:
    assert headings(f"# 题目\n# 1 ）甲题\n{P}") == [("1", "甲题")]
