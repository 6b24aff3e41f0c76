"""Named numpy arrays in one file, read back without copying: the system maps the file into memory.

    array, array, …      each at a multiple of eight bytes
    directory            JSON: name → type, offset, length in items
    tail                 length of the directory, CRC-32 of all before the tail, a mark

A file that lacks its end is known by the missing mark, one with wrong bytes by its checksum (`verify`).
"""

import json
import mmap
import struct
import zlib
from collections.abc import Mapping
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from whoosh.filedb.structfile import StructFile

_TAIL = struct.Struct("<II8s")
_MARK = b"kewaiar1"
_ALIGNED = 8
_SMALL = 1 << 16
"""Files up to this many bytes are read rather than mapped: each mapping holds a file open."""

Source: TypeAlias = mmap.mmap | bytes
"""The bytes of a file; a slice of them is `bytes`."""


def write_arrays(file: StructFile, arrays: Mapping[str, NDArray[Any]]) -> None:
    """Writes one-dimensional arrays, little-endian, to an empty file."""
    directory, offset, checksum = {}, 0, 0
    for name, array in arrays.items():
        stored = np.ascontiguousarray(array, dtype=array.dtype.newbyteorder("<"))
        data = stored.tobytes() + bytes(-stored.nbytes % _ALIGNED)
        directory[name] = (stored.dtype.str, offset, len(stored))
        file.write(data)
        checksum = zlib.crc32(data, checksum)
        offset += len(data)
    names = json.dumps(directory).encode()
    file.write(names)
    file.write(_TAIL.pack(len(names), zlib.crc32(names, checksum), _MARK))


def load(file: StructFile, start: int, length: int) -> Source:
    """The bytes of a file from `start` on, mapped where that pays."""
    if length > _SMALL and file.is_real and start == 0:
        return mmap.mmap(file.fileno(), length, access=mmap.ACCESS_READ)
    file.seek(start)
    return bytes(file.read(length))


def read_arrays(data: Source) -> dict[str, NDArray[Any]]:
    """The arrays in the bytes of a file, read-only. Raises `ValueError` when its end is missing."""
    size, _ = _tail(data)
    names = json.loads(data[-_TAIL.size - size : -_TAIL.size])
    return {
        name: np.frombuffer(data, dtype=kind, offset=offset, count=length)
        for name, (kind, offset, length) in names.items()
    }


def verify(data: Source) -> None:
    """Reads all bytes of a file. Raises `ValueError` when they are not those that were written."""
    _, checksum = _tail(data)
    if zlib.crc32(memoryview(data)[: -_TAIL.size]) != checksum:
        raise ValueError("the contents of a file do not fit its checksum")
    try:
        read_arrays(data)  # the length of the directory is in the tail, which the checksum does not cover
    except (ValueError, TypeError) as error:
        raise ValueError("the tail of a file does not fit its contents") from error


def _tail(data: Source) -> tuple[int, int]:
    """The length of the directory, and the checksum."""
    if len(data) >= _TAIL.size:
        size, checksum, mark = _TAIL.unpack(data[-_TAIL.size :])
        if mark == _MARK and size <= len(data) - _TAIL.size:
            return size, checksum
    raise ValueError("the end of a file is missing")
