"""How well extraction agrees with people, as the page on trust shows it."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.agreement import Agreement
from app.catalogue.views.claims import LabelView
from app.catalogue.views.records import PaperRecord


@dataclass(frozen=True, slots=True)
class CodeAgreement:
    """One code of a label: how often a person gives it, extraction, or both."""

    code: str
    counts: Agreement


@dataclass(frozen=True, slots=True)
class Mistake:
    """A sentence in which the two differ: the codes that a person gives in this field, and the labels of extraction."""

    uid: str
    is_claim: bool
    """Whether it has a page of its own."""
    text: str
    text_en: str | None
    paper: PaperRecord
    person: tuple[str, ...]
    extraction: tuple[LabelView, ...]


@dataclass(frozen=True, slots=True)
class FieldAgreement:
    """One kind of label: `claim`, `type`, `country`, `instrument`, `citation` or `figure`."""

    field: str
    whole: Agreement
    codes: tuple[CodeAgreement, ...]
    """By how often a person gives the code; none for citations and figures, whose codes are numbers."""
    mistakes: tuple[Mistake, ...]
    """Some of them, of as many codes as there are."""


@dataclass(frozen=True, slots=True)
class TrustDetail:
    """What was compared, and how it came out."""

    papers: tuple[PaperRecord, ...]
    sentences: int
    found: int
    """Labelled sentences that extraction has as one sentence."""
    fields: tuple[FieldAgreement, ...]
    confusion: Mapping[tuple[str, str], int]
    """Sentences by the type that a person gives and the type that extraction gives."""
    type_macro_f1: float
