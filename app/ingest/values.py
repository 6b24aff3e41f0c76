"""The small values that records are made of: kinds, warnings, figures. They depend on nothing."""

from dataclasses import dataclass
from enum import StrEnum


class ClaimType(StrEnum):
    """What a sentence does. `OTHER` asserts nothing: it is analysed and listed, but it is no claim."""

    DEFINITION = "definition"
    FACT = "fact"
    STATISTIC = "statistic"
    VIEWPOINT = "viewpoint"
    RECOMMENDATION = "recommendation"
    OTHER = "other"


class ReferenceKind(StrEnum):
    """What an entry of a reference list or a page footnote is."""

    REFERENCE = "reference"
    """A work that the paper cites."""
    NOTE = "note"
    """An explanatory note."""


class LabelSource(StrEnum):
    """Who put a label on a claim."""

    RULE = "rule"
    MODEL = "model"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class IngestWarning:
    """Something in a document that could not be understood; it travels with the paper and is shown on its page.

    `code` is a stable word (`repeated-text`, `foreign-abstract`, `no-headings`, `unresolved-citation` …),
    `detail` says it in one English sentence, `start`/`end` give the place if there is one. `facts` are the numbers and
    names in that sentence, for saying it in another language.
    """

    code: str
    detail: str
    start: int | None = None
    end: int | None = None
    facts: tuple[tuple[str, str | int], ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured number: `value` in `unit`, counting `of`, in `year`; `approx` where the text says 余, 多, 近, 约."""

    value: float
    unit: str = ""
    of: str | None = None
    year: int | None = None
    approx: bool = False
    text: str = ""
    """As printed: "155 个国家"."""
    source: LabelSource = LabelSource.RULE
