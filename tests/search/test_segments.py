from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from whoosh.reading import IndexReader

from app.search.numbers import Numbers
from app.search.schema import CODES, TERMS, TEXTS
from app.search.segments import Columns, Segment
from app.search.storage import IndexFolder
from app.search.writing import committing, fields_of, write_all
from tests.search.scan import make_document

COUNT = 6


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> IndexFolder:
    made = IndexFolder(tmp_path_factory.mktemp("segments"))
    documents = [
        make_document(
            f"第{i}个协定。", f"u{i}", paper="p" if i < 4 else "q", position=i, countries=("JP", "US")[: i % 3]
        )
        for i in range(COUNT)
    ]
    with made.writing():
        build = made.new_build()
        write_all(build.index, iter(list(fields_of(documents, ()))))
        made.swap_in(build)
    return made


@pytest.fixture(scope="module")
def reader(folder: IndexFolder) -> Iterator[IndexReader]:
    with folder.open().index.reader() as opened:
        yield opened


@pytest.fixture(scope="module")
def columns(reader: IndexReader) -> Columns:
    return Columns.open(reader)


def numbers(*documents: int) -> Numbers:
    return np.array(documents, dtype=np.uint32)


def test_all_columns_of_the_schema_are_there(columns: Columns) -> None:
    assert columns.documents == COUNT
    assert set(columns.terms) == set(TERMS)
    assert set(columns.codes) == set(CODES)
    assert set(columns.texts) == set(TEXTS)
    assert columns.positions.numbers.tolist() == list(range(COUNT))


def test_columns_outlive_the_reader(folder: IndexFolder) -> None:
    with folder.open().index.reader() as opened:
        columns = Columns.open(opened)
    assert columns.texts["uid"][2] == b"u2"
    assert columns.codes["paper"].values == ["p", "q"]


def test_a_column_that_is_not_there_is_named(reader: IndexReader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "column_reader", lambda name, translate: None)
    with pytest.raises(ValueError, match="the column 'words' is missing"):
        Columns.open(reader)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deleted=st.frozensets(st.integers(0, COUNT - 1)), asked=st.sets(st.integers(0, COUNT - 1)))
def test_deleted_documents_are_not_there(columns: Columns, deleted: frozenset[int], asked: set[int]) -> None:
    segment = Segment(columns, deleted)
    assert segment.everything.tolist() == sorted(set(range(COUNT)) - deleted)
    assert segment.alive(numbers(*sorted(asked))).tolist() == sorted(asked - deleted)
    assert segment.everything.dtype == np.uint32


def test_ids_are_those_of_the_documents(columns: Columns) -> None:
    segment = Segment(columns, frozenset({1}))
    assert [segment.uid(number) for number in segment.everything.tolist()] == ["u0", "u2", "u3", "u4", "u5"]


def test_a_sound_segment_is_verified(columns: Columns, reader: IndexReader) -> None:
    papers = set(columns.codes["paper"].values)
    Segment(columns).verify(reader)
    assert papers == {"p", "q"}


def test_the_list_of_a_paper_s_claims_is_held_against_the_columns(columns: Columns, reader: IndexReader) -> None:
    """A claim marked as deleted that Whoosh's own list still has: replacing the paper would go wrong."""
    with pytest.raises(ValueError, match="the list of the claims of 'p' is not that of its documents"):
        Segment(columns, frozenset({1})).verify(reader)


def test_a_paper_without_claims_left_needs_no_list(columns: Columns, reader: IndexReader) -> None:
    gone = Segment(columns, frozenset({4, 5}))
    gone.verify(reader)
    assert gone.everything.tolist() == [0, 1, 2, 3]


def test_what_a_block_adds_is_committed_at_its_end_or_not_at_all(tmp_path: Path) -> None:
    folder = IndexFolder(tmp_path)
    index = folder.new_build().index
    fields = list(fields_of([make_document("甲", "a"), make_document("乙", "b")], ()))
    with committing(index) as writer:
        writer.add_document(**fields[0])
        assert index.doc_count() == 0
    assert index.doc_count() == 1

    def fail() -> None:
        with committing(index) as writer:
            writer.add_document(**fields[1])
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert index.doc_count() == 1
    assert write_all(index, iter(fields)) == 2
    assert index.doc_count() == 3
