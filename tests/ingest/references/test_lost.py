"""Entries whose number was lost."""

import pytest

from app.ingest.page.lines import read_lines
from app.ingest.references.lost import part, split_lost

ONE = "薛澜.智库热的冷思考[J].中国行政管理,2014,5:6-10."
TWO = "任晓.第五种权力[M].北京：北京大学出版社,2015."
WEB = "DCC.How to develop a plan[EB/OL].[2015-01-14]. http://www.dcc.ac.uk/plan."


def cut(*entries: tuple[int, str]) -> list[tuple[int, list[str]]]:
    """What becomes of entries given as number and source."""
    found = split_lost([(number, list(read_lines(text))) for number, text in entries])
    return [(number, [line.text for line in lines]) for number, lines in found]


@pytest.mark.parametrize(
    ("both", "first", "second"),
    [
        (f"{ONE}{TWO}", [ONE], [TWO]),
        (f"{ONE}]{WEB}", [ONE], [WEB]),
        (f"{ONE}」{TWO}", [ONE], [TWO]),
        (f"{ONE}\n{TWO}", [ONE], [TWO]),
        (f"{ONE}\n]{WEB}", [ONE], [WEB]),
        (f"{WEB}Jones S, Shen Y. Data[J]. A, 2012.", [WEB], ["Jones S, Shen Y. Data[J]. A, 2012."]),
        (f"{ONE[:13]}\n{ONE[13:]}{TWO[:8]}\n{TWO[8:]}", [ONE[:13], ONE[13:]], [TWO[:8], TWO[8:]]),
    ],
)  # fmt: skip
def test_two_works_where_a_number_is_missing(both: str, first: list[str], second: list[str]) -> None:
    assert cut((1, both), (3, ONE)) == [(1, first), (2, second), (3, [ONE])]


@pytest.mark.parametrize(
    "text",
    [
        ONE,
        "薛澜.智库热的冷思考[J].中国行政管理",
        f"{ONE}[XUE Lan. Think tanks[J]. Administration, 2014.]",
        "Bio. Turnover[EB/OL].[2016-3-1]. http://a.b/[J]",
        "",
    ],
)
def test_one_work_stays_whole(text: str) -> None:
    assert cut((1, text), (3, ONE)) == [(1, text.splitlines()), (3, [ONE])]


def test_where_no_number_is_missing_nothing_is_cut() -> None:
    assert cut((1, f"{ONE}{TWO}"), (2, ONE)) == [(1, [f"{ONE}{TWO}"]), (2, [ONE])]
    assert cut((1, f"{ONE}{TWO}")) == [(1, [f"{ONE}{TWO}"])]


def test_the_halves_know_their_places() -> None:
    source = f"{ONE}{TWO}"
    halves = [line for _, lines in split_lost([(1, list(read_lines(source))), (3, [])]) for line in lines]
    assert [source[line.start : line.end] for line in halves] == [ONE, TWO]


def test_a_part_of_a_line_has_no_space_behind_it() -> None:
    (line,) = read_lines("  甲乙 丙")
    assert (part(line, 0, 3).text, part(line, 0, 3).start, part(line, 0, 3).end) == ("甲乙", 2, 4)
