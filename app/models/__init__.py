"""The tables. Names are those of the domain: paper, section, claim, reference, citation, figure, labels."""

from app.models.departures import GoneClaim, GonePaper
from app.models.judgements import JudgedSentence, Judgement
from app.models.labels import (
    ClaimCountry,
    ClaimEntity,
    ClaimInstrument,
    ClaimLabel,
    ClaimNamedInstrument,
    ClaimTerm,
)
from app.models.papers import (
    Citation,
    Claim,
    ClaimPeriod,
    Figure,
    FigureQuantity,
    Paper,
    Reference,
    Section,
)
from app.models.works import (
    PaperIdentity,
    ReferenceToken,
    Work,
    WorkAddress,
    WorkAuthor,
    WorkDoubt,
    WorkEntry,
    WorkKey,
    WorkMatching,
)

__all__ = [
    "Citation",
    "Claim",
    "ClaimCountry",
    "ClaimEntity",
    "ClaimInstrument",
    "ClaimLabel",
    "ClaimNamedInstrument",
    "ClaimPeriod",
    "ClaimTerm",
    "Figure",
    "FigureQuantity",
    "GoneClaim",
    "GonePaper",
    "JudgedSentence",
    "Judgement",
    "Paper",
    "PaperIdentity",
    "Reference",
    "ReferenceToken",
    "Section",
    "Work",
    "WorkAddress",
    "WorkAuthor",
    "WorkDoubt",
    "WorkEntry",
    "WorkKey",
    "WorkMatching",
]
