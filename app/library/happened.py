"""Which claims a timeline is of: all, those about one country or one instrument, or what a search finds."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from app import catalogue
from app.catalogue.views import ClaimsByYear, EventCount
from app.library.searching import Results
from app.search.request import Filters, Sort
from app.vocabulary import Vocabulary

MOST = 10_000
"""Claims of a search whose years are looked at: those that come first."""


@dataclass(frozen=True, slots=True)
class Happened:
    """The claims of a timeline: by code, or the `uids` that a search found first of `found` in all."""

    country: str = ""
    instrument: str = ""
    uids: tuple[str, ...] | None = None
    found: int = 0

    @classmethod
    def named(cls, vocabulary: Vocabulary, query: str, filters: Filters) -> "Happened | None":
        """One country, one kind of instrument, both or neither, by codes or names: what needs no search.

        `None` for all else, names that there are not among it.
        """
        if query or filters != Filters(filters.country[:1], filters.instrument[:1]):
            return None
        countries = [vocabulary.countries.find(name) for name in filters.country]
        instruments = [vocabulary.instruments.find(name) for name in filters.instrument]
        if None in (*countries, *instruments):
            return None
        country, instrument = ("".join(one.code for one in each if one) for each in (countries, instruments))
        return cls(country, instrument)

    @classmethod
    def found_by(cls, results: Results, query: str, filters: Filters) -> "Happened":
        """What a query, whose `results` these are, finds under filters. Raises what `Results.page` does."""
        found = results.found(filters, Sort.RELEVANCE if query else Sort.PAPER, MOST)
        return cls(uids=found.uids, found=found.total)

    @property
    def is_search(self) -> bool:
        """Whether these were found by a search."""
        return self.uids is not None

    @property
    def left_out(self) -> int:
        """How many claims were found and are not looked at."""
        return self.found - len(self.uids or ())

    def events(self, session: Session) -> tuple[EventCount, ...]:
        """How many of them tell of each year first, earliest first and those of none last."""
        return catalogue.corpus_events(session, self.country, self.instrument, self.uids)

    def between(self, session: Session, start: int, end: int, *, limit: int, offset: int) -> ClaimsByYear:
        """Those that tell of a year from `start` to `end` first, both included, by that year."""
        where = {"country": self.country, "instrument": self.instrument}
        return catalogue.events_between(session, start, end, **where, uids=self.uids, limit=limit, offset=offset)
