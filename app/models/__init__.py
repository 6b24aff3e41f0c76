"""The tables. Names are those of the domain: paper, section, claim, reference, citation, figure, labels."""

from app.models.judgements import JudgedSentence, Judgement
from app.models.papers import (
    Citation,
    Claim,
    ClaimCountry,
    ClaimInstrument,
    ClaimLabel,
    ClaimNamedInstrument,
    ClaimPeriod,
    ClaimTerm,
    Figure,
    Paper,
    Reference,
    Section,
)

__all__ = [
    "Citation",
    "Claim",
    "ClaimCountry",
    "ClaimInstrument",
    "ClaimLabel",
    "ClaimNamedInstrument",
    "ClaimPeriod",
    "ClaimTerm",
    "Figure",
    "JudgedSentence",
    "Judgement",
    "Paper",
    "Reference",
    "Section",
]
