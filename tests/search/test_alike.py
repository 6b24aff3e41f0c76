"""Claims of like meaning to claims, by the vectors of the index."""

from pathlib import Path

import pytest

from app.search.index import WhooshEngine
from tests.factories import vocabulary
from tests.search.scan import make_document
from tests.search.test_meaning import DOCUMENTS, Three


@pytest.fixture
def engine(tmp_path: Path) -> WhooshEngine:
    engine = WhooshEngine(tmp_path, vocabulary(), Three())
    engine.rebuild(DOCUMENTS)
    return engine


def test_the_nearest_of_all_papers_come_first_and_never_the_claim_itself(engine: WhooshEngine) -> None:
    engine.replace_papers({"c": [make_document("又一颗卫星。", "space2", paper="c")]})
    found = engine.alike("a", ["space", "health"], 2)
    assert found.keys() == {"space", "health"}
    (first, cosine), *others = found["space"]
    assert (first, round(cosine, 2)) == ("space2", 1.0)
    assert len(others) == 1
    assert others[0][1] < 0.1
    assert "space" not in dict(found["space"])


def test_claims_of_another_paper_and_unknown_ones_have_no_answer(engine: WhooshEngine) -> None:
    assert engine.alike("a", ["school", "nobody"], 3) == {}
    assert engine.alike("nowhere", ["space"], 3) == {}


def test_vectors_of_another_model_and_none_say_nothing(engine: WhooshEngine, tmp_path: Path) -> None:
    assert WhooshEngine(tmp_path, vocabulary(), Three("three 2")).alike("a", ["space"], 3) == {}
    assert WhooshEngine(tmp_path, vocabulary()).alike("a", ["space"], 3) == {}
