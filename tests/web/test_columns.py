"""Where columns over years stand."""

from itertools import pairwise

import pytest

from app.web.columns import EDGE, HIGHEST, LABEL_GAP, TOP, each_year, plot_columns
from app.web.timeline import Column


def years(count: int, step: int = 1) -> list[Column]:
    return [Column(1900 + step * place, 1899 + step * (place + 1), place + 1) for place in range(count)]


@pytest.mark.parametrize(("count", "step"), [(1, 1), (12, 1), (13, 2), (24, 10), (60, 1), (100, 1)])
def test_columns_stand_inside_and_apart(count: int, step: int) -> None:
    drawn = plot_columns(years(count, step))
    assert len(drawn.columns) == count
    assert drawn.columns[0].x >= EDGE
    assert drawn.columns[-1].x + drawn.columns[-1].width <= drawn.width - EDGE + 0.1
    for one, other in pairwise(drawn.columns):
        assert one.x + one.width < other.x
    assert drawn.columns[-1].height == HIGHEST
    assert drawn.columns[-1].y == TOP
    assert all(one.y + one.height == pytest.approx(drawn.base) for one in drawn.columns)


@pytest.mark.parametrize(("count", "step"), [(1, 1), (12, 1), (24, 10), (60, 1), (100, 1), (24, 5)])
def test_years_below_do_not_touch(count: int, step: int) -> None:
    places = [at for _year, at in plot_columns(years(count, step)).years]
    assert places
    assert all(other - one >= LABEL_GAP for one, other in pairwise(places))


def test_heights_go_with_claims() -> None:
    few, many = plot_columns([Column(2000, 2000, 1), Column(2001, 2001, 4)]).columns
    assert (few.height, many.height) == (HIGHEST / 4, HIGHEST)
    assert few.middle == EDGE + 24


def test_numbers_stand_where_there_is_room() -> None:
    assert plot_columns(years(24)).numbered
    assert not plot_columns(years(25)).numbered


def test_nothing_is_drawn_of_nothing() -> None:
    drawn = plot_columns(each_year({}))
    assert (drawn.columns, drawn.years) == ((), ())
    assert drawn.width > 2 * EDGE


def test_years_without_claims_leave_a_gap() -> None:
    first, last = plot_columns(each_year({1999: 2, 2002: 1})).columns
    assert last.x - first.x == 3 * 48
