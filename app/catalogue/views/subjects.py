"""Counts: of a country, of an instrument, of everything."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.catalogue.views.claims import ClaimView
from app.catalogue.views.records import PaperRecord


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
class CountryDetail:
    """Everything that only a country's page knows. A code without claims has zero counts and empty tuples."""

    code: str
    claims: int
    papers: int
    instruments: tuple[CodeCount, ...]
    groups: tuple[ClaimGroup, ...]
    """By instrument, largest first; a claim with two instruments stands in both; `None` last."""
    countries: tuple[CodeCount, ...]
    """Countries that the same claims are also about, most frequent first."""
    named_instruments: tuple[CodeCount, ...]
    types: tuple[CodeCount, ...]
    years: tuple[YearCount, ...]
    sources: tuple[PaperCount, ...]


@dataclass(frozen=True, slots=True)
class InstrumentDetail:
    """Everything that only an instrument's page knows. A code without claims has zero counts and empty tuples."""

    code: str
    claims: int
    papers: int
    countries: tuple[CodeCount, ...]
    groups: tuple[ClaimGroup, ...]
    """By country, largest first; a claim about two countries stands in both; `None` last."""
    instruments: tuple[CodeCount, ...]
    """Instruments that the same claims are also about, most frequent first."""
    named_instruments: tuple[CodeCount, ...]
    types: tuple[CodeCount, ...]
    years: tuple[YearCount, ...]
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
