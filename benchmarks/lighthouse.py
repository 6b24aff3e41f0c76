"""Lighthouse's scores of the shipped site: performance, accessibility, best practices and search engines.

    npm ci --prefix benchmarks/node
    python -m benchmarks.lighthouse [--rounds 3] [--only home] [--multiplier 4] [--throttling devtools]

Serves the shipped papers from an empty folder and lets Lighthouse look at five kinds of page in both languages with the
system's Chromium (or KEWAI_CHROMIUM), as a phone on a slow network: 150 ms, 1.6 Mbit/s, a processor four times slower.
`--multiplier` says how many times slower than this one; a slow machine is a phone already. Lighthouse loads the page
as fast as it can and reckons what a slow network would make of it; with `--throttling devtools` the browser is really
slowed down, as "fast 3G" of the developer tools does it: 562 ms for each request, 1.4 Mbit/s. Each page is asked for
once before, so that what a process makes once has been made. Prints medians of the rounds and ends with 1 when one of
them is below 95.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

NODE = Path(__file__).parent / "node"
PORT = 8994
START_SECONDS, PAGE_SECONDS, TRIES = 600, 300, 3
ENOUGH = 95
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
MEASURES = {
    "first-contentful-paint": "first paint ms",
    "cumulative-layout-shift": "shift",
    "total-byte-weight": "bytes",
}
PAGES = {
    "home": "/",
    "search": "/search?q=科技外交",
    "country": "/countries/JP",
    "instrument": "/instruments/agreement",
    "paper": "/papers/003_5e5926cf20dd913c",
}
CHROMIUM = "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run"
Report = dict[str, Any]


@contextmanager
def served() -> Iterator[str]:
    """The address of a server over the shipped papers, which it takes in first. Raises `TimeoutError`."""
    command = [sys.executable, "-c", "from app.cli import main; main()", "serve", "--port", str(PORT)]
    with tempfile.TemporaryDirectory() as folder:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("KEWAI_")}
        environment["PYTHONPATH"] = str(Path(__file__).parents[1])
        log = Path(folder) / "server.log"
        with log.open("wb") as output:
            process = subprocess.Popen(command, cwd=folder, env=environment, stdout=output, stderr=output)
        try:
            address = f"http://127.0.0.1:{PORT}"
            wait_for(f"{address}/readyz", log)
            yield address
        finally:
            process.terminate()
            process.wait()


def wait_for(address: str, log: Path) -> None:
    """Returns when `address` answers."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        try:
            if httpx.get(address, timeout=5, trust_env=False).status_code == httpx.codes.OK:
                return
        except httpx.TransportError:
            time.sleep(1)
    raise TimeoutError(f"the server did not come up: {log.read_text(encoding='utf-8')[-1000:]}")


def look_at(address: str, multiplier: float, throttling: str) -> Report:
    """Lighthouse's report on one page. A trace that it could not record is recorded again, up to `TRIES` times."""
    found = os.environ.get("KEWAI_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome") or ""
    command = [
        *("node", str(NODE / "node_modules/lighthouse/cli/index.js"), address, "--quiet", "--output=json"),
        *(f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={CHROMIUM}"),
        *(f"--throttling.cpuSlowdownMultiplier={multiplier}", f"--throttling-method={throttling}"),
    ]
    for _ in range(TRIES):
        environment = {**os.environ, "CHROME_PATH": found}
        with tempfile.TemporaryFile() as printed:  # a pipe is cut off where node ends before it is read
            done = subprocess.run(
                command, env=environment, stdout=printed, stderr=subprocess.PIPE, timeout=PAGE_SECONDS, check=False
            )
            printed.seek(0)
            told = printed.read()
        report: Report = json.loads(told) if told.startswith(b"{") else {"categories": {}}
        if all(report["categories"].get(name, {}).get("score") is not None for name in CATEGORIES):
            return report
    sys.exit(f"Lighthouse cannot measure {address}: {done.stderr.decode()[-1000:]}")


def row(name: str, reports: list[Report]) -> tuple[str, float]:
    """A line of the table, and the least of its scores."""
    scores = [100 * statistics.median(one["categories"][name]["score"] for one in reports) for name in CATEGORIES]
    measured = [statistics.median(one["audits"][audit]["numericValue"] for one in reports) for audit in MEASURES]
    shown = [f"{score:.0f}" for score in scores] + [
        f"{value:.3g}" if value < 1 else f"{value:.0f}" for value in measured
    ]
    return f"| {name} | {' | '.join(shown)} |", min(scores)


def main() -> None:
    """Looks at each page and prints the table."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--only", choices=PAGES, action="append")
    arguments.add_argument("--multiplier", type=float, default=4)
    arguments.add_argument("--throttling", choices=("simulate", "devtools"), default="simulate")
    given = arguments.parse_args()
    if not (NODE / "node_modules").is_dir():
        sys.exit("Lighthouse is not installed; say: npm ci --prefix benchmarks/node")
    print(f"| page | {' | '.join((*CATEGORIES, *MEASURES.values()))} |\n|---{'|---' * 7}|")
    worst, speeds = 100.0, []
    with served() as site:
        for locale in ("zh", "en"):
            for name in given.only or PAGES:
                address = f"{site}/{locale}{PAGES[name]}"
                httpx.get(address, timeout=PAGE_SECONDS, trust_env=False).raise_for_status()
                reports = [look_at(address, given.multiplier, given.throttling) for _ in range(given.rounds)]
                line, least = row(f"{name}, {locale}", reports)
                print(line, flush=True)
                worst = min(worst, least)
                speeds += [one["environment"]["benchmarkIndex"] for one in reports]
    print(f"\nLighthouse's index of this processor while it measured: {statistics.median(speeds):.0f}")
    sys.exit(worst < ENOUGH)


if __name__ == "__main__":
    main()
