"""Quantities told more than once: grouped by their keys, by year, each year with how it is known."""

from collections.abc import Sequence

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from app.catalogue import quantities_in_claim, quantity_detail, quantity_list, rows_to_index
from app.catalogue.numbers import scale
from app.ingest.records import Claim, Figure, Period
from tests.factories import make_claim, make_paper

KEY = "cn-st-agreements"


def agreements(value: int, year: int | None = None, *, approx: bool = False, periods: Sequence[Period] = ()) -> Claim:
    """A claim that China has signed so many agreements."""
    printed = f"{value}{'多' * approx}个"
    figure = Figure(value, "个", "政府间科技合作协定", year, approx, text=printed)
    return make_claim(
        f"我国签署了{printed}政府间科技合作协定。", type="statistic", countries="CN", figures=[figure], periods=periods
    )


def fill_series(session: Session) -> None:
    """Three papers tell one quantity, the first without a year of its own; one tells another once."""
    periods = [Period(2007, 2007, text="2007年"), Period(2090, 2090, text="2090年"), Period(2001, 2100, "century")]
    make_paper(session, "c-undated", [agreements(99, periods=periods)], year=None)
    make_paper(session, "b-late", [agreements(110, approx=True)], year=2021)
    make_paper(session, "a-told", [agreements(107, 2017)], year=2019)
    diplomats = Figure(146, "名", "科技外交官", None, text="146名")
    make_paper(
        session, "d", [make_claim("我国派遣了146名科技外交官。", countries="CN", figures=[diplomats])], year=2021
    )


def test_several_papers_make_a_series_by_year(empty: Session) -> None:
    fill_series(empty)
    (series,) = quantity_list(empty)
    assert (series.key, series.code, series.owners) == (KEY, "st-agreements", ("CN",))
    assert (series.claims, series.papers) == (3, 3)
    told = [(value.value, value.approx, value.year, value.dated, value.paper) for value in series.values]
    assert told == [
        (99, False, 2007, "after", "c-undated"),
        (107, False, 2017, "text", "a-told"),
        (110, True, 2021, "paper", "b-late"),
    ]
    assert quantity_detail(empty, KEY) == series


def test_counts_equal_those_of_the_table(empty: Session) -> None:
    fill_series(empty)
    for key in empty.execute(text("select distinct key from figure_quantity")).scalars():
        counted = empty.execute(text("select count(*) from figure_quantity where key = :key"), {"key": key})
        series = quantity_detail(empty, key)
        assert series
        assert len(series.values) == counted.scalar_one()


def test_what_is_told_once_has_a_page_and_no_place_in_the_list(empty: Session) -> None:
    fill_series(empty)
    alone = quantity_detail(empty, "cn-st-diplomats")
    assert alone
    assert len(alone.values) == 1
    assert [series.key for series in quantity_list(empty)] == [KEY]


def test_one_claim_of_two_years_is_told_more_than_once(empty: Session) -> None:
    figures = [Figure(value, "个", None, year, text=f"{value}个") for value, year in ((103, 2010), (107, 2017))]
    sentence = "我国2010年签署了103个政府间科技合作协定，2017年签署了107个政府间科技合作协定。"
    make_paper(empty, "p", [make_claim(sentence, countries="CN", figures=figures)], year=2019)
    (series,) = quantity_list(empty)
    assert [(value.value, value.year) for value in series.values] == [(103, 2010), (107, 2017)]
    assert (series.claims, series.papers) == (1, 1)


def test_a_range_in_one_claim_is_told_once(empty: Session) -> None:
    figures = [Figure(value, "个", None, 2010, text="103~107个") for value in (103, 107)]
    make_paper(empty, "p", [make_claim("我国签署了103~107个政府间科技合作协定。", countries="CN", figures=figures)])
    assert quantity_list(empty) == ()
    assert quantity_detail(empty, KEY) is not None


def test_a_value_without_any_year_comes_last(empty: Session) -> None:
    make_paper(empty, "a", [agreements(99)], year=None)
    make_paper(empty, "b", [agreements(107)], year=2017)
    (series,) = quantity_list(empty)
    assert [(value.value, value.year, value.dated) for value in series.values] == [(107, 2017, "paper"), (99, None, "")]


def test_plans_do_not_date_a_paper(empty: Session) -> None:
    plan = make_claim("应于2020年建成。", type="recommendation", periods=[Period(2020, 2020, text="2020年")])
    make_paper(empty, "a", [agreements(99), plan], year=None)
    series = quantity_detail(empty, KEY)
    assert series
    assert series.values[0].year is None


def test_nobody_tells_an_unknown_quantity(session: Session) -> None:
    assert quantity_detail(session, "no-such") is None
    assert quantity_detail(session, "") is None


def test_a_claim_knows_the_quantities_of_its_figures(empty: Session) -> None:
    fill_series(empty)
    keys = {row.paper.slug: quantities_in_claim(empty, row.uid) for row in rows_to_index(empty)}
    assert keys == {"a-told": {0: KEY}, "b-late": {0: KEY}, "c-undated": {0: KEY}, "d": {0: "cn-st-diplomats"}}
    assert quantities_in_claim(empty, "nobody") == {}


def test_an_updated_paper_leaves_no_old_keys(empty: Session) -> None:
    fill_series(empty)
    make_paper(empty, "b-late", [make_claim("与此无关。")], year=2021)
    count = "select count(*) from figure_quantity where figure_id not in (select id from figure)"
    assert empty.execute(text(count)).scalar_one() == 0
    assert [series.papers for series in quantity_list(empty)] == [2]


@pytest.mark.parametrize(
    ("unit", "expected"),
    [("篇", 1), ("万篇", 10**4), ("十万人", 10**5), ("亿欧元", 10**8), ("万亿元", 10**12), ("千万元", 10**7), ("", 1)],
)
def test_a_unit_says_its_scale(unit: str, expected: int) -> None:
    assert scale(unit) == expected
