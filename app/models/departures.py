"""What was here once: addresses that others may have kept must not end in nothing."""

from datetime import datetime

from sqlalchemy import DateTime, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.database import Base


class GonePaper(Base):
    """A paper that was taken out. Its row goes when a paper with its slug comes in again."""

    __tablename__ = "gone_paper"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(200), unique=True)
    title: Mapped[str | None] = mapped_column(Text)
    gone_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), index=True)


class GoneClaim(Base):
    """A sentence that is no claim of its paper any more. Its row goes when the same sentence comes in again.

    Papers are named by their slugs, not by their keys: a paper may go as well.
    """

    __tablename__ = "gone_claim"

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(String(16), unique=True)
    paper_slug: Mapped[str] = mapped_column(String(200), index=True)
    text: Mapped[str] = mapped_column(Text)
    gone_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    replaced_by: Mapped[str | None] = mapped_column(String(16))
    """The claim that stood nearest to it in wording when it went; that one may have gone since."""
    corrected: Mapped[bool] = mapped_column(default=False)
    """Whether that claim is the same sentence but for a small correction, so that the address may lead there."""
