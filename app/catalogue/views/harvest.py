"""Papers as harvesters take them: by when they changed, those that are gone among them."""

from dataclasses import dataclass
from datetime import datetime

from app.catalogue.views.records import PaperRecord


@dataclass(frozen=True, slots=True)
class Change:
    """That the paper with this slug was stored, changed or (`deleted`) taken out at a moment."""

    at: datetime
    slug: str
    deleted: bool


@dataclass(frozen=True, slots=True)
class HarvestedPaper:
    """A paper's record with what describes its contents."""

    record: PaperRecord
    abstract: str | None
    abstract_en: str | None
    keywords: tuple[str, ...]
    keywords_en: tuple[str, ...]
    rights: str | None
