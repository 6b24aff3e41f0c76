"""WCAG 2.2, level AA, where a machine that reads the markup alone cannot tell: what a page does in a browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.functional.site import Server, Watch, Words

WIDTHS = ((1280, "zh"), (390, "en"))
FOCUSABLE = "a[href], button, input:not([type=hidden]), select, summary, [tabindex='0']"
OBSCURED = """(selector) => {
    const hidden = [];
    for (const element of document.querySelectorAll(selector)) {
        if (!element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) continue;
        element.focus();
        const seen = [...element.getClientRects()].some((box) => {
            const [left, top] = [Math.max(box.left, 0), Math.max(box.top, 0)];
            const [right, bottom] = [Math.min(box.right, innerWidth), Math.min(box.bottom, innerHeight)];
            return [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5], [0.5, 0.1], [0.5, 0.9]].some(([across, down]) => {
                const hit = document.elementFromPoint(left + across * (right - left), top + down * (bottom - top));
                return hit && (element.contains(hit) || hit.contains(element));
            });
        });
        if (document.activeElement === element && !seen) hidden.push(element.outerHTML.slice(0, 120));
    }
    return hidden;
}"""
"""Each element that can have the focus gets it, as by the Tab key, and some part of it must be there to be seen.

Of one that is larger than the window the part inside the window is looked at."""
UNMARKED = """(selector) => [...document.querySelectorAll(selector)].filter((element) => {
    if (!element.checkVisibility({ visibilityProperty: true })) return false;
    element.focus({ focusVisible: true });
    const style = getComputedStyle(element);
    return document.activeElement === element && (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 1);
}).map((element) => element.outerHTML.slice(0, 120))"""


def each(
    browser: Browser, server: Server, watch: Watch, kinds: list[tuple[str, str]], width: int, locale: str
) -> Iterator[tuple[str, Page]]:
    """Yields every kind of page, opened one after the other in one window."""
    context = browser.new_context(base_url=server.url, viewport={"width": width, "height": 700})
    page = context.new_page()
    watch.follow(page)
    try:
        for _kind, address in kinds:
            page.goto(f"/{locale}{address}")
            yield address, page
    finally:
        context.close()


@pytest.mark.parametrize(("width", "locale"), WIDTHS)
def test_what_has_the_focus_is_seen(
    browser: Browser, server: Server, watch: Watch, kinds: list[tuple[str, str]], width: int, locale: str
) -> None:
    """2.4.11 Focus Not Obscured, 2.4.7 Focus Visible."""
    pages = each(browser, server, watch, kinds, width, locale)
    found = {
        address: (page.evaluate(OBSCURED, FOCUSABLE), page.evaluate(UNMARKED, FOCUSABLE)) for address, page in pages
    }
    assert {address: wrong for address, wrong in found.items() if any(wrong)} == {}


def test_the_first_key_leads_past_the_header(page: Page, words: Words) -> None:
    """2.4.1 Bypass Blocks."""
    page.goto(f"/{words.locale}/countries/JP")
    page.keyboard.press("Tab")
    skip = page.locator("a.skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def tab_to(page: Page, selector: str, most: int = 200) -> None:
    """Presses Tab until what `selector` finds first has the focus."""
    wanted = page.locator(selector).first
    expect(wanted).to_be_attached()
    for _ in range(most):
        page.keyboard.press("Tab")
        if wanted.evaluate("(element) => element === document.activeElement"):
            return
    raise AssertionError(f"{selector} is not reached by {most} Tabs")


def test_a_claim_is_found_narrowed_opened_and_quoted_by_keyboard_alone(page: Page, words: Words) -> None:
    """2.1.1 Keyboard, 2.1.2 No Keyboard Trap."""
    page.goto(f"/{words.locale}/")
    tab_to(page, "main input[name=q]")
    page.keyboard.type("协定")
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=*")
    tab_to(page, ".facets a[href*='country=JP']")
    page.keyboard.press("Enter")
    page.wait_for_url("**country=JP*")
    expect(page.locator(".claim-card").first).to_be_visible()
    tab_to(page, ".claim-card .claim-tools a[href*='/claims/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/claims/*")
    tab_to(page, "button[data-copy]")
    page.keyboard.press("Enter")
    expect(page.locator("#news")).to_have_text(words.copied)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement !== document.body")
