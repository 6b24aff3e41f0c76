"""Labels of claims: a table for each kind, with who put the label there and what triggered it."""

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import JSON

from app.database import Base

Code = String(100)


class ClaimLabel:
    """What every label on a claim has: the code, who put it there, and what triggered it."""

    claim_id: Mapped[int] = mapped_column(ForeignKey("claim.id", ondelete="CASCADE"), primary_key=True)
    code: Mapped[str] = mapped_column(Code, primary_key=True, index=True)
    source: Mapped[str] = mapped_column(String(8), default="rule")
    rule: Mapped[str] = mapped_column(Text, default="")
    trigger: Mapped[str] = mapped_column(Text, default="")
    confidence: Mapped[float | None]


class ClaimCountry(ClaimLabel, Base):
    """A country or bloc that a claim is about (国家/地区)."""

    __tablename__ = "claim_country"


class ClaimInstrument(ClaimLabel, Base):
    """A kind of policy instrument that a claim is about (政策工具)."""

    __tablename__ = "claim_instrument"


class ClaimNamedInstrument(ClaimLabel, Base):
    """One real agreement, programme or institution that a claim names (具体工具)."""

    __tablename__ = "claim_named_instrument"


class ClaimTerm(ClaimLabel, Base):
    """A term of the glossary that a claim names (术语); its rule says whether the claim defines it."""

    __tablename__ = "claim_term"

    places: Mapped[list[list[int]]] = mapped_column(JSON, default=list)
    """Where its names stand in the claim's text, as pairs of start and end."""


class ClaimEntity(Base):
    """A place in a claim's text that names a real thing or person (实体)."""

    __tablename__ = "claim_entity"
    __table_args__ = (Index("ix_claim_entity_code_claim_id", "code", "claim_id"),)

    claim_id: Mapped[int] = mapped_column(ForeignKey("claim.id", ondelete="CASCADE"), primary_key=True)
    start: Mapped[int] = mapped_column(primary_key=True)
    end: Mapped[int]
    """`text[start:end]` of the claim is `name`."""
    code: Mapped[str] = mapped_column(Code)
    """Of the vocabulary's entity, or the key of a name that the vocabulary does not have."""
    name: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(String(16))
    country: Mapped[str | None] = mapped_column(String(16))
    """The country that the name itself says, for a name that the vocabulary does not have."""
    rule: Mapped[str] = mapped_column(Text)
