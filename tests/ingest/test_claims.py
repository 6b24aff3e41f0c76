"""Blocks to sentences."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ingest.claims import Draft, split
from app.ingest.frontmatter import read_front_matter
from app.ingest.layout import arrange
from app.ingest.records import IngestWarning
from app.ingest.sections import divide
from app.text.normalise import bare
from tests.factories import make_document, wrapped_text

LONG = "这一段话很长，没有写完就到了页末，所以它的后半部分要到下一页才能读到，这里还没有"


def drafts_and_warnings(source: str) -> tuple[tuple[Draft, ...], tuple[IngestWarning, ...]]:
    layout = arrange(make_document(text=source))
    return split(divide(layout.blocks), read_front_matter(layout), layout.calls)


def drafts(source: str) -> tuple[Draft, ...]:
    return drafts_and_warnings(source)[0]


def texts(source: str) -> list[str]:
    return [draft.text for draft in drafts(source)]


def test_one_sentence_each_with_its_section() -> None:
    found = drafts("引子。\n1 甲题\n第一句。第二句！\n1.1 乙题\n第三句？")
    assert [(draft.section, draft.text) for draft in found] == [
        ("0", "引子。"), ("1", "第一句。"), ("1", "第二句！"), ("1.1", "第三句？"),
    ]  # fmt: skip


def test_text_is_cleaned_and_offsets_cover_it_as_printed() -> None:
    source = "日本 [2]（2008 年《战略》），发布了\nThe  Strategy [3]。 后一句。"
    first, second = drafts(source)
    assert first.text == "日本（2008年《战略》），发布了The Strategy。"
    assert source[first.start : first.end] == "日本 [2]（2008 年《战略》），发布了\nThe  Strategy [3]。"
    assert source[second.start : second.end] == "后一句。"
    assert [(mark.labels, mark.at) for mark in first.marks] == [(("2",), 2), (("3",), 29)]


def test_a_mark_behind_the_full_stop_belongs_to_the_sentence_before() -> None:
    source = "第一句。[1] 第二句。[2]"
    first, second = drafts(source)
    assert [mark.labels for mark in first.marks] == [("1",)]
    assert [mark.labels for mark in second.marks] == [("2",)]
    assert source[first.start : first.end] == "第一句。[1]"


def test_a_mark_alone_in_its_line_belongs_to_the_sentence_before() -> None:
    (only,) = drafts("第一句。\n[1]\n")
    assert [(mark.labels, mark.at) for mark in only.marks] == [(("1",), 4)]


def test_a_mark_before_the_first_word_belongs_to_it() -> None:
    (only,) = drafts("[1] 认为如此。")
    assert [(mark.labels, mark.at) for mark in only.marks] == [(("1",), 0)]


def test_a_sentence_that_runs_over_a_page_is_one() -> None:
    source = f"{LONG}^①\n① 《演讲》，2017年。\n写完的话。"
    (only,) = drafts(source)
    assert only.text == f"{LONG}写完的话。"
    assert (only.start, only.end) == (0, len(source))
    assert [mark.labels for mark in only.marks] == [("1",)]


def test_a_lead_in_and_its_first_item_are_one_sentence() -> None:
    assert texts("建议如下：\n（1）加强合作。措施有三。\n（2）加大投入。") == [
        "建议如下：（1）加强合作。", "措施有三。", "（2）加大投入。",
    ]  # fmt: skip


def test_title_authors_and_label_are_no_sentences() -> None:
    source = "当代中国科技外交\n罗 晖 李 政\n摘 要 科技外交是外交。它很重要。\n当前，它得到发展。"
    assert texts(source) == ["科技外交是外交。", "它很重要。", "当前，它得到发展。"]


@pytest.mark.parametrize("label", ["[目的/意义]", "［方法/过程］", "【结果】", "「结果/结论]", "[研究目的]"])
def test_the_label_of_a_step_is_no_part_of_a_sentence_of_the_abstract(label: str) -> None:
    assert texts(f"摘要：{label}科技外交是外交。{label}它很重要。\n关键词：甲") == [
        "科技外交是外交。",
        "它很重要。",
        "关键词：甲",
    ]


def test_a_lead_in_without_items_is_a_sentence_of_its_own() -> None:
    assert texts("财政收入如下图所示：\n图中的数据来自年度报告。") == [
        "财政收入如下图所示：",
        "图中的数据来自年度报告。",
    ]
    assert texts("他说：\n“科技外交很重要。”") == ["他说：“科技外交很重要。”"]


def test_a_paragraph_may_end_with_a_mark_where_its_full_stop_was_lost() -> None:
    first = "不同国家在这个问题上存在着分歧，这就面临着如何处理历史问题，也面临着如何处理现实的减排问题"
    assert texts(f"{first}[5]\n挑战二：资源存在缺口。") == [first, "挑战二：资源存在缺口。"]
    assert texts(f"{first}[5]\n，这很难。") == [f"{first}，这很难。"]


def test_captions_key_words_and_lone_labels_are_other() -> None:
    source = f"{wrapped_text(14)}完了。\n图1 科技外交的关系\n关键词 甲 乙\n孤立的标签\n{wrapped_text(3, 21)}又完了。"
    assert [draft.text for draft in drafts(source) if draft.other] == [
        "图1 科技外交的关系", "关键词 甲 乙", "孤立的标签",
    ]  # fmt: skip


def test_ornaments_are_taken_off() -> None:
    assert texts("■ 第一句。第二句。■") == ["第一句。", "第二句。"]


def test_a_sentence_printed_twice_is_listed_once() -> None:
    source = "1 甲题\n科技外交是外交学的重要领域。\n2 乙题\n科技外交是外交学的重要领域。另一句。"
    found, warnings = drafts_and_warnings(source)
    assert [draft.text for draft in found] == ["科技外交是外交学的重要领域。", "另一句。"]
    assert [(warning.code, source[warning.start : warning.end]) for warning in warnings] == [
        ("repeated-sentence", "科技外交是外交学的重要领域。")
    ]


def test_a_short_phrase_may_come_again() -> None:
    assert texts("因此。甲是乙。因此。丙是丁。") == ["因此。", "甲是乙。", "因此。", "丙是丁。"]


def test_paragraphs_are_counted() -> None:
    assert [draft.paragraph for draft in drafts("第一句。第二句。\n第三句。")] == [0, 0, 1]


def test_pieces_without_words_are_none() -> None:
    assert texts("……\n。。。\n——\n") == []


SENTENCE = st.text(alphabet="科技外交合作协定发展，、；", min_size=2, max_size=14)
PARAGRAPHS = st.lists(st.lists(SENTENCE.map(lambda s: s.strip("，、；") + "。"), min_size=1, max_size=4), max_size=6)


@given(PARAGRAPHS)
def test_sentences_cover_the_text_and_come_back_from_their_places(paragraphs: list[list[str]]) -> None:
    source = "\n".join("".join(sentences) for sentences in paragraphs)
    found = drafts(source)
    assert all(bare(source[draft.start : draft.end]) == bare(draft.text) for draft in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert {bare(s) for sentences in paragraphs for s in sentences} - {""} == {bare(d.text) for d in found}


@given(PARAGRAPHS)
def test_no_sentence_is_listed_twice(paragraphs: list[list[str]]) -> None:
    forms = [bare(text) for text in texts("\n".join("".join(sentences) for sentences in paragraphs * 2))]
    long = [form for form in forms if len(form) > 10]
    assert len(long) == len(set(long))
