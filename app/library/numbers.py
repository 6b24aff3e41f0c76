"""Quantities as readers meet them: named by the vocabulary, and where papers disagree on one."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from app.catalogue.views import QuantitySeries, QuantityValue
from app.vocabulary import Quantity, Vocabulary
from app.vocabulary.names import is_in_any

ABOUT = 0.1
"""An approximate number speaks for those up to a tenth away: 110余 for 110 to 121, 近900 for 810 to 900 and on."""


@dataclass(frozen=True, slots=True)
class QuantityEntry:
    """A quantity with what the vocabulary says of it."""

    series: QuantitySeries
    known: Quantity | None
    owners: tuple[tuple[str, str], ...]
    """The names of its countries, in Chinese and in English."""

    @classmethod
    def of(cls, series: QuantitySeries, vocabulary: Vocabulary) -> "QuantityEntry":
        """What `vocabulary` says of a series. A country that it does not know is called by its code."""
        entries = [(vocabulary.countries.get(code), code) for code in series.owners]
        names = tuple((entry.zh, entry.en) if entry else (code, code) for entry, code in entries)
        return cls(series, vocabulary.quantities.get(series.code or ""), names)

    @property
    def key(self) -> str:
        """The public identifier."""
        return self.series.key

    @property
    def instrument(self) -> str | None:
        """Code of the instrument that it measures."""
        return self.known.instrument if self.known else None

    def subject(self, locale: str) -> str:
        """What is counted: in the language of `locale` if the vocabulary has it, else as a person described it."""
        if self.known:
            return self.known.label(locale)
        return next((value.of for value in self.series.values if value.of), self.key)

    def label(self, locale: str) -> str:
        """Whose it is and what: 中国：科技外交官. What a person described names its country itself."""
        if not self.known:
            return self.subject(locale)
        if locale.startswith("zh"):
            return f"{'、'.join(zh for zh, _ in self.owners)}：{self.subject(locale)}"
        return f"{', '.join(en for _, en in self.owners)}: {self.subject(locale)}"

    def disagreements(self) -> tuple[tuple[QuantityValue, QuantityValue], ...]:
        """Pairs of values that two papers give for one year and that cannot both be."""
        return tuple(pair for pair in combinations(self.series.values, 2) if _disagree(*pair))


@dataclass(frozen=True, slots=True)
class QuantityFilter:
    """Which quantities are wanted: with `q` in what is counted, of one country, of one instrument."""

    q: str = ""
    country: str = ""
    instrument: str = ""

    def takes(self, entry: QuantityEntry) -> bool:
        """Whether `entry` is wanted; what is empty does not filter."""
        if self.country and self.country not in entry.series.owners:
            return False
        if self.instrument and self.instrument != entry.instrument:
            return False
        told = (entry.label("zh"), entry.label("en"), *(value.of or "" for value in entry.series.values))
        return is_in_any(self.q, told)


def quantity_entries(found: Iterable[QuantitySeries], vocabulary: Vocabulary) -> tuple[QuantityEntry, ...]:
    """The series with their names, in their order."""
    return tuple(QuantityEntry.of(series, vocabulary) for series in found)


def count_owners(entries: Sequence[QuantityEntry]) -> dict[str, int]:
    """How many quantities are of each country, the most frequent first."""
    return dict(Counter(code for entry in entries for code in entry.series.owners).most_common())


def count_instruments(entries: Sequence[QuantityEntry]) -> dict[str, int]:
    """How many quantities measure each instrument, the most frequent first."""
    return dict(Counter(entry.instrument for entry in entries if entry.instrument).most_common())


def _disagree(one: QuantityValue, other: QuantityValue) -> bool:
    """Two papers, one year that both are known to mean, the same thing counted, and too far apart."""
    if one.paper == other.paper or one.basis != other.basis or one.year != other.year:
        return False
    if not all(value.dated in ("text", "paper") for value in (one, other)):
        return False
    apart = abs(one.value - other.value)
    about = ABOUT * max(abs(one.value), abs(other.value)) if one.approx or other.approx else 0
    return apart > about
