from collections import Counter

import numpy as np
import pytest

from app.search.conditions import Everything, HasTerm
from app.search.facets import Counts, Facets
from app.search.request import FACETS
from app.search.snapshot import Snapshot
from tests.search.scan import SEGMENTS

DOCUMENTS = {document.uid: document for some in SEGMENTS.values() for document in some}


def counted(snapshot: Snapshot, word: str) -> dict[str, list[tuple[str, int]]]:
    counts = snapshot.facets.counts(snapshot.find(HasTerm("words", word)))
    return {facet: list(counts[facet].items()) for facet in counts}


def test_values_are_counted_most_frequent_first_then_by_name(snapshot: Snapshot) -> None:
    counts = snapshot.facets.counts(snapshot.find(Everything()))
    assert tuple(counts) == FACETS
    assert list(counts["country"].items()) == [("JP", 2), ("US", 2)]
    assert list(counts["paper"].items()) == [("b", 2), ("c", 2), ("a", 1)]
    assert list(counts["year"].items()) == [("2010", 2), ("2016", 1)]


def test_only_values_that_were_found_are_counted(snapshot: Snapshot) -> None:
    assert counted(snapshot, "培训")["country"] == [("US", 1)]
    assert counted(snapshot, "瑞士") == {facet: [] for facet in FACETS}


@pytest.mark.parametrize("word", ["协定", "培训", "日本", "其他"])
def test_every_count_is_that_of_the_documents_found(snapshot: Snapshot, word: str) -> None:
    found = snapshot.find(HasTerm("words", word))
    uids = snapshot.uids(np.arange(sum(map(len, found))), found)
    counts = snapshot.facets.counts(found)
    assert counts["country"] == Counter(code for uid in uids for code in DOCUMENTS[uid].countries)
    assert counts["paper"] == Counter(DOCUMENTS[uid].paper for uid in uids)
    assert counts["year"] == Counter(str(year) for uid in uids if (year := DOCUMENTS[uid].year))


def test_what_only_deleted_documents_have_is_counted_nowhere(snapshot: Snapshot) -> None:
    assert "DE" in snapshot.facets.values["country"] or len(snapshot.segments) == len(SEGMENTS)
    assert "DE" not in snapshot.facets.counts(snapshot.find(Everything()))["country"]


def test_a_value_has_one_number_in_all_segments(snapshot: Snapshot) -> None:
    facets = snapshot.facets
    assert facets.values["country"] == sorted(facets.values["country"])
    for segment in snapshot.segments:
        own, numbers = segment.columns.codes["country"].values, facets.numbers("country", segment.columns)
        assert [facets.values["country"][number] for number in numbers] == own


def test_without_segments_there_are_no_values() -> None:
    assert {facet: dict(counts) for facet, counts in Facets([]).counts([]).items()} == {facet: {} for facet in FACETS}


def test_documents_of_some_segments_alone_are_counted(snapshot: Snapshot) -> None:
    everything = snapshot.find(Everything())
    none = np.empty(0, dtype=np.uint32)
    apart = [
        snapshot.facets.counts([numbers if at == one else none for at, numbers in enumerate(everything)])["paper"]
        for one in range(len(everything))
    ]
    whole = snapshot.facets.counts(everything)["paper"]
    assert sum((Counter(dict(counts)) for counts in apart), Counter()) == whole


def test_counts_are_a_mapping_in_their_own_order() -> None:
    counts = Counts(["b", "a"], [3, 1])
    assert (list(counts), len(counts), counts["a"], counts.get("c")) == (["b", "a"], 2, 1, None)
    assert counts == {"a": 1, "b": 3}
    assert list(counts.values()) == [3, 1]
