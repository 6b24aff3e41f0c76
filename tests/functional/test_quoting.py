"""Copying from where a claim stands in a line, without leaving the page: by pointer, by keyboard, and when it fails."""

import pytest
from playwright.sync_api import Page, expect

from tests.functional.site import Watch, Words

PAGES = (
    "/countries/JP",
    "/compare?country=JP&country=FR",
    "/numbers/cn-st-agreements",
    "/search/concordance?q=科技外交官",
)


def copied(page: Page) -> str:
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


@pytest.mark.parametrize("path", PAGES)
def test_a_line_is_copied_as_its_own_page_copies_it(page: Page, words: Words, path: str) -> None:
    page.goto(f"/{words.locale}{path}")
    sign = page.locator("main .quote").first
    uid = page.locator("main .collect.mark").first.get_attribute("data-collect")
    sign.click()
    expect(page.locator("#news")).to_have_text(words.copied)
    from_line = copied(page)
    page.goto(f"/{words.locale}/claims/{uid}")
    page.get_by_role("button", name=words.copy_quotation).first.click()
    expect(page.locator("#news")).to_have_text(words.copied)
    assert from_line == copied(page)
    assert from_line.endswith(f"/{words.locale}/claims/{uid}")


def test_signs_are_named_after_their_claims(page: Page, words: Words) -> None:
    page.goto(f"/{words.locale}/countries/JP")
    line = page.locator("#happened .told").first
    begins = line.inner_text()[:12]
    sign = page.get_by_role("button", name=f"{words.copy_quotation} {begins}").first
    sign.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#news")).to_have_text(words.copied)
    expect(sign).to_be_focused()


def test_nothing_moves_when_a_line_is_copied(page: Page, words: Words) -> None:
    page.goto(f"/{words.locale}/countries/JP")
    top = "document.getElementById('named').getBoundingClientRect().top + scrollY"
    before = page.evaluate(top)
    page.locator("#happened .quote").first.click()
    expect(page.locator(".quote.done")).to_have_count(1)
    assert page.evaluate(top) == before
    expect(page.locator(".quote.done")).to_have_count(0)
    assert page.evaluate(top) == before


def test_a_quotation_that_cannot_be_had_is_said(page: Page, words: Words, watch: Watch) -> None:
    watch.expect("Failed to load resource")
    page.goto(f"/{words.locale}/countries/JP")
    page.route("**/claims/*", lambda route: route.abort())
    sign = page.locator("main .quote").first
    sign.click()
    message = page.locator("#notebook-link").get_attribute("data-uncopied")
    expect(page.locator("#news")).to_have_text(str(message))
    expect(sign).to_have_text(str(message))
    expect(sign).to_have_text("")


def test_without_scripts_the_claim_itself_leads_there(plain_page: Page, words: Words) -> None:
    plain_page.goto(f"/{words.locale}/countries/JP")
    assert plain_page.locator("main .quote").first.is_hidden()
    plain_page.locator("#happened .told").first.click()
    assert plain_page.locator("#quote-title").is_visible()
