"""Scores the matching of works against pairs of printed entries that a person judged.

    python -m benchmarks.works PAIRS [--wrong]

PAIRS holds a pair a line: `a` and `b`, two entries as printed, `label` (same, different or unsure) and `half` (tuned or
held: by the first the rules were made). Entries are read as those of a reference list. Pairs labelled unsure are shown
and do not count; neither does the verdict `unsure`, which joins nothing, except against recall.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from pathlib import Path
from typing import TypedDict

from app.ingest.records import Reference
from app.ingest.references.fields import parse_entry
from app.ingest.works import Decisions, Entry, Face, Verdict, face_of, group

KEPT = {field.name for field in fields(Entry)} & {field.name for field in fields(Reference)}


class Pair(TypedDict):
    """One line of the file."""

    a: str
    b: str
    label: str
    half: str


def read_pairs(path: Path) -> tuple[Pair, ...]:
    """The pairs of a file. Raises `OSError` and `ValueError` for what is no such file."""
    return tuple(json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())


def face(text: str, place: str) -> Face:
    """A printed entry as matching sees it."""
    reference = parse_entry("1", text, 0, len(text))
    return face_of(Entry(place=place, **{name: getattr(reference, name) for name in KEPT}))


def judge(pairs: Sequence[Pair]) -> Iterator[tuple[Pair, Verdict]]:
    """Each pair with what matching makes of it: whether both entries, among all of the file, became one work."""
    texts = {
        text: f"p{number}#1"
        for number, text in enumerate(dict.fromkeys(t for pair in pairs for t in (pair["a"], pair["b"])))
    }
    found = group([face(text, place) for text, place in texts.items()], Decisions())
    work = {member.face.entry.place: number for number, one in enumerate(found.groups) for member in one.members}
    doubts = {frozenset((doubt.one, doubt.other)) for doubt in found.doubts}
    for pair in pairs:
        one, other = texts[pair["a"]], texts[pair["b"]]
        unsure = Verdict.UNSURE if frozenset((one, other)) in doubts else Verdict.DIFFERENT
        yield pair, Verdict.SAME if work[one] == work[other] else unsure


def scores(judged: Iterable[tuple[str, Verdict]]) -> Iterator[str]:
    """Precision, recall and the counts behind them."""
    counts = Counter((label, str(found)) for label, found in judged)
    same, wrong = counts["same", "same"], counts["different", "same"]
    all_same = sum(number for (label, _), number in counts.items() if label == "same")
    yield f"precision {same / ((same + wrong) or 1):.3f}  recall {same / (all_same or 1):.3f}"
    yield "  ".join(f"{label} → {found}: {number}" for (label, found), number in sorted(counts.items()))


def main(arguments: list[str]) -> int:
    """Prints the scores of both halves and of all; 2 when no file is given."""
    if not arguments:
        print("usage: python -m benchmarks.works PAIRS [--wrong]", file=sys.stderr)
        return 2
    judged = list(judge(read_pairs(Path(arguments[0]))))
    for half in ("tuned", "held", ""):
        chosen = [(pair["label"], found) for pair, found in judged if half in ("", pair["half"])]
        print(f"{half or 'all':<6} {len(chosen):>4}  ", "\n             ".join(scores(chosen)))
    for pair, found in judged:
        if "--wrong" in arguments and pair["half"] == "tuned" and pair["label"] != found:
            print(f"{pair['label']} → {found}\n  {pair['a']}\n  {pair['b']}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
