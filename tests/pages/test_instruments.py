"""The instruments, a class of them, and one instrument."""

from collections.abc import Callable

import pytest

from tests.visitor import Visitor, links, texts


def test_all_thirteen_stand_under_their_classes_with_definitions(visitor: Visitor) -> None:
    page = visitor.page("/zh/instruments")
    assert texts(page, ".//section//h2") == ["战略工具", "操作工具", "支持工具"]
    assert len(page.xpath(".//h3")) == 13
    assert all(texts(page, ".//ul[@class='definition-list']/li/div[1]/p"))


def test_counts_are_those_of_the_tables(visitor: Visitor, count: Callable[..., int]) -> None:
    rows = visitor.page("/en/instruments").xpath(".//ul[@class='definition-list']/li")
    for row in rows:
        code = row.xpath("string(.//h3/a/@href)").rsplit("/", 1)[1]
        number = int(row.xpath("string(div[2]/span)").split()[0])
        assert number == count("select count(*) from claim_instrument where code = :code", code=code)


def test_one_instrument_has_its_definition_and_claims_by_country(visitor: Visitor) -> None:
    page = visitor.page("/en/instruments/agreement")
    assert texts(page, ".//h1") == ["S&T agreements"]
    assert texts(page, ".//*[@class='definition']")[0].startswith("A bilateral or multilateral agreement")
    groups = {
        group.get("id"): len(group.xpath(".//article"))
        for group in page.xpath(".//section[starts-with(@id, 'group-')]")
    }
    assert groups == {"group-CN": 2, "group-JP": 1, "group-US": 1}


def test_numbers_by_country_are_those_of_the_tables(visitor: Visitor, count: Callable[..., int]) -> None:
    rows = visitor.page("/zh/instruments/mechanism").xpath(".//table[contains(@class, 'wide')]/tbody/tr")
    shown = {row.xpath("string(.//a/@href)").removeprefix("#group-"): int(row.xpath("string(td)")) for row in rows}
    statement = """select count(*) from claim_country c join claim_instrument i on i.claim_id = c.claim_id
                   where c.code = :code and i.code = 'mechanism'"""
    assert shown == {code: count(statement, code=code) for code in ("CN", "JP", "US")}


def test_how_the_papers_define_it_is_shown_in_their_words(visitor: Visitor) -> None:
    section = ".//section[@aria-labelledby='definitions-title']"
    page = visitor.page("/en/instruments/platform")
    assert texts(page, f"{section}//*[contains(@class, 'claim-text')]") == ["平台工具是促进科技外交的对话活动。"]
    assert not visitor.page("/en/instruments/agreement").xpath(section)


def test_an_instrument_without_claims_says_so(visitor: Visitor) -> None:
    page = visitor.page("/en/instruments/aid")
    assert texts(page, ".//*[@class='notice']") == ["No claim in the papers here is about this instrument."]


@pytest.mark.parametrize(
    ("code", "heading", "kinds"),
    [("strategic", "战略工具", 1), ("operational", "操作工具", 9), ("support", "支持工具", 3)],
)
def test_a_class_lists_its_kinds(visitor: Visitor, code: str, heading: str, kinds: int) -> None:
    page = visitor.page(f"/zh/instruments/{code}")
    assert texts(page, ".//h1") == [heading]
    assert len(page.xpath(".//tbody/tr")) == kinds
    assert f"/zh/search?instrument={code}" in links(page)


@pytest.mark.parametrize(
    ("name", "code"), [("协议", "agreement"), ("Agreement", "agreement"), ("操作工具", "operational")]
)
def test_a_name_leads_to_the_code(visitor: Visitor, name: str, code: str) -> None:
    answer = visitor.get(f"/zh/instruments/{name}")
    assert (answer.status_code, answer.headers["location"]) == (301, f"/zh/instruments/{code}")


def test_an_unknown_code_is_not_found_and_helps(visitor: Visitor) -> None:
    assert "/en/instruments/agreement" in links(visitor.page("/en/instruments/agrement", 404))
