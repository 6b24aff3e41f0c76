"""How well search answers the judged queries over the shipped papers: not worse than was measured."""

from collections import defaultdict
from collections.abc import Iterator
from statistics import mean

import pytest

from app import resources
from app.library import Library
from app.search.request import Mode
from benchmarks.queries import gain, judge, read_queries
from benchmarks.shipped import library_in

FLOORS = {"Chinese, simplified": 0.80, "Chinese, traditional": 0.75, "English": 0.85}
"""nDCG@10, two hundredths below what `python -m benchmarks.queries` prints."""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with library_in(tmp_path_factory.mktemp("judged")) as (library, _):
        library.ingest([resources.PAPERS])
        yield library


def test_the_measure_itself() -> None:
    assert gain([True, True], right=2) == gain([True], right=1) == 1
    assert gain([False] * 10, right=3) == 0
    assert gain([False, True], right=2) < gain([True, False], right=2) < 1


@pytest.mark.parametrize("mode", [Mode.KEYWORD, Mode.HYBRID])
def test_right_sentences_stand_high(library: Library, mode: Mode) -> None:
    groups = defaultdict(list)
    for group, query in read_queries():
        groups[group].append(judge(library, query, mode)[0])
    assert {group: len(judged) for group, judged in groups.items()} == dict(zip(FLOORS, (40, 10, 60), strict=True))
    scores = {group: round(mean(judged), 3) for group, judged in groups.items()}
    assert {group: score for group, score in scores.items() if score < FLOORS[group]} == {}
