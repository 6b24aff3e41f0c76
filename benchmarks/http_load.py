"""Asks a running site for search pages from several clients at once and prints what they waited.

    python -m benchmarks.http_load http://127.0.0.1:8000 QUERIES [--clients 8] [--requests 400]

QUERIES is a file with one query a line. Times are of the clock, from request to the last byte of the page, of the
requests that were answered. Ends with 1 when any was not.
"""

import argparse
import asyncio
import statistics
import sys
import time
from itertools import cycle, islice
from pathlib import Path

import httpx


async def ask(client: httpx.AsyncClient, queries: list[str], times: list[float], failures: list[str]) -> None:
    """Takes queries off the list until none is left; adds what each answer took, and what went wrong."""
    while queries:
        query = queries.pop()
        began = time.perf_counter()
        try:
            (await client.get("/zh/search", params={"q": query})).raise_for_status()
        except httpx.HTTPError as error:
            failures.append(f"{query}: {error}")
        else:
            times.append(1000 * (time.perf_counter() - began))


async def load(address: str, queries: list[str], clients: int) -> tuple[list[float], list[str]]:
    """What each request waited, in milliseconds, and the errors; every query is asked once before."""
    async with httpx.AsyncClient(base_url=address, timeout=60, trust_env=False) as client:
        await ask(client, sorted(set(queries)), [], [])
        times: list[float] = []
        failures: list[str] = []
        await asyncio.gather(*(ask(client, queries, times, failures) for _ in range(clients)))
    return times, failures


def main() -> None:
    """Asks and prints."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("address")
    arguments.add_argument("queries", type=Path)
    arguments.add_argument("--clients", type=int, default=8)
    arguments.add_argument("--requests", type=int, default=400)
    given = arguments.parse_args()
    lines = list(filter(None, given.queries.read_text(encoding="utf-8").splitlines()))
    if not lines:
        sys.exit(f"{given.queries} holds no query; write one a line")
    queries = list(islice(cycle(lines), given.requests))
    times, failures = asyncio.run(load(given.address, queries, given.clients))
    if len(times) > 1:
        p95 = statistics.quantiles(times, n=20)[-1]
        print(
            f"{given.clients} clients, {len(times)} answers: p50 {statistics.median(times):.0f} ms, p95 {p95:.0f} ms,"
        )
        print(f"slowest {max(times):.0f} ms")
    print(f"{len(failures)} errors", *failures[:5], sep="\n")
    sys.exit(bool(failures))


if __name__ == "__main__":
    main()
