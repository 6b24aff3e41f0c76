"""The picture of a quantity: points within their box, in the order of the years, with labels that do not touch."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.web.quantity_chart import HEIGHT, LABEL_GAP, SMALL_HEIGHT, SMALL_WIDTH, WIDTH, mark, nice_top, plot, small_plot
from tests.library.test_numbers import value

VALUES = st.lists(
    st.builds(
        value,
        st.floats(0, 1e12),
        year=st.none() | st.integers(1000, 2100),
        approx=st.booleans(),
        dated=st.sampled_from(["text", "paper", "after"]),
    ),
    max_size=12,
)


@given(VALUES)
def test_everything_with_a_year_stands_in_the_box(values: list) -> None:  # type: ignore[type-arg]
    drawn = plot(values, "zh")
    assert len(drawn.points) + drawn.without_year == len(values)
    for point in drawn.points:
        assert drawn.left <= point.x <= WIDTH
        assert 0 <= point.y <= drawn.base <= HEIGHT
    assert [point.x for point in drawn.points] == sorted(point.x for point in drawn.points)
    places = [year.at for year in drawn.years]
    assert all(after - before >= LABEL_GAP for before, after in pairwise(places))


@given(VALUES)
def test_the_small_picture_stays_in_its_box(values: list) -> None:  # type: ignore[type-arg]
    for x, y, _ in small_plot(values).points:
        assert 0 <= x <= SMALL_WIDTH
        assert 0 <= y <= SMALL_HEIGHT


@given(st.floats(1e-6, 1e15))
def test_the_axis_ends_above_the_most_and_not_far(most: float) -> None:
    assert most <= nice_top(most) <= 2 * most


def test_higher_values_stand_higher() -> None:
    low, high = plot([value(99, year=2007), value(110, year=2021)], "en").points
    assert (low.x < high.x, low.y > high.y) == (True, True)
    assert plot([value(99, year=2007), value(110, year=2021)], "en").line.count(",") == 2


def test_a_single_value_stands_in_the_middle() -> None:
    (point,) = plot([value(146)], "en").points
    assert WIDTH / 3 < point.x < WIDTH * 2 / 3
    assert len(small_plot([value(146)]).points) == 1


def test_two_values_of_a_year_have_labels_on_both_sides() -> None:
    above, below = plot([value(107), value(109, "b")], "en").points
    assert (above.below, below.below, above.x == below.x) == (False, True, True)


def test_nothing_with_a_year_makes_an_empty_picture() -> None:
    assert plot([value(year=None)], "zh").points == ()
    assert plot([], "zh").line == ""
    assert small_plot([value(year=None)]).points == ()


def test_labels_say_that_a_number_is_approximate() -> None:
    about = value(110, text="110多个", approx=True)
    assert (mark(about, "zh"), mark(about, "en")) == ("110多", "≈110")
    assert mark(value(1000, text="1 000多个", approx=True), "zh") == "1000多"
    assert mark(value(200, text="约200个", approx=True), "zh") == "约200"
    assert mark(value(50330), "en") == "50,330"
    assert mark(value(1e6, text="超过百万", approx=True), "zh") in ("超过百万", "≈1,000,000")
    assert mark(value(69, unit="%"), "en") == "69%"


def test_years_say_how_they_are_known() -> None:
    drawn = plot([value(99, year=2007, dated="after"), value(110, year=2021)], "en")
    assert [year.label for year in drawn.years] == ["≥2007", "2021"]
    assert [step.label for step in drawn.steps] == ["0", "60", "120"]
