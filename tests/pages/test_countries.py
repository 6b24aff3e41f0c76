"""The countries and one country."""

from collections.abc import Callable

import pytest

from tests.visitor import Visitor, links, texts


def test_countries_stand_by_kind_with_their_counts(visitor: Visitor, count: Callable[..., int]) -> None:
    page = visitor.page("/zh/countries")
    assert texts(page, ".//section[contains(@class, 'group')]//h2") == ["国家与地区"]
    shown = {
        texts(row, "./a")[0]: int(row.xpath("string(span)")) for row in page.xpath(".//ul[@class='index-list']/li")
    }
    assert shown == {
        name: count("select count(*) from claim_country where code = :code", code=code)
        for name, code in (("中国", "CN"), ("美国", "US"), ("日本", "JP"))
    }


def test_a_country_tells_what_each_instrument_looks_like_there(visitor: Visitor) -> None:
    page = visitor.page("/en/countries/JP")
    assert texts(page, ".//h1") == ["Japan"]
    assert "2 claims in 2 papers" in texts(page, ".//*[@class='lead']")[0]
    groups = page.xpath(".//section[starts-with(@id, 'group-')]")
    assert {group.get("id") for group in groups} == {"group-agreement", "group-mechanism", "group-strategy"}
    agreement = page.get_element_by_id("group-agreement")
    assert texts(agreement, ".//*[contains(@class, 'claim-text')]") == ["日本与美国签署协定并设立联委会。"]


def test_the_numbers_of_a_country_are_those_of_the_tables(visitor: Visitor, count: Callable[..., int]) -> None:
    page = visitor.page("/zh/countries/CN")
    rows = page.xpath(".//table[contains(@class, 'wide')]/tbody/tr")
    shown = {row.xpath("string(.//a/@href)").removeprefix("#group-"): int(row.xpath("string(td)")) for row in rows}
    statement = """select count(*) from claim_country c join claim_instrument i on i.claim_id = c.claim_id
                   where c.code = 'CN' and i.code = :code"""
    assert shown == {code: count(statement, code=code) for code in shown}
    assert set(shown) == {"agreement", "mechanism", "control"}
    for code, number in shown.items():
        group = page.get_element_by_id(f"group-{code}")
        assert len(group.xpath(".//article")) == number


def test_at_its_side_stand_what_else_the_claims_are_about(visitor: Visitor) -> None:
    aside = visitor.page("/en/countries/JP").xpath(".//aside")[0]
    assert texts(aside, ".//h2") == [
        "Named instruments",
        "Countries in the same claims",
        "Types of claim",
        "Sources",
        "Years of publication",
    ]
    assert "United States 1" in texts(aside, ".//ul[@class='chips']/li")
    assert {"/en/papers/002-review", "/en/papers/000-untitled", "/en/countries/US"} <= set(links(aside, "."))
    assert texts(aside, ".//table//tbody//th") == ["2020", "unknown"]


def test_claims_without_an_instrument_are_shown_too(visitor: Visitor) -> None:
    group = visitor.page("/en/countries/CN").get_element_by_id("group-none")
    assert texts(group, ".//h2") == ["Without an instrument"]
    assert texts(group, ".//*[contains(@class, 'claim-text')]") == ["中国应当扩大开放。"]


@pytest.mark.parametrize("name", ["日本", "Japan", "jp", "日", "%E6%97%A5%E6%9C%AC"])
def test_a_name_leads_to_the_code(visitor: Visitor, name: str) -> None:
    answer = visitor.get(f"/zh/countries/{name}")
    assert (answer.status_code, answer.headers["location"]) == (301, "/zh/countries/JP")


def test_a_country_without_claims_has_a_page_that_says_so(visitor: Visitor) -> None:
    page = visitor.page("/en/countries/FJ")
    assert "No claim in the papers here is about Fiji." in texts(page, ".//main//p")[-1]
    assert any("/en/search?q=" in link for link in links(page))


@pytest.mark.parametrize(
    ("asked", "suggestion"), [("Japn", "/en/countries/JP"), ("Germny", "/en/countries/DE"), ("XX", None)]
)
def test_an_unknown_code_is_not_found_and_helps(visitor: Visitor, asked: str, suggestion: str | None) -> None:
    found = links(visitor.page(f"/en/countries/{asked}", 404))
    assert "/en/countries" in found
    assert suggestion is None or suggestion in found


def test_chinese_on_english_pages_says_that_it_is_chinese(visitor: Visitor) -> None:
    page = visitor.page("/en/countries/JP")
    assert all(p.get("lang") == "zh-Hans" for p in page.xpath(".//*[contains(@class, 'claim-text')]"))
    assert page.xpath("string(.//*[@class='lead']/span/@lang)") == "zh-Hans"
