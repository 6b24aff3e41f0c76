"""Entities as readers meet them: what the vocabulary adds to a count, and filters."""

import pytest

from app.catalogue.views import EntityCount
from app.library.entities import EntityFilter, count_countries, count_kinds, entity_entries
from tests.factories import vocabulary

COUNTS = (
    EntityCount("gb-sin", "network", "SIN", None, 5, 2),
    EntityCount("波兰科学院", "institution", "波兰 科学院", "PL", 2, 1),
    EntityCount("wang-yizhou", "person", "王逸舟", None, 1, 1),
)
ENTRIES = entity_entries(COUNTS, vocabulary())


def test_the_vocabulary_names_what_it_has() -> None:
    sin, academy, scholar = ENTRIES
    assert (sin.label("zh"), sin.label("en"), sin.countries) == (
        "科学与创新网络",
        "Science and Innovation Network",
        ("GB",),
    )
    assert (academy.label("zh"), academy.label("en"), academy.countries) == ("波兰 科学院", "波兰 科学院", ("PL",))
    assert academy.known is None
    assert scholar.label("en") == "Wang Yizhou"


@pytest.mark.parametrize(
    ("wanted", "codes"),
    [
        (EntityFilter(), ["gb-sin", "波兰科学院", "wang-yizhou"]),
        (EntityFilter(kind="person"), ["wang-yizhou"]),
        (EntityFilter(country="PL"), ["波兰科学院"]),
        (EntityFilter(q="創新網絡"), ["gb-sin"]),
        (EntityFilter(q="波兰科学"), ["波兰科学院"]),
        (EntityFilter(q="sin", country="GB"), ["gb-sin"]),
        (EntityFilter(q="?!"), []),
    ],
)
def test_filters(wanted: EntityFilter, codes: list[str]) -> None:
    assert [entry.code for entry in filter(wanted.takes, ENTRIES)] == codes


def test_counts_of_choices() -> None:
    assert count_kinds(ENTRIES) == {"network": 1, "institution": 1, "person": 1}
    assert count_countries(ENTRIES) == {"GB": 1, "PL": 1, "CN": 1}
