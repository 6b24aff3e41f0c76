"""How text is set: the W3C's requirements for Chinese layout (clreq) as far as a browser can be asked."""

import pytest
from playwright.sync_api import Page

from tests.functional.site import Words

PAPER = "/papers/003_5e5926cf20dd913c"
LINES = """(paragraphs) => paragraphs.filter((one) => one.lang === "zh-Hans").map((one) => {
    const style = getComputedStyle(one);
    const letter = parseFloat(style.fontSize);
    return [one.clientWidth / letter, parseFloat(style.lineHeight) / letter];
})"""
LEFT_OF = """(words) => words.map((one) => {
    const [box, before] = [one.getClientRects()[0], document.createRange()];
    before.setStart(one.parentNode, 0);
    before.setEndBefore(one);
    const last = [...before.getClientRects()].at(-1);
    return last && Math.abs(last.bottom - box.bottom) < 8 ? box.left - last.right : 0;
})"""
SPACED = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important }
        * { word-spacing: 0.16em !important }
        p { margin-bottom: 2em !important }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return document.documentElement.scrollWidth - document.documentElement.clientWidth;
}"""


def test_lines_of_chinese_are_as_long_and_as_far_apart_as_is_read_well(page: Page, words: Words) -> None:
    page.goto(f"/{words.locale}{PAPER}?text=zh")
    lines = page.locator(".paragraph > p").evaluate_all(LINES)
    assert len(lines) > 20
    assert all(30 <= length <= 40 for length, _height in lines)
    assert all(1.6 <= round(height, 2) <= 1.9 for _length, height in lines)


@pytest.mark.parametrize("text", ["zh", "both", "side"])
def test_terms_and_marks_stand_in_the_line_with_no_gap_before_them(page: Page, words: Words, text: str) -> None:
    page.goto(f"/{words.locale}{PAPER}?text={text}&terms=on")
    marked = page.locator(".paragraph > p[lang=zh-Hans] > span > :is(a.term, .cite-mark)")
    assert marked.count() > 300
    displays = marked.evaluate_all("(words) => words.map((one) => getComputedStyle(one).display)")
    assert set(displays) == {"inline"}
    assert max(marked.evaluate_all(LEFT_OF)) < 12


@pytest.mark.parametrize("text", ["zh", "en", "both", "side"])
def test_wide_spacing_fits_a_narrow_screen(page: Page, words: Words, text: str) -> None:
    """WCAG 1.4.10 and 1.4.12 together, with all terms marked."""
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(f"/{words.locale}{PAPER}?text={text}&terms=on")
    assert page.evaluate(SPACED) <= 0


def test_chinese_is_never_slanted_and_space_beside_latin_is_the_browsers(page: Page, words: Words) -> None:
    for path in (PAPER, "/countries/JP", "/search?q=外交", "/about"):
        page.goto(f"/{words.locale}{path}")
        slanted = page.locator(":lang(zh)").evaluate_all(
            "(all) => all.filter((one) => getComputedStyle(one).fontStyle !== 'normal').length"
        )
        assert slanted == 0
        assert page.evaluate("getComputedStyle(document.querySelector('main')).textAutospace") == "normal"


def test_a_phone_shows_more_of_the_small_matrix_than_its_names(page: Page, words: Words) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"/{words.locale}/countries/JP")
    name = page.locator(".small-matrix tbody th[scope=row]").first.bounding_box()
    assert name
    assert name["width"] < 150


def test_on_a_phone_the_sentence_of_a_value_is_seen_whole(page: Page, words: Words) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"/{words.locale}/numbers/cn-st-agreements")
    table = page.locator(".quantity-table")
    assert (table.bounding_box() or {})["width"] <= 390
    for sentence in table.locator(".told").all():
        box = sentence.bounding_box() or {}
        assert box["x"] + box["width"] <= 390
    assert table.get_by_role("columnheader").count() == 4
