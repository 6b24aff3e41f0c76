"""Terms of the glossary as claims use them."""

from dataclasses import dataclass

from app.catalogue.views.claims import ClaimView
from app.catalogue.views.records import PaperRecord
from app.catalogue.views.subjects import YearCount


@dataclass(frozen=True, slots=True)
class PaperClaims:
    """The claims of one paper that are meant: `total` of them, of which `claims` are given in reading order."""

    paper: PaperRecord
    total: int
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class TermDetail:
    """How papers use a term. A code that no claim names has zero counts and empty tuples."""

    code: str
    claims: int
    papers: int
    definitions: tuple[ClaimView, ...]
    """The claims that say what the term means, papers by year."""
    years: tuple[YearCount, ...]
    groups: tuple[PaperClaims, ...]
    """By paper, the earliest year first and unknown years last."""


@dataclass(frozen=True, slots=True)
class TermPlace:
    """A name of the term `code` in a claim's text: `text[start:end]`."""

    code: str
    start: int
    end: int
