"""Where things stand in pictures."""

from math import dist

import pytest

from app.catalogue.views import CodeCount
from app.web.pictures import HEIGHT, RADIUS, SPOKES, THICKEST, WIDTH, star

MIDDLE = (WIDTH / 2, HEIGHT / 2)


def counts(*claims: int) -> list[CodeCount]:
    return [CodeCount(f"C{number}", one, 1) for number, one in enumerate(claims)]


@pytest.mark.parametrize("number", [1, 2, 3, 7, 12])
def test_partners_stand_in_a_circle_in_their_order(number: int) -> None:
    spokes = star(counts(*range(number, 0, -1)))
    assert [spoke.code for spoke in spokes] == [f"C{place}" for place in range(number)]
    assert all(dist((spoke.x, spoke.y), MIDDLE) == pytest.approx(RADIUS, abs=0.1) for spoke in spokes)
    assert (spokes[0].x, spokes[0].y) == (MIDDLE[0], MIDDLE[1] - RADIUS)
    assert len({(spoke.x, spoke.y) for spoke in spokes}) == number


def test_no_more_are_drawn_than_can_be_read() -> None:
    assert len(star(counts(*[1] * 40))) == SPOKES
    assert star([]) == ()


def test_a_line_is_as_thick_as_the_root_of_its_claims() -> None:
    thick, middle, thin = star(counts(400, 100, 1))
    assert (thick.width, middle.width, thin.width) == (THICKEST, THICKEST / 2, 1.0)


@pytest.mark.parametrize("number", range(1, SPOKES + 1))
def test_a_long_name_with_its_number_is_not_cut_at_the_side(number: int) -> None:
    long = 0.54 * 15 * len("European Union 208")
    for spoke in star(counts(*[3] * number)):
        reach = {"start": (0, long), "end": (long, 0), "middle": (long / 2, long / 2)}[spoke.anchor]
        assert spoke.name_x - reach[0] >= 0
        assert spoke.name_x + reach[1] <= WIDTH


def test_names_stand_outside_the_circle_and_inside_the_picture() -> None:
    for spoke in star(counts(*[3] * 12)):
        assert dist((spoke.name_x, spoke.name_y), MIDDLE) > RADIUS
        assert 0 < spoke.name_y < HEIGHT
        assert spoke.anchor == (
            "middle" if abs(spoke.x - MIDDLE[0]) < 50 else "start" if spoke.x > MIDDLE[0] else "end"
        )
