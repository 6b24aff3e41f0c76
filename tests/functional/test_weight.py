"""What a first visit costs: the bytes of every kind of page and of every shipped paper, compressed, without fonts."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin

import httpx
import pytest
from lxml import html
from playwright.sync_api import Browser, Page

from app import resources
from app.web.lean import IMPORT
from tests.functional.site import Server, Watch

MOST_BYTES = 100_000
"""Of all that a page loads by itself; what comes later comes because of what a reader does."""
ARRIVING = {"accept-encoding": "gzip, deflate, br, zstd", "sec-fetch-mode": "navigate", "sec-fetch-site": "none"}
"""What a browser says of itself when it opens a page from elsewhere."""
BLOCKING = "head/link[@rel='stylesheet'] | //script[@src][not(@type='module') and not(@defer)]"
"""What a browser would wait for before it paints."""
LOADED = "//link[@rel='stylesheet']/@href | //link[@rel='icon']/@href | //script/@src | //img/@src"
RESOURCES = """() => [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
    .map(({ name, encodedBodySize }) => [name, encodedBodySize])"""

SHEETS = """() => performance.getEntriesByType("resource").filter(({ name }) => name.includes("site.css"))
    .map((entry) => entry.toJSON())"""


@dataclass
class Scale:
    """Weighs pages with all that they load, each file once."""

    client: httpx.Client
    blocking: list[str] = field(default_factory=list)
    """Pages that could not be painted before something else has come."""
    files: dict[str, tuple[int, tuple[str, ...]]] = field(default_factory=dict)
    """Size of each file, and the scripts that it imports before it runs."""

    def weigh(self, address: str) -> dict[str, int]:
        """The compressed size of everything that a first visit to `address` loads, by address."""
        answer = self.client.get(address)
        assert answer.status_code == 200, address
        weights = {address: answer.num_bytes_downloaded}
        page = html.document_fromstring(answer.content)
        self.blocking += [address] * bool(page.xpath(BLOCKING))
        waiting = [str(found) for found in page.xpath(LOADED)]
        while waiting:
            one = waiting.pop()
            if one not in weights:
                weights[one], imported = self._file(one)
                waiting += imported
        return weights

    def _file(self, address: str) -> tuple[int, tuple[str, ...]]:
        if address not in self.files:
            answer = self.client.get(address)
            assert answer.status_code == 200, address
            self.files[address] = answer.num_bytes_downloaded, tuple(_imported(address, answer))
        return self.files[address]


def _imported(address: str, answer: httpx.Response) -> Iterator[str]:
    if answer.headers["content-type"].startswith("text/javascript"):
        for found in IMPORT.finditer(answer.text):
            if "(" not in found[1]:
                yield urljoin(address, f"./{found[2]}")


@pytest.fixture(scope="module")
def scale(server: Server) -> Iterator[Scale]:
    with httpx.Client(base_url=server.url, headers=ARRIVING, timeout=60) as client:
        yield Scale(client)


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_a_first_visit_is_light(scale: Scale, kinds: list[tuple[str, str]], locale: str) -> None:
    papers = [f"/papers/{path.stem}" for path in sorted(resources.PAPERS.glob("*.txt"))]
    assert len(papers) == 5
    ways = [f"{paper}?text={text}" for paper in papers for text in ("zh", "en", "both", "side")]
    addresses = dict.fromkeys([address for _kind, address in kinds] + papers + ways)
    visits = {address: scale.weigh(f"/{locale}{address}") for address in addresses}
    assert any("terms=on" in address for address in visits), "the longest paper with its 800 terms marked"
    assert min(map(len, visits.values())) >= 9, "page, seal and scripts"
    weights = {address: sum(visit.values()) for address, visit in visits.items()}
    assert {address: weight for address, weight in weights.items() if weight > MOST_BYTES} == {}
    assert scale.blocking == [], "each file that a browser waits for is a round trip before the first paint"


@pytest.mark.parametrize("path", ["/papers/003_5e5926cf20dd913c", "/countries/JP"])
def test_the_scale_shows_what_a_browser_gets(
    browser: Browser, server: Server, watch: Watch, scale: Scale, path: str
) -> None:
    context = browser.new_context(base_url=server.url)
    page = context.new_page()
    watch.follow(page)
    page.goto(f"/en{path}", wait_until="networkidle")
    loaded = {str(name).removeprefix(server.url): int(size) for name, size in page.evaluate(RESOURCES)}
    context.close()
    expected = scale.weigh(f"/en{path}")
    assert loaded.keys() <= expected.keys(), "all that a browser loads is weighed"
    assert all(abs(size - expected[address]) < 100 for address, size in loaded.items())
    assert len(loaded) >= len(expected) - 1, "a browser without a tab strip does not fetch its sign"


def test_a_second_visit_asks_for_pages_alone(page: Page) -> None:
    """Files whose address carries their fingerprint are kept for good."""
    page.goto("/en/countries", wait_until="networkidle")
    page.goto("/en/instruments", wait_until="networkidle")
    sizes = page.evaluate("() => performance.getEntriesByType('resource').map(({ transferSize }) => transferSize)")
    assert len(sizes) >= 8
    assert sum(sizes) == 0, "all of it came from the browser's own store"


def test_the_second_page_of_a_visit_finds_its_sheet_in_the_browser(page: Page) -> None:
    """The first has it within it; the file is fetched at the first sign of a reader."""
    page.goto("/en/countries", wait_until="networkidle")
    assert page.locator("style[data-sheet]").count() == 1
    with page.expect_response("**/site.css?v=*"):
        page.mouse.move(200, 200)
    page.get_by_role("link", name="Instruments", exact=True).click()
    page.wait_for_load_state("networkidle")
    assert page.url.endswith("/en/instruments")
    assert page.locator("style[data-sheet]").count() == 0
    (sheet,) = page.evaluate(SHEETS)
    assert (sheet["transferSize"], sheet["decodedBodySize"] > 10_000) == (0, True)


@pytest.mark.parametrize("coding", ["gzip", "br"])
def test_what_is_sent_is_compressed(server: Server, coding: str) -> None:
    for address in ("/zh/", "/zh/papers/003_5e5926cf20dd913c", "/static/site.css", "/api/v1/countries"):
        answer = httpx.get(server.url + address, headers={"accept-encoding": coding}, timeout=60)
        assert answer.headers["content-encoding"] == coding, address
        assert answer.num_bytes_downloaded < len(answer.content) / 2, address
