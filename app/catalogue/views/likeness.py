"""What claims tell that can be held against what others tell."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ToldValue:
    """A number as printed, and what it comes to: `value` times the scale of its unit."""

    text: str
    value: float
    unit: str
    approx: bool


@dataclass(frozen=True, slots=True)
class Told:
    """One claim with all that another may share with it."""

    uid: str
    paper: str
    """Slug."""
    section: str
    paragraph: int
    text: str
    countries: frozenset[str] = frozenset()
    terms: frozenset[str] = frozenset()
    entities: Mapping[str, str] = field(default_factory=dict)
    """Code → kind."""
    years: frozenset[int] = frozenset()
    """Those that periods name exactly."""
    figures: tuple[ToldValue, ...] = ()
    quantities: Mapping[str, tuple[ToldValue, ...]] = field(default_factory=dict)
    """Key of a quantity → its values here."""
