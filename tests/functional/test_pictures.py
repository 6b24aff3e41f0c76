"""Pictures are taken away as files: PNG drawn by the browser, SVG and CSV by the server."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.functional.site import Watch, Words

PAGES = ("/countries/JP", "/instruments/agreement", "/timeline", "/search/years?q=科技", "/numbers/cn-st-agreements")
TABLES = ("/countries", "/matrix?class=support", "/compare?country=JP&country=FR")
PNG = b"\x89PNG\r\n\x1a\n"


def saved(page: Page, selector: str) -> tuple[str, bytes]:
    """The name and the bytes of what a click on the first match gives."""
    with page.expect_download() as saving:
        page.locator(selector).first.click()
    return saving.value.suggested_filename, Path(saving.value.path()).read_bytes()


@pytest.mark.parametrize("path", [*PAGES, *TABLES])
def test_a_picture_is_saved_in_each_form(page: Page, words: Words, path: str) -> None:
    page.goto(f"/{words.locale}{path}")
    name, picture = saved(page, ".picture-exports button")
    assert picture.startswith(PNG)
    wide, high = int.from_bytes(picture[16:20]), int.from_bytes(picture[20:24])
    assert wide > 600
    assert high > 300
    same, svg = saved(page, ".picture-exports a[href*='.svg']")
    assert (name.removesuffix(".png"), b"<svg" in svg) == (same.removesuffix(".svg"), True)
    _name, table = saved(page, ".picture-exports a[href*='.csv']")
    assert table.count(b"\r\n") > 1


def test_a_picture_that_cannot_be_had_is_said(page: Page, words: Words, watch: Watch) -> None:
    watch.expect("Failed to load resource")
    page.goto(f"/{words.locale}/timeline")
    page.route("**/timeline.svg*", lambda route: route.abort())
    button = page.locator(".picture-exports button")
    message = button.get_attribute("data-failed")
    button.click()
    expect(page.locator("#news")).to_have_text(str(message))


def test_without_scripts_the_links_remain(plain_page: Page, words: Words) -> None:
    plain_page.goto(f"/{words.locale}/timeline")
    assert plain_page.locator(".picture-exports button").is_hidden()
    assert saved(plain_page, ".picture-exports a[href*='.svg']")[0] == "kewai-years.svg"
