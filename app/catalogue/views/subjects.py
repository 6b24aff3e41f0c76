"""Counts: of a country, of an instrument, of everything."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from app.catalogue.views.claims import ClaimView
from app.catalogue.views.events import EventCount
from app.catalogue.views.records import PaperRecord, SectionRef


@dataclass(frozen=True, slots=True)
class CodeCount:
    """How many claims, and in how many papers, carry a code (country, instrument, named instrument or type)."""

    code: str
    claims: int
    papers: int


@dataclass(frozen=True, slots=True)
class YearCount:
    """Claims and papers by year of publication; `None` where the year is not known."""

    year: int | None
    claims: int
    papers: int


@dataclass(frozen=True, slots=True)
class PaperCount:
    """A paper and how many of its claims are meant."""

    paper: PaperRecord
    claims: int


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """The claims that carry `code` (`None`: that carry none): `total` of them, of which `claims` are given."""

    code: str | None
    total: int
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class SectionCount:
    """A section of a paper and how many of its own claims are meant."""

    section: SectionRef
    claims: int


@dataclass(frozen=True, slots=True)
class PaperTells:
    """What one paper tells: `total` claims, where in it they stand, and some of them."""

    paper: PaperRecord
    total: int
    sections: tuple[SectionCount, ...]
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class SubjectDetail:
    """Everything that only the page of a country or of an instrument knows.

    A code without claims has zero counts and empty tuples.
    """

    code: str
    claims: int
    papers: int
    countries: tuple[CodeCount, ...]
    """Countries that the same claims are about, most frequent first; never the page's own."""
    instruments: tuple[CodeCount, ...]
    """Instruments likewise."""
    groups: tuple[ClaimGroup, ...]
    """By instrument on a country's page, by country on an instrument's, largest first; a claim with two codes stands
    in both groups; `None` last."""
    cells: Mapping[tuple[str, str], int]
    """Claims by the code of a group and by claim type; pairs without claims are left out."""
    named_instruments: tuple[CodeCount, ...]
    types: tuple[CodeCount, ...]
    years: tuple[YearCount, ...]
    events: tuple[EventCount, ...]
    sources: tuple[PaperCount, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Countries × instruments. `cells` counts claims that carry both codes; pairs without claims are left out.

    The totals count claims with that one code, whether or not they carry another; `total` counts all claims.
    `countries` stand by number of claims, largest first; `instruments` likewise (show them in vocabulary order).
    """

    countries: tuple[str, ...]
    instruments: tuple[str, ...]
    cells: Mapping[tuple[str, str], int]
    country_totals: Mapping[str, int]
    instrument_totals: Mapping[str, int]
    total: int

    def cell(self, country: str, instrument: str) -> int:
        """Number of claims that carry both codes; 0 for codes that are not in the matrix."""
        return self.cells.get((country, instrument), 0)

    def gaps(self, instruments: Collection[str]) -> int:
        """How many pairs of a country of the matrix and one of these instruments no claim is about."""
        return sum(not self.cell(country, instrument) for country in self.countries for instrument in instruments)


@dataclass(frozen=True, slots=True)
class Overview:
    """What the knowledge base holds. `sections` leaves front matter out; `references` leaves notes out.

    `countries`, `instruments` and `named_instruments` count the codes that at least one claim carries.
    """

    papers: int
    sections: int
    claims: int
    references: int
    notes: int
    citations: int
    figures: int
    countries: int
    instruments: int
    named_instruments: int
