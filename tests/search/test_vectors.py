"""Vectors in a column: what goes in comes out, and the nearest are those that a plain comparison finds."""

import numpy as np
import pytest
from numpy.typing import NDArray
from whoosh.filedb.filestore import RamStorage

from app.search.vectors import VectorsColumn, VectorsReader, packed

MODEL = "model 1"
DIMENSIONS = 128


def unit(number: int, seed: int = 0) -> NDArray[np.float32]:
    vectors = np.random.default_rng(seed).standard_normal((number, DIMENSIONS)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def texts(number: int) -> list[str]:
    return [f"第{at}句。" for at in range(number)]


def column(values: dict[int, bytes], documents: int) -> VectorsReader:
    storage = RamStorage()
    with storage.create_file("meaning") as file:
        writer = VectorsColumn().writer(file)
        for number, value in values.items():
            writer.add(number, value)
        writer.finish(documents)
    reader = VectorsColumn().reader(storage.open_file("meaning"), 0, storage.file_length("meaning"), documents)
    assert isinstance(reader, VectorsReader)
    return reader


def test_what_goes_in_comes_out() -> None:
    values = dict(enumerate(packed(texts(5), unit(5), MODEL)))
    reader = column(values, 5)
    assert [reader[number] for number in range(5)] == list(values.values())
    assert (reader.count(MODEL), reader.count("another")) == (5, 0)
    reader.verify()


def test_documents_without_a_vector_have_none() -> None:
    vectors = unit(2)
    one, other = packed(texts(len(vectors)), vectors, MODEL)
    reader = column({1: one, 2: b"", 4: other}, 6)
    assert [bool(reader[number]) for number in range(6)] == [False, True, False, False, True, False]
    found, cosines = reader.nearest(vectors[0], MODEL, np.arange(6, dtype=np.uint32))
    assert found.tolist() == [1, 4]
    assert cosines[0] == pytest.approx(1, abs=0.01)


def test_no_vectors_at_all() -> None:
    reader = column({}, 3)
    assert reader.count(MODEL) == 0
    assert reader.nearest(unit(1)[0], MODEL, np.arange(3, dtype=np.uint32))[0].tolist() == []


def test_a_file_holds_the_vectors_of_the_newest_model() -> None:
    old, new = packed(["甲"], unit(1), "old")[0], packed(["甲"], unit(1), "new")[0]
    reader = column({0: old, 1: new}, 2)
    assert (reader.count("old"), reader.count("new")) == (0, 1)
    assert (reader[0], reader[1]) == (b"", new)
    assert reader.nearest(unit(1)[0], "old", np.arange(2, dtype=np.uint32))[0].tolist() == []


def test_of_few_all_are_compared() -> None:
    vectors, asked = unit(300), unit(1, seed=1)[0]
    reader = column(dict(enumerate(packed(texts(len(vectors)), vectors, MODEL))), 300)
    among = np.arange(0, 300, 3, dtype=np.uint32)
    found, cosines = reader.nearest(asked, MODEL, among)
    assert found.tolist() == among.tolist()
    assert cosines == pytest.approx(vectors[among] @ asked, abs=0.01)


def test_of_many_the_nearest_are_among_the_likeliest() -> None:
    vectors = unit(20_000)
    vectors[:10] = vectors[7] + 0.5 * vectors[:10]
    vectors[:10] /= np.linalg.norm(vectors[:10], axis=1, keepdims=True)
    asked = vectors[7] + 0.5 * unit(1, seed=2)[0]
    asked /= np.linalg.norm(asked)
    reader = column(dict(enumerate(packed(texts(len(vectors)), vectors, MODEL))), 20_000)
    found, cosines = reader.nearest(asked, MODEL, np.arange(20_000, dtype=np.uint32))
    assert len(found) == 1000
    assert found.tolist() == sorted(found.tolist())
    assert found[np.argmax(cosines)] == 7
    assert set(range(10)) <= set(found.tolist())


def test_the_vector_of_a_known_text_is_given_again() -> None:
    known = texts(300)
    values = packed(known, unit(300), MODEL)
    reader = column(dict(enumerate(values)), 300)
    asked = [known[7], "无人知晓。", known[299], known[0]]
    assert reader.known(asked, MODEL) == {known[at]: values[at] for at in (7, 299, 0)}
    assert reader.known(asked, "another") == {}
    assert reader.known([], MODEL) == {}
    assert column({}, 3).known(asked, MODEL) == {}


def test_texts_that_differ_in_anything_are_different_texts() -> None:
    known = ["中国", "中国。", "中國", " 中国", "中国\ud800", ""]
    values = packed(known, unit(len(known)), MODEL)
    reader = column(dict(enumerate(values)), len(known))
    assert reader.known(known, MODEL) == dict(zip(known, values, strict=True))
    assert reader.known(["中国 "], MODEL) == {}
