"""Browsing to an entity: from the list by kind, by a name, from a country; every number leads to as many claims."""

import re

from playwright.sync_api import Page, expect

from tests.functional.site import Words


def shown(page: Page) -> int:
    """How many claims the page says that there are."""
    found = re.search(r"\d+", page.locator("#claims-title").inner_text())
    assert found
    return int(found[0])


def test_a_kind_and_then_an_entity_gather_its_claims(page: Page, words: Words) -> None:
    page.goto(f"/{words.locale}/entities")
    kind = page.locator("nav.facet li a").first
    counted = kind.locator(".count").inner_text()
    kind.click()
    page.wait_for_url("**kind=agreement**")
    expect(page.locator("#found-title")).to_contain_text(counted)
    page.locator("dl.term-list a").first.click()
    page.wait_for_url(re.compile(rf"/{words.locale}/entities/[a-z0-9-]+$"))
    assert page.get_by_role("article").count() == shown(page)
    expect(page.locator("figure.timeline")).to_be_visible()


def test_a_name_finds_it_in_either_script(page: Page, words: Words) -> None:
    page.goto(f"/{words.locale}/entities")
    page.locator("[data-main-search]").fill("皇家學會")
    page.locator("[data-main-search]").press("Enter")
    page.locator("dl.term-list a").first.click()
    page.wait_for_url("**/entities/gb-royal-society")


def test_a_source_and_a_companion_list_as_many_as_they_count(page: Page, words: Words) -> None:
    address = f"/{words.locale}/entities/us-aaas"
    page.goto(address)
    counts = page.locator("aside .index-list li").filter(has=page.locator("a[href*='?paper='], a[href*='?with=']"))
    assert counts.count() > 2
    for item in [counts.nth(index) for index in range(min(6, counts.count()))]:
        counted = int(item.locator(".number").inner_text())
        item.get_by_role("link").click()
        page.wait_for_url("**?**")
        assert shown(page) == page.get_by_role("article").count() == counted
        page.goto(address)


def test_a_countrys_named_instrument_opens_as_many_claims_as_it_counts(page: Page, words: Words) -> None:
    page.goto(f"/{words.locale}/countries/JP")
    item = page.locator("#named tr:has(th a[href*='/entities/'])").first
    counted = int(item.locator("td.number").last.inner_text())
    item.get_by_role("rowheader").get_by_role("link").click()
    page.wait_for_url("**/entities/**")
    assert shown(page) == counted
