"""Takes the pictures of README.md and docs/design.md again.

    python -m benchmarks.screenshots [--site http://127.0.0.1:8000] [--only star] [--into docs/images]

Serves the shipped papers from an empty folder, or looks at a site that is running, with the system's Chromium (or
KEWAI_CHROMIUM). Pages are taken 1280 pixels wide, components as they stand on such a page; all as WebP, which Chromium
writes itself. Prints the bytes of each and of all.
"""

import argparse
import base64
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import CDPSession, Page, sync_playwright

from benchmarks.lighthouse import served

IMAGES = Path(__file__).parents[1] / "docs" / "images"
WIDTH, HEIGHT, QUALITY = 1280, 800, 62
WAIT_MILLISECONDS = 180_000
OPTIONS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking")
PAPER = "003_5e5926cf20dd913c"


@dataclass(frozen=True)
class Shot:
    """What is to be seen: an address below a locale, and what of it. Without a selector it is the first screen."""

    address: str
    selector: str = ""
    keys: tuple[str, ...] = ()
    most: int = 420
    scheme: str = "light"


SHOTS = {
    "home": Shot("/en/"),
    "search": Shot("/en/search?q=science diplomacy"),
    "country": Shot("/en/countries/JP"),
    "paper": Shot(f"/zh/papers/{PAPER}"),
    "numbers": Shot("/en/numbers/cn-st-agreements"),
    "paper-dark": Shot(f"/en/papers/{PAPER}", most=520, scheme="dark"),
    "profile-line": Shot("/en/countries/JP", "dl.profile"),
    "small-matrix": Shot("/en/countries/JP", "#instruments"),
    "chronicle": Shot("/en/countries/JP", "#happened .chronicle", most=260),
    "year-picture": Shot("/en/countries/JP", "#happened figure.timeline"),
    "star": Shot("/en/countries/JP", "#partners svg.star"),
    "matrix": Shot("/en/matrix?class=strategic", ".matrix"),
    "country-grid": Shot("/en/countries", ".country-grid", most=230),
    "source-list": Shot("/en/countries/JP", ".source-list", most=150),
    "coverage": Shot("/en/countries/JP", "#coverage"),
    "network": Shot(f"/en/network?node=paper:{PAPER}", ".network-figure"),
    "works": Shot("/en/works", ".work-list", most=360),
    "claim-card": Shot("/en/search?q=152", ".claim-card"),
    "similar": Shot("/en/search?q=152", "section[aria-labelledby=similar-title]", ("enter-claim",)),
    "cite": Shot(f"/en/cite?paper={PAPER}", "main"),
    "keys": Shot("/en/keys", "main", most=360),
    "sentence-card": Shot(f"/zh/papers/{PAPER}", "section.text-section", ("j",), most=320),
    "notebook": Shot("/en/search?q=152", "#notebook", ("collect",), most=460),
}


@contextmanager
def browser_pages(site: str) -> Iterator[dict[str, Page]]:
    """A page for each colour scheme, in the system's Chromium."""
    executable = os.environ.get("KEWAI_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(OPTIONS))
        pages = {}
        for scheme in ("light", "dark"):
            page = browser.new_page(base_url=site, viewport={"width": WIDTH, "height": HEIGHT}, color_scheme=scheme)
            page.set_default_timeout(WAIT_MILLISECONDS)
            pages[scheme] = page
        yield pages
        browser.close()


def prepare(page: Page, keys: tuple[str, ...]) -> None:
    """Does what a reader does before the thing is there: presses a key, opens a claim, or collects three."""
    for key in keys:
        if key == "enter-claim":
            page.goto(str(page.locator(".claim-card .claim-tools a[href*='/claims/']").first.get_attribute("href")))
        elif key == "collect":
            for button in page.locator(".claim-list button[data-collect]").all()[:3]:
                button.click()
            page.goto("/en/notebook")
            page.locator("li[data-claim]").first.wait_for()
        else:
            page.keyboard.press(key)


def take(page: Page, session: CDPSession, shot: Shot) -> bytes:
    """The picture as WebP. Raises playwright's `TimeoutError` when the address or the selector is not there."""
    page.goto(shot.address, wait_until="networkidle")
    prepare(page, shot.keys)
    clip = {"x": 0.0, "y": 0.0, "width": WIDTH, "height": HEIGHT if not shot.selector else shot.most}
    if shot.selector:
        box = page.locator(shot.selector).first.bounding_box()
        if box is None:
            raise LookupError(f"{shot.selector} is not drawn on {shot.address}")
        top = page.evaluate("scrollY")
        clip = {"x": box["x"], "y": box["y"] + top, "width": box["width"], "height": min(box["height"], shot.most)}
    given = {"format": "webp", "quality": QUALITY, "captureBeyondViewport": True, "clip": {**clip, "scale": 1}}
    return base64.b64decode(session.send("Page.captureScreenshot", given)["data"])


def main() -> None:
    """Takes each picture and prints what it weighs."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--site", help="address of a running site")
    arguments.add_argument("--only", choices=SHOTS, action="append")
    arguments.add_argument("--into", type=Path, default=IMAGES)
    given = arguments.parse_args()
    given.into.mkdir(parents=True, exist_ok=True)
    total = 0
    with nullcontext(given.site) if given.site else served() as site, browser_pages(site) as pages:
        sessions = {scheme: page.context.new_cdp_session(page) for scheme, page in pages.items()}
        for name in given.only or SHOTS:
            shot = SHOTS[name]
            picture = take(pages[shot.scheme], sessions[shot.scheme], shot)
            (given.into / f"{name}.webp").write_bytes(picture)
            total += len(picture)
            print(f"{name} {len(picture):,}", flush=True)
    print(f"all {total:,} bytes")


if __name__ == "__main__":
    main()
