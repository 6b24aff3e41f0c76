"""Cited works: what several entries are together, who cites them, and with what."""

from dataclasses import dataclass

from app.catalogue.views.claims import ClaimView
from app.catalogue.views.records import PaperRecord
from app.catalogue.views.references import ReferenceView

_PARTIAL = "No paper here prints an entry of this work: its fields come from citing sentences or were added."


@dataclass(frozen=True, slots=True)
class WorkView:
    """A cited work with the fields of a bibliographic record; it can be cited as it is."""

    uid: str
    title: str | None
    title_en: str | None
    authors: tuple[str, ...]
    container: str | None
    year: int | None
    volume: str | None
    issue: str | None
    pages: str | None
    document_type: str | None
    url: str | None
    doi: str | None
    accessed: str | None
    language: str | None
    country: str | None
    country_evidence: str
    printed: str | None
    """An entry as printed."""
    stands_at: str
    """Where its first entry stands: `slug#label`."""
    partial: bool
    """True when no entry of it is printed."""
    paper: PaperRecord | None
    """The paper here that it is."""
    entries: int
    papers: int
    citations: int

    @property
    def note(self) -> str | None:
        """Says of a work without a printed entry that it has none, for files of reference managers."""
        return _PARTIAL if self.partial else None


@dataclass(frozen=True, slots=True)
class WorkEntryView:
    """One description of a work: the entry, the claims that cite it, and why it is this work."""

    reference: ReferenceView
    paper: PaperRecord
    claims: tuple[ClaimView, ...]
    other: str
    """Place of the description that it resembles: `slug#label`, or the slug of the paper here that it is."""
    evidence: str
    confidence: float
    through: PaperRecord | None
    """The paper here through which it is quoted."""


@dataclass(frozen=True, slots=True)
class CitedTogether:
    """A work that the same claims cite."""

    work: WorkView
    claims: int


@dataclass(frozen=True, slots=True)
class DoubtView:
    """Two descriptions that may be of one work, each with its identifier, place and work (`None`: a paper here)."""

    uids: tuple[str, str]
    places: tuple[str, str]
    works: tuple[WorkView | None, WorkView | None]
    papers: tuple[PaperRecord, PaperRecord]
    """The papers in which they stand, or which they are."""
    evidence: str


@dataclass(frozen=True, slots=True)
class WorkDetail:
    """All that is known of one work."""

    work: WorkView
    entries: tuple[WorkEntryView, ...]
    together: tuple[CitedTogether, ...]
    doubts: tuple[DoubtView, ...]


@dataclass(frozen=True, slots=True)
class WorkPage:
    """One page of works; `total` is exact."""

    total: int
    works: tuple[WorkView, ...]


@dataclass(frozen=True, slots=True)
class Shares:
    """How many works there are of each year, language, country and type; `None`: not known. All works are in each."""

    years: tuple[tuple[int | None, int], ...]
    languages: tuple[tuple[str | None, int], ...]
    countries: tuple[tuple[str | None, int], ...]
    types: tuple[tuple[str | None, int], ...]
    total: int


@dataclass(frozen=True, slots=True)
class Author:
    """A name under which works here stand: its key, the name as printed, and how many works."""

    key: str
    name: str
    works: int
