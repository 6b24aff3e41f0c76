"""The keyboard: to the search, through results, the list of keys, and all of it switched off."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.functional.site import Words


def focused(page: Page) -> Locator:
    return page.locator(":focus")


def results(page: Page) -> Locator:
    return page.get_by_role("main").get_by_role("article")


@pytest.mark.parametrize("path", ["/", "/countries/JP", "/papers/003_5e5926cf20dd913c", "/search?q=科技"])
def test_slash_goes_to_the_search_box(page: Page, words: Words, path: str) -> None:
    page.goto(f"/{words.locale}{path}")
    page.keyboard.press("/")
    expect(focused(page)).to_have_attribute("name", "q")
    page.keyboard.type("a/?j")
    assert re.search(r"a/\?j$", focused(page).input_value()), "in a field every character is text"
    expect(page.get_by_role("dialog")).to_have_count(0)


@pytest.mark.parametrize(("on", "back"), [("ArrowDown", "ArrowUp"), ("j", "k")])
def test_arrows_and_letters_walk_through_results(page: Page, words: Words, on: str, back: str) -> None:
    page.goto(f"/{words.locale}/search?q=科技外交")
    for number in range(3):
        page.keyboard.press(on)
        expect(results(page).nth(number)).to_be_focused()
        expect(results(page).nth(number)).to_be_in_viewport()
    page.keyboard.press(back)
    expect(results(page).nth(1)).to_be_focused()
    href = results(page).nth(1).locator(".claim-tools a").get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{href}")


@pytest.mark.parametrize(
    ("path", "stop"),
    [
        ("/search/concordance?q=科技外交官", ".concordance tbody tr"),
        ("/numbers/cn-st-agreements", ".quantity-table tbody tr"),
        ("/numbers", ".quantity-entry"),
        ("/compare?country=JP&country=FR", ".side-by-side p"),
    ],
)
def test_letters_walk_through_lines_and_open_them(page: Page, words: Words, path: str, stop: str) -> None:
    page.goto(f"/{words.locale}{path}")
    for number in range(3):
        page.keyboard.press("j")
        expect(page.locator(stop).nth(number)).to_be_focused()
    page.keyboard.press("k")
    expect(page.locator(stop).nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: "/claims/" in address or ("/numbers/" in address and path == "/numbers"))


def test_arrows_elsewhere_scroll_until_one_walks(page: Page, words: Words) -> None:
    page.goto(f"/{words.locale}/countries/JP")
    page.keyboard.press("ArrowDown")
    expect(page.locator("article:focus")).to_have_count(0)
    page.wait_for_function("scrollY > 0")
    page.keyboard.press("j")
    first = page.locator(".claim-card:focus")
    expect(first).to_have_count(1)
    before = first.inner_text()
    page.keyboard.press("ArrowDown")
    assert page.locator(".claim-card:focus").inner_text() != before


def test_after_a_search_the_arrows_go_on_to_what_was_found(page: Page, words: Words) -> None:
    page.goto(f"/{words.locale}/search?q=科技")
    page.keyboard.press("/")
    page.keyboard.type("科技外交官")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("q=%E7%A7%91%E6%8A%80%E5%A4%96%E4%BA%A4%E5%AE%98"))
    expect(page.locator("[data-news]")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(results(page).first).to_be_focused()


def test_the_list_of_keys_keeps_the_keyboard_and_gives_it_back(page: Page, words: Words) -> None:
    page.goto(f"/{words.locale}/countries")
    link = page.get_by_role("main").get_by_role("link").first
    link.focus()
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    expect(dialog.locator("kbd").filter(has_text="/")).to_be_visible()
    for _ in range(4):
        page.keyboard.press("Tab")
        assert page.evaluate("!document.activeElement.closest('main')"), "the page behind must not be reached"
    page.keyboard.press("j")
    expect(dialog).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(link).to_be_focused()


def test_keys_of_one_character_can_be_switched_off_for_good(page: Page, words: Words) -> None:
    page.goto(f"/{words.locale}/keys")
    switch = page.get_by_role("checkbox")
    switch.uncheck()
    page.goto(f"/{words.locale}/search?q=科技外交")
    for key in ("/", "?", "j"):
        page.keyboard.press(key)
        expect(page.locator("body")).to_be_focused()
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.press("ArrowDown")
    expect(results(page).first).to_be_focused()
    page.goto(f"/{words.locale}/keys")
    expect(switch).not_to_be_checked()
    switch.check()
    page.keyboard.press("Tab")
    page.goto(f"/{words.locale}/countries")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()


def test_without_scripts_the_list_is_a_page(plain_page: Page, words: Words) -> None:
    plain_page.goto(f"/{words.locale}/")
    plain_page.locator("footer a[data-keys]").click()
    plain_page.wait_for_url(f"**/{words.locale}/keys")
    expect(plain_page.locator("kbd").first).to_be_visible()
    expect(plain_page.get_by_role("checkbox")).to_have_count(0)
