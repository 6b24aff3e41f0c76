"""WCAG 2.2, level AA, where a machine that reads the markup alone cannot tell: what a page does in a browser."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from app import resources
from tests.functional.site import Server, Watch, Words

WIDTHS = ((1280, "zh"), (390, "en"))
TARGETS = "a[href], button, input:not([type=hidden]), select, summary"
FOCUSABLE = f"{TARGETS}, [tabindex='0']"
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

SMALL = """(selector) => {
    const targets = [...document.querySelectorAll(selector)]
        .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest(".visually-hidden, .skip"));
    const boxes = new Map(targets.map((one) => [one, one.getBoundingClientRect()]));
    const inText = (one) => {
        if (one.closest(".claim, .twin")) return true;
        if (getComputedStyle(one).display !== "inline") return false;
        const block = one.parentElement.closest("p, li, dd, dt, td, th, h1, h2, h3, h4, div, blockquote");
        const own = [...block.querySelectorAll("a, button")].map((link) => link.textContent).join("");
        return block.textContent.replace(/\\s/g, "").length > own.replace(/\\s/g, "").length;
    };
    const isSmall = ({ width, height }) => width < 23.9 || height < 23.9;
    const centre = ({ left, top, width, height }) => [left + width / 2, top + height / 2];
    const away = ([x, y], { left, right, top, bottom }) =>
        Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
    const apart = (box, other) => {
        const [[x, y], [a, b]] = [centre(box), centre(other)];
        return away([x, y], other) > 11.9 && (!isSmall(other) || Math.hypot(x - a, y - b) > 23.9);
    };
    return targets.filter((one) => isSmall(boxes.get(one)) && !inText(one) && !targets.every((other) =>
        one.contains(other) || other.contains(one) || apart(boxes.get(one), boxes.get(other))
    )).map((one) => one.outerHTML.slice(0, 120));
}"""
"""Targets that are less than 24 pixels wide or high, stand in no sentence, and have no such room around them."""
OUT_OF_ORDER = """() => {
    const wrong = [];
    let before = null;
    for (const heading of document.querySelectorAll("main :is(h1, h2, h3):not(.visually-hidden)")) {
        if (!heading.checkVisibility()) continue;
        const now = heading.getBoundingClientRect();
        if (before && now.top < before.top - 1 && now.left < before.right - 1)
            wrong.push(heading.textContent.trim().slice(0, 60));
        before = now;
    }
    return wrong;
}"""
"""Headings that stand above the one that is read before them, and not in a column beside it."""
REORDERED = "[tabindex]:not([tabindex='0'], [tabindex='-1'])"
DRAGGED = "[draggable=true], input[type=range]"
WIDER_SPACES = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`p { margin-bottom: 2em !important; }
        * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }`);
    document.adoptedStyleSheets = [sheet];
}"""
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


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
def test_every_page_is_used_by_hand_and_by_keyboard(
    browser: Browser, server: Server, watch: Watch, kinds: list[tuple[str, str]], width: int, locale: str
) -> None:
    """2.5.8 Target Size, 1.3.2 Meaningful Sequence, 2.4.3 Focus Order, 2.4.7 Focus Visible, 2.4.11 Focus Not Obscured
    and 2.5.7 Dragging Movements, on each page while it is open."""
    found = {}
    for address, page in each(browser, server, watch, kinds, width, locale):
        found[address] = {
            "small": page.evaluate(SMALL, TARGETS)[:5],
            "out of order": page.evaluate(OUT_OF_ORDER),
            "reordered": page.locator(REORDERED).count(),
            "dragged": page.locator(DRAGGED).count(),
            "obscured": page.evaluate(OBSCURED, FOCUSABLE),
            "unmarked": page.evaluate(UNMARKED, FOCUSABLE),
        }
    wrong = {address: {name: what for name, what in found[address].items() if what} for address in found}
    assert {address: what for address, what in wrong.items() if what} == {}


def test_nothing_is_lost_on_a_narrow_window_or_with_wide_spaces(
    browser: Browser, server: Server, watch: Watch, kinds: list[tuple[str, str]]
) -> None:
    """1.4.10 Reflow at 320 pixels, 1.4.12 Text Spacing, on a page of each kind."""
    found = {}
    first = list({kind: (kind, address) for kind, address in reversed(kinds)}.values())
    for address, page in each(browser, server, watch, first, 320, "en"):
        narrow = page.evaluate(SIDEWAYS)
        page.evaluate(WIDER_SPACES)
        found[address] = narrow, page.evaluate(SIDEWAYS)
    assert {address: pixels for address, pixels in found.items() if max(pixels) > 0} == {}


def test_no_script_listens_for_dragging() -> None:
    """2.5.7 Dragging Movements: a notebook is put in order by buttons."""
    scripts = {path.name: path.read_text() for path in (resources.STATIC / "scripts").glob("*.js")}
    assert len(scripts) >= 10
    heard = re.compile("dragstart|mousemove|touchmove|setPointerCapture")
    assert {name: found for name, text in scripts.items() if (found := heard.findall(text))} == {}


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
