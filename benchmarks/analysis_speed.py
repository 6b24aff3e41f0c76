"""How fast papers are analysed on one core, and how much memory it takes.

    python -m benchmarks.analysis_speed FOLDER [--papers N]     the stages, by the median over the papers
    python -m benchmarks.analysis_speed FOLDER --memory         the peak after each quarter of the papers

Time is processor time; characters are those of the documents. The first paper, which loads dictionaries and weights,
is analysed once before anything is measured.
"""

import argparse
import resource
import statistics
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from time import process_time
from typing import TypeVar

from app.ingest import analysis, citations, claims, frontmatter, layout, sections
from app.ingest.labels import label_claims
from app.ingest.reader import find_files, read_documents
from app.ingest.records import Claim, Document
from app.vocabulary import Vocabulary, load_vocabulary

Result = TypeVar("Result")
QUARTERS = 4


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints one of the two tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--papers", type=int, help="how many papers, from the first (default: all)")
    parser.add_argument("--memory", action="store_true")
    options = parser.parse_args(arguments)
    files = find_files([options.folder])[: options.papers]
    vocabulary = load_vocabulary()
    for document in islice(documents(files), 1):
        analysis.analyse(document, vocabulary)
    for line in memory(files, vocabulary) if options.memory else speed(files, vocabulary):
        print(line, flush=True)
    return 0


def documents(files: Sequence[Path]) -> Iterator[Document]:
    """What can be read of the files, in order, one at a time."""
    for path in files:
        yield from (document for document in read_documents(path) if isinstance(document, Document))


def memory(files: Sequence[Path], vocabulary: Vocabulary) -> Iterator[str]:
    """Characters analysed and peak memory of the process so far, after each quarter of the files."""
    size = 0
    for quarter in range(QUARTERS):
        start, end = (len(files) * edge // QUARTERS for edge in (quarter, quarter + 1))
        for document in documents(files[start:end]):
            analysis.analyse(document, vocabulary)
            size += len(document.text)
        yield f"{end:6} papers {size:12,} characters {peak() / 2**20:8.0f} MiB"


def peak() -> int:
    """The most memory that the process has held, in bytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def speed(files: Sequence[Path], vocabulary: Vocabulary) -> Iterator[str]:
    """Characters a second of each stage and of the whole: the median over the papers."""
    rates: dict[str, list[float]] = defaultdict(list)
    for document in documents(files):
        for stage, seconds in stages(document, vocabulary).items():
            rates[stage].append(len(document.text) / seconds)
    for stage, found in rates.items():
        yield f"{stage:10} {statistics.median(found):12,.0f} characters/s"


def stages(document: Document, vocabulary: Vocabulary) -> dict[str, float]:
    """Seconds that each stage takes, and the whole analysis at once."""
    arranged, layout_time = _timed(lambda: layout.arrange(document, ()))
    parts, sections_time = _timed(lambda: sections.divide(arranged.blocks))
    front, front_time = _timed(lambda: frontmatter.read_front_matter(arranged))
    (drafts, _), split_time = _timed(lambda: claims.split(parts, front, arranged.calls))
    _, links_time = _timed(lambda: citations.link(drafts, arranged))
    found = [Claim(draft.section, draft.text, draft.start, draft.end) for draft in drafts]
    _, labels_time = _timed(lambda: label_claims(found, vocabulary))
    _, whole_time = _timed(lambda: analysis.analyse(document, vocabulary))
    return {
        "layout": layout_time + sections_time,
        "front": front_time,
        "sentences": split_time,
        "citations": links_time,
        "labels": labels_time,
        "whole": whole_time,
    }


def _timed(stage: Callable[[], Result]) -> tuple[Result, float]:
    start = process_time()
    result = stage()
    return result, max(process_time() - start, 1e-9)


if __name__ == "__main__":
    raise SystemExit(main())
