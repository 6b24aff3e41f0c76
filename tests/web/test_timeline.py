"""Years in columns."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.catalogue.views import EventCount
from app.web.timeline import COLUMNS, timeline


def test_one_year_is_one_column() -> None:
    (column,) = timeline([EventCount(1979, 3)])
    assert (column.start, column.end, column.label, column.claims) == (1979, 1979, "1979", 3)


@pytest.mark.parametrize(
    ("years", "labels"),
    [
        ((2001, 2003), ["2001", "2002", "2003"]),
        ((1949, 2021), ["1945–1949", "2020–2024"]),
        ((1723, 2021), ["1720–1739", "2020–2039"]),
    ],
)
def test_long_stretches_take_longer_steps(years: tuple[int, ...], labels: list[str]) -> None:
    found = [column.label for column in timeline([EventCount(year, 1) for year in years])]
    assert found == labels or (found[0], found[-1]) == tuple(labels)


def test_without_years_there_is_no_picture() -> None:
    assert timeline([]) == timeline([EventCount(None, 4)]) == ()


@given(st.dictionaries(st.integers(1500, 2100) | st.none(), st.integers(1, 9), max_size=30))
def test_columns_join_and_hold_every_claim_with_a_year(counts: dict[int | None, int]) -> None:
    columns = timeline(EventCount(year, claims) for year, claims in counts.items())
    assert len(columns) <= COLUMNS
    assert sum(column.claims for column in columns) == sum(n for year, n in counts.items() if year is not None)
    assert all(one.end + 1 == other.start for one, other in pairwise(columns))
