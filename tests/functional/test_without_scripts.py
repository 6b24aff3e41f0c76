"""Without scripts every fact is reached: each task of a reader by links and forms alone, on every kind of page."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.functional.site import Words

TOOLS, PRACTICE = "000_a2e5f66dba48f65a", "003_5e5926cf20dd913c"
PAGES = (
    "/",
    "/search?q=科技外交",
    "/search/concordance?q=科技外交",
    "/search/papers?q=协定",
    "/search/years?q=科技",
    "/countries",
    "/countries/JP",
    "/compare?country=JP&country=FR",
    "/matrix",
    "/instruments",
    "/instruments/agreement",
    "/entities",
    "/entities/us-aaas",
    "/numbers",
    "/numbers/cn-st-agreements",
    "/timeline",
    "/papers",
    f"/papers/{PRACTICE}?text=side&find=外交",
    "/citations?q=王明国",
    "/glossary",
    "/glossary/science-diplomacy",
    "/about",
    "/trust",
    "/keys",
)
LEFT_OVER = "main button:visible:not([type=submit]), main [role=button]:visible, dialog:visible"
"""What would need a script: no reader without one may see it."""


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_offered_that_does_nothing(plain_page: Page, words: Words, path: str) -> None:
    answer = plain_page.goto(f"/{words.locale}{path}")
    assert answer is not None
    assert answer.status == 200
    expect(plain_page.get_by_role("heading", level=1)).to_have_count(1)
    assert plain_page.locator(LEFT_OVER).all_inner_texts() == []
    assert plain_page.locator("main a[href='#']:visible, main a:not([href]):visible").count() == 0
    for ways in (".site-nav a", ".site-footer a", ".languages a"):
        expect(plain_page.locator(ways).first).to_be_visible()


def test_from_the_home_page_to_a_claim_its_labels_and_its_reference(plain_page: Page, words: Words) -> None:
    plain_page.goto(f"/{words.locale}/")
    box = plain_page.get_by_role("main").get_by_label(words.search_box)
    box.fill("「瑞士科學中心」")
    box.press("Enter")
    plain_page.wait_for_url(re.compile(r"/search\?q="))
    plain_page.locator(".claim-tools a[href*='/claims/']").first.click()
    plain_page.wait_for_url(re.compile("/claims/"))
    main = plain_page.get_by_role("main")
    expect(main.locator("blockquote")).to_contain_text("瑞士科学中心")
    expect(main.locator("p.quotation").first).to_be_visible()
    expect(main.get_by_role("table").first).to_be_visible()
    main.locator("header a").first.click()
    plain_page.wait_for_url(re.compile("/papers/"))


def test_a_mark_leads_to_its_note_and_back_to_the_sentence(plain_page: Page, words: Words) -> None:
    plain_page.goto(f"/{words.locale}/papers/{PRACTICE}")
    mark = plain_page.locator("#text .cite-mark").first
    mark.click()
    anchor = plain_page.url.partition("#")[2]
    entry = plain_page.locator(f"[id='{anchor}']")
    expect(entry).to_be_in_viewport()
    entry.locator(".back-links a").first.click()
    sentence = plain_page.locator(".claim:target")
    expect(sentence).to_be_in_viewport()
    expect(sentence.locator(f".cite-mark[href='#{anchor}']")).to_have_count(1)


def test_labels_are_hidden_shown_and_followed(plain_page: Page, words: Words) -> None:
    plain_page.set_viewport_size({"width": 1400, "height": 900})
    plain_page.goto(f"/{words.locale}/papers/{TOOLS}")
    labels = plain_page.locator("#text .labels")
    expect(labels.first).to_be_visible()
    plain_page.locator("#labels-switch").click()
    plain_page.wait_for_url(re.compile("labels=off"))
    expect(labels.first).to_be_hidden()
    plain_page.locator("#labels-switch").click()
    expect(labels.first).to_be_visible()
    plain_page.locator("#text .labels a[href$='/countries/CH']").first.click()
    plain_page.wait_for_url(re.compile("/countries/CH$"))


def test_the_outline_is_a_list_of_links(plain_page: Page, words: Words) -> None:
    for width in (390, 1280):
        plain_page.set_viewport_size({"width": width, "height": 900})
        plain_page.goto(f"/{words.locale}/papers/{TOOLS}")
        link = plain_page.locator(".outline a[href='#s-2']")
        if not link.is_visible():
            plain_page.locator(".outline summary").click()
        link.click()
        expect(plain_page.locator("[id='h-2']")).to_be_in_viewport()


def test_a_paper_is_read_in_each_way(plain_page: Page, words: Words) -> None:
    plain_page.goto(f"/{words.locale}/papers/{TOOLS}")
    for way, languages in (("zh", 1), ("en", 1), ("both", 2), ("side", 2)):
        plain_page.locator(f"[data-keeps=text][data-value={way}]").click()
        expect(plain_page.locator(f"[data-value={way}]")).to_have_attribute("aria-current", "true")
        expect(plain_page.locator("#text .paragraph").nth(3).locator("> p")).to_have_count(languages)
