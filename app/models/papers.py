"""A paper and all that was taken out of it."""

from datetime import UTC, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship
from sqlalchemy.types import JSON, DateTime

from app.database import Base
from app.models.labels import ClaimCountry, ClaimEntity, ClaimInstrument, ClaimNamedInstrument, ClaimTerm, Code

CASCADE = "all, delete-orphan"


def _now() -> datetime:
    return datetime.now(UTC)


class Paper(Base):
    """One document: its bibliographic record and its text (文献)."""

    __tablename__ = "paper"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(200), unique=True)
    checksum: Mapped[str] = mapped_column(String(64))
    """SHA-256 over the bytes, the record, the translation and the analysis version: what decides whether it changed."""
    origin: Mapped[str] = mapped_column(Text, default="")
    format: Mapped[str] = mapped_column(String(16), default="txt")
    source_text: Mapped[str] = mapped_column(Text, deferred=True)
    title: Mapped[str | None] = mapped_column(Text)
    title_en: Mapped[str | None] = mapped_column(Text)
    authors: Mapped[list[str]] = mapped_column(JSON, default=list)
    authors_en: Mapped[list[str]] = mapped_column(JSON, default=list)
    authors_complete: Mapped[bool] = mapped_column(default=True)
    abstract: Mapped[str | None] = mapped_column(Text)
    abstract_en: Mapped[str | None] = mapped_column(Text)
    keywords: Mapped[list[str]] = mapped_column(JSON, default=list)
    keywords_en: Mapped[list[str]] = mapped_column(JSON, default=list)
    translated: Mapped[list[str]] = mapped_column(JSON, default=list)
    """Those of the columns `…_en` that hold the project's English, because the paper prints none."""
    container: Mapped[str | None] = mapped_column(Text)
    container_en: Mapped[str | None] = mapped_column(Text)
    publisher: Mapped[str | None] = mapped_column(Text)
    year: Mapped[int | None] = mapped_column(index=True)
    volume: Mapped[str | None] = mapped_column(Text)
    issue: Mapped[str | None] = mapped_column(Text)
    pages: Mapped[str | None] = mapped_column(Text)
    doi: Mapped[str | None] = mapped_column(Text)
    url: Mapped[str | None] = mapped_column(Text)
    language: Mapped[str] = mapped_column(Text, default="zh-CN")
    document_type: Mapped[str] = mapped_column(Text, default="J")
    source: Mapped[str | None] = mapped_column(Text)
    rights: Mapped[str | None] = mapped_column(Text)
    provenance: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    warnings: Mapped[list[dict[str, str | int | None]]] = mapped_column(JSON, default=list)
    added_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), default=_now)
    updated_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), default=_now, index=True)
    """When its analysis last changed; linking and indexing do not count."""
    indexed_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    """When the search index took in what stands here; `None` while it still has to."""

    sections: Mapped[list["Section"]] = relationship(
        back_populates="paper", cascade=CASCADE, order_by="Section.position", passive_deletes=True
    )
    claims: Mapped[list["Claim"]] = relationship(
        back_populates="paper", cascade=CASCADE, order_by="Claim.position", passive_deletes=True
    )
    references: Mapped[list["Reference"]] = relationship(
        back_populates="paper",
        cascade=CASCADE,
        order_by="Reference.position",
        foreign_keys="Reference.paper_id",
        passive_deletes=True,
    )


class Section(Base):
    """A numbered or titled part of a paper (章节); level 0 is the front matter."""

    __tablename__ = "section"
    __table_args__ = (UniqueConstraint("paper_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    paper_id: Mapped[int] = mapped_column(ForeignKey("paper.id", ondelete="CASCADE"), index=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("section.id", ondelete="CASCADE"), index=True)
    number: Mapped[str] = mapped_column(Text)
    level: Mapped[int]
    position: Mapped[int]
    heading: Mapped[str] = mapped_column(Text)
    heading_en: Mapped[str | None] = mapped_column(Text)
    start: Mapped[int]
    end: Mapped[int]

    paper: Mapped[Paper] = relationship(back_populates="sections")
    parent: Mapped["Section | None"] = relationship(remote_side=[id])
    claims: Mapped[list["Claim"]] = relationship(back_populates="section", passive_deletes=True)


class Claim(Base):
    """One sentence that asserts something (论断): the unit of search, browsing, quoting and citing."""

    __tablename__ = "claim"
    __table_args__ = (
        CheckConstraint("type <> 'other'", name="asserts_something"),
        Index("ix_claim_paper_id_position", "paper_id", "position"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(String(16), unique=True)
    """Public identifier, made from the paper's slug and the sentence's bare text: stable when re-ingested."""
    paper_id: Mapped[int] = mapped_column(ForeignKey("paper.id", ondelete="CASCADE"))
    section_id: Mapped[int] = mapped_column(ForeignKey("section.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    paragraph: Mapped[int] = mapped_column(default=0)
    text: Mapped[str] = mapped_column(Text)
    text_en: Mapped[str | None] = mapped_column(Text)
    """The project's translation."""
    text_en_note: Mapped[str | None] = mapped_column(Text)
    """What the translator says of it."""
    start: Mapped[int]
    end: Mapped[int]
    type: Mapped[str] = mapped_column(Code, index=True)
    type_source: Mapped[str] = mapped_column(String(8), default="rule")
    type_rule: Mapped[str] = mapped_column(Text, default="")
    type_trigger: Mapped[str] = mapped_column(Text, default="")
    type_confidence: Mapped[float | None]
    speaker: Mapped[str | None] = mapped_column(Text)
    """To whom the sentence attributes what it says, as printed; `None` is the author."""
    speaker_kind: Mapped[str | None] = mapped_column(String(16))
    """`person`, `institution` or `document`."""
    speaker_rule: Mapped[str | None] = mapped_column(Text)
    speaker_trigger: Mapped[str | None] = mapped_column(Text)
    speaker_entity: Mapped[str | None] = mapped_column(Code)
    """Code of the entity that the speaker is, where it is known."""

    paper: Mapped[Paper] = relationship(back_populates="claims")
    section: Mapped[Section] = relationship(back_populates="claims")
    countries: Mapped[list["ClaimCountry"]] = relationship(cascade=CASCADE, passive_deletes=True)
    instruments: Mapped[list["ClaimInstrument"]] = relationship(cascade=CASCADE, passive_deletes=True)
    named_instruments: Mapped[list["ClaimNamedInstrument"]] = relationship(cascade=CASCADE, passive_deletes=True)
    terms: Mapped[list["ClaimTerm"]] = relationship(cascade=CASCADE, passive_deletes=True)
    entities: Mapped[list["ClaimEntity"]] = relationship(
        cascade=CASCADE, order_by="ClaimEntity.start", passive_deletes=True
    )
    citations: Mapped[list["Citation"]] = relationship(
        back_populates="claim", cascade=CASCADE, order_by="Citation.position", passive_deletes=True
    )
    figures: Mapped[list["Figure"]] = relationship(
        back_populates="claim", cascade=CASCADE, order_by="Figure.position", passive_deletes=True
    )
    periods: Mapped[list["ClaimPeriod"]] = relationship(
        cascade=CASCADE, order_by="ClaimPeriod.position", passive_deletes=True
    )


class Reference(Base):
    """A work that a paper cites, or an explanatory note (参考文献、注释)."""

    __tablename__ = "reference"
    __table_args__ = (
        UniqueConstraint("paper_id", "label"),
        Index("ix_reference_paper_id_position", "paper_id", "position"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    paper_id: Mapped[int] = mapped_column(ForeignKey("paper.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    label: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(String(16), default="reference")
    text: Mapped[str | None] = mapped_column(Text)
    text_en: Mapped[str | None] = mapped_column(Text)
    authors: Mapped[list[str]] = mapped_column(JSON, default=list)
    title: Mapped[str | None] = mapped_column(Text)
    container: Mapped[str | None] = mapped_column(Text)
    year: Mapped[int | None]
    volume: Mapped[str | None] = mapped_column(Text)
    issue: Mapped[str | None] = mapped_column(Text)
    pages: Mapped[str | None] = mapped_column(Text)
    document_type: Mapped[str | None] = mapped_column(Text)
    url: Mapped[str | None] = mapped_column(Text)
    accessed: Mapped[str | None] = mapped_column(String(10))
    """The day on which a work on the web was read, in ISO 8601."""
    doi: Mapped[str | None] = mapped_column(Text)
    from_sentence: Mapped[bool] = mapped_column(default=False)
    """True when no entry is printed and the fields come from the citing sentence."""
    added: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    """Fields that the paper does not print and its record adds, each with where it is known from."""
    stated_paper: Mapped[str | None] = mapped_column(String(200))
    """Slug of the paper that the record says this work is; linked as soon as that paper is here."""
    lookup: Mapped[str] = mapped_column(Text, default="")
    """Authors, title, container and printed entry, folded: what a citation look-up searches."""
    linked_paper_id: Mapped[int | None] = mapped_column(ForeignKey("paper.id", ondelete="SET NULL"), index=True)
    link_evidence: Mapped[str] = mapped_column(Text, default="")

    paper: Mapped[Paper] = relationship(back_populates="references", foreign_keys=[paper_id])
    linked_paper: Mapped[Paper | None] = relationship(foreign_keys=[linked_paper_id])
    citations: Mapped[list["Citation"]] = relationship(back_populates="reference", passive_deletes=True)


class Citation(Base):
    """One place where a claim cites a reference (引用)."""

    __tablename__ = "citation"

    id: Mapped[int] = mapped_column(primary_key=True)
    claim_id: Mapped[int] = mapped_column(ForeignKey("claim.id", ondelete="CASCADE"), index=True)
    reference_id: Mapped[int] = mapped_column(ForeignKey("reference.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    at: Mapped[int]
    """Offset in the claim's text before which the mark stood."""
    named_author: Mapped[str | None] = mapped_column(Text)
    source: Mapped[str] = mapped_column(String(8), default="rule")

    claim: Mapped[Claim] = relationship(back_populates="citations")
    reference: Mapped[Reference] = relationship(back_populates="citations")


class Figure(Base):
    """A measured number in a claim (数字)."""

    __tablename__ = "figure"

    id: Mapped[int] = mapped_column(primary_key=True)
    claim_id: Mapped[int] = mapped_column(ForeignKey("claim.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    value: Mapped[float]
    unit: Mapped[str] = mapped_column(Text, default="")
    of: Mapped[str | None] = mapped_column(Text)
    year: Mapped[int | None]
    approx: Mapped[bool] = mapped_column(default=False)
    text: Mapped[str] = mapped_column(Text, default="")
    source: Mapped[str] = mapped_column(String(8), default="rule")

    claim: Mapped[Claim] = relationship(back_populates="figures")
    quantity: Mapped["FigureQuantity | None"] = relationship(cascade=CASCADE, passive_deletes=True)


class FigureQuantity(Base):
    """The quantity that a figure is a value of: figures with the same key can be set side by side."""

    __tablename__ = "figure_quantity"

    figure_id: Mapped[int] = mapped_column(ForeignKey("figure.id", ondelete="CASCADE"), primary_key=True)
    key: Mapped[str] = mapped_column(Code, index=True)
    code: Mapped[str | None] = mapped_column(Code)
    """Of the vocabulary's quantity; `None` for figures that a person describes in the same words."""
    owners: Mapped[list[str]] = mapped_column(JSON, default=list)
    """Codes of the countries whose quantity it is."""
    basis: Mapped[str] = mapped_column(String(16), default="")
    """`partners`: the figure counts those with whom there is what the quantity counts."""
    rule: Mapped[str] = mapped_column(Text, default="")
    trigger: Mapped[str] = mapped_column(Text, default="")


class ClaimPeriod(Base):
    """Years that a claim is about (时间), `start` to `end` inclusive; no `end` for what goes on."""

    __tablename__ = "claim_period"
    __table_args__ = (Index("ix_claim_period_start_end", "start", "end"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    claim_id: Mapped[int] = mapped_column(ForeignKey("claim.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    start: Mapped[int]
    end: Mapped[int | None]
    precision: Mapped[str] = mapped_column(String(16), default="year")
    """`day`, `month`, `year`, `years`, `decade`, `century`, `era` or `recent`."""
    text: Mapped[str] = mapped_column(Text, default="")
