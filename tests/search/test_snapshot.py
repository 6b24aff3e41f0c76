from collections import Counter
from pathlib import Path

import pytest

from app.search.conditions import Everything, HasTerm, Published
from app.search.goals import Highest
from app.search.index import WhooshEngine
from app.search.request import ClaimDocument
from app.search.snapshot import Snapshot
from app.search.snapshots import Snapshots
from app.search.storage import IndexFolder
from tests.factories import vocabulary
from tests.search.scan import make_document

PAPERS: dict[str, list[ClaimDocument]] = {
    "b": [
        make_document("日本签署协定。", "b0", paper="b", countries=("JP",), year=2010),
        make_document("协定与协定。", "b1", paper="b", position=1, countries=("JP", "US"), year=2010),
    ],
    "a": [make_document("培训工程师。", "a0", paper="a", position=3, countries=("US",), year=2016)],
    "c": [
        make_document("协定促进培训。", "c1", paper="c", position=1, year=None),
        make_document("其他。", "c0", paper="c", year=None),
    ],
}


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    """Three commits, so three segments, one of which has a deleted document."""
    folder: Path = tmp_path_factory.mktemp("snapshot")
    engine = WhooshEngine(folder, vocabulary())
    engine.replace_papers({"gone": [make_document("曾经的协定。", "x", paper="gone", countries=("DE",))]})
    for paper, documents in PAPERS.items():
        engine.replace_papers({paper: documents})
    engine.replace_papers({"gone": []})
    held = Snapshots(IndexFolder(folder))
    found = held.current()
    held.close()
    engine.close()
    return found


def uids(snapshot: Snapshot, condition: HasTerm | Everything | Published) -> list[str]:
    found = snapshot.find(condition)
    return [snapshot.uid(place, found) for place in range(sum(map(len, found)))]


def test_all_segments_are_asked(snapshot: Snapshot) -> None:
    assert sorted(uids(snapshot, Everything())) == ["a0", "b0", "b1", "c0", "c1"]
    assert sorted(uids(snapshot, HasTerm("words", "协定"))) == ["b0", "b1", "c1"]
    assert uids(snapshot, Published(2016, None)) == ["a0"]
    assert uids(snapshot, HasTerm("words", "瑞士")) == []


def test_places_behind_the_last_are_no_document(snapshot: Snapshot) -> None:
    with pytest.raises(IndexError):
        snapshot.uid(5, snapshot.find(Everything()))


def test_values_are_counted_most_frequent_first_then_by_name(snapshot: Snapshot) -> None:
    everything = snapshot.find(Everything())
    assert list(snapshot.counts("country", everything).items()) == [("JP", 2), ("US", 2)]
    assert list(snapshot.counts("paper", everything).items()) == [("b", 2), ("c", 2), ("a", 1)]
    assert snapshot.counts("country", snapshot.find(HasTerm("words", "培训"))) == {"US": 1}


def test_every_count_is_that_of_the_documents_found(snapshot: Snapshot) -> None:
    documents = {document.uid: document for some in PAPERS.values() for document in some}
    for word in ("协定", "培训", "日本"):
        found = uids(snapshot, HasTerm("words", word))
        counted = Counter(code for uid in found for code in documents[uid].countries)
        assert snapshot.counts("country", snapshot.find(HasTerm("words", word))) == counted


def test_the_order_is_by_paper_and_place(snapshot: Snapshot) -> None:
    everything = snapshot.find(Everything())
    keys = snapshot.order(everything).tolist()
    in_order = [snapshot.uid(place, everything) for place in sorted(range(len(keys)), key=keys.__getitem__)]
    assert in_order == ["a0", "b0", "b1", "c0", "c1"]
    assert len(set(keys)) == 5


def test_ranking_counts_terms_in_all_segments(snapshot: Snapshot) -> None:
    terms = {("words", "协定"): 1}
    found, scores = snapshot.rank(terms, snapshot.find(HasTerm("words", "协定")))
    by_uid = {
        segment.uid(number): score
        for segment, numbers, values in zip(snapshot.segments, found, scores, strict=True)
        for number, score in zip(numbers.tolist(), values.tolist(), strict=True)
    }
    assert by_uid.keys() == {"b0", "b1", "c1"}
    assert max(by_uid, key=by_uid.__getitem__) == "b1"
    alone, [weight] = Snapshot(snapshot.segments[-1:]).rank(terms, found[-1:])
    assert weight.tolist() != scores[-1].tolist()
    assert alone[0].tolist() == found[-1].tolist()


def test_ranking_again_gives_the_same(snapshot: Snapshot) -> None:
    terms = {("words", "协定"): 1, ("bigrams", "日本"): 2, ("words", "没有的"): 1}
    everything = snapshot.find(Everything())
    first, again, fresh = (one.rank(terms, everything)[1] for one in (snapshot, snapshot, Snapshot(snapshot.segments)))
    assert [scores.tolist() for scores in first] == [scores.tolist() for scores in again]
    assert [scores.tolist() for scores in first] == [scores.tolist() for scores in fresh]


def test_only_as_many_as_asked_for_need_be_ranked(snapshot: Snapshot) -> None:
    terms = {("words", "协定"): 1}
    everything = snapshot.find(HasTerm("words", "协定"))
    few, scores = snapshot.rank(terms, everything, Highest(1))
    _, all_scores = snapshot.rank(terms, everything)
    assert max(max(s.tolist(), default=0.0) for s in scores) == max(max(s.tolist(), default=0.0) for s in all_scores)
    assert sum(map(len, few)) <= sum(map(len, everything))


def test_the_most_frequent_words_come_first(snapshot: Snapshot) -> None:
    lexicon = list(snapshot.lexicon)
    assert lexicon[0] == "协定"
    assert len(lexicon) == len(set(lexicon))
    assert {"日本", "培训"} <= set(lexicon)


def test_a_snapshot_without_segments_finds_nothing() -> None:
    empty = Snapshot([])
    assert (empty.documents, empty.find(Everything()), list(empty.lexicon)) == (0, [], [])
    assert empty.order([]).tolist() == []
    assert empty.rank({("words", "协定"): 1}, []) == ([], [])


def test_what_words_could_be_worth_counts_those_that_no_text_has(snapshot: Snapshot) -> None:
    known, unknown = {("words", "协定"): 1.0}, {("words", "瑞士"): 1.0}
    assert snapshot.possible(known | unknown) == pytest.approx(snapshot.possible(known) + snapshot.possible(unknown))
    assert snapshot.possible(unknown) > snapshot.possible(known) > 0
    assert snapshot.possible({("words", "瑞士"): 2.0}) == pytest.approx(2 * snapshot.possible(unknown))


def test_a_latin_word_that_no_text_has_counts_once_and_headings_never(snapshot: Snapshot) -> None:
    stem = {("english", "swissnex"): 1.0}
    assert snapshot.possible(stem | {("words", "swissnex"): 1.0}) == snapshot.possible(stem) > 0
    assert snapshot.possible({("heading", "协定"): 1.0, ("title", "协定"): 1.0}) == 0
