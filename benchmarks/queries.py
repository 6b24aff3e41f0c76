"""Scores search on the judged queries over the shipped papers: how high the right sentences stand.

    python -m benchmarks.queries [--mode keyword|hybrid|semantic] [--worst N]

The queries lie in tests/search/data. nDCG@10 with equal grades (Järvelin and Kekäläinen, 2002); "in 3" counts the
queries with a right sentence among the first three. `--worst` lists the queries of the lowest score.
"""

import argparse
import tempfile
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import log2
from pathlib import Path
from statistics import mean
from typing import Any

from app import resources
from app.library import Library
from app.search.request import Mode
from app.text.normalise import bare
from benchmarks.shipped import library_in

FILES = Path(__file__).parents[1] / "tests" / "search" / "data"
DEPTH, FIRST = 10, 3


def read_queries() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every query with the name of its group."""
    for query in tomllib.loads((FILES / "chinese_queries.toml").read_text(encoding="utf-8"))["query"]:
        yield f"Chinese, {query['script']}", query
    for query in tomllib.loads((FILES / "english_queries.toml").read_text(encoding="utf-8"))["query"]:
        yield "English", query


def gain(hits: Sequence[bool], right: int) -> float:
    """nDCG of a list of hits, each right or not, when there are `right` right ones in all.

    >>> gain([True, False], right=1), round(gain([False, True], right=1), 3), gain([], right=2)
    (1.0, 0.631, 0.0)
    """
    found = sum(1 / log2(rank + 1) for rank, hit in enumerate(hits, start=1) if hit)
    return found / sum(1 / log2(rank + 1) for rank in range(1, min(right, DEPTH) + 1))


def judge(library: Library, query: dict[str, Any], mode: Mode) -> tuple[float, bool]:
    """nDCG@10 of one query, and whether a right sentence is among the first three."""
    right = set(map(bare, query["right"]))
    hits = [bare(hit.claim.text) in right for hit in library.search(query["text"], mode=mode, limit=DEPTH).hits]
    return gain(hits, len(right)), any(hits[:FIRST])


def main() -> None:
    """Takes the shipped papers in, asks every query and prints the means."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--mode", type=Mode, default=Mode.KEYWORD, choices=list(Mode))
    arguments.add_argument("--worst", type=int, default=0)
    given = arguments.parse_args()
    groups = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder, library_in(Path(folder)) as (library, _):
        library.ingest([resources.PAPERS])
        for group, query in read_queries():
            groups[group].append((*judge(library, query, given.mode), query["text"]))
    print("| queries | number | nDCG@10 | in 3 |\n|---|---|---|---|")
    for group, judged in groups.items():
        print(f"| {group} | {len(judged)} | {mean(j[0] for j in judged):.3f} | {sum(j[1] for j in judged)} |")
    for score, _, text in sorted(judged for group in groups.values() for judged in group)[: given.worst]:
        print(f"{score:.3f} {text}")


if __name__ == "__main__":
    main()
