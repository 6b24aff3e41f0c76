import gc
import json
import multiprocessing
import os
import re
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.search.index import WhooshEngine
from app.search.query import Empty, Phrase, Query, Restriction, Words
from app.search.request import ClaimDocument, Filters, Mode, ModeUnavailableError, SearchRequest, SearchUnavailableError
from app.search.schema import SCHEMA_VERSION
from app.search.storage import IndexFolder
from tests.factories import vocabulary
from tests.search.scan import make_document

processes = multiprocessing.get_context("spawn")


def make_documents(text: str, count: int, paper: str = "p") -> list[ClaimDocument]:
    return [make_document(f"{text}第{i}句。", f"{paper}{text}{i}", paper=paper, position=i) for i in range(count)]


def total(engine: WhooshEngine, query: Query = Empty()) -> int:  # noqa: B008
    return engine.search(SearchRequest(query)).total


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "index"


@pytest.fixture
def empty(folder: Path) -> Iterator[WhooshEngine]:
    engine = WhooshEngine(folder, vocabulary())
    yield engine
    engine.close()


@pytest.fixture
def filled(empty: WhooshEngine) -> WhooshEngine:
    empty.replace_papers({"p": make_documents("合作", 5), "q": make_documents("协定", 3, "q")})
    return empty


class TestWriting:
    def test_papers_are_added_replaced_and_removed(self, filled: WhooshEngine) -> None:
        assert (total(filled), total(filled, Words("合作"))) == (8, 5)
        filled.replace_papers({"p": make_documents("培训", 2)})
        assert (total(filled), total(filled, Words("合作")), total(filled, Words("培训"))) == (5, 0, 2)
        filled.replace_papers({"q": [], "never-there": []})
        assert (total(filled), total(filled, Words("协定"))) == (2, 0)

    def test_the_same_again_changes_nothing(self, filled: WhooshEngine) -> None:
        before = filled.search(SearchRequest(Words("合作")))
        for _ in range(12):
            filled.replace_papers({"p": make_documents("合作", 5)})
        after = filled.search(SearchRequest(Words("合作")))
        assert [hit.uid for hit in after.hits] == [hit.uid for hit in before.hits]
        assert after.facets == before.facets
        assert filled.check() is None

    def test_an_error_on_the_way_leaves_everything_as_it_was(self, filled: WhooshEngine) -> None:
        def broken() -> Iterator[ClaimDocument]:
            yield make_document("半途", "x")
            raise LookupError("the database went away")

        for write in (lambda: filled.replace_papers({"p": broken()}), lambda: filled.rebuild(broken())):
            with pytest.raises(LookupError):
                write()
            assert (total(filled), total(filled, Words("半途"))) == (8, 0)
        filled.replace_papers({"p": []})
        assert total(filled) == 3

    def test_a_rebuild_holds_what_it_is_given_and_nothing_else(self, filled: WhooshEngine, folder: Path) -> None:
        assert filled.rebuild(make_documents("培训", 4, "r")) == 4
        assert (total(filled), total(filled, Words("合作"))) == (4, 0)
        assert len(list(folder.glob("build-*"))) == 1

    def test_the_old_index_serves_while_a_new_one_is_built(self, filled: WhooshEngine) -> None:
        seen = []

        def documents() -> Iterator[ClaimDocument]:
            for document in make_documents("培训", 4, "r"):
                seen.append((total(filled), filled.check()))
                yield document

        filled.rebuild(documents())
        assert seen == [(8, None)] * 4
        assert total(filled) == 4

    def test_writers_wait_for_each_other(self, filled: WhooshEngine, folder: Path) -> None:
        def write(name: str) -> None:
            WhooshEngine(folder, vocabulary()).replace_papers({name: make_documents("培训", 2, name)})

        writers = [threading.Thread(target=write, args=(f"paper{i}",)) for i in range(4)]
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join()
        assert total(filled) == 8 + 4 * 2

    def test_a_writer_does_not_wait_for_ever(self, folder: Path) -> None:
        impatient = IndexFolder(folder, lock_timeout=0.1)
        with (
            IndexFolder(folder).writing(),
            pytest.raises(SearchUnavailableError, match="another process is writing"),
            impatient.writing(),
        ):
            pass

    def test_a_folder_that_cannot_be_written_is_named(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("")
        with pytest.raises(SearchUnavailableError, match="check KEWAI_INDEX_DIR"):
            WhooshEngine(tmp_path / "file", vocabulary()).rebuild([])


class TestChecking:
    def test_a_sound_index_has_no_problem(self, filled: WhooshEngine) -> None:
        assert filled.check() is None
        assert filled.check() is None

    def test_an_empty_index_is_sound(self, empty: WhooshEngine) -> None:
        assert empty.rebuild([]) == 0
        assert empty.check() is None
        result = empty.search(SearchRequest(Words("合作")))
        assert (result.total, result.hits, result.suggestion) == (0, (), None)
        assert empty.search(SearchRequest(Phrase("合作交流"))).total == 0

    def test_a_missing_index(self, empty: WhooshEngine, folder: Path) -> None:
        assert empty.check() == f"there is no search index in {folder}; run `kewai reindex`"
        with pytest.raises(SearchUnavailableError, match="kewai reindex"):
            total(empty)

    def test_an_index_of_another_schema(self, filled: WhooshEngine, folder: Path) -> None:
        current = folder / "current.json"
        current.write_text(json.dumps(json.loads(current.read_text()) | {"schema": SCHEMA_VERSION - 1}))
        problem = filled.check()
        assert problem is not None
        assert f"has schema {SCHEMA_VERSION - 1}, not {SCHEMA_VERSION}" in problem
        assert "kewai reindex" in problem
        with pytest.raises(SearchUnavailableError, match="schema"):
            total(filled)
        with pytest.raises(SearchUnavailableError, match="schema"):
            filled.replace_papers({"p": []})
        filled.rebuild(make_documents("合作", 2))
        assert (filled.check(), total(filled)) == (None, 2)

    @pytest.mark.parametrize("content", ["", "{}", "[]", "no json", '{"schema": 1}', "\x00"])
    def test_an_unreadable_pointer(self, filled: WhooshEngine, folder: Path, content: str) -> None:
        (folder / "current.json").write_text(content)
        assert "kewai reindex" in (filled.check() or "")
        with pytest.raises(SearchUnavailableError):
            total(filled)

    def test_a_build_that_has_gone(self, filled: WhooshEngine, folder: Path) -> None:
        for path in next(folder.glob("build-*")).iterdir():
            path.unlink()
        assert "is incomplete" in (filled.check() or "")
        with pytest.raises(SearchUnavailableError, match="kewai reindex"):
            total(filled)

    @pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")
    def test_any_truncated_file_is_noticed(self, filled: WhooshEngine, folder: Path) -> None:
        filled.close()
        files = [
            path for path in next(folder.glob("build-*")).iterdir() if path.is_file() and path.stat().st_size > 100
        ]
        assert len(files) >= 4
        for path in files:
            whole = path.read_bytes()
            path.write_bytes(whole[: len(whole) // 2])
            fresh = WhooshEngine(folder, vocabulary())
            problem = fresh.check()
            assert problem is not None, path.name
            assert "kewai reindex" in problem
            assert "\n" not in problem
            path.write_bytes(whole)
            assert fresh.check() is None, path.name
            fresh.close()
        gc.collect()  # Whoosh leaves open what it had opened before it met the damage

    def test_damage_met_while_searching_is_said(self, filled: WhooshEngine, folder: Path) -> None:
        filled.close()
        column = next(folder.glob("build-*/*.words.col"))
        column.write_bytes(b"\x00" * column.stat().st_size)
        with pytest.raises(SearchUnavailableError, match="damaged"):
            total(filled, Words("合作"))

    @pytest.mark.parametrize("name", ["words", "country", "folded", "position"])
    def test_one_wrong_byte_is_noticed(self, filled: WhooshEngine, folder: Path, name: str) -> None:
        filled.close()
        column = next(folder.glob(f"build-*/*.{name}.col"))
        content = bytearray(column.read_bytes())
        content[0] ^= 1
        column.write_bytes(content)
        assert "checksum" in (filled.check() or "")


class TestModes:
    def test_hybrid_is_answered_by_keyword(self, filled: WhooshEngine) -> None:
        result = filled.search(SearchRequest(Words("合作"), mode=Mode.HYBRID))
        assert (result.total, result.mode) == (5, Mode.KEYWORD)

    def test_meaning_alone_is_refused(self, filled: WhooshEngine) -> None:
        with pytest.raises(ModeUnavailableError, match=r"KEWAI_ENCODER is none.*hybrid, keyword") as raised:
            filled.search(SearchRequest(Words("合作"), mode=Mode.SEMANTIC))
        assert raised.value.mode is Mode.SEMANTIC


def test_a_class_of_instruments_stands_for_its_kinds(empty: WhooshEngine) -> None:
    kinds = [(kind.code, kind.class_code) for kind in vocabulary().instruments]
    empty.rebuild([make_document("合作。", code, instruments=(code,)) for code, _ in kinds])
    for group in vocabulary().instrument_classes:
        wanted = {code for code, class_code in kinds if class_code == group.code}
        for request in (
            SearchRequest(Restriction("instrument", (group.code,))),
            SearchRequest(Empty(), Filters(instrument=(group.code,))),
        ):
            assert {hit.uid for hit in empty.search(request).hits} == wanted


def test_threads_get_whole_answers_while_papers_come_and_go(filled: WhooshEngine) -> None:
    """Paper p has either five claims with 甲 or seven with 乙: no search may see a mixture or raise."""
    versions = (make_documents("甲", 5), make_documents("乙", 7))
    filled.replace_papers({"p": versions[0]})
    seen, errors, stop = set(), [], threading.Event()

    def read() -> None:
        try:
            while not stop.is_set():
                result = filled.search(SearchRequest(Restriction("paper", ("p",)), limit=100))
                seen.add((result.total, len({hit.uid[1] for hit in result.hits}), len(result.hits)))
        except Exception as error:
            errors.append(error)

    readers = [threading.Thread(target=read) for _ in range(6)]
    for reader in readers:
        reader.start()
    for turn in range(16):
        filled.replace_papers({"p": versions[turn % 2], f"other{turn}": make_documents("丙", 2, f"other{turn}")})
    filled.rebuild(versions[0])
    stop.set()
    for reader in readers:
        reader.join()
    assert errors == []
    assert seen == {(5, 1, 5), (7, 1, 7)}


def test_threads_agree_with_one_alone(engine: WhooshEngine, documents: list[ClaimDocument]) -> None:
    words = [word for document in documents[:60:3] for word in re.findall(r"\w{3,6}", document.text)[:1]]
    requests = [SearchRequest(Words(word)) for word in words]
    alone = [(engine.search(request).hits, engine.search(request).facets) for request in requests]
    wrong: list[Any] = []

    def read(shift: int) -> None:
        for i in range(len(requests)):
            at = (i + shift) % len(requests)
            result = engine.search(requests[at])
            if (result.hits, result.facets) != alone[at]:
                wrong.append(requests[at])

    readers = [threading.Thread(target=read, args=(shift,)) for shift in range(12)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert wrong == []


def _write_and_stop(folder: str, ready: Any, how: str) -> None:
    """In another process: begins to write, says so, and waits to be killed."""

    def documents() -> Iterator[ClaimDocument]:
        for i in range(500):
            yield make_document(f"半途第{i}句。", f"x{i}")
        ready.set()
        time.sleep(60)

    engine = WhooshEngine(Path(folder), vocabulary())
    if how == "replace":
        engine.replace_papers({"p": documents()})
    else:
        engine.rebuild(documents())


@pytest.mark.parametrize("how", ["replace", "rebuild"])
def test_a_writer_killed_on_the_way_leaves_the_old_index(filled: WhooshEngine, folder: Path, how: str) -> None:
    ready = processes.Event()
    writer = processes.Process(target=_write_and_stop, args=(str(folder), ready, how))
    writer.start()
    assert ready.wait(60)
    assert writer.pid is not None
    os.kill(writer.pid, signal.SIGKILL)
    writer.join()
    assert (total(filled), total(filled, Words("半途")), filled.check()) == (8, 0, None)
    fresh = WhooshEngine(folder, vocabulary())
    assert (total(fresh), fresh.check()) == (8, None)
    fresh.close()
    filled.replace_papers({"p": make_documents("培训", 2)})
    assert (total(filled), total(filled, Words("培训"))) == (5, 2)
    assert filled.rebuild(make_documents("培训", 2)) == 2
    assert len(list(folder.glob("build-*"))) == 1


def _replace(folder: str) -> None:
    WhooshEngine(Path(folder), vocabulary()).replace_papers({"p": make_documents("培训", 2)})


def test_a_commit_of_another_process_is_seen_at_once(filled: WhooshEngine, folder: Path) -> None:
    assert total(filled) == 8
    writer = processes.Process(target=_replace, args=(str(folder),))
    writer.start()
    writer.join()
    assert writer.exitcode == 0
    started = time.perf_counter()
    assert (total(filled), total(filled, Words("培训"))) == (5, 2)
    assert time.perf_counter() - started < 1
