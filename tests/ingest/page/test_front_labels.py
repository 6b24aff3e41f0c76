"""摘要 and 关键词."""

import pytest

from app.ingest.page.front_labels import is_labelled, split_at_labels
from app.ingest.page.lines import Line, read_lines


@pytest.mark.parametrize(
    "text",
    ["摘   要：本文", "摘要时时更新", "【摘要】", "[关键词] 甲", "关 键 词：甲", "内容提要 甲", "[目的/意义]本文"],
)
def test_labels_of_the_front(text: str) -> None:
    assert is_labelled(Line(0, len(text), text))


def test_what_is_no_label() -> None:
    assert not is_labelled(Line(0, 6, "本文摘要如下"))


def parts(source: str) -> list[str]:
    lines = split_at_labels(read_lines(source))
    assert all(source[line.start : line.end] == line.text for line in lines)
    return [line.text for line in lines]


def test_a_label_inside_a_line_begins_a_new_one() -> None:
    assert parts("胡海滨 重阳研究院 北京100872摘要：[目的]本文。关键词：甲；乙") == [
        "胡海滨 重阳研究院 北京100872",
        "摘要：[目的]本文。",
        "关键词：甲；乙",
    ]
    assert parts("侯红明 广州510530 [摘要]生物医药") == ["侯红明 广州510530", "[摘要]生物医药"]
    assert parts("甲 摘 要：乙 关键词：丙") == ["甲", "摘 要：乙", "关键词：丙"]


@pytest.mark.parametrize(
    "pieces",
    [
        ["关键词：甲；乙", "分类号：G353DOI: 10.19318/j.cnki"],
        ["关键词 甲，乙", "DOI 10.16418/j.issn"],
        ["摘要：本文。", "收稿日期：2017-03-30"],
        ["摘要：本文。", "*通讯作者：甲"],
        ["摘要：", "关键词：甲 乙"],
        ["[目的/意义]本文。", "【关键词】：甲"],
    ],
)
def test_what_is_printed_behind_an_abstract_and_key_words_begins_a_new_line(pieces: list[str]) -> None:
    assert parts("".join(pieces)) == pieces


def test_a_class_number_in_a_line_of_text_is_no_border() -> None:
    source = "本文按照分类号：G353检索"
    assert parts(source) == [source]


@pytest.mark.parametrize("source", ["摘要：本文。", "我们读了摘要，并看了关键词", "他说完了。其摘要：如下", "甲\n乙"])
def test_other_lines_stay_whole(source: str) -> None:
    assert parts(source) == source.split("\n")


def test_only_the_front_is_looked_at() -> None:
    source = "甲\n" * 40 + "乙 摘要：丙"
    assert parts(source)[-1] == "乙 摘要：丙"
    assert parts("") == []


def test_the_new_line_opens_a_block() -> None:
    assert [line.opens for line in split_at_labels(read_lines("甲 摘要：乙"))] == [False, True]
