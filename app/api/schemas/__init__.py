"""The shapes of the JSON answers. Names and nesting are part of the product's public face: add, never change."""

from app.api.schemas.base import Counted, Labelled, Problem, Shape
from app.api.schemas.claims import ClaimOut, FigureOut, PaperRef, PeriodOut, SectionRef, SpeakerOut
from app.api.schemas.details import ClaimAnswer, LabelOut
from app.api.schemas.entities import (
    EntitiesAnswer,
    EntityAnswer,
    EntityOut,
    EntityYear,
    PrintedName,
)
from app.api.schemas.notebook import NotebookAnswer
from app.api.schemas.numbers import NumbersAnswer, QuantityOut, QuantityValueOut, TimelineAnswer
from app.api.schemas.papers import PaperAnswer, PaperCountsOut, PaperOut, SectionOut, WarningOut
from app.api.schemas.references import CitationsAnswer, LinkOut, ReferenceHitOut, ReferenceOut
from app.api.schemas.search import FacetValue, Hit, SearchAnswer, SuggestionOut, Synonym
from app.api.schemas.subjects import (
    ClaimGroupOut,
    CountryAnswer,
    CountryOut,
    EventCountOut,
    InstrumentAnswer,
    InstrumentOut,
    MatrixAnswer,
    MatrixRow,
    SourceCount,
    SubjectAnswer,
    TypeCell,
    YearCount,
)
from app.api.schemas.terms import GlossaryAnswer, TermAnswer, TermClaimsOut, TermOut
from app.api.schemas.trust import ConfusionOut, FieldAgreementOut, MeasurementOut, TrustAnswer

__all__ = [
    "CitationsAnswer",
    "ClaimAnswer",
    "ClaimGroupOut",
    "ClaimOut",
    "ConfusionOut",
    "Counted",
    "CountryAnswer",
    "CountryOut",
    "EntitiesAnswer",
    "EntityAnswer",
    "EntityOut",
    "EntityYear",
    "EventCountOut",
    "FacetValue",
    "FieldAgreementOut",
    "FigureOut",
    "GlossaryAnswer",
    "Hit",
    "InstrumentAnswer",
    "InstrumentOut",
    "LabelOut",
    "Labelled",
    "LinkOut",
    "MatrixAnswer",
    "MatrixRow",
    "MeasurementOut",
    "NotebookAnswer",
    "NumbersAnswer",
    "PaperAnswer",
    "PaperCountsOut",
    "PaperOut",
    "PaperRef",
    "PeriodOut",
    "PrintedName",
    "Problem",
    "QuantityOut",
    "QuantityValueOut",
    "ReferenceHitOut",
    "ReferenceOut",
    "SearchAnswer",
    "SectionOut",
    "SectionRef",
    "Shape",
    "SourceCount",
    "SpeakerOut",
    "SubjectAnswer",
    "SuggestionOut",
    "Synonym",
    "TermAnswer",
    "TermClaimsOut",
    "TermOut",
    "TimelineAnswer",
    "TrustAnswer",
    "TypeCell",
    "WarningOut",
    "YearCount",
]
