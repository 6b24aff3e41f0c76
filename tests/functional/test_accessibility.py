"""Axe finds no violation on any kind of page, in either language, wide or narrow, light or dark."""

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.functional.site import Server, Watch, Words

PAGES = {
    "home": "/",
    "search": "/search?q=科技外交",
    "search, narrowed": "/search?q=科技&country=US&instrument=operational",
    "search, nothing found": "/search?q=月球上的奶酪",
    "search, not understood": "/search?q=((",
    "search, read in parts": "/search?q=科*外交 -国家:美国 (协定 OR diplomcy~)",
    "search, words in context": "/search/concordance?q=科技外交&by=left",
    "search, by paper": "/search/papers?q=协定",
    "search, over the years": "/search/years?q=科技",
    "countries": "/countries",
    "a country": "/countries/JP",
    "a country without claims": "/countries/TV",
    "countries compared": "/compare?country=JP&country=FR&country=ES&country=CN&country=GB",
    "nothing compared": "/compare",
    "the matrix": "/matrix",
    "a part of the matrix": "/matrix?class=support&year=2017",
    "instruments": "/instruments",
    "an instrument": "/instruments/agreement",
    "entities": "/entities",
    "numbers": "/numbers",
    "numbers, none found": "/numbers?country=FR",
    "a quantity": "/numbers/cn-st-agreements",
    "timeline": "/timeline",
    "timeline of a country": "/timeline?country=JP&decade=2000",
    "timeline of a search": "/timeline?q=日本&country=CN&country=JP",
    "one country compared": "/compare?country=JP",
    "entities, found": "/entities?q=皇家&kind=institution",
    "entities, not found": "/entities?q=没有人",
    "an entity": "/entities/us-aaas",
    "a person with others": "/entities/xi-jinping?with=cn-cast",
    "an entity without claims": "/entities/us-nasa",
    "papers": "/papers",
    "a paper with footnotes": "/papers/003_5e5926cf20dd913c",
    "a paper with warnings": "/papers/001_9b9df6ab7260d5ee",
    "a paper with its terms marked": "/papers/001_9b9df6ab7260d5ee?terms=on",
    "a paper with links": "/papers/002_af57014d235b154e",
    "a paper side by side, with what is found": "/papers/000_a2e5f66dba48f65a?text=side&find=外交",
    "a paper in English without labels": "/papers/000_a2e5f66dba48f65a?text=en&labels=off",
    "citations": "/citations",
    "citations, found": "/citations?q=王明国",
    "citations, not found": "/citations?q=没有人",
    "works": "/works",
    "works of a paper": "/works?paper=003_5e5926cf20dd913c",
    "works, not found": "/works?q=没有人",
    "pairs to decide": "/works/unsure",
    "the network": "/network",
    "the network around a paper": "/network?node=paper:004_72122b5f6e46424d&depth=2",
    "glossary": "/glossary",
    "glossary, found": "/glossary?q=科技外交",
    "glossary, one kind and letter": "/glossary?kind=person&letter=Z",
    "glossary, not found": "/glossary?q=没有人",
    "an empty notebook": "/notebook",
    "about": "/about",
    "trust": "/trust",
    "an error": "/papers/none",
}
AXE = Axe()


def violations(page: Page) -> list[str]:
    found = AXE.run(page).response["violations"]
    return [
        f"{violation['id']}: {violation['help']} at {[node['target'] for node in violation['nodes']][:5]}"
        for violation in found
    ]


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_no_violation(page: Page, words: Words, watch: Watch, path: str) -> None:
    watch.expect("404")
    page.goto(f"/{words.locale}{path}")
    assert violations(page) == []


def test_no_violation_on_a_claim_and_a_term(page: Page, words: Words) -> None:
    for path, link in (("/papers/004_72122b5f6e46424d", "a.permalink"), ("/glossary", "main a[href*='/glossary/']")):
        page.goto(f"/{words.locale}{path}")
        target = page.locator(link).first.get_attribute("href")
        assert target
        page.goto(target)
        assert violations(page) == [], target


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "path",
    ["/", "/search?q=科技", "/papers/003_5e5926cf20dd913c", "/countries/US", "/numbers/cn-st-agreements", "/timeline"],
)
def test_no_violation_on_a_telephone(
    browser: Browser, server: Server, watch: Watch, words: Words, path: str, scheme: str
) -> None:
    with browser.new_context(
        base_url=server.url, viewport={"width": 360, "height": 740}, color_scheme=scheme
    ) as telephone:
        page = telephone.new_page()
        watch.follow(page)
        page.goto(f"/{words.locale}{path}")
        assert violations(page) == []
        overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert overflow <= 0, "the page must not scroll sideways"


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_no_violation_in_a_notebook(
    browser: Browser, server: Server, watch: Watch, words: Words, width: int, scheme: Literal["light", "dark"]
) -> None:
    with browser.new_context(
        base_url=server.url, viewport={"width": width, "height": 800}, color_scheme=scheme
    ) as reader:
        page = reader.new_page()
        watch.follow(page)
        page.goto(f"/{words.locale}/search?q=协定")
        for button in page.locator(".claim-list button[data-collect]").all()[:3]:
            button.click()
        assert violations(page) == [], "with claims collected"
        page.goto(f"/{words.locale}/notebook")
        expect(page.locator("li[data-claim]")).to_have_count(3)
        page.locator("button[name=remove]").first.click()
        expect(page.locator("[data-undo]")).to_be_focused()
        assert violations(page) == [], "beside the way back"
        page.locator("[data-clear]").click()
        assert violations(page) == [], "in the question"
        page.goto(str(page.locator("#share-link").get_attribute("href")) + "&claim=gone")
        assert violations(page) == [], "passed on"


def test_no_violation_in_the_dialog(page: Page, words: Words) -> None:
    page.goto(f"/{words.locale}/papers/004_72122b5f6e46424d")
    page.locator("a.permalink").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert violations(page) == []


def test_no_violation_in_a_note_and_on_a_sentences_card(page: Page, words: Words) -> None:
    page.goto(f"/{words.locale}/papers/004_72122b5f6e46424d")
    page.keyboard.press("j")
    expect(page.locator("#sentence-card")).to_be_visible()
    assert violations(page) == []
    page.locator("#text .cite-mark").first.click()
    expect(page.locator("#note-popover")).to_be_visible()
    assert violations(page) == []


def test_the_page_says_its_language_and_its_twin(page: Page, words: Words) -> None:
    page.goto(f"/{words.locale}/countries")
    assert page.locator("html").get_attribute("lang") == {"zh": "zh-Hans", "en": "en"}[words.locale]
    expect(page.locator("link[rel=alternate][hreflang]")).to_have_count(3)
