"""Claims as lists show them."""

from dataclasses import dataclass

from app.catalogue.views.records import PaperRecord, SectionRef


@dataclass(frozen=True, slots=True)
class CitationMark:
    """One mark in a claim: shown before the character `at` of the claim's text, opening the reference at `anchor`."""

    label: str
    at: int
    kind: str
    """`reference` or `note`."""
    anchor: str
    """Fragment identifier of the reference on its paper's page: `ref-17`."""
    named_author: str | None
    linked_paper: str | None
    """Slug of the paper here that the reference is, if it is one."""


@dataclass(frozen=True, slots=True)
class FigureView:
    """A measured number of a claim; `text` is as printed ("155 个国家")."""

    value: float
    unit: str
    of: str | None
    year: int | None
    approx: bool
    text: str
    source: str = "rule"


@dataclass(frozen=True, slots=True)
class SpeakerView:
    """To whom a sentence attributes what it says: `kind` is `person`, `institution` or `document`."""

    name: str
    kind: str
    rule: str
    trigger: str
    entity: str | None = None
    """Code of the entity that it is, where it is known."""


@dataclass(frozen=True, slots=True)
class PeriodView:
    """Years that a claim is about, both included; `end` is `None` for what goes on. `text` is as printed."""

    start: int
    end: int | None
    precision: str
    text: str


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim with everything that a list of claims shows, its labels as codes in the order of their codes."""

    uid: str
    text: str
    text_en: str | None
    type: str
    countries: tuple[str, ...]
    instruments: tuple[str, ...]
    named_instruments: tuple[str, ...]
    figures: tuple[FigureView, ...]
    citations: tuple[CitationMark, ...]
    paper: PaperRecord
    section: SectionRef
    start: int
    end: int
    position: int
    """Running number of the claim in its paper."""
    paragraph: int
    text_en_note: str | None = None
    """What the translator says of the sentence, in English."""
    speaker: SpeakerView | None = None
    """Who says it; `None` is the author."""
    periods: tuple[PeriodView, ...] = ()


@dataclass(frozen=True, slots=True)
class LabelView:
    """A label and why it is there: who put it (`rule`, `model`, `person`), which rule, on what trigger in the text."""

    code: str
    source: str
    rule: str
    trigger: str
    confidence: float | None


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """One page of a list of claims; `total` is exact."""

    total: int
    claims: tuple[ClaimView, ...]
