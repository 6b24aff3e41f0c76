"""What a commit does to the segments of an index."""

from pathlib import Path

import pytest
from whoosh.index import FileIndex

from app.search.storage import IndexFolder
from app.search.writing import committing, fields_of, write
from tests.search.scan import make_document


@pytest.fixture
def index(tmp_path: Path) -> FileIndex:
    return IndexFolder(tmp_path).new_build().index


def add(index: FileIndex, paper: str, claims: int, *, merge: bool = True) -> None:
    """Puts a paper in place of what there was of it, as the engine does."""
    documents = [make_document(f"{paper}的第{at}句。", f"{paper}{at}", paper=paper) for at in range(claims)]
    with committing(index, merge=merge) as writer:
        writer.delete_by_term("of_paper", paper)
        assert write(writer, fields_of(documents, ())) == claims


def segments(index: FileIndex) -> list[tuple[int, int]]:
    """Documents of each segment, deleted ones among them, and how many are deleted."""
    with index.reader() as whole:
        leaves = [reader.segment() for reader, _ in whole.leaf_readers()]
    return sorted((segment.doc_count_all(), segment.deleted_count()) for segment in leaves if segment.doc_count_all())


@pytest.mark.parametrize("merge", [True, False])
def test_a_segment_without_a_living_document_goes(index: FileIndex, merge: bool) -> None:
    add(index, "甲", 3)
    add(index, "乙", 2)
    add(index, "甲", 4, merge=merge)
    assert segments(index) == [(2, 0), (4, 0)]


@pytest.mark.parametrize("merge", [True, False])
def test_a_segment_with_a_living_document_stays(index: FileIndex, merge: bool) -> None:
    both = [make_document("一句。", "a", paper="甲"), make_document("另一句。", "b", paper="乙")]
    with committing(index) as writer:
        write(writer, fields_of(both, ()))
    add(index, "甲", 1, merge=merge)
    assert segments(index) == [(1, 0), (2, 1)]
    assert index.doc_count() == 2


def test_small_segments_are_joined_only_where_that_is_asked_for(index: FileIndex) -> None:
    for number in range(9):
        add(index, f"第{number}篇", 2, merge=False)
    assert len(segments(index)) == 9
    add(index, "又一篇", 2)
    assert len(segments(index)) < 9
    assert index.doc_count() == 20


def test_the_files_of_a_segment_that_goes_are_removed(index: FileIndex, tmp_path: Path) -> None:
    add(index, "甲", 3)
    before = {path.name for path in tmp_path.glob("build-*/*.col")}
    add(index, "甲", 3, merge=False)
    after = {path.name for path in tmp_path.glob("build-*/*.col")}
    assert len(after) == len(before)
    assert not before & after
