"""The papers that a page cites, numbered: what is printed has a list of sources at its end."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.catalogue.views import ClaimView, PaperRecord


@dataclass(frozen=True, slots=True)
class Sources:
    """Papers by number, from 1."""

    records: tuple[PaperRecord, ...]

    @classmethod
    def of(cls, records: Iterable[PaperRecord], claims: Iterable[ClaimView] = ()) -> "Sources":
        """The papers in the order given, then those of `claims`, each once."""
        everything = [*records, *(claim.paper for claim in claims)]
        return cls(tuple({record.slug: record for record in everything}.values()))

    def number(self, slug: str) -> int | None:
        """The number of a paper; `None` for one that the page does not cite."""
        return next((number for number, record in enumerate(self.records, 1) if record.slug == slug), None)
