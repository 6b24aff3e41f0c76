from collections.abc import Iterator
from pathlib import Path

import pytest

from app.search.compile import Everything
from app.search.index import WhooshEngine
from app.search.request import SearchUnavailableError
from app.search.snapshots import MOST, Snapshots
from app.search.storage import IndexFolder
from tests.factories import vocabulary
from tests.search.scan import make_document


@pytest.fixture
def folder(tmp_path: Path) -> IndexFolder:
    WhooshEngine(tmp_path, vocabulary()).rebuild([make_document("合作。", "a"), make_document("协定。", "b")])
    return IndexFolder(tmp_path)


@pytest.fixture
def snapshots(folder: IndexFolder) -> Iterator[Snapshots]:
    lent = Snapshots(folder)
    yield lent
    lent.close()


def test_an_idle_snapshot_is_lent_again(snapshots: Snapshots) -> None:
    with snapshots.use() as first, snapshots.use() as second:
        assert first is not second
    with snapshots.use() as again:
        assert again in (first, second)


def test_a_snapshot_shows_one_commit_and_the_next_one_the_newest(snapshots: Snapshots, folder: IndexFolder) -> None:
    writer = WhooshEngine(folder.folder, vocabulary())
    with snapshots.use() as old:
        writer.replace_papers({"q": [make_document("培训。", "c", paper="q")]})
        assert sum(map(len, old.find(Everything()))) == 2
        with snapshots.use() as new:
            assert sum(map(len, new.find(Everything()))) == 3
    writer.rebuild([make_document("培训。", "c")])
    with snapshots.use() as newest:
        assert sum(map(len, newest.find(Everything()))) == 1


def test_a_snapshot_that_met_an_error_is_not_lent_again(snapshots: Snapshots) -> None:
    met = []

    def fail() -> None:
        with snapshots.use() as snapshot:
            met.append(snapshot)
            raise LookupError

    for _ in range(MOST + 2):
        with pytest.raises(LookupError):
            fail()
    with snapshots.use() as fresh:
        assert fresh not in met


def test_an_index_that_has_gone_is_said_at_once(snapshots: Snapshots, folder: IndexFolder) -> None:
    with snapshots.use():
        pass
    (folder.folder / "current.json").unlink()
    with pytest.raises(SearchUnavailableError, match="there is no search index"), snapshots.use():
        pass
