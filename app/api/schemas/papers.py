"""Papers."""

from pydantic import Field

from app.api.schemas.base import Shape
from app.api.schemas.claims import ClaimOut, PaperRef
from app.api.schemas.references import LinkOut, ReferenceOut


class PaperCountsOut(Shape):
    """What a paper holds: `sections` without front matter, `references` without notes."""

    sections: int
    claims: int
    references: int
    notes: int
    citations: int
    figures: int


class PaperOut(PaperRef):
    """A paper in the list."""

    authors_en: list[str]
    authors_complete: bool
    container: str | None
    container_en: str | None
    publisher: str | None
    volume: str | None
    issue: str | None
    pages: str | None
    doi: str | None
    link: str | None = Field(description="Address of the original.")
    language: str
    document_type: str
    abstract: str | None
    abstract_en: str | None
    counts: PaperCountsOut
    translated: list[str] = Field(
        description="English fields that are this project's, the others are printed.", examples=[["title_en"]]
    )
    formatted: dict[str, str]
    url: str = Field(description="Permalink of its page.")


class SectionOut(Shape):
    """A section with its own claims; those of its sub-sections stand in their own entries."""

    id: str
    level: int
    heading: str
    heading_en: str | None
    parent: str | None
    claims: list[ClaimOut]


class WarningOut(Shape):
    """Something in a paper that could not be understood."""

    code: str
    detail: str
    start: int | None
    end: int | None


class PaperAnswer(PaperOut):
    """A paper with its full text as sections of claims, its references and notes, and what cites it."""

    keywords: list[str]
    keywords_en: list[str]
    source: str | None
    rights: str | None
    provenance: dict[str, str]
    warnings: list[WarningOut]
    sections: list[SectionOut]
    references: list[ReferenceOut]
    notes: list[ReferenceOut]
    cites: list[LinkOut]
    cited_by: list[LinkOut]
