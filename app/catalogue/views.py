"""What the reads answer: frozen values that pages, API and exports are built from; no database object leaks out.

Codes of countries, instruments and named instruments stand as they are stored; their names in either language
come from the vocabulary. Offsets count characters: `start`/`end` in the paper's source, `at` in the claim's text.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class PaperRecord:
    """The bibliographic record of a paper: all that a list entry or a reference to it needs."""

    slug: str
    title: str | None
    title_en: str | None
    authors: tuple[str, ...]
    authors_en: tuple[str, ...]
    authors_complete: bool
    """False when more authors are known to exist than are listed (等, et al.)."""
    container: str | None
    container_en: str | None
    publisher: str | None
    year: int | None
    volume: str | None
    issue: str | None
    pages: str | None
    doi: str | None
    url: str | None
    language: str
    document_type: str


@dataclass(frozen=True, slots=True)
class PaperTitle:
    """What a paper is called."""

    title: str | None
    title_en: str | None


@dataclass(frozen=True, slots=True)
class SectionRef:
    """The section that a claim stands in. `id` is its number in the paper: "1.2"; front matter is "0"."""

    id: str
    level: int
    heading: str
    heading_en: str | None


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


@dataclass(frozen=True, slots=True)
class LabelView:
    """A label and why it is there: who put it (`rule`, `model`, `person`), which rule, on what trigger in the text."""

    code: str
    source: str
    rule: str
    trigger: str
    confidence: float | None


@dataclass(frozen=True, slots=True)
class CitedAt:
    """A claim that cites a reference: its uid, the mark's place, and the start of its text for a link's wording."""

    uid: str
    at: int
    excerpt: str


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
    doi: str | None
    from_sentence: bool
    """True when no entry is printed and the fields come from the citing sentence."""
    added: tuple[tuple[str, str], ...]
    """Fields that the record adds to what is printed, each with where it is known from."""
    linked_paper: PaperRecord | None
    link_evidence: str
    cited_at: tuple[CitedAt, ...]


@dataclass(frozen=True, slots=True)
class ClaimDetail:
    """A claim's own page: where each label comes from, the sentences around it, and the works it cites."""

    claim: ClaimView
    type_label: LabelView
    country_labels: tuple[LabelView, ...]
    instrument_labels: tuple[LabelView, ...]
    named_instrument_labels: tuple[LabelView, ...]
    before: tuple[ClaimView, ...]
    """The claims before it in the same paper, in reading order."""
    after: tuple[ClaimView, ...]
    references: tuple[ReferenceView, ...]
    """What it cites, in the order of the marks, each once."""
    printed: str
    """The sentence as the source prints it, line breaks and marks included."""


@dataclass(frozen=True, slots=True)
class CodeCount:
    """How many claims, and in how many papers, carry a code (country, instrument, named instrument or type)."""

    code: str
    claims: int
    papers: int


@dataclass(frozen=True, slots=True)
class YearCount:
    """Claims and papers by year of publication; `None` where the year is not known."""

    year: int | None
    claims: int
    papers: int


@dataclass(frozen=True, slots=True)
class PaperCount:
    """A paper and how many of its claims are meant."""

    paper: PaperRecord
    claims: int


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """The claims that carry `code` (`None`: that carry none): `total` of them, of which `claims` are given."""

    code: str | None
    total: int
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class CountryDetail:
    """Everything that only a country's page knows. A code without claims has zero counts and empty tuples."""

    code: str
    claims: int
    papers: int
    instruments: tuple[CodeCount, ...]
    groups: tuple[ClaimGroup, ...]
    """By instrument, largest first; a claim with two instruments stands in both; `None` last."""
    countries: tuple[CodeCount, ...]
    """Countries that the same claims are also about, most frequent first."""
    named_instruments: tuple[CodeCount, ...]
    types: tuple[CodeCount, ...]
    years: tuple[YearCount, ...]
    sources: tuple[PaperCount, ...]


@dataclass(frozen=True, slots=True)
class InstrumentDetail:
    """Everything that only an instrument's page knows. A code without claims has zero counts and empty tuples."""

    code: str
    claims: int
    papers: int
    countries: tuple[CodeCount, ...]
    groups: tuple[ClaimGroup, ...]
    """By country, largest first; a claim about two countries stands in both; `None` last."""
    instruments: tuple[CodeCount, ...]
    """Instruments that the same claims are also about, most frequent first."""
    named_instruments: tuple[CodeCount, ...]
    types: tuple[CodeCount, ...]
    years: tuple[YearCount, ...]
    sources: tuple[PaperCount, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Countries × instruments. `cells` counts claims that carry both codes; pairs without claims are left out.

    The totals count claims with that one code, whether or not they carry another; `total` counts all claims.
    `countries` stand by number of claims, largest first; `instruments` likewise (show them in vocabulary order).
    """

    countries: tuple[str, ...]
    instruments: tuple[str, ...]
    cells: Mapping[tuple[str, str], int]
    country_totals: Mapping[str, int]
    instrument_totals: Mapping[str, int]
    total: int

    def cell(self, country: str, instrument: str) -> int:
        """Number of claims that carry both codes; 0 for codes that are not in the matrix."""
        return self.cells.get((country, instrument), 0)


@dataclass(frozen=True, slots=True)
class PaperCounts:
    """What a paper holds. `sections` leaves the front matter out; `references` leaves notes out."""

    sections: int
    claims: int
    references: int
    notes: int
    citations: int
    figures: int


@dataclass(frozen=True, slots=True)
class PaperSummary:
    """A paper in the list of papers."""

    record: PaperRecord
    abstract: str | None
    abstract_en: str | None
    counts: PaperCounts


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Claims that the paper prints as one paragraph, in reading order."""

    number: int
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section with its own claims (those of its sub-sections stand in their own entries)."""

    id: str
    level: int
    heading: str
    heading_en: str | None
    parent: str | None
    """`id` of the section it is part of."""
    paragraphs: tuple[Paragraph, ...]

    @property
    def claims(self) -> int:
        """Number of claims in this section itself."""
        return sum(len(paragraph.claims) for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class WarningView:
    """Something in the paper that could not be understood; `code` is a stable word, `detail` an English sentence."""

    code: str
    detail: str
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class CitationLink:
    """One paper here cites another: through which reference, on what evidence, with how many marks."""

    citing: PaperRecord
    cited: PaperRecord
    label: str
    anchor: str
    evidence: str
    citations: int


@dataclass(frozen=True, slots=True)
class PaperDetail:
    """A paper's own page: record, outline and full text as sections of claims, references, notes, what cites it."""

    record: PaperRecord
    abstract: str | None
    abstract_en: str | None
    keywords: tuple[str, ...]
    keywords_en: tuple[str, ...]
    source: str | None
    rights: str | None
    provenance: tuple[tuple[str, str], ...]
    """Where a field of the record is known from when the text does not print it."""
    origin: str
    format: str
    checksum: str
    added_at: datetime
    updated_at: datetime
    warnings: tuple[WarningView, ...]
    counts: PaperCounts
    sections: tuple[SectionView, ...]
    """All sections in reading order, front matter first: the outline is their ids, levels and headings."""
    references: tuple[ReferenceView, ...]
    notes: tuple[ReferenceView, ...]
    countries: tuple[CodeCount, ...]
    instruments: tuple[CodeCount, ...]
    types: tuple[CodeCount, ...]
    cites: tuple[CitationLink, ...]
    cited_by: tuple[CitationLink, ...]


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
class ClaimPage:
    """One page of a list of claims; `total` is exact."""

    total: int
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """What the knowledge base holds. `sections` leaves front matter out; `references` leaves notes out.

    `countries`, `instruments` and `named_instruments` count the codes that at least one claim carries.
    """

    papers: int
    sections: int
    claims: int
    references: int
    notes: int
    citations: int
    figures: int
    countries: int
    instruments: int
    named_instruments: int
