"""One claim and one paper as their own pages show them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from app.catalogue.views.claims import ClaimView, LabelView
from app.catalogue.views.entities import EntityPlace
from app.catalogue.views.records import PaperRecord
from app.catalogue.views.references import CitationLink, ReferenceView
from app.catalogue.views.subjects import CodeCount


@dataclass(frozen=True, slots=True)
class ClaimDetail:
    """A claim's own page: where each label comes from, the sentences around it, and the works it cites."""

    claim: ClaimView
    type_label: LabelView
    country_labels: tuple[LabelView, ...]
    instrument_labels: tuple[LabelView, ...]
    named_instrument_labels: tuple[LabelView, ...]
    entities: tuple[EntityPlace, ...]
    """Names of entities in its text, from left to right."""
    before: tuple[ClaimView, ...]
    """The claims before it in the same paper, in reading order."""
    after: tuple[ClaimView, ...]
    references: tuple[ReferenceView, ...]
    """What it cites, in the order of the marks, each once."""
    printed: str
    """The sentence as the source prints it, line breaks and marks included."""
    printed_before: str
    """Some characters of the source before it, and behind it."""
    printed_after: str
    overruled: Mapping[str, tuple[LabelView, ...]]
    """By field (`type`, `country` …), what extraction says and the person who labelled the sentence does not."""


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
    """Something in the paper that could not be understood; `code` is a stable word, `detail` an English sentence.

    `facts` are the numbers and names in that sentence, by what they are, for pages in another language.
    """

    code: str
    detail: str
    start: int | None
    end: int | None
    facts: Mapping[str, str | int] = field(default_factory=dict)


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
