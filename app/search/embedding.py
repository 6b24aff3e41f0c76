"""Documents and their vectors: one that the index holds already is used again, the others are made, each text once."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeAlias

from app.search.encoders import Encoder, EncoderError
from app.search.request import ClaimDocument
from app.search.segments import open_vectors
from app.search.storage import Build
from app.search.vectors import VectorsReader, packed

Pair: TypeAlias = tuple[ClaimDocument, bytes]
"""A document with its vector as `packed` gives it, empty as long as it has none."""

_BATCH = 200


class Kept:
    """The vectors of an encoder that an index holds: of `Kept.of(None, …)` none."""

    def __init__(self, columns: Sequence[VectorsReader], model: str) -> None:
        self._columns = columns
        self._model = model
        self._sound: dict[VectorsReader, bool] = {}

    @classmethod
    def of(cls, build: Build | None, encoder: Encoder | None) -> "Kept":
        """Those of an index that are as they were written. Whatever is wrong with it, there are just fewer of them."""
        if build is None or encoder is None:
            return cls((), "")
        try:
            with build.index.reader() as whole:  # type: ignore[no-untyped-call]
                columns = [column for reader, _ in whole.leaf_readers() if (column := open_vectors(reader))]
        except Exception:  # a damaged file makes Whoosh raise anything
            columns = []
        return cls(columns, encoder.name)

    def beside(self, documents: Iterable[ClaimDocument]) -> Iterator[Pair]:
        """The documents with the vectors that their texts have here."""
        remaining = iter(documents)
        while batch := list(islice(remaining, _BATCH)):
            texts = list({document.text for document in batch})
            known: dict[str, bytes] = {}
            for column in self._columns:
                if (found := column.known(texts, self._model)) and self._is_sound(column):
                    known |= found
            yield from ((document, known.get(document.text, b"")) for document in batch)

    def _is_sound(self, column: VectorsReader) -> bool:
        """Whether its file is as it was written; it is read through when something of it is used first."""
        if column not in self._sound:
            try:
                column.verify()
                self._sound[column] = True
            except ValueError:
                self._sound[column] = False
        return self._sound[column]


def encoded(pairs: Iterable[Pair], encoder: Encoder) -> Iterator[Pair]:
    """The documents, each with a vector. Raises `EncoderError` when the encoder fails."""
    remaining = iter(pairs)
    while batch := list(islice(remaining, _BATCH)):
        texts = list(dict.fromkeys(document.text for document, vector in batch if not vector))
        made = dict(zip(texts, _vectors(texts, encoder), strict=True))
        yield from ((document, vector or made[document.text]) for document, vector in batch)


def _vectors(texts: Sequence[str], encoder: Encoder) -> list[bytes]:
    if not texts:
        return []
    try:
        return packed(texts, encoder.encode(texts), encoder.name)
    except Exception as error:  # what another's model does cannot be known
        raise EncoderError(
            f"{encoder.name} gave no vectors ({type(error).__name__}: {error}); "
            "mend it, or set KEWAI_ENCODER to another or to none"
        ) from error
