import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from app.search.conditions import Everything
from app.search.index import WhooshEngine
from app.search.request import SearchUnavailableError
from app.search.snapshot import Snapshot
from app.search.snapshots import Snapshots
from app.search.storage import Build, IndexFolder
from tests.factories import vocabulary
from tests.search.scan import make_document


@pytest.fixture
def folder(tmp_path: Path) -> IndexFolder:
    WhooshEngine(tmp_path, vocabulary()).rebuild([make_document("合作。", "a"), make_document("协定。", "b")])
    return IndexFolder(tmp_path)


@pytest.fixture
def snapshots(folder: IndexFolder) -> Iterator[Snapshots]:
    held = Snapshots(folder)
    yield held
    held.close()


def total(snapshot: Snapshot) -> int:
    return sum(map(len, snapshot.find(Everything())))


def test_a_snapshot_is_shared_until_something_is_committed(snapshots: Snapshots, folder: IndexFolder) -> None:
    first = snapshots.current()
    assert snapshots.current() is first
    WhooshEngine(folder.folder, vocabulary()).replace_papers({"q": []})
    assert snapshots.current() is not first


def test_a_snapshot_shows_one_commit_and_the_next_one_the_newest(snapshots: Snapshots, folder: IndexFolder) -> None:
    writer = WhooshEngine(folder.folder, vocabulary())
    old = snapshots.current()
    writer.replace_papers({"q": [make_document("培训。", "c", paper="q")]})
    assert (total(old), total(snapshots.current())) == (2, 3)
    writer.replace_papers({"p": []})
    assert (total(old), total(snapshots.current())) == (2, 1)
    writer.rebuild([make_document("培训。", "c")] * 7)
    assert (total(old), total(snapshots.current())) == (2, 7)
    assert old.uids(np.arange(2), old.find(Everything())) == ["a", "b"]


def test_only_new_segments_are_opened(snapshots: Snapshots, folder: IndexFolder) -> None:
    before = snapshots.current().segments
    WhooshEngine(folder.folder, vocabulary()).replace_papers({"q": [make_document("培训。", "c", paper="q")]})
    after = snapshots.current().segments
    assert len(after) == len(before) + 1 == 2
    assert after[0].columns is before[0].columns


def test_an_index_that_has_gone_is_said_at_once(snapshots: Snapshots, folder: IndexFolder) -> None:
    snapshots.current()
    (folder.folder / "current.json").unlink()
    with pytest.raises(SearchUnavailableError, match="there is no search index"):
        snapshots.current()


def test_a_place_behind_the_last_is_an_error(snapshots: Snapshots) -> None:
    snapshot = snapshots.current()
    with pytest.raises(LookupError):
        snapshot.uids(np.array([2]), snapshot.find(Everything()))


def test_a_snapshot_is_given_without_looking_into_the_folder_while_that_is_quiet(
    snapshots: Snapshots, folder: IndexFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Asking for the newest commit lists a folder; two looks at times are enough when these lie some seconds back."""
    asked = []
    monkeypatch.setattr(Build, "generation", property(lambda build: asked.append(1) or 7))
    first = snapshots.current()
    assert (snapshots.current(), len(asked)) == (first, 2)
    for path in (folder.folder / "current.json", folder.current()):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    assert [snapshots.current() for _ in range(5)] == [first] * 5
    assert len(asked) == 3


def test_a_commit_is_seen_after_a_quiet_time(snapshots: Snapshots, folder: IndexFolder) -> None:
    snapshots.current()
    for path in (folder.folder / "current.json", folder.current()):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    assert total(snapshots.current()) == 2
    WhooshEngine(folder.folder, vocabulary()).replace_papers({"q": [make_document("培训。", "c", paper="q")]})
    assert total(snapshots.current()) == 3
