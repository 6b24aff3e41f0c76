"""Trains the model of claim types, or measures it on papers that it has not seen.

    python benchmarks/train_claim_types.py OUT.json.gz GOLD_DIR_OR_FILE ...
    python benchmarks/train_claim_types.py --leave-one-out GOLD_DIR_OR_FILE ...

Each gold file holds the labelled sentences of one paper. Multinomial logistic regression with an L2 penalty, fitted to
the whole data by iRprop- (Igel and Husken, 2000): no chance in it. A sentence weighs more the rarer its type is, by
the root of how much rarer than one in six, so that definitions and advice are not drowned in views; `other` weighs
less, or short claims would become fragments.
"""

import gzip
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

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
OTHER_WEIGHT = 0.6
"""A claim taken for none is lost to readers, a fragment taken for a claim is not: `other` has to be surer."""

Matrix = NDArray[np.float32]
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
    table = np.zeros((len(rows), len(names) + 1), np.float32)
    table[:, 0] = 1.0
    for at, row in enumerate(rows):
        for name in row.keys() & number.keys():
            table[at, number[name]] = row[name]
    weights = _descend(table, np.eye(len(TYPES), dtype=np.float32)[gold])
    return weights[0].tolist(), {name: weights[at].tolist() for name, at in number.items()}


def _descend(rows: Matrix, gold: Matrix) -> Matrix:
    """Weights, a row a feature and a column a type; the first feature, which all sentences have, is not penalised."""
    rarity = np.sqrt(len(gold) / len(TYPES) / np.maximum(gold.sum(axis=0), 1))
    rarity[TYPES.index(ClaimType.OTHER)] = OTHER_WEIGHT
    heavy = gold @ rarity
    weights = np.zeros((rows.shape[1], len(TYPES)), np.float32)
    penalty = np.full((rows.shape[1], 1), PENALTY, np.float32)
    penalty[0] = 0.0
    steps, before = np.full_like(weights, 0.02), np.zeros_like(weights)
    for _ in range(STEPS):
        scores = rows @ weights
        odds = np.exp(scores - scores.max(axis=1, keepdims=True))
        error = (odds / odds.sum(axis=1, keepdims=True) - gold) * heavy[:, None]
        slope = rows.T @ error + penalty * weights
        turn = slope * before
        steps = np.where(turn > 0, np.minimum(steps * 1.2, 0.5), np.where(turn < 0, np.maximum(steps / 2, 1e-5), steps))
        before = np.where(turn < 0, 0.0, slope)
        weights -= steps * np.sign(before)
    return weights


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
