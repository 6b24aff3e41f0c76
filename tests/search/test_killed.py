"""A writer is killed at random moments, many times: what was committed stays, and nothing is half there."""

import multiprocessing
import os
import random
import signal
import time
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from app.search.index import WhooshEngine
from app.search.query import Phrase, Restriction
from app.search.request import SearchRequest
from tests.factories import vocabulary
from tests.search.scan import make_document

KILLS = 12
CLAIMS = 5


def _write(folder: Path, first: int, told: Connection) -> None:
    """In another process: one paper after the other, each told when it is committed."""
    engine = WhooshEngine(folder, vocabulary())
    told.send("ready")
    for number in range(first, first + 10_000):
        paper = f"p{number}"
        claims = [
            make_document(f"第{number}篇的第{i}句：合作。", f"{paper}-{i}", paper=paper, position=i)
            for i in range(CLAIMS)
        ]
        engine.replace_papers({paper: claims})
        told.send(number)


def _committed(told: Connection) -> list[int]:
    numbers: list[int] = []
    while True:
        try:
            numbers.append(told.recv())
        except EOFError:
            return numbers


@pytest.mark.parametrize("seed", range(2))
def test_a_killed_writer_loses_nothing_that_was_committed(tmp_path: Path, seed: int) -> None:
    moment = random.Random(seed)
    context = multiprocessing.get_context("fork")
    WhooshEngine(tmp_path, vocabulary()).rebuild([])
    reader = WhooshEngine(tmp_path, vocabulary())
    told: list[int] = []
    first = 0
    for _ in range(KILLS):
        receiving, sending = context.Pipe(duplex=False)
        writer = context.Process(target=_write, args=(tmp_path, first, sending))
        writer.start()
        sending.close()
        assert receiving.recv() == "ready"
        time.sleep(moment.uniform(0.0, 0.5))
        assert writer.pid is not None
        os.kill(writer.pid, signal.SIGKILL)
        writer.join()
        told += _committed(receiving)
        first = max(told, default=-1) + 2
        _is_whole(reader, told)
    assert told, "no writer lived long enough to commit anything"
    fresh = WhooshEngine(tmp_path, vocabulary())
    _is_whole(fresh, told)
    fresh.replace_papers({"last": [make_document("最后一句。", "last", paper="last")]})
    assert fresh.search(SearchRequest(Phrase("最后一句"))).total == 1
    _is_whole(fresh, told)


def _is_whole(engine: WhooshEngine, told: list[int]) -> None:
    """Every paper told of is there with all its claims; of any other either all claims are or none."""
    assert engine.check() is None
    papers = dict(engine.search(SearchRequest(Phrase("合作"))).facets["paper"])
    assert set(papers) >= {f"p{number}" for number in told}
    assert set(papers.values()) <= {CLAIMS}
    for number in told[-2:]:
        hits = engine.search(SearchRequest(Restriction("paper", (f"p{number}",)))).hits
        assert [hit.uid for hit in hits] == [f"p{number}-{i}" for i in range(CLAIMS)]
