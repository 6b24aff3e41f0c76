"""Browsing by country and by instrument: every number leads to a list of that many claims."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.functional.site import Watch, Words
from tests.functional.test_searching import total


def test_japans_page_tells_what_each_instrument_looks_like_there(page: Page, words: Words) -> None:
    page.goto(f"/{words.locale}/countries")
    page.get_by_role("main").get_by_role("link", name=words.japan, exact=True).first.click()
    page.wait_for_url(f"**/{words.locale}/countries/JP")
    main = page.get_by_role("main")
    expect(main.get_by_role("heading", level=1)).to_have_text(words.japan)
    strategy = main.get_by_text("《强化科技外交战略》")
    expect(strategy.first).to_be_visible()
    group = main.get_by_role("region", name=re.compile(words.agreement))
    expect(group.get_by_role("article").first).to_be_visible()


def test_a_group_lists_as_many_claims_as_it_says(page: Page, words: Words) -> None:
    page.goto(f"/{words.locale}/countries/JP")
    groups = page.locator("#claims").get_by_role("region").all()
    assert len(groups) >= 3
    for group in groups[:4]:
        said = re.search(r"\d+", group.locator("header .number").inner_text())
        assert said
        count, listed = int(said[0]), group.get_by_role("article").count()
        assert listed == count or (
            0 < listed < count and group.get_by_role("link", name=re.compile(str(count))).count()
        )


def test_the_agreements_page_groups_claims_by_country(page: Page, words: Words) -> None:
    page.goto(f"/{words.locale}/instruments")
    page.get_by_role("main").get_by_role("link", name=re.compile(f"^{re.escape(words.agreement)}")).first.click()
    page.wait_for_url(f"**/{words.locale}/instruments/agreement")
    main = page.get_by_role("main")
    expect(main.get_by_role("heading", level=1)).to_contain_text(words.agreement)
    expect(main.get_by_role("heading", level=3, name=words.japan, exact=True)).to_be_visible()
    expect(main.get_by_role("link", name=words.us_china_agreement, exact=True).first).to_be_visible()


def test_a_number_of_the_matrix_opens_a_list_of_that_many(page: Page, words: Words) -> None:
    page.goto(f"/{words.locale}/")
    row = page.get_by_role("table").get_by_role("row").filter(has=page.get_by_role("rowheader", name=words.japan))
    cells = row.get_by_role("cell").get_by_role("link")
    assert cells.count() >= 3
    cell = cells.nth(1)
    promised = int(cell.inner_text())
    cell.click()
    page.wait_for_url(re.compile("country=JP"))
    assert total(page) == promised


def test_the_keyboard_reaches_the_content_first(page: Page, words: Words) -> None:
    page.goto(f"/{words.locale}/countries")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()


@pytest.mark.parametrize(
    "path", ["countries/XX", "instruments/none", "papers/none", "claims/none", "search?page=999999"]
)
def test_what_is_not_there_is_a_page_that_helps(page: Page, words: Words, watch: Watch, path: str) -> None:
    watch.expect("404")
    answer = page.goto(f"/{words.locale}/{path}")
    assert answer is not None
    assert answer.status == 404
    assert page.get_by_role("main").get_by_role("link").count() >= 1
    expect(page.get_by_role("heading", level=1)).to_be_visible()
