"""Cited works and notes, and who cites them."""

from dataclasses import dataclass

from app.catalogue.views.claims import ClaimView
from app.catalogue.views.records import PaperRecord


@dataclass(frozen=True, slots=True)
class CitedAt:
    """A claim that cites a reference: its uid, the mark's place, and the start of its text for a link's wording."""

    uid: str
    at: int
    excerpt: str


@dataclass(frozen=True, slots=True)
class WorkRef:
    """The work that a reference is: its public identifier, and how many entries, papers and places cite it."""

    uid: str
    entries: int
    papers: int
    citations: int


@dataclass(frozen=True, slots=True)
class ReferenceView:
    """An entry of a paper's reference list or a note, with the claims that cite it in reading order."""

    paper: str
    """Slug of the paper whose entry it is."""
    label: str
    anchor: str
    kind: str
    text: str | None
    """As printed; `None` when the paper prints no entry."""
    text_en: str | None
    authors: tuple[str, ...]
    title: str | None
    container: str | None
    year: int | None
    volume: str | None
    issue: str | None
    pages: str | None
    document_type: str | None
    url: str | None
    accessed: str | None
    doi: str | None
    from_sentence: bool
    """True when no entry is printed and the fields come from the citing sentence."""
    added: tuple[tuple[str, str], ...]
    """Fields that the record adds to what is printed, each with where it is known from."""
    linked_paper: PaperRecord | None
    link_evidence: str
    cited_at: tuple[CitedAt, ...]
    work: WorkRef | None = None

    @property
    def note(self) -> str | None:
        """What no printed entry says of the work and where it is known from, for files of reference managers."""
        by_source: dict[str, list[str]] = {}
        for name, source in self.added:
            by_source.setdefault(source, []).append(name)
        told = [f"Added, not printed where it is cited ({', '.join(names)}): {s}" for s, names in by_source.items()]
        if self.from_sentence and not told:
            return "No entry is printed: what is known comes from the citing sentence."
        return " ".join(told) or None


@dataclass(frozen=True, slots=True)
class ReferenceHit:
    """A reference found by a look-up: the entry, the paper it stands in, and the claims that cite it."""

    reference: ReferenceView
    paper: PaperRecord
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class ReferencePage:
    """One page of a citation look-up; `total` is exact."""

    total: int
    hits: tuple[ReferenceHit, ...]


@dataclass(frozen=True, slots=True)
class CitationLink:
    """One paper here cites another: through which reference, on what evidence, with how many marks."""

    citing: PaperRecord
    cited: PaperRecord
    label: str
    anchor: str
    evidence: str
    citations: int
