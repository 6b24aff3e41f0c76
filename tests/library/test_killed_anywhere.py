"""A writer is killed at every kind of moment, one after another: before a statement to the database, before a file.

What was committed can be searched at once, a paper is there as a whole or not at all, and the next run finishes.
"""

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import Engine, event, text

from app.library import Library
from app.search.encoders import Vectors
from app.search.request import Mode
from app.settings import Settings

MOMENTS = 12
SENTENCES = 6
PAPER = "第{0}篇\n\n1 引言\n\n" + "".join(f"日本于{2000 + i}年发布第{{0}}份战略[1]。" for i in range(SENTENCES))
PAPER += "\n\n参考文献\n[1] 赵刚. 科技外交的理论与实践[M]. 北京：时事出版社，2007.\n"
CHANGES = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "shutil.rmtree"}
"""What Python tells of before it is done."""
Work = Callable[[Library], object]


class Letters:
    """Gives each text a direction by its letters."""

    name = "letters 1"
    spreads = False

    def encode(self, texts: Sequence[str]) -> Vectors:
        return np.array([[ord(text[at % len(text)]) % 97 + at for at in range(64)] for text in texts], dtype=np.float32)


@pytest.fixture
def library(settings: Settings, tmp_path: Path) -> Iterator[Library]:
    """Two papers, indexed with vectors."""
    opened = Library(settings.model_copy(update={"encoder": f"{__name__}:Letters"}))
    opened.migrate()
    assert opened.ingest([written(tmp_path, 1), written(tmp_path, 2)]).ok
    yield opened
    opened.close()


def written(folder: Path, number: int) -> Path:
    file = folder / f"p{number}.txt"
    file.write_text(PAPER.format(number), encoding="utf-8")
    return file


def _work(settings: Settings, work: Work, last: int | None, told: Connection) -> None:
    """In another process: works until the moment `last`, or to the end, and tells how many moments there were."""
    moments = count()

    def pass_on(*_: object) -> None:
        if next(moments) == last:
            os.kill(os.getpid(), signal.SIGKILL)

    library = Library(settings)
    sys.addaudithook(lambda name, _: pass_on() if name in CHANGES else None)
    event.listen(Engine, "before_cursor_execute", pass_on)
    event.listen(Engine, "commit", pass_on)
    work(library)
    told.send(next(moments))


def run(library: Library, work: Work, last: int | None = None) -> int | None:
    """How many moments the work had in a process of its own; `None` when that was killed at the moment `last`."""
    context = multiprocessing.get_context("fork")
    receiving, sending = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(library.settings, work, last, sending))
    process.start()
    sending.close()
    try:
        return int(receiving.recv())
    except EOFError:
        return None
    finally:
        process.join()
        assert process.exitcode in ((0,) if last is None else (0, -signal.SIGKILL))


def spread(moments: int) -> list[int]:
    """Moments of the whole of a work, the first and the last among them."""
    return sorted({round(at * (moments - 1) / (MOMENTS - 1)) for at in range(MOMENTS)})


def found(library: Library) -> dict[str, int]:
    """Claims by paper, as a search by words finds them now."""
    return {value.code: value.count for value in library.search("战略", mode=Mode.KEYWORD).facets["paper"]}


def stored(library: Library) -> dict[str, int]:
    counted = text("SELECT slug, count(claim.id) FROM paper LEFT JOIN claim ON paper_id = paper.id GROUP BY slug")
    with library.session() as session:
        return {row[0]: row[1] for row in session.execute(counted)}


def test_an_ingest_killed_anywhere_leaves_whole_papers_and_the_next_finishes(library: Library, tmp_path: Path) -> None:
    moments = run(library, lambda there: there.ingest([written(tmp_path, 3)]))
    assert moments is not None
    assert moments > MOMENTS
    killed = 0
    for number, last in enumerate(spread(moments), start=4):
        before = found(library)
        file = written(tmp_path, number)
        killed += run(library, lambda there, file=file: there.ingest([file]), last) is None  # type: ignore[misc]
        assert set(stored(library).values()) == {SENTENCES}
        assert before.items() <= found(library).items()
        assert set(found(library).values()) == {SENTENCES}
        assert library.ingest([file]).ok
        assert found(library) == stored(library) == before | {f"p{number}": SENTENCES}
        assert library.check() is None
    assert killed > MOMENTS // 2, "one run has about as many moments as another"
    assert library.search("战略", mode=Mode.SEMANTIC).total > 0


def test_a_reindex_killed_anywhere_leaves_the_index_that_serves(library: Library) -> None:
    moments = run(library, lambda there: there.reindex())
    assert moments is not None
    assert moments > MOMENTS
    before = found(library)
    assert before == stored(library)
    killed = 0
    for last in spread(moments):
        killed += run(library, lambda there: there.reindex(), last) is None
        assert found(library) == before
        assert library.check() is None
    assert killed > MOMENTS // 2
    assert library.reindex() == 2 * SENTENCES
    assert found(library) == before
    assert len(list(library.settings.index_dir.glob("build-*"))) == 1, "what killed writers left is gone"
