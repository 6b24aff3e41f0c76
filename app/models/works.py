"""Works: what references of several papers, in different words, are together; and what finds references again."""

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship
from sqlalchemy.types import JSON

from app.database import Base
from app.models.papers import Paper, Reference

Uid = String(16)


class Work(Base):
    """A cited work (被引著作): the fields of its fullest description, completed from the others."""

    __tablename__ = "work"

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(Uid, unique=True)
    """Public identifier: that of one of its descriptions, so that it stays when papers are added or taken in again."""
    title: Mapped[str | None] = mapped_column(Text)
    title_en: Mapped[str | None] = mapped_column(Text)
    authors: Mapped[list[str]] = mapped_column(JSON, default=list)
    container: Mapped[str | None] = mapped_column(Text)
    year: Mapped[int | None] = mapped_column(index=True)
    volume: Mapped[str | None] = mapped_column(Text)
    issue: Mapped[str | None] = mapped_column(Text)
    pages: Mapped[str | None] = mapped_column(Text)
    document_type: Mapped[str | None] = mapped_column(Text)
    url: Mapped[str | None] = mapped_column(Text)
    doi: Mapped[str | None] = mapped_column(Text)
    accessed: Mapped[str | None] = mapped_column(String(10))
    language: Mapped[str | None] = mapped_column(String(8))
    """Of its title, where it can be told: zh, en, fr …"""
    country: Mapped[str | None] = mapped_column(String(8))
    """Where it comes from, as far as its entries tell: the code of a country or bloc."""
    country_evidence: Mapped[str] = mapped_column(Text, default="")
    printed: Mapped[str | None] = mapped_column(Text)
    """An entry as printed: what a work whose title was not made out goes by."""
    place: Mapped[str] = mapped_column(String(300), default="")
    """Where its first entry stands: `slug#label`."""
    partial: Mapped[bool] = mapped_column(default=False)
    """True when no entry of it is printed: what is known comes from the sentences that cite it, or from a record."""
    linked_paper_id: Mapped[int | None] = mapped_column(ForeignKey("paper.id", ondelete="SET NULL"), index=True)
    """The paper here that it is."""
    has_paper: Mapped[bool] = mapped_column(default=False)
    """True when it was a paper here at the last matching; with no paper now, it has to be matched again."""
    entries: Mapped[int] = mapped_column(default=0)
    papers: Mapped[int] = mapped_column(default=0, index=True)
    citations: Mapped[int] = mapped_column(default=0)
    """How many entries it has, how many papers cite it, and in how many places."""

    linked_paper: Mapped[Paper | None] = relationship(foreign_keys=[linked_paper_id])
    matches: Mapped[list["WorkEntry"]] = relationship(back_populates="work", passive_deletes=True)


class WorkEntry(Base):
    """Which work a reference is, and why. A reference without it was not matched yet, or is a note."""

    __tablename__ = "work_entry"

    reference_id: Mapped[int] = mapped_column(ForeignKey("reference.id", ondelete="CASCADE"), primary_key=True)
    work_id: Mapped[int] = mapped_column(ForeignKey("work.id", ondelete="CASCADE"), index=True)
    uid: Mapped[str] = mapped_column(Uid, index=True)
    """Public identifier of this description; the work bears that of one of them."""
    other: Mapped[str] = mapped_column(String(300), default="")
    """Place of the description to which it was likened; empty for the one that stands for the work."""
    evidence: Mapped[str] = mapped_column(Text, default="")
    """What agrees with that one."""
    confidence: Mapped[float] = mapped_column(default=1.0)
    through_paper_id: Mapped[int | None] = mapped_column(ForeignKey("paper.id", ondelete="SET NULL"), index=True)
    """The paper here through which the work is quoted (转引自)."""
    through_evidence: Mapped[str] = mapped_column(Text, default="")

    work: Mapped[Work] = relationship(back_populates="matches")
    reference: Mapped[Reference] = relationship(viewonly=True)
    through_paper: Mapped[Paper | None] = relationship(foreign_keys=[through_paper_id])


class PaperIdentity(Base):
    """What matching makes of a paper's own record. A paper without it was not matched yet."""

    __tablename__ = "paper_identity"

    paper_id: Mapped[int] = mapped_column(ForeignKey("paper.id", ondelete="CASCADE"), primary_key=True)
    uid: Mapped[str] = mapped_column(Uid, index=True)


class WorkKey(Base):
    """A key under which matching finds a description: of a reference, or of a paper here."""

    __tablename__ = "work_key"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(20), index=True)
    reference_id: Mapped[int | None] = mapped_column(ForeignKey("reference.id", ondelete="CASCADE"), index=True)
    paper_id: Mapped[int | None] = mapped_column(ForeignKey("paper.id", ondelete="CASCADE"), index=True)


class WorkDoubt(Base):
    """Two descriptions that may be of one work: for a person to decide. Places are `slug#label`, or a paper's slug."""

    __tablename__ = "work_doubt"

    id: Mapped[int] = mapped_column(primary_key=True)
    one_place: Mapped[str] = mapped_column(String(300), index=True)
    other_place: Mapped[str] = mapped_column(String(300), index=True)
    one_uid: Mapped[str] = mapped_column(Uid)
    other_uid: Mapped[str] = mapped_column(Uid)
    one_paper_id: Mapped[int] = mapped_column(ForeignKey("paper.id", ondelete="CASCADE"), index=True)
    other_paper_id: Mapped[int] = mapped_column(ForeignKey("paper.id", ondelete="CASCADE"), index=True)
    evidence: Mapped[str] = mapped_column(Text)


class WorkAuthor(Base):
    """An author of a work: the key under which all works of the same name stand, and the name as printed."""

    __tablename__ = "work_author"

    work_id: Mapped[int] = mapped_column(ForeignKey("work.id", ondelete="CASCADE"), primary_key=True)
    key: Mapped[str] = mapped_column(String(120), primary_key=True, index=True)
    name: Mapped[str] = mapped_column(Text)
    position: Mapped[int]


class ReferenceToken(Base):
    """A word by which a look-up finds a reference: Latin words, pairs of Han signs, and authors in pinyin."""

    __tablename__ = "reference_token"
    __table_args__ = ({"sqlite_with_rowid": False},)

    token: Mapped[str] = mapped_column(
        String(40).with_variant(String(40, collation="C"), "postgresql"), primary_key=True
    )
    reference_id: Mapped[int] = mapped_column(
        ForeignKey("reference.id", ondelete="CASCADE"), primary_key=True, index=True
    )


class WorkAddress(Base):
    """An identifier that a work once bore, and the place of the description it came from: addresses last."""

    __tablename__ = "work_address"

    uid: Mapped[str] = mapped_column(Uid, primary_key=True)
    place: Mapped[str] = mapped_column(String(300))


class WorkMatching(Base):
    """Which rules and decisions the works rest on: others make all of them anew. One row."""

    __tablename__ = "work_matching"

    version: Mapped[str] = mapped_column(String(64), primary_key=True)
