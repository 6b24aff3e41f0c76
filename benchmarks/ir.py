"""Scores the search engine on a test collection and prints a table.

    python benchmarks/ir.py FOLDER [--queries N] [--documents N] [--text FIELD]… [--mode MODE]…
                            [--weights words=1,bigrams=0,…]

FOLDER holds `docs.jsonl` ({"id", "text"}), `queries.jsonl` ({"id", "text", …}) and `qrels.tsv` (query, document,
grade). MRR@10 and recall@10 are means over the queries that have a relevant document; times are the CPU's for whole
requests, parsed, ranked and with all facets.
"""

import argparse
import json
import random
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, product
from pathlib import Path
from typing import Any

from app.search.encoders import ShippedEncoder
from app.search.index import WhooshEngine
from app.search.query import parse
from app.search.request import ClaimDocument, Mode, SearchRequest
from app.search.schema import WEIGHTS

DEPTH = 10
BLANK = ClaimDocument(
    uid="",
    paper="collection",
    position=0,
    text="",
    text_en="",
    heading="",
    title="",
    heading_en="",
    title_en="",
    type="fact",
    countries=(),
    instruments=(),
    year=None,
)


class NoNames:
    """A test collection has no countries, instruments or papers to name."""

    def resolve(self, field: str, name: str) -> str | None:
        """Knows nothing."""


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The JSON objects of a file, one a line."""
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def read_documents(folder: Path, limit: int | None) -> Iterator[ClaimDocument]:
    """The documents of the collection as claims of one paper."""
    for position, line in enumerate(islice(read_lines(folder / "docs.jsonl"), limit)):
        yield replace(BLANK, uid=line["id"], position=position, text=line["text"], text_en=line.get("text_en", ""))


def read_relevant(folder: Path) -> dict[str, set[str]]:
    """Query → its relevant documents."""
    relevant: dict[str, set[str]] = defaultdict(set)
    for line in (folder / "qrels.tsv").read_text(encoding="utf-8").splitlines():
        query, document, grade = line.split("\t")
        if int(grade) > 0:
            relevant[query].add(document)
    return relevant


def score(
    engine: WhooshEngine, folder: Path, indexed: set[str], text: str, mode: Mode, sample: int | None
) -> dict[str, float]:
    """The figures of one run. A document that was left out of the index cannot be asked for."""
    relevant = {query: found & indexed for query, found in read_relevant(folder).items() if found & indexed}
    queries = [line for line in read_lines(folder / "queries.jsonl") if line["id"] in relevant]
    random.Random(1).shuffle(queries)
    reciprocal, recall, times, totals, relaxed = [], [], [], [], []
    for line in queries[:sample]:
        started = time.process_time()
        result = engine.search(SearchRequest(parse(line[text], NoNames()).query, mode=mode, limit=DEPTH))
        times.append((time.process_time() - started) * 1000)
        wanted = relevant[line["id"]]
        ranks = [rank for rank, hit in enumerate(result.hits, start=1) if hit.uid in wanted]
        reciprocal.append(1 / ranks[0] if ranks else 0.0)
        recall.append(len(ranks) / min(DEPTH, len(wanted)))
        totals.append(result.total)
        relaxed.append(result.relaxed)
    return {
        "queries": len(times),
        "MRR@10": statistics.mean(reciprocal),
        "recall@10": statistics.mean(recall),
        "found (median)": statistics.median(totals),
        "relaxed": statistics.mean(relaxed),
        "p50 ms CPU": statistics.median(times),
        "p95 ms CPU": statistics.quantiles(times, n=20)[-1],
    }


def main() -> None:
    """Builds an index in a temporary folder, asks it and prints what came out."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--queries", type=int, help="ask a random sample of this size (seed 1)")
    arguments.add_argument("--documents", type=int, help="index only the first documents")
    arguments.add_argument("--text", action="append", default=[], help="field of the queries that is asked")
    arguments.add_argument("--mode", action="append", default=[], type=Mode, help="how claims are matched")
    arguments.add_argument("--weights", action="append", default=[], help="field=weight,… in place of the schema's")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        modes = given.mode or [Mode.KEYWORD]
        encoder = None if modes == [Mode.KEYWORD] else ShippedEncoder()
        engine = WhooshEngine(Path(scratch) / "index", encoder=encoder)
        documents = list(read_documents(given.folder, given.documents))
        started = time.process_time()
        engine.rebuild(documents)
        built = time.process_time() - started
        size = sum(path.stat().st_size for path in Path(scratch).rglob("*") if path.is_file())
        print(f"{given.folder.name}: {len(documents)} documents, {built:.1f} s CPU to index, {size / 1e6:.1f} MB")
        shipped = dict(WEIGHTS)
        for weights in ["", *given.weights]:
            pairs = (pair.split("=") for pair in weights.split(",") if pair)
            WEIGHTS.update(shipped | {field: float(weight) for field, weight in pairs})
            for text, mode in product(given.text or ["text"], modes):
                figures = score(engine, given.folder, {d.uid for d in documents}, text, mode, given.queries)
                named = (f"{name} {value:.4g}" for name, value in figures.items())
                print(weights or "as shipped", text, mode, *named, sep=" | ", flush=True)
        engine.close()


if __name__ == "__main__":
    main()
