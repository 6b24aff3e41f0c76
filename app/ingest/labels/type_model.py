"""The trained model of claim types: multinomial logistic regression over `type_features`, its weights as data.

The weights come from `benchmarks/train_claim_types.py` (how, and how well it does on papers that it has not seen,
is in docs/quality.md). It answers with the probability of each type, and with the features that spoke loudest for the
best one, so that a label can say why.
"""

import gzip
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from app.ingest.labels.type_features import Features

WEIGHTS = Path(__file__).with_name("claim_types.json.gz")
REASONS = 3
"""How many features a label names."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The most probable type, how probable it is, and the features that say so, the strongest first."""

    type: str
    confidence: float
    reasons: tuple[str, ...]


class TypeModel:
    """`types` in the order of the columns of `weights`: feature → one weight a type. `bias` is a weight a type."""

    def __init__(
        self, types: tuple[str, ...], bias: tuple[float, ...], weights: Mapping[str, tuple[float, ...]]
    ) -> None:
        self.types = types
        self._bias = bias
        self._weights = weights

    def judge(self, features: Features) -> Verdict:
        """The verdict on one sentence."""
        known = [
            (name, value, self._weights[name]) for name, value in features.items() if value and name in self._weights
        ]
        scores = list(self._bias)
        for _, value, weights in known:
            scores = [score + value * weight for score, weight in zip(scores, weights, strict=True)]
        best = max(range(len(scores)), key=scores.__getitem__)
        total = sum(math.exp(score - scores[best]) for score in scores)
        spoken = sorted(((value * weights[best], name) for name, value, weights in known), reverse=True)
        reasons = tuple(name for weight, name in spoken[:REASONS] if weight > 0)
        return Verdict(self.types[best], round(1 / total, 3), reasons)


@lru_cache(maxsize=1)
def shipped_model() -> TypeModel:
    """The model that comes with the program."""
    content = json.loads(gzip.decompress(WEIGHTS.read_bytes()))
    weights = {name: tuple(values) for name, values in content["weights"].items()}
    return TypeModel(tuple(content["types"]), tuple(content["bias"]), weights)
