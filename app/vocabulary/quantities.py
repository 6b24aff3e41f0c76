"""Quantities of S&T diplomacy that papers tell again and again, read from `quantities.toml`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args

from app.vocabulary.reading import Table, read_toml, tables
from app.vocabulary.registry import Registry

Basis = Literal["", "partners"]


@dataclass(frozen=True, slots=True)
class Form:
    """Words around a number by which it is of a quantity: patterns over folded text, `after` from the unit on.

    With the basis `partners` the number counts those with whom there is what the quantity counts.
    """

    before: str
    after: str
    basis: Basis = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """Something that is counted, of one country at a time: its agreements, its diplomats."""

    code: str
    zh: str
    en: str
    forms: tuple[Form, ...]
    instrument: str | None = None

    def label(self, locale: str) -> str:
        """What is counted, in the language of `locale`."""
        return self.zh if locale.startswith("zh") else self.en

    def names(self) -> Iterator[str]:
        """Every name by which it is found."""
        yield from (self.zh, self.en)


def load_quantities(path: Path) -> Registry[Quantity]:
    """Reads `quantities.toml`. Raises `VocabularyError` for a missing or malformed file or a pattern that is none."""
    return Registry(_quantity(path, entry) for entry in tables(path, read_toml(path), "quantity"))


def _quantity(path: Path, entry: Table) -> Quantity:
    code = entry.text("code")
    quantity = Quantity(
        code=code,
        zh=entry.text("zh"),
        en=entry.text("en"),
        forms=tuple(_form(Table(path, f"a form of {code}", form)) for form in entry.raw("form") or ()),
        instrument=entry.text_or_none("instrument"),
    )
    entry.done()
    return quantity


def _form(entry: Table) -> Form:
    basis = cast(Basis, entry.one_of("basis", get_args(Basis))) if "basis" in entry.names() else ""
    form = Form(_pattern(entry, "before"), _pattern(entry, "after"), basis)
    entry.done()
    return form


def _pattern(entry: Table, name: str) -> str:
    pattern = entry.text(name)
    try:
        re.compile(pattern)
    except re.error as error:
        raise entry.error(f"{name!r} is no regular expression ({error})") from error
    return pattern
