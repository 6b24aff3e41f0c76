"""Facets as links: each count is what its link finds, and choosing a value twice leads back."""

import pytest

from app.library import Library, ResultPage
from app.pages.choices import Choices
from app.pages.facets import Facet, FacetItem, active_filters, build_facets
from tests.sample import REVIEW


def searched(library: Library, choices: Choices, **more: object) -> ResultPage:
    return library.search(choices.q, choices.filters(), **choices.ways(), **more)  # type: ignore[arg-type]


def facets(library: Library, choices: Choices, locale: str = "zh") -> dict[str, Facet]:
    built = build_facets(library, choices, searched(library, choices), locale)
    return {facet.field: facet for facet in built}


def every(facet: Facet) -> list[FacetItem]:
    return [item for outer in facet.items for item in (outer, *outer.children)]


CHOICES = [
    Choices(),
    Choices(q="协定"),
    Choices(country=("CN",)),
    Choices(country=("CN", "JP"), instrument=("agreement",)),
    Choices(instrument=("strategic",)),
    Choices(year="2017..2020"),
    Choices(q="没有这样的话"),
]


@pytest.mark.parametrize("choices", CHOICES, ids=lambda one: str(list(one.chosen()) or one.q))
def test_every_count_is_that_of_the_value_alone(library: Library, choices: Choices) -> None:
    for field, facet in facets(library, choices).items():
        for item in every(facet):
            alone = choices.with_values(field, (item.code,))
            assert searched(library, alone).total == item.count, (field, item.code)
            assert item.count > 0


@pytest.mark.parametrize("choices", CHOICES, ids=lambda one: str(list(one.chosen()) or one.q))
def test_a_link_chooses_or_drops_its_value(library: Library, choices: Choices) -> None:
    for field, facet in facets(library, choices).items():
        for item in every(facet):
            assert item.chosen is choices.has(field, item.code)
            assert item.query == choices.toggled(field, item.code).query()
            if field != "year":
                assert choices.toggled(field, item.code).has(field, item.code) is not item.chosen


def test_kinds_of_instruments_stand_under_their_classes(library: Library) -> None:
    classes = facets(library, Choices())["instrument"].items
    codes = [group.code for group in library.vocabulary.instrument_classes]
    assert [item.code for item in classes] == [code for code in codes if code in {one.code for one in classes}]
    for item in classes:
        kinds = {child.code for child in item.children}
        assert kinds
        assert kinds <= {kind.code for kind in library.vocabulary.instruments if kind.class_code == item.code}
        assert item.count <= sum(child.count for child in item.children)


def test_only_instruments_have_a_tree(library: Library) -> None:
    assert not [
        item
        for field, facet in facets(library, Choices()).items()
        if field != "instrument"
        for item in facet.items
        if item.children
    ]


@pytest.mark.parametrize(("locale", "name"), [("zh", "日本"), ("en", "Japan")])
def test_values_are_called_by_their_names(library: Library, locale: str, name: str) -> None:
    assert name in [item.label for item in facets(library, Choices(), locale)["country"].items]


def test_a_filtered_field_still_offers_its_other_values(library: Library) -> None:
    found = {item.code for item in facets(library, Choices(country=("JP",)))["country"].items}
    assert found == {item.code for item in facets(library, Choices())["country"].items}
    assert {item.code for item in facets(library, Choices(country=("JP",)))["paper"].items} < {
        item.code for item in facets(library, Choices())["paper"].items
    }


def test_filters_that_are_set_are_named_and_can_be_dropped(library: Library) -> None:
    choices = Choices(q="协定", country=("CN",), instrument=("agreement", "operational"), paper=(REVIEW,), year="2020")
    active = active_filters(choices, facets(library, choices, "en").values())
    assert [(one.field, one.label) for one in active[:1]] == [("country", "China")]
    assert [one.field for one in active] == ["country", "instrument", "instrument", "paper", "year"]
    for one, (field, value) in zip(active, choices.chosen(), strict=True):
        assert one.query == choices.toggled(field, value).query()
        assert one.label


def test_a_filter_that_finds_nothing_is_called_by_its_code(library: Library) -> None:
    choices = Choices(country=("BR",), q="没有这样的话")
    assert [(one.field, one.label) for one in active_filters(choices, ())] == [("country", "BR")]


def test_fields_without_values_are_left_out(library: Library) -> None:
    assert set(facets(library, Choices(q="没有这样的话"))) == set()
