"""What a reader has: the real server, in a process of its own with the shipped papers, and a real browser."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.functional.site import CHINESE, ENGLISH, Server, Watch, Words
from tests.kinds import addresses

BROWSERS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
BROWSER_OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
START_SECONDS = 180
WAIT_MILLISECONDS = 15_000


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Slow tests last: a mistake that a fast one finds is known early."""
    items.sort(key=lambda item: item.path.is_relative_to(Path(__file__).parent))


@pytest.fixture(params=[CHINESE, ENGLISH], ids=["zh", "en"])
def words(request: pytest.FixtureRequest) -> Words:
    """Each test that asks for words runs in both languages."""
    found: Words = request.param
    return found


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _problem(url: str) -> str:
    """Why the server is not ready; empty when it is."""
    try:
        answer = httpx.get(f"{url}/readyz", timeout=5)
    except httpx.TransportError as error:
        return str(error)
    return "" if answer.status_code == httpx.codes.OK else answer.text


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """`kewai serve` on a free port: it migrates an empty database, takes in the shipped papers and answers."""
    folder = tmp_path_factory.mktemp("server")
    port = _free_port()
    running = Server(f"http://127.0.0.1:{port}", folder)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("KEWAI_")}
    command = [sys.executable, "-c", "from app.cli import main; main()", "serve", "--port", str(port)]
    environment["PYTHONPATH"] = str(Path(__file__).parents[2])
    with (folder / "server.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)
    try:
        deadline = time.monotonic() + START_SECONDS
        while problem := _problem(running.url):
            if process.poll() is not None or time.monotonic() > deadline:
                pytest.fail(f"the server did not come up: {problem}\n{running.log()[:4000]}", pytrace=False)
            time.sleep(0.5)
        yield running
    finally:
        process.terminate()
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@pytest.fixture(scope="session")
def kinds(server: Server) -> list[tuple[str, str]]:
    """Every kind of page with its addresses below a locale, on the shipped papers."""
    (hit,) = httpx.get(f"{server.url}/api/v1/search?country=JP&limit=1", timeout=60).json()["hits"]
    (work,) = httpx.get(f"{server.url}/api/v1/works?limit=1", timeout=60).json()["works"]
    return addresses(
        paper="003_5e5926cf20dd913c",
        claim=hit["id"],
        work=work["uid"],
        quantity="cn-st-agreements",
        entity="us-aaas",
        term="science-and-technology-diplomacy",
    )


def _chromium() -> str:
    named = os.environ.get("KEWAI_CHROMIUM")
    found = shutil.which(named) if named else next(filter(None, map(shutil.which, BROWSERS)), None)
    if not found:
        what = f"KEWAI_CHROMIUM names {named}, which is not there" if named else "there is no Chromium"
        pytest.fail(
            f"{what}: install it (Debian: apt-get install chromium) or name one in KEWAI_CHROMIUM", pytrace=False
        )
    return found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's Chromium. Missing, it is a failure that says what to install.

    It is closed with its module: while Playwright is open it holds the thread's event loop, and tests elsewhere
    that run a loop of their own would fail.
    """
    executable = _chromium()
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=executable, args=list(BROWSER_OPTIONS))
        yield running
        running.close()


@pytest.fixture
def watch(server: Server) -> Iterator[Watch]:
    """Fails the test, at its end, for anything that went wrong behind the pages it looked at."""
    watching = Watch(server.url)
    yield watching
    assert watching.problems == []


@pytest.fixture
def context(browser: Browser, server: Server) -> Iterator[BrowserContext]:
    opened = browser.new_context(base_url=server.url, viewport={"width": 1280, "height": 900})
    opened.set_default_timeout(WAIT_MILLISECONDS)
    opened.grant_permissions(["clipboard-read", "clipboard-write"], origin=server.url)
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext, watch: Watch) -> Page:
    """A new page in a new session, watched."""
    opened = context.new_page()
    watch.follow(opened)
    return opened


@pytest.fixture
def plain_page(browser: Browser, server: Server, watch: Watch) -> Iterator[Page]:
    """A page in a browser without JavaScript."""
    opened = browser.new_context(base_url=server.url, java_script_enabled=False)
    opened.set_default_timeout(WAIT_MILLISECONDS)
    page = opened.new_page()
    watch.follow(page)
    yield page
    opened.close()
