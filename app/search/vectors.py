"""A column of vectors: small in the file, and the nearest of many found fast with plain numpy.

A vector is kept as bytes, one a dimension, and as the signs of its dimensions, one bit each. The signs of all
candidates are compared first, eight bytes at a time; only for the likeliest are the cosines worked out
(docs/decisions/0021-meaning-beside-words.md has the measurements). Beside it stands a digest of its text, so that the
vector of a text that is known need not be made again (docs/decisions/0024-vectors-made-once.md).
"""

from collections.abc import Sequence
from functools import cached_property, lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray
from whoosh.columns import Column, ColumnWriter
from whoosh.filedb.structfile import StructFile

from app.search.arrays import write_arrays
from app.search.column_readers import ArraysReader
from app.search.encoders import Vectors
from app.search.numbers import Numbers

_LIKELIEST = 1000
"""Candidates whose cosines are worked out; with as many, more than 99 in 100 of the true nearest are among them."""
_MARK = 8
_HEAD = 2 * _MARK


def packed(texts: Sequence[str], vectors: Vectors, model: str) -> list[bytes]:
    """Vectors of texts as a column takes them: the model's mark, the text's, then a byte a dimension."""
    highest = np.abs(vectors).max(axis=1, keepdims=True)
    scaled = np.round(vectors / np.where(highest > 0, highest, 1) * 127).astype(np.int8)
    mark = _mark(model)
    return [mark + _digest(text) + row.tobytes() for text, row in zip(texts, scaled, strict=True)]


def _digest(text: str) -> bytes:
    """Eight bytes that stand for a text; two of a million different ones share them once in 37 million cases."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_MARK).digest()


@lru_cache(maxsize=16)
def _mark(model: str) -> bytes:
    """Eight bytes that stand for the name of a model."""
    return _digest(model)


class VectorsWriter(ColumnWriter):
    """Takes a vector a document, or none. The file holds those of one model, that of the last one added."""

    def __init__(self, file: StructFile) -> None:
        super().__init__(file)
        self._rows: dict[int, bytes] = {}

    def add(self, docnum: int, value: bytes) -> None:
        """The vector of the next document, as `packed` gives it."""
        if value:
            self._rows[docnum] = value

    def finish(self, docnum: int) -> None:
        """Writes the file for `docnum` documents."""
        model = next(reversed(self._rows.values()))[:_MARK] if self._rows else bytes(_MARK)
        kept = {number: value for number, value in self._rows.items() if value.startswith(model)}
        documents = np.array(list(kept), dtype=np.uint32)
        texts = np.frombuffer(b"".join(value[_MARK:_HEAD] for value in kept.values()), dtype="<u8")
        rows = np.frombuffer(b"".join(value[_HEAD:] for value in kept.values()), dtype=np.int8)
        rows = rows.reshape(len(documents), -1 if len(documents) else 0)
        places = np.full(docnum, -1, dtype=np.int64)
        places[documents] = np.arange(len(documents))
        signs = np.packbits(rows > 0, axis=1)
        write_arrays(
            self._dbfile,
            {
                "signs": signs.reshape(-1).view(np.uint64),
                "places": places.astype(np.int32),
                "lengths": np.sqrt(np.einsum("ij,ij->i", rows, rows, dtype=np.int64)).astype(np.float32),
                "rows": rows.reshape(-1),
                "texts": texts,
                "model": np.frombuffer(model, dtype=np.uint8),
            },
        )


class VectorsReader(ArraysReader):
    """The vectors of a segment."""

    def __init__(self, file: StructFile, start: int, length: int, documents: int) -> None:
        super().__init__(file, start, length, documents)
        self._places = self.arrays["places"]
        self._lengths = self.arrays["lengths"]
        self._model = self.arrays["model"].tobytes()
        vectors = len(self._lengths)
        self._rows: NDArray[np.int8] = self.arrays["rows"].reshape(vectors, -1 if vectors else 0)
        self._signs: NDArray[np.uint64] = self.arrays["signs"].reshape(vectors, -1 if vectors else 0)
        self._texts: NDArray[np.uint64] = self.arrays["texts"]

    def __getitem__(self, docnum: int) -> bytes:
        place = int(self._places[docnum])
        return self._value(place) if place >= 0 else b""

    def _value(self, place: int) -> bytes:
        """What was added, see `packed`."""
        return b"".join((self._model, self._texts[place].tobytes(), self._rows[place].tobytes()))

    def known(self, texts: Sequence[str], model: str) -> dict[str, bytes]:
        """For those of the texts that have a vector of the model here, what `packed` gave for them."""
        if not texts or not self.count(model):
            return {}
        order, sorted_texts = self._by_text
        wanted = np.frombuffer(b"".join(map(_digest, texts)), dtype="<u8")
        at = np.minimum(np.searchsorted(sorted_texts, wanted), len(sorted_texts) - 1)
        found = np.flatnonzero(sorted_texts[at] == wanted).tolist()
        return {texts[number]: self._value(int(order[at[number]])) for number in found}

    @cached_property
    def _by_text(self) -> tuple[NDArray[np.uint32], NDArray[np.uint64]]:
        """The vectors' places in the order of their texts' digests, and these."""
        order = np.argsort(self._texts).astype(np.uint32)
        return order, self._texts[order]

    def count(self, model: str) -> int:
        """How many documents have a vector of the model."""
        return len(self._lengths) if self._model == _mark(model) else 0

    def unit(self, among: Numbers) -> tuple[Numbers, Vectors]:
        """Those of the documents in `among` that have a vector, and the vectors with length one."""
        places = self._places[among]
        among, places = among[places >= 0], places[places >= 0]
        return among, self._rows[places].astype(np.float32) / self._lengths[places][:, np.newaxis]

    def nearest(self, vector: Vectors, model: str, among: Numbers) -> tuple[Numbers, Vectors]:
        """Of the documents in `among` those likely to be nearest to a vector of `model`, with their cosines."""
        if not self.count(model):
            return among[:0], np.empty(0, dtype=np.float32)
        places = self._places[among]
        among, places = among[places >= 0], places[places >= 0]
        if len(among) > _LIKELIEST:
            likeliest = np.argpartition(self._differences(vector, places), _LIKELIEST)[:_LIKELIEST]
            likeliest.sort()
            among, places = among[likeliest], places[likeliest]
        cosines = (self._rows[places].astype(np.float32) @ vector) / self._lengths[places]
        return among, cosines

    def _differences(self, vector: Vectors, places: NDArray[np.int32]) -> NDArray[np.uint16]:
        """In how many dimensions the sign is another."""
        asked = np.packbits(vector > 0).view(np.uint64)
        signs = self._signs if len(places) == len(self._signs) else self._signs[places]
        differences = np.zeros(len(places), dtype=np.uint16)
        for word in range(len(asked)):
            differences += np.bitwise_count(signs[:, word] ^ asked[word])
        return differences


class VectorsColumn(Column):
    """See the module."""

    Writer, Reader = VectorsWriter, VectorsReader

    def default_value(self, reverse: bool = False) -> bytes:
        """What a document has in a segment without vectors."""
        return b""
