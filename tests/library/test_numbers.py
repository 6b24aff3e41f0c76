"""Quantities as readers meet them: their names, what is wanted of them, and where papers disagree."""

from typing import Any

import pytest

from app.catalogue.views import QuantitySeries, QuantityValue
from app.library.numbers import (
    QuantityEntry,
    QuantityFilter,
    count_instruments,
    count_owners,
    quantity_entries,
)
from tests.factories import vocabulary


def value(number: float = 107, paper: str = "a", **fields: Any) -> QuantityValue:
    """A value of a quantity in one paper."""
    defaults: dict[str, Any] = {"text": f"{number}个", "unit": "个", "of": "政府间科技合作协定", "approx": False}
    defaults |= {"year": 2017, "dated": "paper", "basis": "", "rule": "", "trigger": "", "uid": f"uid-{paper}"}
    return QuantityValue(value=number, paper=paper, **(defaults | fields))


def entry(
    *values: QuantityValue, code: str | None = "st-agreements", owners: tuple[str, ...] = ("CN",)
) -> QuantityEntry:
    """A quantity with these values."""
    return QuantityEntry.of(QuantitySeries("key", code, owners, values or (value(),)), vocabulary())


def test_the_vocabulary_names_it_in_both_languages() -> None:
    assert entry().label("zh") == "中国：签订的政府间科技合作协定"
    assert entry().label("en") == "China: Intergovernmental S&T agreements signed"
    assert entry(owners=("CN", "US")).label("zh").startswith("中国、美国：")
    assert entry(owners=("CN", "US")).label("en").startswith("China, United States")
    assert entry().instrument == "agreement"


def test_what_a_person_described_keeps_these_words() -> None:
    described = entry(value(of="中美科研人员合作发文"), code=None)
    assert described.label("zh") == described.label("en") == described.subject("en") == "中美科研人员合作发文"
    assert described.instrument is None
    assert entry(value(of=None), code=None).label("zh") == "key"


def test_a_code_that_the_vocabulary_lost_is_its_own_name() -> None:
    assert entry(owners=("XX",)).label("en").startswith("XX: ")
    assert entry(code="gone").label("en") == "政府间科技合作协定"


@pytest.mark.parametrize(
    ("wanted", "taken"),
    [
        (QuantityFilter(), True),
        (QuantityFilter("协定"), True),
        (QuantityFilter("協定"), True),
        (QuantityFilter("AGREEMENTS"), True),
        (QuantityFilter("中国"), True),
        (QuantityFilter("外交官"), False),
        (QuantityFilter("!"), False),
        (QuantityFilter(country="CN"), True),
        (QuantityFilter(country="JP"), False),
        (QuantityFilter(instrument="agreement"), True),
        (QuantityFilter(instrument="overseas"), False),
        (QuantityFilter("协定", "CN", "agreement"), True),
    ],
)
def test_a_filter_takes_what_is_wanted(wanted: QuantityFilter, taken: bool) -> None:
    assert wanted.takes(entry()) is taken


@pytest.mark.parametrize(
    ("one", "other", "disagree"),
    [
        (value(107), value(109, "b"), True),
        (value(107), value(107, "b"), False),
        (value(107), value(109), False),  # one paper
        (value(107), value(109, "b", year=2018), False),
        (value(107), value(109, "b", dated="after"), False),  # it may be a later year
        (value(107, year=None, dated=""), value(109, "b", year=None, dated=""), False),
        (value(99, basis="partners"), value(107, "b"), False),  # partners, not agreements
        (value(110, approx=True), value(113, "b"), False),
        (value(110, approx=True), value(150, "b"), True),
        (value(107, dated="text"), value(109, "b", dated="text"), True),
    ],
)
def test_papers_disagree_where_both_cannot_be(one: QuantityValue, other: QuantityValue, disagree: bool) -> None:
    assert entry(one, other).disagreements() == (((one, other),) if disagree else ())
    assert bool(entry(other, one).disagreements()) is disagree


def test_three_papers_disagree_in_pairs() -> None:
    values = (value(1), value(2, "b"), value(2, "c"))
    assert entry(*values).disagreements() == ((values[0], values[1]), (values[0], values[2]))


def test_countries_and_instruments_are_counted() -> None:
    series = [
        QuantitySeries("a", "st-agreements", ("CN", "US"), (value(),)),
        QuantitySeries("b", "st-diplomats", ("CN",), (value(),)),
        QuantitySeries("c", None, (), (value(),)),
    ]
    entries = quantity_entries(series, vocabulary())
    assert [one.key for one in entries] == ["a", "b", "c"]
    assert count_owners(entries) == {"CN": 2, "US": 1}
    assert count_instruments(entries) == {"agreement": 1, "overseas": 1}
