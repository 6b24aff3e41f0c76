"""Scores the labels of given sentences: python benchmarks/score_labels.py [--totals] GOLD_DIR_OR_FILE ...

Each gold file holds the labelled sentences of one paper; they are labelled as they stand, so that finding sentences
does not count. `--totals` keeps papers apart unprinted, for sentences that nobody should look at.
"""

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from app.agreement import Agreement
from app.ingest.gold import Gold, read_gold
from app.ingest.labels import label_claims
from app.ingest.records import Claim, ClaimType
from app.vocabulary import load_vocabulary

TYPES = [str(kind) for kind in ClaimType]
CODES = ("countries", "instruments", "figures")


def main(arguments: Sequence[str]) -> None:
    """Prints a line a paper unless only totals are asked, the totals, and gold types against types found."""
    vocabulary = load_vocabulary()
    everything: list[tuple[Gold, Claim]] = []
    for path in _files([argument for argument in arguments if argument != "--totals"]):
        gold = read_gold(path)
        pairs = list(zip(gold, label_claims([Claim("1", one.text, 0, 0) for one in gold], vocabulary), strict=True))
        everything += pairs
        if "--totals" not in arguments:
            print(_line(path.stem, pairs))
    print(_line("all", everything))
    confusion = Counter((gold.type, str(claim.type.code)) for gold, claim in everything)
    print(f"{'gold / found':16}" + "".join(f"{kind[:6]:>8}" for kind in TYPES))
    for kind in TYPES:
        print(f"{kind:16}" + "".join(f"{confusion[kind, other]:8}" for other in TYPES))


def _line(name: str, pairs: Sequence[tuple[Gold, Claim]]) -> str:
    types = {kind: Agreement() for kind in TYPES}
    codes = {field: Agreement() for field in CODES}
    for gold, claim in pairs:
        for kind, score in types.items():
            score.add([kind] * (gold.type == kind), [kind] * (claim.type.code == kind))
        codes["countries"].add(gold.countries, [label.code for label in claim.countries])
        codes["instruments"].add(gold.instruments, [label.code for label in claim.instruments])
        codes["figures"].add(gold.figures, [round(figure.value, 4) for figure in claim.figures])
    right = sum(score.both for score in types.values()) / len(pairs)
    named = [score.f1 for score in types.values() if score.both + score.missed]
    scores = "  ".join(f"{field} {s.precision:.3f}/{s.recall:.3f}/{s.f1:.3f}" for field, s in codes.items())
    return f"{name:24} {len(pairs):4}  type {right:.3f}  macro-F1 {sum(named) / len(named):.3f}  {scores}"


def _files(places: Sequence[str]) -> list[Path]:
    paths = [Path(place) for place in places]
    return [file for path in paths for file in (sorted(path.glob("*.jsonl")) if path.is_dir() else [path])]


if __name__ == "__main__":
    main(sys.argv[1:])
