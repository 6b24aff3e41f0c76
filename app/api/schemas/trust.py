"""How far to trust the labels."""

from pydantic import Field

from app.api.schemas.base import Shape
from app.api.schemas.claims import PaperRef


class AgreementOut(Shape):
    """Counts of what a person and extraction both say, what it missed and what it adds, and the scores they make."""

    both: int
    missed: int
    extra: int
    precision: float
    recall: float
    f1: float


class CodeAgreementOut(Shape):
    """The counts of one code."""

    code: str = Field(examples=["JP"])
    counts: AgreementOut


class ReasonOut(Shape):
    """A code that extraction gives, and why."""

    code: str
    source: str
    rule: str
    trigger: str
    confidence: float | None


class MistakeOut(Shape):
    """A sentence in which the two differ."""

    uid: str = Field(description="That of the claim, if `is_claim`.")
    is_claim: bool
    text: str
    text_en: str | None
    paper: PaperRef
    person: list[str]
    extraction: list[ReasonOut]


class FieldAgreementOut(Shape):
    """One kind of label, as a whole and by code, with some mistakes."""

    field: str = Field(examples=["country"])
    whole: AgreementOut
    codes: list[CodeAgreementOut]
    mistakes: list[MistakeOut]


class ConfusionOut(Shape):
    """How many sentences a person and extraction give these two types."""

    person: str
    extraction: str
    sentences: int


class MeasurementOut(Shape):
    """Scores on sentences that extraction had not seen, measured by `command`; null where nothing was measured."""

    kind: str = Field(examples=["unseen"])
    papers: int
    sentences: int
    command: str
    type_accuracy: float
    type_macro_f1: float
    countries: float | None
    instruments: float | None
    figures: float | None


class TrustAnswer(Shape):
    """Extraction alone against the labels that people gave to the papers here."""

    papers: list[PaperRef]
    sentences: int
    found: int = Field(description="Labelled sentences that extraction has as one sentence.")
    type_macro_f1: float
    fields: list[FieldAgreementOut]
    confusion: list[ConfusionOut]
    unseen: list[MeasurementOut]
