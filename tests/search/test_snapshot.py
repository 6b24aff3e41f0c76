import numpy as np
import pytest

from app.search.conditions import Everything, HasTerm, Published
from app.search.snapshot import Snapshot


def uids(snapshot: Snapshot, condition: HasTerm | Everything | Published) -> list[str]:
    found = snapshot.find(condition)
    return snapshot.uids(np.arange(sum(map(len, found))), found)


def test_all_segments_are_asked(snapshot: Snapshot) -> None:
    assert sorted(uids(snapshot, Everything())) == ["a0", "b0", "b1", "c0", "c1"]
    assert sorted(uids(snapshot, HasTerm("words", "协定"))) == ["b0", "b1", "c1"]
    assert uids(snapshot, Published(2016, None)) == ["a0"]
    assert uids(snapshot, HasTerm("words", "瑞士")) == []


def test_ids_come_in_the_order_of_the_places(snapshot: Snapshot) -> None:
    everything = snapshot.find(Everything())
    whole = snapshot.uids(np.arange(5), everything)
    for places in ([4, 0, 2], [3], [], [1, 1]):
        assert snapshot.uids(np.array(places, dtype=np.intp), everything) == [whole[place] for place in places]


def test_places_behind_the_last_are_no_document(snapshot: Snapshot) -> None:
    with pytest.raises(LookupError):
        snapshot.uids(np.array([5]), snapshot.find(Everything()))


def test_the_order_is_by_paper_and_place(snapshot: Snapshot) -> None:
    everything = snapshot.find(Everything())
    keys = snapshot.order(everything).tolist()
    in_order = snapshot.uids(np.argsort(keys), everything)
    assert in_order == ["a0", "b0", "b1", "c0", "c1"]
    assert len(set(keys)) == 5


def test_the_most_frequent_words_come_first(snapshot: Snapshot) -> None:
    lexicon = list(snapshot.lexicon)
    assert lexicon[0] == "协定"
    assert len(lexicon) == len(set(lexicon))
    assert {"日本", "培训"} <= set(lexicon)


def test_a_snapshot_without_segments_finds_nothing() -> None:
    empty = Snapshot([])
    assert (empty.documents, empty.find(Everything()), list(empty.lexicon)) == (0, [], [])
    assert empty.order([]).tolist() == []
