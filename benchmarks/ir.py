"""Scores the search engine on test collections and prints a table.

    python -m benchmarks.ir FOLDER… [--state STATE] [--queries N] [--documents N] [--text FIELD]… [--mode MODE]…
                            [--encoder SPEC] [--weights words=1,bigrams=0,…]

FOLDER holds `docs.jsonl` ({"id", "text"}), `queries.jsonl` ({"id", "text", …}) and `qrels.tsv` (query, document,
grade), or folders that do. Each text that the queries have (`text`, `text_s`, `text_en`) is asked in each mode.
MRR@10 and recall@10 are means over the queries that have a relevant document; times are the CPU's for whole
requests, parsed, ranked and with all facets. STATE keeps the indexes, which take minutes to make because of their
vectors; SPEC is as in `KEWAI_ENCODER`.
"""

import argparse
import json
import random
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice, product
from pathlib import Path
from typing import Any

from app.search.encoders import SHIPPED, Encoder, open_encoder
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


def collections(folders: Iterable[Path]) -> Iterator[Path]:
    """The folders that are collections, and those inside the others that are."""
    for folder in folders:
        yield from [folder] if (folder / "qrels.tsv").exists() else sorted(p.parent for p in folder.glob("*/qrels.tsv"))


def texts_of(folder: Path) -> list[str]:
    """The fields of the queries that may be asked."""
    return [name for name in next(read_lines(folder / "queries.jsonl")) if name.startswith("text")]


def opened(state: Path, folder: Path, documents: Sequence[ClaimDocument], encoder: Encoder | None) -> WhooshEngine:
    """An engine with the documents of a collection: as `state` holds them, or indexed now."""
    engine = WhooshEngine(state / folder.name, encoder=encoder)
    if engine.check() is None:
        return engine
    started = time.process_time()
    engine.rebuild(documents)
    built = time.process_time() - started
    size = sum(path.stat().st_size for path in (state / folder.name).rglob("*") if path.is_file())
    print(f"{folder.name}: {len(documents)} documents, {built:.1f} s CPU to index, {size / 1e6:.1f} MB", flush=True)
    return engine


def run(state: Path, folder: Path, given: argparse.Namespace) -> None:
    """Asks one collection everything and prints a line for each way."""
    modes = given.mode or [Mode.KEYWORD, Mode.HYBRID]
    encoder = None if modes == [Mode.KEYWORD] else open_encoder(given.encoder)
    documents = list(read_documents(folder, given.documents))
    indexed = {document.uid for document in documents}
    engine = opened(state, folder, documents, encoder)
    shipped = dict(WEIGHTS)
    for weights in ["", *given.weights]:
        pairs = (pair.split("=") for pair in weights.split(",") if pair)
        WEIGHTS.update(shipped | {field: float(weight) for field, weight in pairs})
        for text, mode in product(given.text or texts_of(folder), modes):
            figures = score(engine, folder, indexed, text, mode, given.queries)
            named = (f"{name} {value:.4g}" for name, value in figures.items())
            print(folder.name, text, mode, weights or "as shipped", *named, sep=" | ", flush=True)
    WEIGHTS.update(shipped)
    engine.close()


def main() -> None:
    """Builds the indexes, in a temporary folder unless told, asks them and prints what came out."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path, nargs="+")
    arguments.add_argument("--state", type=Path, help="where indexes are kept between runs")
    arguments.add_argument("--queries", type=int, help="ask a random sample of this size (seed 1)")
    arguments.add_argument("--documents", type=int, help="index only the first documents")
    arguments.add_argument("--text", action="append", default=[], help="field of the queries that is asked")
    arguments.add_argument("--mode", action="append", default=[], type=Mode, help="how claims are matched")
    arguments.add_argument("--encoder", default=SHIPPED, help="as in KEWAI_ENCODER")
    arguments.add_argument("--weights", action="append", default=[], help="field=weight,… in place of the schema's")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        for folder in collections(given.folder):
            run(given.state or Path(scratch), folder, given)


if __name__ == "__main__":
    main()
