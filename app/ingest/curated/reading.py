"""A file of labels → its entries. The form is in `corpus/labels/README.md`, the choice in decision 18."""

from pathlib import Path
from typing import Annotated, Any, Final, Literal

from pydantic import ConfigDict, StringConstraints, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass as checked

from app.ingest.identity import UID_LENGTH
from app.ingest.records import CuratedLabels, Figure, IngestWarning, LabelledSentence, LabelSource
from app.ingest.tables import EntryError, FilesBySlug, Tables, read_bytes, read_tables

PROBLEM: Final = "label-problem"
"""Code of the warning for an entry that was left out."""
ENDING: Final = ".labels.toml"
"""`paper.labels.toml` beside `paper.txt` holds its labels."""

_STRICT = ConfigDict(extra="forbid", str_strip_whitespace=True, allow_inf_nan=False)


@checked(frozen=True, config=_STRICT)
class _CheckedFigure(Figure):
    value: float
    source: Literal[LabelSource.PERSON] = LabelSource.PERSON


@checked(frozen=True, config=_STRICT)
class _CheckedSentence(LabelledSentence):
    id: Annotated[str, StringConstraints(pattern=f"^[a-z2-7]{{{UID_LENGTH}}}$")]
    citations: tuple[Annotated[str, StringConstraints(min_length=1, max_length=100)], ...] | None = None
    figures: tuple[_CheckedFigure, ...] | None = None


_SENTENCE = TypeAdapter(_CheckedSentence)


class CuratedFiles(FilesBySlug):
    """The files of labels in a folder."""

    def get(self, slug: str) -> CuratedLabels | None:
        """The labels of the paper with this slug."""
        path = self.path(slug)
        return read_labels(path) if path else None


def labels_beside(path: Path) -> CuratedLabels | None:
    """The labels beside the paper at `path`, `None` when there are none."""
    beside = path.with_suffix(ENDING)
    return read_labels(beside) if beside.is_file() else None


def read_labels(path: Path) -> CuratedLabels:
    """All of a file that can be used. Never raises: what cannot be used is among the problems, by file and line."""
    origin = f"{path.parent.name}/{path.name}"
    data = read_bytes(path, origin, PROBLEM)
    return CuratedLabels(origin, problems=(data,)) if isinstance(data, IngestWarning) else parse_labels(data, origin)


def parse_labels(data: bytes, origin: str) -> CuratedLabels:
    """The labels in the bytes of a file; `origin` names it in the problems."""
    found: dict[str, LabelledSentence] = {}

    def take(tables: Tables, line: int) -> None:
        for name, entries in tables.items():
            if name != "sentence" or not isinstance(entries, list) or len(entries) != 1:
                raise EntryError(f"{name!r} is not known; use [[sentence]]")
            entry = _entry(entries[0], line)
            if found.setdefault(entry.id, entry) is not entry:
                raise EntryError(f"its id is labelled on line {found[entry.id].line} already")

    problems = read_tables(data, origin, PROBLEM, take)
    return CuratedLabels(origin, tuple(found.values()), tuple(problems))


def _entry(fields: Any, line: int) -> LabelledSentence:
    if not isinstance(fields, dict):
        raise EntryError("it must be a table of its own")
    if "line" in fields:
        raise EntryError("'line' is not known; take it out")
    try:
        return _SENTENCE.validate_python(fields | {"line": line})
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"] if part != "line")
        raise EntryError(f"{where!r} is not right ({first['msg']})") from error
