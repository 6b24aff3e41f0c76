"""Facets as links: each count is what its link finds, and choosing a value twice leads back."""

import pytest

from app.library import Library, ResultPage
from app.pages.choices import Choices
from app.pages.facets import COUNTED, Facet, FacetItem, active_filters, build_facet, build_facets
from app.search.request import FACETS
from app.web.urls import query_string
from tests.sample import REVIEW
from tests.visitor import Visitor, links


def searched(library: Library, choices: Choices, **more: object) -> ResultPage:
    return library.search(choices.q, choices.filters(), **choices.ways(), **more)  # type: ignore[arg-type]


def facets(library: Library, choices: Choices, locale: str = "zh") -> dict[str, Facet]:
    """All facets with all their values."""
    result = searched(library, choices, facets=COUNTED)
    with library.results(choices.q, **choices.ways()) as results:
        built = [build_facet(results, choices, result, field, locale) for field in FACETS]
    return {facet.field: facet for facet in built if facet.items}


def beside(library: Library, choices: Choices) -> tuple[Facet, ...]:
    """What stands beside the results."""
    with library.results(choices.q, **choices.ways()) as results:
        return build_facets(results, choices, results.page(choices.filters(), facets=COUNTED), "zh")


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


@pytest.fixture
def few_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """One value of each facet beside the results: the papers of the tests have few."""
    monkeypatch.setattr("app.pages.facets.SHOWN", 1)


@pytest.mark.parametrize("shown", [1, 2, 8])
@pytest.mark.parametrize("choices", CHOICES, ids=lambda one: str(list(one.chosen()) or one.q))
def test_beside_the_results_stand_the_first_values_and_those_that_are_chosen(
    library: Library, choices: Choices, shown: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.pages.facets.SHOWN", shown)
    panel = beside(library, choices)
    whole = facets(library, choices)
    assert [facet.field for facet in panel] == list(whole)
    for facet in panel:
        everything = whole[facet.field].items
        assert facet.items[:shown] == everything[:shown]
        assert facet.more == len(everything) - len(facet.items)
        assert [item for item in facet.items if item.chosen] == [item for item in everything if item.chosen]
        assert facet.field == "instrument" or all(item.chosen for item in facet.items[shown:])


@pytest.mark.usefixtures("few_shown")
def test_a_value_far_down_is_shown_once_it_is_chosen(library: Library) -> None:
    last = facets(library, Choices())["country"].items[-1]
    chosen = Choices(country=(last.code,))
    panel = beside(library, chosen)
    (country,) = (facet for facet in panel if facet.field == "country")
    assert [item.code for item in country.items if item.chosen] == [last.code]
    assert len(country.items) == 2
    assert country.more == len(facets(library, Choices())["country"].items) - 2 > 0


def values_page(visitor: Visitor, address: str) -> list[str]:
    return links(visitor.page(address), ".//section[contains(@class, 'facet-values')]")


@pytest.mark.parametrize("field", FACETS)
def test_a_page_of_its_own_lists_all_values(visitor: Visitor, library: Library, field: str) -> None:
    choices = Choices(type=("fact", "viewpoint"))
    wanted = [f"/zh/search?{query_string(item.query)}" for item in every(facets(library, choices)[field])]
    listed = values_page(visitor, f"/zh/search/values/{field}?type=fact&type=viewpoint")
    assert sorted(listed) == sorted(wanted)
    assert listed


@pytest.mark.usefixtures("few_shown")
def test_the_panel_leads_to_that_page(visitor: Visitor) -> None:
    page = visitor.page("/en/search?type=fact&year=1900..2100")
    (more,) = links(page, ".//section[@aria-labelledby='facet-country']/p")
    assert more.startswith("/en/search/values/country?type=fact")
    assert more.endswith("year=1900..2100")
    assert len(values_page(visitor, more)) > 1


def test_a_field_that_is_no_facet_is_not_found(visitor: Visitor) -> None:
    visitor.page("/zh/search/values/speaker?q=科技", status=404)
    visitor.page("/zh/search/values/country?q=科技&country=Atlantis", status=404)


def test_a_facet_of_nothing_says_what_to_do(visitor: Visitor) -> None:
    assert "No claim matches." in visitor.page("/en/search/values/country?q=月球上的奶酪工厂").text_content()
