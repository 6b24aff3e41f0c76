"""Countries side by side."""

from collections.abc import Callable
from urllib.parse import quote

import pytest

from tests.visitor import Visitor, links, texts


def test_countries_stand_side_by_side_with_their_numbers(visitor: Visitor, count: Callable[..., int]) -> None:
    page = visitor.page("/en/compare?country=JP&country=US&country=CN")
    assert texts(page, ".//table/thead//th")[1:] == ["Japan", "United States", "China"]
    first = texts(page, ".//table/tbody[1]/tr[1]/td")
    statement = "select count(*) from claim_country where code = :code"
    assert [int(text) for text in first] == [count(statement, code=code) for code in ("JP", "US", "CN")]


def test_each_number_opens_what_it_counts(visitor: Visitor) -> None:
    cells = visitor.page("/zh/compare?country=JP&country=CN").xpath(".//table//td//a")
    assert len(cells) >= 6
    for cell in cells:
        assert len(visitor.page(cell.get("href")).xpath(".//article")) == int(cell.text_content())


def test_an_instrument_shows_the_claims_of_each_with_sources(visitor: Visitor) -> None:
    page = visitor.page("/zh/compare?country=JP&country=CN")
    agreement = page.get_element_by_id("instrument-agreement")
    assert texts(agreement, ".//h3") == ["日本", "中国"]
    told = texts(agreement, ".//a[@class='told']")
    assert {"日本与美国签署协定并设立联委会。", "中国与155个国家签署协定。"} <= set(told)
    strategy = page.get_element_by_id("instrument-strategy")
    assert texts(strategy, "./div/div")[1].endswith("空白：本库没有论断")
    marks = {link for link in links(page) if link.startswith("#source-")}
    assert marks <= {f"#{one.get('id')}" for one in page.xpath(".//ol[@class='source-list']/li")}
    assert marks


def test_instruments_of_none_of_them_are_left_to_the_table(visitor: Visitor) -> None:
    page = visitor.page("/zh/compare?country=JP&country=CN")
    assert not page.xpath(".//section[@id='instrument-aid']")
    assert len(page.xpath(".//table//tr[td[contains(@class, 'heat')]]")) == 13


def test_more_than_four_are_named_as_left_out(visitor: Visitor) -> None:
    page = visitor.page("/en/compare?country=JP&country=US&country=CN&country=FR&country=DE&country=ES")
    assert len(page.xpath(".//table/thead//th")) == 5
    (notice,) = texts(page, ".//p[contains(@class, 'accent')]")
    assert notice == "At most 4 are compared; left out: Germany, Spain"


def test_names_and_doubles_are_understood(visitor: Visitor) -> None:
    page = visitor.page(f"/zh/compare?country={quote('日本')}&country=JP&country=&country=france")
    assert texts(page, ".//table/thead//th")[1:] == ["日本", "法国"]


@pytest.mark.parametrize(("asked", "suggestion"), [("Japn", "/en/countries/JP"), ("XX", None)])
def test_an_unknown_country_is_not_found_and_helps(visitor: Visitor, asked: str, suggestion: str | None) -> None:
    page = visitor.page(f"/en/compare?country=CN&country={asked}", 404)
    assert asked in page.text_content()
    assert suggestion is None or suggestion in links(page)


def test_the_form_holds_the_choice_and_works_without_script(visitor: Visitor) -> None:
    page = visitor.page("/en/compare?country=JP&country=FJ")
    form = page.xpath(".//main//form")[0]
    assert (form.get("method"), form.get("action")) == ("get", "/en/compare")
    chosen = [
        select.xpath("string(option[@selected]/@value|optgroup/option[@selected]/@value)")
        for select in form.xpath(".//select")
    ]
    assert chosen == ["JP", "FJ", "", ""]


def test_without_a_choice_the_page_asks_for_one(visitor: Visitor, empty_site: Visitor) -> None:
    for page in (visitor.page("/en/compare"), empty_site.page("/en/compare")):
        assert texts(page, ".//*[@class='notice']") == ["Choose two to four countries above."]
        assert len(page.xpath(".//select")) == 4


def test_a_country_leads_to_its_comparison(visitor: Visitor) -> None:
    assert "/en/compare?country=JP&country=US" in links(visitor.page("/en/countries/JP"))
