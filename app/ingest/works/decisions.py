"""What a person decided of works that matching could not tell apart: `corpus/works.toml`."""

import hashlib
import tomllib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from app.ingest.errors import ReadError
from app.ingest.works.comparing import Verdict

_UID = 12


@dataclass(frozen=True, slots=True)
class Decision:
    """Two works, by their public identifiers, are one or are two: says `source`, on the day `date`."""

    works: tuple[str, str]
    verdict: Verdict
    source: str
    date: str


@dataclass(frozen=True, slots=True)
class Decisions:
    """All decisions. `fingerprint` changes with them."""

    all: tuple[Decision, ...] = ()
    fingerprint: str = ""
    by_pair: dict[frozenset[str], Decision] = field(default_factory=dict)

    def of(self, one: str, other: str) -> Decision | None:
        """What is decided of two works."""
        return self.by_pair.get(frozenset((one, other)))


def read_decisions(path: Path) -> Decisions:
    """The decisions in a file; none where there is no such file.

    Raises `ReadError` with file, place and next step for what is no TOML or no decision.
    """
    if not path.is_file():
        return Decisions()
    try:
        content = path.read_bytes()
        tables = tomllib.loads(content.decode("utf-8")).get("decisions", [])
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ReadError(f"it cannot be read as TOML ({error})", "correct the file", origin=str(path)) from error
    if not isinstance(tables, list):
        raise ReadError("`decisions` is no list of tables", "write each as [[decisions]]", origin=str(path))
    found = tuple(_decision(table, f"{path}, decision {number}") for number, table in enumerate(tables, 1))
    by_pair = {frozenset(one.works): one for one in found}
    if len(by_pair) != len(found):
        raise ReadError("two decisions are on the same works", "keep one of them", origin=str(path))
    return Decisions(found, hashlib.blake2b(content, digest_size=8).hexdigest() if found else "", by_pair)


def _decision(table: Any, origin: str) -> Decision:
    if not isinstance(table, dict):
        raise ReadError("it is no table", "write [[decisions]] with works, verdict, source, date", origin=origin)
    works, verdict, source, day = (table.get(name) for name in ("works", "verdict", "source", "date"))
    if not (isinstance(works, list) and len(works) == 2 and works[0] != works[1] and all(map(_is_uid, works))):
        raise ReadError("`works` are not two identifiers", "copy them from `kewai works`", origin=origin)
    if verdict not in (Verdict.SAME, Verdict.DIFFERENT):
        raise ReadError(f"`verdict` is {verdict!r}", 'write "same" or "different"', origin=origin)
    if not isinstance(source, str) or not source.strip() or not isinstance(day, date):
        raise ReadError("`source` or `date` is missing", "say who decided and why, and when: 2026-11-30", origin=origin)
    return Decision((works[0], works[1]), Verdict(verdict), source.strip(), day.isoformat())


def _is_uid(value: object) -> bool:
    return isinstance(value, str) and len(value) == _UID and value.isalnum()
