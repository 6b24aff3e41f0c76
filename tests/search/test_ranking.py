from collections import Counter
from math import log

import numpy as np
import pytest

from app.search.conditions import Everything
from app.search.documents import index_fields
from app.search.goals import Highest, ShareOfBest
from app.search.impacts import K1, B
from app.search.index import WhooshEngine
from app.search.query import And, Phrase, Query, Words
from app.search.ranking import boost
from app.search.request import SearchRequest
from app.search.schema import WEIGHTS
from app.search.weighing import ranking
from tests.factories import vocabulary
from tests.search.scan import corpus, make_document

CORPUS = {document.uid: document for document in corpus()}
FIELDS = {uid: index_fields(document) for uid, document in CORPUS.items()}


def bm25(query: Query, uid: str) -> float:
    """The score of a document, worked out from the texts alone."""
    score = 0.0
    for (field, term), times in ranking(query).items():
        having = sum(term in fields[field] for fields in FIELDS.values())
        if term in FIELDS[uid][field]:
            idf = log(1 + (len(FIELDS) - having + 0.5) / (having + 0.5))
            frequency = Counter(FIELDS[uid][field])[term]
            mean = sum(len(fields[field]) for fields in FIELDS.values()) / len(FIELDS)
            norm = K1 * (1 - B + B * len(FIELDS[uid][field]) / mean)
            score += WEIGHTS[field] * times * idf * frequency * (K1 + 1) / (frequency + norm)
    return score


@pytest.mark.parametrize("query", [Words("协定"), Phrase("科技合作"), Words("合作"), Words("agreements")])
def test_scores_are_those_of_the_formula(engine: WhooshEngine, query: Query) -> None:
    hits = engine.search(SearchRequest(query, limit=10, synonyms=False)).hits
    assert hits
    for hit in hits:
        assert hit.score == pytest.approx(bm25(query, hit.uid), rel=1e-5, abs=1e-4)


def test_a_rare_term_counts_more_than_a_common_one() -> None:
    rare, common, everywhere = (boost("words", having, 100) for having in (1, 90, 100))
    assert rare > common > everywhere > 0


def test_words_outweigh_the_same_characters_elsewhere(tmp_path) -> None:  # type: ignore[no-untyped-def]
    engine = WhooshEngine(tmp_path, vocabulary())
    engine.rebuild(
        [
            make_document("协议由双方商定。", "apart"),
            make_document("双方签署了协定。", "word"),
            make_document("双方签署了协定。", "heading", heading="协定的签署", position=1),
            make_document("会议由双方召开。", "none"),
        ]
    )
    hits = engine.search(SearchRequest(Words("协定"))).hits
    assert [hit.uid for hit in hits] == ["heading", "word"]
    assert hits[0].score > hits[1].score > 0
    engine.close()


@pytest.mark.parametrize("most", [1, 3, 20])
@pytest.mark.parametrize(
    "text",
    ["日本政府与美国签署了科技合作协定并派遣科学顾问", "科技外交", "agreements on science diplomacy", "2008年协定"],
)
def test_dropping_what_cannot_be_reached_changes_nothing(engine: WhooshEngine, text: str, most: int) -> None:
    snapshot = engine._snapshots.current()
    everything = snapshot.find(Everything())
    terms = ranking(Words(text) if " " not in text else And(tuple(map(Words, text.split()))))
    found, scores = (np.concatenate(some) for some in snapshot.scoring.weigh(terms).rank(everything, Highest(most)))
    _, whole = (np.concatenate(some) for some in snapshot.scoring.weigh(terms).rank(everything))
    assert most <= len(found) <= len(whole)
    assert np.sort(scores)[-most:].tolist() == np.sort(whole)[-most:].tolist()
    best = np.flatnonzero(whole > np.sort(whole)[-most])
    assert set(best.tolist()) <= set(found.tolist())


def test_documents_are_dropped_on_the_way(engine: WhooshEngine) -> None:
    """Of all claims only few can be the best for a long question."""
    snapshot = engine._snapshots.current()
    everything = snapshot.find(Everything())
    terms = ranking(Words("日本政府与美国签署了科技合作协定并派遣科学顾问"))
    found, _ = snapshot.scoring.weigh(terms).rank(everything, Highest(3))
    assert sum(map(len, found)) < snapshot.documents / 5


@pytest.mark.parametrize("share", [0.1, 0.25, 0.6, 1.0])
@pytest.mark.parametrize(
    "text", ["日本政府与美国签署了科技合作协定并派遣科学顾问", "科技外交", "agreements on science diplomacy"]
)
def test_all_that_reach_a_share_of_the_best_are_kept(engine: WhooshEngine, text: str, share: float) -> None:
    snapshot = engine._snapshots.current()
    everything = snapshot.find(Everything())
    terms = ranking(Words(text) if " " not in text else And(tuple(map(Words, text.split()))))
    found, scores = (
        np.concatenate(some) for some in snapshot.scoring.weigh(terms).rank(everything, ShareOfBest(share))
    )
    whole = np.concatenate(snapshot.scoring.weigh(terms).rank(everything)[1])
    wanted = np.flatnonzero(whole >= share * whole.max())
    assert set(wanted.tolist()) <= set(found.tolist())
    assert scores.tolist() == whole[found].tolist()
    assert share < 0.5 or len(found) < len(whole)


def test_a_goal_is_worked_out_over_all_segments_in_turn(tmp_path) -> None:  # type: ignore[no-untyped-def]
    engine = WhooshEngine(tmp_path, vocabulary())
    for paper in ("a", "b"):
        claims = [make_document(f"双方签署了协定{i}。", f"{paper}{i}", paper=paper, position=i) for i in range(300)]
        engine.replace_papers({paper: claims})
    snapshot = engine._snapshots.current()
    assert len(snapshot.segments) == 2
    everything = snapshot.find(Everything())
    terms = ranking(Words("协定7与双方"))
    _, scores = snapshot.scoring.weigh(terms).rank(everything, Highest(1))
    _, whole = snapshot.scoring.weigh(terms).rank(everything)
    assert max(map(max, scores)) == max(map(max, whole))
    engine.close()


@pytest.mark.parametrize("few", [0, 5, 10_000], ids=["added", "both", "looked up"])
@pytest.mark.parametrize("far", [1, 16, 10_000], ids=["common ones looked up", "by share", "all added"])
def test_adding_lists_and_looking_documents_up_come_to_the_same(
    engine: WhooshEngine, monkeypatch: pytest.MonkeyPatch, few: int, far: int
) -> None:
    """To the last bit, since documents that are equal are put in order by their papers."""
    snapshot = engine._snapshots.current()
    weighing = snapshot.scoring.weigh(ranking(Words("日本政府与美国签署了科技合作协定并派遣科学顾问")))
    some = [numbers[::3] for numbers in snapshot.find(Everything())]
    usual, usual_best = (weighing.rank(some, goal) for goal in (None, Highest(5)))
    monkeypatch.setattr("app.search.ranking._FEW", few)
    monkeypatch.setattr("app.search.ranking._FAR", far)
    for before, goal in ((usual, None), (usual_best, Highest(5))):
        found, scores = weighing.rank(some, goal)
        best = np.argsort(-np.concatenate(scores), kind="stable")[:5]
        best_before = np.argsort(-np.concatenate(before[1]), kind="stable")[:5]
        assert np.concatenate(found)[best].tolist() == np.concatenate(before[0])[best_before].tolist()
        assert np.concatenate(scores)[best].tolist() == np.concatenate(before[1])[best_before].tolist()
    assert [scores.tolist() for scores in weighing.rank(some)[1]] == [scores.tolist() for scores in usual[1]]
