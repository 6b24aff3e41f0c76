"""Pages put back where their numbers belong."""

import pytest

from app.ingest.page.blocks import Block, build_blocks
from app.ingest.page.headings import find_headings
from app.ingest.page.lines import read_lines
from app.ingest.page.reading_order import restore_order


def blocks(source: str) -> tuple[Block, ...]:
    lines, headings = find_headings(read_lines(source))
    return build_blocks(lines, headings)


def order(source: str) -> str:
    restored, _ = restore_order(blocks(source))
    return " ".join(block.text.strip("。") for block in restored)


def test_items_that_come_too_early_are_moved_behind_their_predecessors() -> None:
    source = "引。\n（4）丁。\n（5）戊。\n中。\n（1）甲。\n（2）乙。\n（3）丙。\n尾。"
    assert order(source) == "引 中 （1）甲 （2）乙 （3）丙 （4）丁 （5）戊 尾"
    _, (warning,) = restore_order(blocks(source))
    assert warning.code == "reordered-text"
    assert source[warning.start : warning.end] == "（4）丁。\n（5）戊。"


def test_text_between_two_items_moves_along() -> None:
    assert order("（2）乙。\n又。\n（3）丙。\n（1）甲。\n尾。") == "（1）甲 （2）乙 又 （3）丙 尾"


@pytest.mark.parametrize(
    "source",
    [
        "（1）甲。\n（2）乙。\n（3）丙。",
        "（1）甲。\n（2）乙。\n中。\n（1）丙。\n（2）丁。",
        "（4）丁。\n中。\n（1）甲。\n（2）乙。",
        "（2）乙。\n中。\n（2）丁。",
        "（1）甲。\n（2）乙。\n（3）丙。\n中。\n（3）丁。\n（1）戊。\n（2）己。",
        "没有条目。",
        "",
    ],
)
def test_other_texts_stay_as_they_are(source: str) -> None:
    found = blocks(source)
    assert restore_order(found) == (found, ())


def test_a_heading_ends_a_run() -> None:
    found = blocks("1 甲题\n（1）甲。\n2 乙题\n（2）乙。\n")
    assert restore_order(found) == (found, ())


def test_nothing_is_lost() -> None:
    found = blocks("引。\n（3）丙。\n（1）甲。\n（2）乙。")
    restored, _ = restore_order(found)
    assert sorted(block.start for block in restored) == [block.start for block in found]
