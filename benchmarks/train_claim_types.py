"""Trains the model of claim types, or measures it on papers that it has not seen.

    python benchmarks/train_claim_types.py OUT.json.gz GOLD_DIR_OR_FILE ...
    python benchmarks/train_claim_types.py --leave-one-out GOLD_DIR_OR_FILE ...

Each gold file holds the labelled sentences of one paper. Multinomial logistic regression with an L2 penalty, fitted to
the whole data by iRprop- (Igel and Husken, 2000): plain Python, no chance in it, the same weights on every run.
"""

import gzip
import json
import math
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from app.ingest.evaluation import Scores
from app.ingest.gold import Gold, read_gold
from app.ingest.labels.claim_type import classify_all
from app.ingest.labels.figures import find_figures
from app.ingest.labels.sentence import read_sentence
from app.ingest.labels.type_features import Features, features
from app.ingest.labels.type_model import TypeModel
from app.ingest.records import ClaimType
from app.text.words import load_user_words
from app.vocabulary import load_vocabulary

TYPES = tuple(str(kind) for kind in ClaimType)
PENALTY = 10.0
LEAST = 2
"""A feature counts when this many sentences have it."""
STEPS = 60

Paper = tuple[list[Features], list[str]]


def main(arguments: Sequence[str]) -> None:
    """Reads the arguments as the module's docstring says."""
    load_user_words(load_vocabulary().user_words())
    first, *places = arguments
    golds = [read_gold(path) for path in _files(places)]
    papers = [(_features(gold), [sentence.type for sentence in gold]) for gold in golds]
    if first == "--leave-one-out":
        _leave_one_out(golds, papers)
        return
    bias, weights = fit(papers)
    content = {"types": TYPES, "bias": _rounded(bias), "weights": {name: _rounded(w) for name, w in weights.items()}}
    data = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    Path(first).write_bytes(gzip.compress(data, 9, mtime=0))
    print(f"{sum(len(y) for _, y in papers)} sentences, {len(weights)} features, {Path(first).stat().st_size} bytes")


def fit(papers: Sequence[Paper]) -> tuple[list[float], dict[str, list[float]]]:
    """Bias and weights that fit the papers."""
    rows = [row for sentences, _ in papers for row in sentences]
    gold = [TYPES.index(kind) for _, kinds in papers for kind in kinds]
    counts = Counter(name for row in rows for name, value in row.items() if value)
    names = sorted(name for name, count in counts.items() if count >= LEAST)
    number = {name: at for at, name in enumerate(names, 1)}
    sparse = [[(0, 1.0), *((number[n], v) for n, v in row.items() if v and n in number)] for row in rows]
    table = _descend(sparse, gold, len(names) + 1)
    return table[0], {name: table[at] for name, at in number.items()}


def _descend(rows: list[list[tuple[int, float]]], gold: list[int], size: int) -> list[list[float]]:
    kinds = range(len(TYPES))
    weights = [[0.0] * len(TYPES) for _ in range(size)]
    steps = [[0.02] * len(TYPES) for _ in range(size)]
    before = [[0.0] * len(TYPES) for _ in range(size)]
    for _ in range(STEPS):
        slope = _slope(rows, gold, weights)
        for at in range(size):
            for kind in kinds:
                turn = slope[at][kind] * before[at][kind]
                if turn:
                    steps[at][kind] = min(steps[at][kind] * 1.2, 0.5) if turn > 0 else max(steps[at][kind] / 2, 1e-5)
                now = 0.0 if turn < 0 else slope[at][kind]
                if now:
                    weights[at][kind] -= math.copysign(steps[at][kind], now)
                before[at][kind] = now
    return weights


def _slope(rows: list[list[tuple[int, float]]], gold: list[int], weights: list[list[float]]) -> list[list[float]]:
    slope = [[PENALTY * weight if at else 0.0 for weight in one] for at, one in enumerate(weights)]
    for row, kind in zip(rows, gold, strict=True):
        scores = [0.0] * len(TYPES)
        for at, value in row:
            scores = [score + value * weight for score, weight in zip(scores, weights[at], strict=True)]
        top = max(scores)
        odds = [math.exp(score - top) for score in scores]
        total = sum(odds)
        error = [one / total - (place == kind) for place, one in enumerate(odds)]
        for at, value in row:
            mine = slope[at]
            for place, one in enumerate(error):
                mine[place] += value * one
    return slope


def _leave_one_out(golds: list[list[Gold]], papers: list[Paper]) -> None:
    """Prints accuracy and macro-F1 of rules and model together, each paper labelled by a model that has not seen it."""
    scores = Scores()
    for at, (gold, (_, kinds)) in enumerate(zip(golds, papers, strict=True)):
        bias, weights = fit([paper for other, paper in enumerate(papers) if other != at])
        model = TypeModel(TYPES, tuple(bias), {name: tuple(w) for name, w in weights.items()})
        sentences = [read_sentence(one.text) for one in gold]
        figures = [find_figures(sentence) for sentence in sentences]
        found = [str(label.code) for label in classify_all(sentences, figures, model)]
        right = sum(one == other for one, other in zip(found, kinds, strict=True))
        for one, other in zip(kinds, found, strict=True):
            scores.sentences += 1
            scores._add_type(one, other)
        print(f"paper {at + 1}: {len(kinds)} sentences, accuracy {right / len(kinds):.3f}", flush=True)
    print(f"all: accuracy {scores.type_accuracy:.3f}, macro-F1 {scores.type_macro_f1:.3f}")


def _features(gold: Sequence[Gold]) -> list[Features]:
    sentences = [read_sentence(one.text) for one in gold]
    return features(sentences, [find_figures(sentence) for sentence in sentences])


def _files(places: Sequence[str]) -> list[Path]:
    paths = [Path(place) for place in places]
    return [file for path in paths for file in (sorted(path.glob("*.jsonl")) if path.is_dir() else [path])]


def _rounded(values: Sequence[float]) -> list[float]:
    return [round(value, 2) for value in values]


if __name__ == "__main__":
    main(sys.argv[1:])
