"""Who says a claim, and the years that it is about: frozen values, known to others through `records`."""

from dataclasses import dataclass
from enum import StrEnum


class SpeakerKind(StrEnum):
    """Who or what a sentence is attributed to."""

    PERSON = "person"
    INSTITUTION = "institution"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Speaker:
    """To whom a sentence attributes what it says: the name as printed, and the rule and verb that tell."""

    name: str
    kind: SpeakerKind
    rule: str = ""
    trigger: str = ""


@dataclass(frozen=True, slots=True)
class Period:
    """Years that a claim is about, `start` to `end` inclusive; `end` is `None` for what goes on (改革开放以来)."""

    start: int
    end: int | None
    precision: str = "year"
    """`day`, `month`, `year`, `years`, `decade`, `century`, `era`, or `recent` (told from the year of publication)."""
    text: str = ""
    """As printed: "20 世纪 60 年代"."""
