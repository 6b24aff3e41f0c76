import json
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from whoosh.filedb.filestore import RamStorage
from whoosh.filedb.structfile import StructFile

from app.search.arrays import load, read_arrays, verify, write_arrays

KINDS = st.sampled_from([np.uint8, np.uint16, np.uint32, np.int64, np.float32])
ARRAYS = st.dictionaries(
    st.text(st.sampled_from("abc名"), min_size=1, max_size=3),
    st.builds(lambda kind, values: np.array(values, dtype=kind), KINDS, st.lists(st.integers(0, 200), max_size=9)),
    max_size=5,
)


def stored(arrays: dict[str, NDArray[Any]]) -> bytes:
    storage = RamStorage()
    with storage.create_file("arrays") as file:
        write_arrays(file, arrays)
    opened = storage.open_file("arrays")
    return bytes(opened.read(storage.file_length("arrays")))


@given(ARRAYS)
def test_arrays_come_back_with_their_types(arrays: dict[str, NDArray[Any]]) -> None:
    data = stored(arrays)
    verify(data)
    found = read_arrays(data)
    assert list(found) == list(arrays)
    for name, array in arrays.items():
        assert found[name].tolist() == array.tolist()
        assert found[name].dtype == array.dtype


def test_arrays_stand_at_multiples_of_eight_bytes() -> None:
    data = stored({"a": np.arange(3, dtype=np.uint8), "b": np.arange(5, dtype=np.uint16), "c": np.arange(2)})
    directory = json.loads(data[data.index(b'{"a"') : -16])
    assert [offset for _, offset, _ in directory.values()] == [0, 8, 24]
    assert data[3:8] == bytes(5)


def test_bytes_are_little_endian_wherever_they_come_from() -> None:
    found = read_arrays(stored({"a": np.array([1, 2], dtype=">u4")}))["a"]
    assert found.tolist() == [1, 2]
    assert stored({"a": np.array([1, 2], dtype=">u4")}) == stored({"a": np.array([1, 2], dtype="<u4")})


def test_every_other_column_of_a_table_can_be_stored() -> None:
    """Arrays that are views with gaps are written without them."""
    assert read_arrays(stored({"a": np.arange(10)[::3]}))["a"].tolist() == [0, 3, 6, 9]


@pytest.mark.parametrize("data", [b"", b"kewaiar1", b"x" * 100, b"\xff" * 8 + b"kewaiar1"])
def test_what_is_no_such_file(data: bytes) -> None:
    with pytest.raises(ValueError, match="end of a file is missing"):
        read_arrays(data)
    with pytest.raises(ValueError, match="end of a file is missing"):
        verify(data)


@given(ARRAYS, st.data())
def test_any_other_byte_is_noticed(arrays: dict[str, NDArray[Any]], data: st.DataObject) -> None:
    content = bytearray(stored(arrays))
    place = data.draw(st.integers(0, len(content) - 1))
    content[place] ^= data.draw(st.integers(1, 255))
    with pytest.raises(ValueError, match=r"checksum|missing|tail"):
        verify(bytes(content))


@pytest.mark.parametrize("place", range(-16, 0))
def test_the_tail_is_looked_at_too(place: int) -> None:
    content = bytearray(stored({"a": np.arange(4), "b": np.arange(9, dtype=np.uint8)}))
    content[place] ^= 1
    with pytest.raises(ValueError, match=r"checksum|missing|tail"):
        verify(bytes(content))


def test_the_checksum_is_that_of_all_before_the_tail() -> None:
    data = stored({"a": np.arange(4)})
    assert int.from_bytes(data[-12:-8], "little") == zlib.crc32(data[:-16])


@pytest.mark.parametrize("start", [0, 24])
def test_part_of_a_file_can_be_read(tmp_path: Path, start: int) -> None:
    """In a compound file a column does not begin at the first byte."""
    data = stored({"a": np.arange(50_000)})
    path = tmp_path / "file"
    path.write_bytes(bytes(start) + data)
    with StructFile(path.open("rb")) as opened:
        loaded = load(opened, start, len(data))
    verify(loaded)
    assert int(read_arrays(loaded)["a"][-1]) == 49_999
