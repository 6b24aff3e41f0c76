"""Quantities as several papers tell them, each value with the year it is of and how that year is known."""

from dataclasses import dataclass
from typing import Literal

Dated = Literal["text", "paper", "after", ""]
"""How the year of a value is known: the sentence says it; it is the paper's; the paper, which prints no year, tells of
it as past, so that the value is no older; or not at all."""


@dataclass(frozen=True, slots=True)
class QuantityValue:
    """One figure as a value of a quantity. `value` is in whole units: 14.3 in 万篇 is 143000."""

    value: float
    text: str
    unit: str
    of: str | None
    approx: bool
    year: int | None
    dated: Dated
    basis: str
    """`partners`: counts those with whom there is what the quantity counts."""
    rule: str
    trigger: str
    """The words for which it is a value of this quantity."""
    uid: str
    """Of the claim that tells it."""
    paper: str
    """Slug of the paper."""


@dataclass(frozen=True, slots=True)
class QuantitySeries:
    """A quantity with its values by year, those without one last."""

    key: str
    code: str | None
    """Of the vocabulary's quantity; `None` where a person described the figures in the same words."""
    owners: tuple[str, ...]
    """Codes of the countries whose quantity it is."""
    values: tuple[QuantityValue, ...]

    @property
    def claims(self) -> int:
        """How many claims tell it."""
        return len({value.uid for value in self.values})

    @property
    def papers(self) -> int:
        """How many papers tell it."""
        return len({value.paper for value in self.values})
