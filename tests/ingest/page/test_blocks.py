"""Paragraphs joined from lines."""

from app.ingest.page.blocks import Block, build_blocks, items
from app.ingest.page.flow import flow
from app.ingest.page.footnotes import find_footnotes
from app.ingest.page.furniture import mark_furniture
from app.ingest.page.headings import find_headings
from app.ingest.page.lines import read_lines
from tests.factories import wrapped_text

LONG = "这一段话很长，没有写完就到了页末，所以它的后半部分要到下一页才能读到，这里还没有"


def blocks(source: str) -> tuple[Block, ...]:
    lines, headings = find_headings(find_footnotes(mark_furniture(read_lines(source))).lines)
    return build_blocks(lines, headings)


def texts(source: str) -> list[str]:
    return [flow(block.lines).text for block in blocks(source)]


def test_a_line_is_a_paragraph_where_paragraphs_run_on() -> None:
    assert texts("第一段。\n第二段。\n第三段。") == ["第一段。", "第二段。", "第三段。"]


def test_a_paragraph_goes_on_over_a_page_break() -> None:
    assert texts(f"{LONG}\n— 74 —\n写完的话。") == [f"{LONG}写完的话。"]


def test_a_paragraph_goes_on_over_footnotes() -> None:
    source = f"{LONG}^①\n* 罗晖，研究员。\n① 《演讲》，2017年。\n写完的话。"
    assert texts(source)[0] == f"{LONG}写完的话。"


def test_a_colon_does_not_end_a_paragraph() -> None:
    assert texts("建议如下：\n（1）加强合作。\n（2）加大投入。") == ["建议如下：（1）加强合作。", "（2）加大投入。"]


def test_wrapped_lines_are_joined_up_to_a_short_one() -> None:
    body = wrapped_text(15)
    first, second = texts(f"{body}这里完了。\n{wrapped_text(6, 21)}又完了。")
    assert first.endswith("这里完了。")
    assert second.endswith("又完了。")
    assert len(first) == 15 * 20 + 5


def test_a_full_line_may_end_a_paragraph_when_the_next_opens_one() -> None:
    full = "科技外交是国家之间开展合作的重要方式的一。"
    assert len(texts(f"{wrapped_text(12)}{full}\n{full}\n")) == 1
    assert len(texts(f"{wrapped_text(12)}{full}\n　　{full}\n")) == 2
    assert len(texts(f"{wrapped_text(12)}{full}\n（2）{full}\n")) == 2


def test_a_short_line_without_full_stop_stands_alone() -> None:
    source = f"{wrapped_text(15)}这里完了。\n科技外交：战略性问题\n{wrapped_text(3)}"
    assert [block.alone for block in blocks(source)] == [False, True, False]
    assert [block.alone for block in blocks("科技外交问题\n这是一段话，它已经写完。")] == [True, False]


def test_a_line_that_joins_on_does_not() -> None:
    assert texts("这是因为，\n它已经写完。") == ["这是因为，它已经写完。"]
    assert texts("技术和\n它的用处。") == ["技术和它的用处。"]


def test_headings_end_paragraphs() -> None:
    found = blocks(f"1 甲题\n{LONG}\n写完了。\n2 乙题\n第二段。")
    assert [block.heading.text if block.heading else "" for block in found] == ["甲题", "", "乙题", ""]


def test_a_caption_inside_a_paragraph_follows_it() -> None:
    found = blocks(f"{LONG}\n图-1 科技外交的关系\n写完的话。\n下一段。")
    assert [block.caption for block in found] == [False, True, False]
    assert flow(found[0].lines).text == f"{LONG}写完的话。"


def test_key_words_are_a_paragraph_of_their_own() -> None:
    source = "关键词：甲；乙\n当前，科技发展日新月异，格局加快调整，中国的科技实力已经得到了迅速的提升。"
    assert texts(source)[0] == "关键词：甲；乙"
    assert texts("关键词：甲；\n乙\n正文在此，已经完结。") == ["关键词：甲；乙", "正文在此，已经完结。"]


def test_the_abstract_begins_a_paragraph() -> None:
    body = wrapped_text(15)
    assert texts(f"{body}摘要：本文。\n")[-1] == "摘要：本文。"


def test_items_are_those_at_the_start_of_lines() -> None:
    assert [items(block) for block in blocks("如下：\n（1）甲。\n(2) 乙（3）。\n（2003年）丙。")] == [(1,), (2,), ()]
    assert items(blocks("图1 甲\n")[0]) == ()


def test_a_block_knows_its_place() -> None:
    source = f"{LONG}\n— 74 —\n写完的话。"
    (block,) = blocks(source)
    assert source[block.start : block.end] == source
    assert block.text == f"{LONG} 写完的话。"
