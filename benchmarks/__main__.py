"""`make bench`: measures the site on the shipped papers and prints a table for docs/benchmarks.md.

Times are of the processor, not of the clock, so that a busy machine changes them little: what one request costs.
"""

import asyncio
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import httpx

from app import resources
from app.main import create_app
from app.settings import Settings
from benchmarks.shipped import library_in

ROUNDS = 15
QUERIES = (
    "科技外交",
    '"科技伙伴计划"',
    "國際科技合作",
    "国家:日本 工具:协议",
    "科技 -美国",
    "science diplomacy",
    "年:2017..2021",
)
PAGES = (
    "/zh/",
    "/zh/search?q=科技合作",
    "/zh/countries",
    "/zh/countries/US",
    "/zh/instruments/agreement",
    "/zh/papers/003_5e5926cf20dd913c",
    "/zh/citations?q=王明国",
    "/zh/glossary",
    "/api/v1/search?q=科技合作",
)


def seconds(action: Callable[[], object]) -> float:
    """Processor time that `action` takes."""
    began = time.process_time()
    action()
    return time.process_time() - began


def milliseconds(action: Callable[[], object]) -> tuple[float, float]:
    """Median and slowest of some rounds, after one that fills the caches."""
    action()
    times = [1000 * seconds(action) for _ in range(ROUNDS)]
    return statistics.median(times), max(times)


def show_pages(settings: Settings) -> None:
    """Asks the application for pages, without a network between, and prints what each costs."""
    client = httpx.AsyncClient(transport=httpx.ASGITransport(create_app(settings)), base_url="http://benchmark")
    with asyncio.Runner() as runner:
        for address in PAGES:
            median, slowest = milliseconds(lambda address=address: runner.run(get(client, address)))  # type: ignore[misc]
            print(f"| `{address}` | {median:.1f} | {slowest:.1f} |")
        runner.run(client.aclose())


async def get(client: httpx.AsyncClient, address: str) -> None:
    """Asks for a page and stops the measurement when it is not there."""
    (await client.get(address)).raise_for_status()


def main() -> None:
    """Measures and prints."""
    with tempfile.TemporaryDirectory() as folder, library_in(Path(folder)) as (library, settings):
        print("| what | seconds |\n|---|---|")
        print(f"| take in the five papers | {seconds(lambda: library.ingest([resources.PAPERS])):.2f} |")
        print(f"| the same again, unchanged | {seconds(lambda: library.ingest([resources.PAPERS])):.2f} |")
        print(f"| build the index anew | {seconds(library.reindex):.2f} |")
        print("\n| search | found | median ms | slowest ms |\n|---|---|---|---|")
        for query in QUERIES:
            median, slowest = milliseconds(lambda query=query: library.search(query))  # type: ignore[misc]
            print(f"| `{query}` | {library.search(query).total} | {median:.1f} | {slowest:.1f} |")
        print("\n| page | median ms | slowest ms |\n|---|---|---|")
        show_pages(settings)


if __name__ == "__main__":
    main()
