"""Terms in a text: a card beside the word with scripts, a link without them, and the keyboard for both."""

import re

from playwright.sync_api import Browser, Page, expect

from tests.functional.site import Server, Words

PAPER = "003_5e5926cf20dd913c"


def test_a_term_opens_as_a_card_and_closes_to_its_word(page: Page, words: Words) -> None:
    page.goto(f"/{words.locale}/papers/{PAPER}?terms=on")
    word = page.locator("a.term").first
    word.focus()
    page.keyboard.press("Enter")
    card = page.locator("#term-popover")
    expect(card).to_be_visible()
    expect(card).to_be_focused()
    expect(card.locator("h2")).to_contain_text(word.inner_text())
    expect(card).to_be_in_viewport(ratio=1)
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(word).to_be_focused()


def test_the_card_leads_to_the_terms_page(page: Page, words: Words) -> None:
    page.goto(f"/{words.locale}/papers/{PAPER}?terms=on")
    page.locator("a.term").first.click()
    page.locator("#term-popover a.open").click()
    page.wait_for_url(re.compile(rf"/{words.locale}/glossary/[a-z0-9-]+$"))
    expect(page.locator("#term-card")).to_be_visible()


def test_a_term_in_the_preview_of_a_claim_opens_too(page: Page, words: Words) -> None:
    page.goto(f"/{words.locale}/papers/{PAPER}")
    page.locator("a.permalink").first.focus()
    page.keyboard.press("Enter")
    preview = page.locator("#preview")
    expect(preview).to_be_visible()
    preview.locator("a.term").first.click()
    expect(page.locator("#term-popover h2")).to_be_visible()


def test_without_scripts_a_term_is_a_link(server: Server, browser: Browser, words: Words) -> None:
    context = browser.new_context(base_url=server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"/{words.locale}/papers/{PAPER}")
    page.locator("#terms-switch a").click()
    page.locator("a.term").first.click()
    page.wait_for_url(re.compile(rf"/{words.locale}/glossary/[a-z0-9-]+$"))
    context.close()


def test_the_glossary_is_browsed_and_looked_up_without_scripts(server: Server, browser: Browser, words: Words) -> None:
    context = browser.new_context(base_url=server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"/{words.locale}/glossary")
    page.locator("[data-main-search]").fill("kejiwaijiao")
    page.locator("[data-main-search]").press("Enter")
    page.wait_for_url("**/glossary?q=kejiwaijiao")
    expect(page.locator(".term-list dt").first).to_contain_text("科技外交")
    context.close()
