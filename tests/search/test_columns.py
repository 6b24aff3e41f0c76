from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from whoosh.columns import Column, ColumnReader
from whoosh.filedb.filestore import RamStorage
from whoosh.filedb.structfile import StructFile

from app.search.arrays import load, read_arrays, verify, write_arrays
from app.search.columns import CodesColumn, NumbersColumn, TermsColumn, TextsColumn
from app.search.lexicon import Lexicon, lexicon_arrays

TERMS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=4)
ROWS = st.lists(st.lists(TERMS, max_size=6) | st.just([]), max_size=12)


def written(column: Column, rows: dict[int, Any], documents: int) -> ColumnReader:
    """A column of some documents, written and read again."""
    storage = RamStorage()
    with storage.create_file("column") as file:
        writer = column.writer(file)
        for number, value in rows.items():
            writer.add(number, value)
        writer.finish(documents)
    return column.reader(storage.open_file("column"), 0, storage.file_length("column"), documents)


class TestTerms:
    @given(rows=ROWS)
    def test_terms_know_their_documents(self, rows: list[list[str]]) -> None:
        column = written(TermsColumn(), dict(enumerate(rows)), len(rows))
        terms = {term for row in rows for term in row}
        assert list(column.terms) == sorted(terms)
        for term in terms:
            having = [number for number, row in enumerate(rows) if term in row]
            assert column.having(term).tolist() == having
            assert column.times(term).tolist() == [rows[number].count(term) for number in having]
            assert column.frequency(term) == len(having)
        assert column.lengths.tolist() == list(map(len, rows))
        assert column.total == sum(map(len, rows))
        assert column.frequencies.tolist() == [column.frequency(term) for term in column.terms]

    @given(rows=ROWS)
    def test_documents_give_back_their_terms(self, rows: list[list[str]]) -> None:
        """Whoosh reads a column document by document when it merges segments."""
        column = written(TermsColumn(), dict(enumerate(rows)), len(rows))
        assert [Counter(terms) for terms in column] == list(map(Counter, rows))

    def test_what_is_not_there(self) -> None:
        column = written(TermsColumn(), {1: ["甲"]}, 4)
        assert (column.frequency("乙"), column.having("乙").tolist(), column.times("乙").tolist()) == (0, [], [])
        assert [column[number] for number in range(4)] == [[], ["甲"], [], []]

    def test_a_term_that_stands_often(self) -> None:
        column = written(TermsColumn(), {0: ["的"] * 70_000 + ["了"]}, 1)
        assert column.times("的").tolist() == [70_000]


class TestCodes:
    @given(rows=ROWS, wanted=st.sets(TERMS))
    def test_values(self, rows: list[list[str]], wanted: set[str]) -> None:
        rows = [list(dict.fromkeys(row)) for row in rows]
        column = written(CodesColumn(), dict(enumerate(rows)), len(rows))
        assert list(map(sorted, column)) == list(map(sorted, rows))
        some = np.arange(0, len(rows), 2)
        which, codes = column.of(some)
        values = [(some[place], column.values[code]) for place, code in zip(which, codes, strict=True)]
        assert sorted(values) == sorted((number, value) for number in some for value in rows[number])
        asked = np.array([value in wanted for value in column.values], dtype=bool)
        assert column.having(asked).tolist() == [i for i, row in enumerate(rows) if wanted.intersection(row)]

    @pytest.mark.parametrize("most", [1, 3])
    def test_values_one_rank_after_the_other(self, most: int) -> None:
        rows = {number: [f"{number % 5}-{part}" for part in range(number % (most + 1))] for number in range(40)}
        column = written(CodesColumn(), rows, 40)
        held: dict[int, list[str]] = {number: [] for number in range(40)}
        for rank, (having, codes) in enumerate(column.by_rank()):
            assert having.tolist() == [number for number, row in rows.items() if len(row) > rank]
            for number, code in zip(having.tolist(), codes.tolist(), strict=True):
                held[number].append(column.values[code])
        assert held == rows

    @pytest.mark.parametrize("rows", [{}, {1: ["2016"]}, {1: ["2016", "2017"]}], ids=["none", "one", "two"])
    def test_values_of_some_documents(self, rows: dict[int, list[str]]) -> None:
        column = written(CodesColumn(), rows, 3)
        which, codes = column.of(np.array([2, 1], dtype=np.intp))
        assert which.tolist() == [1] * len(rows.get(1, []))
        assert [column.values[code] for code in codes.tolist()] == rows.get(1, [])

    def test_one_value_a_document_and_more(self) -> None:
        single = written(CodesColumn(), {0: ["2016"], 2: ["2008"]}, 3)
        assert (single.codes.tolist(), single.values) == ([1, 2, 0], ["2008", "2016"])
        several = written(CodesColumn(), {0: ["US", "JP"], 2: ["US"]}, 3)
        assert (several.codes.tolist(), several.values) == ([1, 0, 1], ["JP", "US"])


class TestTexts:
    @given(texts=st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=8), wanted=TERMS)
    def test_texts(self, texts: list[str], wanted: str) -> None:
        column = written(TextsColumn(), dict(enumerate(text.encode() for text in texts)), len(texts))
        assert [text.decode() for text in column] == texts
        found = column.holding(wanted.encode(), np.arange(len(texts), dtype=np.uint32))
        assert found.tolist() == [number for number, text in enumerate(texts) if wanted in text]

    def test_documents_without_one(self) -> None:
        column = written(TextsColumn(), {1: "甲".encode(), 3: b"b"}, 6)
        assert list(column) == [b"", "甲".encode(), b"", b"b", b"", b""]


def test_numbers() -> None:
    column = written(NumbersColumn(), {1: 7, 3: 2**40}, 5)
    assert list(column) == column.numbers.tolist() == [0, 7, 0, 2**40, 0]


@given(terms=st.sets(TERMS))
def test_a_lexicon_finds_its_strings_and_no_others(terms: set[str]) -> None:
    lexicon = Lexicon(lexicon_arrays(sorted(terms)))
    assert list(lexicon) == lexicon.list == sorted(terms) == lexicon[:]
    assert [lexicon.find(term) for term in sorted(terms)] == list(range(len(terms)))
    assert lexicon.find("不在此处") is None
    assert lexicon.find("不在此处") is None


class TestFiles:
    @pytest.fixture(params=[10, 100_000])
    def file(self, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
        """A small file, which is read, and a long one, which is mapped."""
        path = tmp_path / "column"
        with StructFile(path.open("wb")) as file:
            write_arrays(file, {"numbers": np.arange(request.param), "none": np.empty(0, dtype=np.uint8)})
        return path

    def test_arrays_come_back_and_stay_when_the_file_is_closed(self, file: Path) -> None:
        with StructFile(file.open("rb")) as opened:
            arrays = read_arrays(load(opened, 0, file.stat().st_size))
        file.unlink()
        assert arrays["none"].tolist() == []
        assert arrays["numbers"].sum() == sum(range(len(arrays["numbers"])))
        with pytest.raises(ValueError, match="read-only"):
            arrays["numbers"][0] = 1

    @pytest.mark.parametrize("kept", [0.0, 0.3, 0.99])
    def test_a_file_cut_short_is_refused(self, file: Path, kept: float) -> None:
        content = file.read_bytes()
        with pytest.raises(ValueError, match="end of a file is missing"):
            read_arrays(content[: int(len(content) * kept)])

    @pytest.mark.parametrize("place", [0, 40, -20])
    def test_a_wrong_byte_does_not_fit_the_checksum(self, file: Path, place: int) -> None:
        content = bytearray(file.read_bytes())
        verify(bytes(content))
        content[place] ^= 1
        with pytest.raises(ValueError, match="checksum"):
            verify(bytes(content))
