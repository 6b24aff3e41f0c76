"""What was measured on papers that extraction had not seen: the figures of `corpus/unseen.toml`."""

import tomllib
from functools import lru_cache

from pydantic import ConfigDict, TypeAdapter
from pydantic.dataclasses import dataclass

from app import resources


@dataclass(frozen=True, config=ConfigDict(extra="forbid"))
class Measurement:
    """Scores on one set of sentences, `None` where nothing was measured; `command` measures them again.

    `kind` is `left-out` for a type model that was trained without the paper it labels, `unseen` for papers that nobody
    read while writing rules.
    """

    kind: str
    papers: int
    sentences: int
    command: str
    type_accuracy: float
    type_macro_f1: float
    countries: float | None = None
    instruments: float | None = None
    figures: float | None = None


_MEASUREMENTS = TypeAdapter(tuple[Measurement, ...])


@lru_cache(maxsize=1)
def unseen() -> tuple[Measurement, ...]:
    """The measurements that ship with the program, in the order of the file."""
    content = tomllib.loads(resources.UNSEEN.read_text(encoding="utf-8"))
    return _MEASUREMENTS.validate_python(tuple(content["measurement"]))
