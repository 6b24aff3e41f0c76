import json
import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from app.search.request import SearchUnavailableError
from app.search.schema import SCHEMA_VERSION
from app.search.storage import IndexFolder, damaged


@pytest.fixture
def folder(tmp_path: Path) -> IndexFolder:
    """An empty index, swapped in."""
    made = IndexFolder(tmp_path / "index", lock_timeout=0.2)
    with made.writing():
        made.swap_in(made.new_build())
    return made


def current(folder: IndexFolder) -> Path:
    return folder.folder / "current.json"


def test_a_folder_without_an_index_says_what_to_do(tmp_path: Path) -> None:
    folder = IndexFolder(tmp_path / "nothing")
    assert not folder.exists
    assert folder.stamp() is None
    for ask in (folder.current, folder.open, folder.files):
        with pytest.raises(SearchUnavailableError, match=r"no search index in .*nothing; run `kewai reindex`"):
            ask()


def test_a_build_becomes_current_when_it_is_swapped_in(folder: IndexFolder) -> None:
    assert folder.exists
    first = folder.current()
    with folder.writing():
        build = folder.new_build()
        assert folder.current() == first
        assert build.folder != first
        folder.swap_in(build)
    assert folder.current() == build.folder
    assert not first.exists()
    assert folder.open().generation == build.generation


def test_what_earlier_builds_left_behind_is_removed_and_nothing_else(folder: IndexFolder) -> None:
    (folder.folder / "build-unfinished").mkdir()
    (folder.folder / "notes").mkdir()
    folder.remove_others(folder.current())
    assert {path.name for path in folder.folder.iterdir() if path.is_dir()} == {folder.current().name, "notes"}
    assert folder.open().index.doc_count() == 0


@pytest.mark.parametrize("content", ["", "{", "[]", "null", "{}", '{"schema": 1}', "\0", '"build"'])
def test_a_broken_sign_names_the_file(folder: IndexFolder, content: str) -> None:
    current(folder).write_text(content, encoding="utf-8")
    with pytest.raises(SearchUnavailableError, match=r"current\.json cannot be read \(.+\); run `kewai reindex`"):
        folder.current()


@pytest.mark.parametrize("version", [SCHEMA_VERSION - 1, SCHEMA_VERSION + 1, None, "x"])
def test_another_schema_is_never_misread(folder: IndexFolder, version: object) -> None:
    content = json.loads(current(folder).read_text(encoding="utf-8"))
    current(folder).write_text(json.dumps(content | {"schema": version}), encoding="utf-8")
    with pytest.raises(SearchUnavailableError, match=f"has schema {version}, not {SCHEMA_VERSION} as needed"):
        folder.open()


def test_a_build_without_its_files_is_said_to_be_incomplete(
    folder: IndexFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.search.storage._PAUSE", 0)
    for file in folder.current().iterdir():
        file.unlink()
    with pytest.raises(SearchUnavailableError, match="is incomplete"):
        folder.open()


def _age(*paths: Path) -> None:
    for path in paths:
        os.utime(path, (1_600_000_000, 1_600_000_000))


class TestStamp:
    def test_it_is_told_only_of_what_was_read(self, folder: IndexFolder) -> None:
        fresh = IndexFolder(folder.folder)
        assert fresh.stamp() is None
        _age(current(folder), fresh.current())
        assert fresh.stamp() is not None

    def test_it_is_not_told_so_shortly_after_a_change(self, folder: IndexFolder) -> None:
        folder.current()
        assert folder.stamp() is None

    def test_it_stays_and_changes_with_the_index(self, folder: IndexFolder) -> None:
        build = folder.current()
        _age(current(folder), build)
        before = folder.stamp()
        assert before == folder.stamp()
        os.utime(build, (1_600_000_009, 1_600_000_009))
        assert folder.stamp() not in (None, before)

    def test_without_the_build_there_is_none(self, folder: IndexFolder) -> None:
        _age(current(folder), folder.current())
        current(folder).unlink()
        assert folder.stamp() is None


class TestWriting:
    def test_one_at_a_time(self, folder: IndexFolder) -> None:
        other = IndexFolder(folder.folder, lock_timeout=0.1)
        with (
            folder.writing(),
            pytest.raises(SearchUnavailableError, match="another process is writing"),
            other.writing(),
        ):
            pytest.fail("two wrote at once")
        with other.writing():
            assert other.exists

    def test_the_next_one_waits(self, folder: IndexFolder) -> None:
        order: list[str] = []
        held, release = threading.Event(), threading.Event()

        def first() -> None:
            with IndexFolder(folder.folder).writing():
                held.set()
                release.wait(10)
                order.append("first")

        def second() -> None:
            with IndexFolder(folder.folder, lock_timeout=10).writing():
                order.append("second")

        threads = [threading.Thread(target=target) for target in (first, second)]
        threads[0].start()
        assert held.wait(10)
        threads[1].start()
        release.set()
        for thread in threads:
            thread.join(20)
        assert order == ["first", "second"]

    def test_an_error_gives_the_lock_back(self, folder: IndexFolder) -> None:
        def fail() -> None:
            with folder.writing():
                raise LookupError

        with pytest.raises(LookupError):
            fail()
        with folder.writing():
            assert folder.exists

    def test_a_place_that_cannot_be_written_to_names_the_setting(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("")
        with (
            pytest.raises(SearchUnavailableError, match=r"cannot be written to .*KEWAI_INDEX_DIR"),
            IndexFolder(tmp_path / "file" / "index").writing(),
        ):
            pytest.fail("a file is no folder")


def test_files_are_told_with_size_and_time(folder: IndexFolder) -> None:
    before = folder.files()
    assert {Path(name).parent for name in before} == {folder.current()}
    assert all(size == Path(name).stat().st_size for name, (size, _) in before.items())
    extra = folder.current() / "extra"
    extra.write_bytes(b"12345")
    assert folder.files().keys() - before.keys() == {str(extra)}
    assert folder.files()[str(extra)][0] == 5


@pytest.mark.parametrize("make", [ValueError, EOFError, KeyError])
def test_damage_names_the_folder_the_cause_and_the_next_step(make: Callable[[str], Exception], tmp_path: Path) -> None:
    said = str(damaged(tmp_path, make("odd bytes")))
    assert str(tmp_path) in said
    assert make("").__class__.__name__ in said
    assert "odd bytes" in said
    assert "kewai reindex" in said
