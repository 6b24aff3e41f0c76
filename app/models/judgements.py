"""What a person says of sentences, beside what extraction says."""

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.database import Base
from app.models.labels import Code
from app.models.papers import CASCADE, Paper


class JudgedSentence(Base):
    """A sentence that a person labelled; sentences that assert nothing are among them."""

    __tablename__ = "judged_sentence"
    __table_args__ = (UniqueConstraint("paper_id", "uid"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    paper_id: Mapped[int] = mapped_column(ForeignKey("paper.id", ondelete="CASCADE"), index=True)
    uid: Mapped[str] = mapped_column(String(16), index=True)
    """That of the claim, if it is one."""
    position: Mapped[int]
    text: Mapped[str] = mapped_column(Text)
    found: Mapped[bool]
    """Whether extraction has it as one sentence."""

    paper: Mapped[Paper] = relationship()
    judgements: Mapped[list["Judgement"]] = relationship(cascade=CASCADE, passive_deletes=True, order_by="Judgement.id")


class Judgement(Base):
    """A label of such a sentence: who gives it, and for what reason extraction does."""

    __tablename__ = "judgement"
    __table_args__ = (
        CheckConstraint("person OR extraction", name="given_by_somebody"),
        Index("ix_judgement_field_code", "field", "code"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    sentence_id: Mapped[int] = mapped_column(ForeignKey("judged_sentence.id", ondelete="CASCADE"), index=True)
    field: Mapped[str] = mapped_column(String(16))
    """`claim`, `type`, `country`, `instrument`, `citation` or `figure`."""
    code: Mapped[str] = mapped_column(Code)
    person: Mapped[bool]
    extraction: Mapped[bool]
    source: Mapped[str | None] = mapped_column(String(8))
    rule: Mapped[str] = mapped_column(Text, default="")
    trigger: Mapped[str] = mapped_column(Text, default="")
    confidence: Mapped[float | None]
