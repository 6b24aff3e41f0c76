"""Headings printed in one line with the text that develops them."""

import pytest

from app.ingest.page.headings import find_headings
from app.ingest.page.lines import Role, read_lines
from app.ingest.page.run_in import item_series

REST = "在经费方面，各国都设立了专门的计划，并且逐年增加投入，使合作得以长期进行。"


def found(source: str) -> list[tuple[tuple[int, ...], str]]:
    _, headings = find_headings(read_lines(source))
    return [(heading.path, heading.text) for heading in headings]


@pytest.mark.parametrize(
    ("opening", "title"),
    [
        ("1.1稳定投入。", "稳定投入"),
        ("1.1政策参与者政策参与者是指", "政策参与者"),
        ("1.1建立全球化视角尽管如今的局势大不相同，", "建立全球化视角"),
        ("1.1体系迈入多元阶段（1994年—2002年）从上世纪90年代起，", "体系迈入多元阶段（1994年—2002年）"),
        ("1.1联络功能2015年以来，", "联络功能"),
        ("1.1出版物从1970年成立以来，", "出版物"),
        ("1.1智库与大众媒体的关系智库通过接受采访传播政策观点，", "智库与大众媒体的关系"),
        ("1.1完善用人机制智库人才质量是智库研究实力的决定性因素，", "完善用人机制"),
    ],
)
def test_a_heading_ends_where_its_sentence_begins(opening: str, title: str) -> None:
    assert found(f"1 投入\n{opening}{REST}") == [((1,), "投入"), ((1, 1), title)]


def test_chinese_numbers() -> None:
    assert found(f"一、投入\n（一）稳定投入。{REST}\n（二）扩大交流。{REST}") == [
        ((1,), "投入"),
        ((1,), "稳定投入"),
        ((2,), "扩大交流"),
    ]


def test_a_sentence_with_a_number_is_no_heading() -> None:
    assert found(f"1 投入\n1.1各国政府在过去的十多年里逐步地增加了用于国际合作的经费，{REST}") == [((1,), "投入")]
    assert found(f"1 投入\n{REST}\n2 个国家签署了协议。{REST}") == [((1,), "投入")]


@pytest.mark.parametrize(
    "opening",
    ["1.1合作机制的建设", "1.1合作机制与交流平台并重", "1.1智库机制，", "1.1推进智库建设问题的根本在于制度"],
)
def test_a_noun_that_goes_on_ends_no_heading(opening: str) -> None:
    assert found(f"1 投入\n{opening}。{REST}")[1:] in ([], [((1, 1), opening.removeprefix("1.1"))])


def test_items_are_headings_only_in_a_series_of_phrases() -> None:
    series = f"1 投入\n（1）学科优势。{REST}\n（2）人才优势。{REST}"
    assert [title for _, title in found(series)] == ["投入", "学科优势", "人才优势"]
    assert found(f"1 投入\n（1）学科优势。{REST}\n{REST}") == [((1,), "投入")]
    assert (
        item_series(read_lines("（1）各国在2010年签署协议，后来又多次延长。\n（2）见上，其后不再赘述，仅举一例。"))
        == frozenset()
    )


def test_the_line_is_parted_and_keeps_its_places() -> None:
    source = f"1 投入\n1.1稳定投入。{REST}"
    lines, _ = find_headings(read_lines(source))
    assert [line.role for line in lines] == [Role.HEADING, Role.HEADING, Role.TEXT]
    assert all(source[line.start : line.end] == line.text for line in lines)
    assert lines[-1].text == REST
