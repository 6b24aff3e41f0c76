"""Finding words while typing, and the ways of looking at what was found, as a reader does."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.functional.site import Words
from tests.functional.test_accessibility import violations


def type_into_box(page: Page, words: Words, typed: str) -> Locator:
    """Types into the box of the home page and waits for its list."""
    page.goto(f"/{words.locale}/")
    box = page.get_by_role("main").get_by_role("combobox")
    box.press_sequentially(typed)
    expect(page.get_by_role("listbox")).to_be_visible()
    return box


def test_initials_offer_the_term_and_the_keyboard_takes_it(page: Page, words: Words) -> None:
    box = type_into_box(page, words, "kjwj")
    first = page.get_by_role("option").first
    expect(first).to_contain_text("科技外交")
    expect(first).to_have_attribute("aria-selected", "false")
    box.press("ArrowDown")
    expect(first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", str(first.get_attribute("id")))
    assert violations(page) == []
    box.press("Enter")
    page.wait_for_url(re.compile(r"/search\?q=%E7%A7%91%E6%8A%80%E5%A4%96%E4%BA%A4"))


def test_escape_closes_the_list_and_enter_searches_what_was_typed(page: Page, words: Words) -> None:
    box = type_into_box(page, words, "Japa")
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_attribute("aria-expanded", "false")
    box.press("Enter")
    page.wait_for_url(re.compile(r"/search\?q=Japa"))


def test_a_country_is_offered_as_a_filter(page: Page, words: Words) -> None:
    type_into_box(page, words, "riben")
    page.get_by_role("option").first.click()
    page.wait_for_url(re.compile(r"/search\?q=country%3AJP"))
    assert page.get_by_role("main").get_by_role("article").count() > 0


def test_the_box_searches_without_javascript(plain_page: Page, words: Words) -> None:
    plain_page.goto(f"/{words.locale}/")
    box = plain_page.get_by_role("main").get_by_role("searchbox", name=words.search_box)
    box.fill("科技外交")
    box.press("Enter")
    plain_page.wait_for_url(re.compile(r"/search\?q="))
    assert plain_page.get_by_role("main").get_by_role("article").count() > 0


def test_every_view_is_an_address_that_keeps_the_query(page: Page, words: Words) -> None:
    page.goto(f"/{words.locale}/search?q=科技外交&country=JP")
    for view, shown in (("concordance", "table.concordance"), ("papers", "article"), ("years", "svg.year-chart")):
        page.locator(f"nav.views a[href*='/search/{view}?']").click()
        page.wait_for_url(re.compile(f"/search/{view}\\?q=.*country=JP"))
        expect(page.locator(shown).first).to_be_visible()
        page.reload()
        expect(page.locator(shown).first).to_be_visible()


def test_a_part_of_the_query_can_be_taken_back(page: Page, words: Words) -> None:
    page.goto(f"/{words.locale}/search?q=科技外交 -日本")
    page.locator(".understood .take-back").nth(1).click()
    expect(page.get_by_role("main").get_by_label(words.search_box)).to_have_value("科技外交")


def test_results_can_be_saved_as_a_file(page: Page, words: Words) -> None:
    page.goto(f"/{words.locale}/search?q=科技外交")
    with page.expect_download() as saving:
        page.locator(".exports a[href*='/search.csv?']").click()
    assert saving.value.suggested_filename == "kewai-search.csv"
    assert saving.value.path().read_bytes().startswith(b"\xef\xbb\xbf")
