"""An ingest is killed at random moments: what it told is stored, every paper is whole, and the next run finishes."""

import multiprocessing
import os
import random
import signal
import time
from multiprocessing.connection import Connection
from pathlib import Path

from sqlalchemy import text

from app.library import Library
from app.settings import Settings

PAPERS = 30
KILLS = 3
SENTENCES = 12
PAPER = "第{0}篇\n\n1 引言\n\n" + "".join(f"日本于{2000 + i}年发布第{{0}}份战略。" for i in range(SENTENCES)) + "\n"


class Teller:
    """Sends the name of each file that is done."""

    def __init__(self, told: Connection) -> None:
        self._told = told

    def start(self, total: int | None) -> None:
        self._told.send("ready")

    def advance(self, origin: str) -> None:
        self._told.send(Path(origin).stem)

    def indexing(self, claims: int) -> None:
        """Says nothing."""

    def indexed(self) -> None:
        """Says nothing."""


def _ingest(settings: Settings, folder: Path, told: Connection) -> None:
    Library(settings).ingest([folder], Teller(told))


def _told(receiving: Connection) -> set[str]:
    names = set()
    while True:
        try:
            names.add(receiving.recv())
        except EOFError:
            return names


def _stored(library: Library) -> dict[str, int]:
    """Claims by paper, of all papers."""
    counted = text("SELECT slug, count(claim.id) FROM paper LEFT JOIN claim ON paper_id = paper.id GROUP BY slug")
    with library.session() as session:
        return {row[0]: row[1] for row in session.execute(counted)}


def test_a_killed_ingest_loses_nothing_and_leaves_no_half_of_a_paper(settings: Settings, tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    for number in range(PAPERS):
        (folder / f"p{number:02}.txt").write_text(PAPER.format(number), encoding="utf-8")
    library = Library(settings)
    library.migrate()
    moment = random.Random(7)
    context = multiprocessing.get_context("spawn")
    told: set[str] = set()
    for _ in range(KILLS):
        receiving, sending = context.Pipe(duplex=False)
        writer = context.Process(target=_ingest, args=(settings, folder, sending))
        writer.start()
        sending.close()
        assert receiving.recv() == "ready"
        time.sleep(moment.uniform(0.0, 0.4))
        assert writer.pid is not None
        os.kill(writer.pid, signal.SIGKILL)
        writer.join()
        told |= _told(receiving)
        stored = _stored(library)
        assert set(stored) >= told
        assert set(stored.values()) <= {SENTENCES}
    report = library.ingest([folder])
    assert report.ok
    assert set(_stored(library).values()) == {SENTENCES}
    assert len(_stored(library)) == PAPERS
    assert library.check() is None
    assert library.search('"份战略"').total == PAPERS * SENTENCES
    library.close()
