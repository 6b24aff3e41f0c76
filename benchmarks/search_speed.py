"""Times searches over real claims, side by side with tantivy, twice, and SQLite's FTS5, and prints a table.

    python -m benchmarks.search_speed FOLDER [--claims 100000] [--state FOLDER] [--only kewai]

FOLDER holds papers as .md or .txt. 200 queries (one word, rare and common; two to four words together; quoted
strings; five alternatives; questions) are taken from the claims with a fixed seed. Every engine answers the 20
best, the exact total and five facets, which is checked; Kewai marks what was found in the texts too. All run in one
thread, each query twice to warm up, then as often as `--rounds` says, of which the median counts; when it was asked for
the first time has a column of its own. Times are of the processor. `--state` keeps the indexes for the next run.

`tantivy` ranks by words alone, `same_cuts` by all that Kewai ranks by. `--only hybrid` is Kewai by words and meaning:
with the vectors of the claims, which takes long to build, and with the encoding of each query. The same index is asked
by words alone, too, and the last line says what meaning takes on top of that.
"""

import argparse
import json
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from app.search.analyzers import tokens
from app.search.encoders import ShippedEncoder
from app.search.request import FACETS, ClaimDocument, Mode
from app.text.normalise import fold_text
from app.text.words import load_user_words
from app.vocabulary import load_vocabulary
from benchmarks.speed.corpus import read_claims
from benchmarks.speed.engines import LIMIT, Answer, Engine, Fts5, Kewai, Tantivy
from benchmarks.speed.queries import SHARES, Asked, make_queries
from benchmarks.speed.same_cuts import SameCuts

SIDE_BY_SIDE = ("kewai", "tantivy", "same_cuts", "fts5")


def main() -> None:
    """Reads, builds, asks, prints."""
    given = _arguments()
    load_user_words(load_vocabulary().user_words())
    claims = list(read_claims(given.folder, given.claims))
    letters = sum(len(claim.text.encode()) for claim in claims)
    print(f"{len(claims):,} claims, {letters / 1e6:.1f} MB of text, {sys.version.split()[0]} on {_processor()}\n")
    with tempfile.TemporaryDirectory() as scratch:
        state = (given.state or Path(scratch)) / str(len(claims))
        words = _words(claims, state / "words.jsonl")
        queries = make_queries(claims, words)
        makers: dict[str, Callable[[Path], Engine]] = {
            "kewai": lambda folder: Kewai(folder, claims),
            "tantivy": Tantivy,
            "same_cuts": SameCuts,
            "fts5": Fts5,
            "hybrid": lambda folder: Kewai(folder, claims, ShippedEncoder()),
        }
        _heading()
        more = ""
        for name in given.only or SIDE_BY_SIDE:
            p95 = _measure(name, makers[name], state / name, claims, words, queries, given.rounds)
            if name == "hybrid":
                same = partial(Kewai, claims=claims, encoder=ShippedEncoder(), mode=Mode.KEYWORD)
                by_words = _measure("by words", same, state / name, claims, words, queries, given.rounds)
                more = f"\nmeaning on top of words at p95: {p95 - by_words:.2f} ms"
    print(more)
    print(
        f"\nmost memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6:.2f} GB, claims and words included"
    )


def _arguments() -> argparse.Namespace:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--claims", type=int, default=100_000)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--state", type=Path)
    arguments.add_argument("--only", action="append", choices=[*SIDE_BY_SIDE, "hybrid"])
    return arguments.parse_args()


def _words(claims: Sequence[ClaimDocument], kept: Path) -> list[list[str]]:
    """The words of each claim, cut once."""
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        with kept.open("w", encoding="utf-8") as lines:
            for claim in claims:
                row = [token.text for token in tokens(fold_text(claim.text))]
                lines.write(json.dumps(row, ensure_ascii=False) + "\n")
    with kept.open(encoding="utf-8") as lines:
        return [[sys.intern(word) for word in json.loads(line)] for line in lines]


def _measure(
    name: str,
    make: Callable[[Path], Engine],
    folder: Path,
    claims: Sequence[ClaimDocument],
    words: Sequence[Sequence[str]],
    queries: Sequence[Asked],
    rounds: int,
) -> float:
    """Prints a row of the table; answers the milliseconds that 95 of 100 queries take at most."""
    new, began, clock = not folder.exists(), time.process_time(), time.perf_counter()
    engine = make(folder)
    if new:
        engine.build(claims, words)
    built = f"{time.process_time() - began:.0f} / {time.perf_counter() - clock:.0f}" if new else "kept"
    began = time.perf_counter()
    engine.search(queries[0])
    opened = time.perf_counter() - began
    first = [_timed(engine, asked) for asked in queries]
    answers = [engine.search(asked) for asked in queries]
    _check(name, answers)
    times = [statistics.median(_timed(engine, asked) for _ in range(rounds)) for asked in queries]
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6
    p95 = statistics.quantiles(times, n=20)[-1]
    by_kind = [statistics.median(t for t, q in zip(times, queries, strict=True) if q.kind == kind) for kind in SHARES]
    row = [
        name,
        statistics.median(times),
        p95,
        max(times),
        statistics.quantiles(first, n=20)[-1],
        *by_kind,
    ]
    cells = [f"{cell:.2f}" if isinstance(cell, float) else str(cell) for cell in row]
    print(
        "|",
        " | ".join(
            [
                *cells,
                f"{statistics.median(answer.total for answer in answers):.0f}",
                built,
                f"{opened:.2f}",
                f"{size:.0f}",
            ]
        ),
        "|",
    )
    return p95


def _check(name: str, answers: Sequence[Answer]) -> None:
    """Stops when an engine does not do all of the work: every claim has one type and one paper."""
    for answer in answers:
        if not all(sum(answer.facets[facet].values()) == answer.total for facet in ("type", "paper")):
            raise SystemExit(f"{name} has not counted its facets over all {answer.total} claims that it found")
        if set(answer.facets) != set(FACETS) or len(answer.hits) < min(LIMIT, answer.total):
            raise SystemExit(f"{name} has not answered all facets and the {LIMIT} best of {answer.total} claims")


def _timed(engine: Engine, asked: Asked) -> float:
    began = time.process_time()
    engine.search(asked)
    return 1000 * (time.process_time() - began)


def _heading() -> None:
    names = ["engine", "p50 ms", "p95 ms", "slowest", "p95 first time", *(f"{kind} p50" for kind in SHARES)]
    names += ["found (median)", "built s (CPU / clock)", "first search s", "MB"]
    print("|", " | ".join(names), "|\n|" + "---|" * len(names))


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    return next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), "this machine")


if __name__ == "__main__":
    main()
