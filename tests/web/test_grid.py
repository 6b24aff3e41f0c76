"""Where the fields of a table drawn as a picture stand, and the names beside and above them."""

from itertools import pairwise
from math import ceil

import pytest

from app.web.grid import EDGE, FIELD_HEIGHT, FIELD_WIDTH, GAP, NARROW, SLANT, WIDE, plot_grid

COLUMNS = ("Agreements", "协议", "S&T offices, networks and attachés")
ROWS = [("Japan", (3, 0, 1)), ("中国", (12, 5, 0)), ("European Union", (0, 0, 2))]


def test_every_count_has_a_field_under_its_column() -> None:
    grid = plot_grid(ROWS, COLUMNS)
    assert [(row.label, tuple(count for _x, count in row.fields)) for row in grid.rows] == ROWS
    for row in grid.rows:
        middles = [x + FIELD_WIDTH / 2 for x, _count in row.fields]
        assert middles == [middle for _label, middle in grid.columns]


def test_fields_touch_and_never_overlap() -> None:
    grid = plot_grid(ROWS, COLUMNS)
    assert all(lower.y - upper.y == FIELD_HEIGHT for upper, lower in pairwise(grid.rows))
    assert all(b - a == FIELD_WIDTH for (a, _), (b, _) in pairwise(grid.rows[0].fields))


def test_names_have_room() -> None:
    grid = plot_grid(ROWS, COLUMNS)
    longest = len("European Union") * NARROW
    assert grid.left - longest >= EDGE
    rise = SLANT * len(COLUMNS[2]) * NARROW
    assert grid.top >= rise
    assert grid.rows[0].y > grid.top
    assert grid.columns[-1][1] + rise <= grid.width, "the last name leans out to the right"
    last = grid.rows[-1]
    assert last.y + FIELD_HEIGHT < grid.height
    assert last.fields[-1][0] + FIELD_WIDTH < grid.width


@pytest.mark.parametrize(("name", "wide"), [("战略工具", 4 * WIDE), ("strategic", 9 * NARROW), ("Ａ", WIDE)])
def test_chinese_takes_more_room_than_latin(name: str, wide: float) -> None:
    assert plot_grid([(name, (1,))], ("x",)).left == EDGE + ceil(wide) + GAP


def test_a_heading_has_no_fields_and_does_not_move_the_others() -> None:
    with_heading = plot_grid([("Operational instruments of every kind", ()), *ROWS], COLUMNS)
    assert with_heading.rows[0].fields == ()
    assert with_heading.left == plot_grid(ROWS, COLUMNS).left
    assert with_heading.rows[1].y == with_heading.rows[0].y + FIELD_HEIGHT


def test_a_long_heading_is_inside() -> None:
    heading = "操作工具" * 20
    assert plot_grid([(heading, ()), ("日本", (1,))], ("协议",)).width > len(heading) * WIDE


def test_a_table_of_nothing_is_a_small_picture() -> None:
    grid = plot_grid([], ())
    assert (grid.rows, grid.columns) == ((), ())
    assert grid.width > 0
    assert grid.height > 0
