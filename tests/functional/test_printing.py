"""On paper: nothing is cut, what can only be clicked is gone, and the sheet says what it shows and where it is from."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.functional.site import Server, Watch, Words

A4 = {"width": 688, "height": 1000}
"""CSS pixels of A4 between margins of 14 mm."""
WIDER = """() => [...document.querySelectorAll("main *")].filter((one) => {
    const box = one.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && box.right > innerWidth + 1 && getComputedStyle(one).clipPath === "none";
}).map((one) => one.outerHTML.slice(0, 80))"""
PAGES = (
    *("/matrix", "/countries", "/compare?country=JP&country=US&country=FR&country=GB", "/instruments/overseas"),
    *(
        "/numbers/cn-st-agreements",
        "/timeline?q=科技",
        "/search?q=科技外交官",
        "/papers/003_5e5926cf20dd913c?text=side",
    ),
)


@pytest.fixture
def on_paper(browser: Browser, server: Server, watch: Watch) -> Iterator[Callable[[str], Page]]:
    """Opens an address as it is printed."""
    context = browser.new_context(base_url=server.url, viewport=A4)
    page = context.new_page()
    watch.follow(page)
    page.emulate_media(media="print")

    def opened(address: str) -> Page:
        page.goto(address)
        return page

    yield opened
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_cut_at_the_edge(on_paper: Callable[[str], Page], words: Words, path: str) -> None:
    assert on_paper(f"/{words.locale}{path}").evaluate(WIDER) == []


@pytest.mark.parametrize("path", PAGES)
def test_what_can_only_be_clicked_is_gone(on_paper: Callable[[str], Page], words: Words, path: str) -> None:
    page = on_paper(f"/{words.locale}{path}")
    for selector in ("button", "form select", ".picture-exports", ".exports", ".pager", ".site-nav", ".views"):
        assert page.locator(selector).filter(visible=True).count() == 0, selector


def test_a_sheet_says_what_was_searched_and_where_it_is_from(on_paper: Callable[[str], Page], words: Words) -> None:
    for path in ("search", "search/concordance", "search/papers", "search/years"):
        page = on_paper(f"/{words.locale}/{path}?q=科技外交官")
        assert "科技外交官" in page.locator("h1").filter(visible=True).inner_text()
        address = page.locator(".on-paper").inner_text()
        assert f"/{words.locale}/{path}" in address
        assert page.locator(".understood table").filter(visible=True).count() == 0


def test_on_a_screen_the_address_is_not_repeated(page: Page, words: Words) -> None:
    page.goto(f"/{words.locale}/search?q=科技")
    assert page.locator(".on-paper").is_hidden()
    assert (page.locator("#search > h1").bounding_box() or {})["width"] <= 1


def test_countries_stay_side_by_side(on_paper: Callable[[str], Page], words: Words) -> None:
    page = on_paper(f"/{words.locale}/compare?country=JP&country=US&country=FR&country=GB")
    tops = page.locator(".side-by-side").first.evaluate(
        "(row) => [...row.children].map((one) => one.getBoundingClientRect().top)"
    )
    assert len(tops) == 4
    assert len(set(tops)) == 1


def test_shades_and_gaps_are_printed(on_paper: Callable[[str], Page], words: Words) -> None:
    page = on_paper(f"/{words.locale}/countries/JP")
    for selector in (".heat-5", ".gap"):
        style = "(one) => getComputedStyle(one).printColorAdjust"
        assert page.locator(selector).first.evaluate(style) == "exact"


def test_a_paper_is_printed_as_it_reads(on_paper: Callable[[str], Page], words: Words) -> None:
    """Its record and the ways to cite it are printed where they are open, and nowhere else."""
    page = on_paper(f"/{words.locale}/papers/004_72122b5f6e46424d")
    assert page.locator("details.record").filter(visible=True).count() == 0
    page.emulate_media(media="screen")
    page.locator("details.record summary").first.click()
    page.emulate_media(media="print")
    assert page.locator("details.record").filter(visible=True).count() == 1
