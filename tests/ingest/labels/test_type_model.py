import gzip
import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ingest.labels.type_model import WEIGHTS, TypeModel, shipped_model

MODEL = TypeModel(("fact", "viewpoint"), (0.5, 0.0), {"group:date": (2.0, -2.0), "word:重要": (-1.0, 1.5)})


def test_the_verdict_is_the_softmax_of_the_weighted_features() -> None:
    verdict = MODEL.judge({"group:date": 1.0})
    assert verdict.type == "fact"
    assert verdict.confidence == pytest.approx(1 / (1 + math.exp(-4.5)), abs=1e-3)


def test_the_reasons_speak_for_the_verdict_and_the_strongest_comes_first() -> None:
    assert MODEL.judge({"word:重要": 1.0, "group:date": 0.1}).reasons == ("word:重要",)
    weights = {"a": (1.0, 0.0), "b": (4.0, 0.0), "c": (3.0, 0.0), "d": (2.0, 0.0)}
    three = TypeModel(("fact", "other"), (0.0, 0.0), weights)
    assert three.judge(dict.fromkeys("abcd", 1.0)).reasons == ("b", "c", "d")


def test_without_a_known_feature_the_bias_decides() -> None:
    verdict = MODEL.judge({"word:无": 1.0, "group:date": 0.0})
    assert (verdict.type, verdict.reasons) == ("fact", ())


@given(st.dictionaries(st.sampled_from(["group:date", "word:重要", "x"]), st.floats(-500, 500)))
def test_any_features_give_a_probability(features: dict[str, float]) -> None:
    verdict = MODEL.judge(features)
    assert verdict.type in MODEL.types
    assert 0.5 <= verdict.confidence <= 1


def test_the_shipped_weights_are_whole() -> None:
    content = json.loads(gzip.decompress(WEIGHTS.read_bytes()))
    assert set(content["types"]) == {"definition", "fact", "statistic", "viewpoint", "recommendation", "other"}
    assert all(len(weights) == len(content["types"]) for weights in content["weights"].values())
    assert shipped_model() is shipped_model()
