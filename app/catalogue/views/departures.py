"""What is here no more."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class DepartedClaim:
    """A sentence that was a claim of a paper once."""

    uid: str
    text: str
    """As it stood last."""
    paper: str
    """The paper's slug; `paper_here` says whether that paper is still here."""
    paper_here: bool
    gone_at: datetime
    successor: str | None
    """The claim that stands for it now, if any does."""
    corrected: bool
    """Whether that is the same sentence but for small corrections."""


@dataclass(frozen=True, slots=True)
class DepartedPaper:
    """A paper that was taken out."""

    slug: str
    title: str | None
    gone_at: datetime
