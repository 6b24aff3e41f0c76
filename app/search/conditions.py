"""What a claim must fulfil to be found: what `compile` makes of a query and `matching` evaluates."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Everything:
    """Every claim."""


@dataclass(frozen=True, slots=True)
class HasTerm:
    """`term` is in `field` of the index."""

    field: str
    term: str


@dataclass(frozen=True, slots=True)
class Holds:
    """`text`, folded, is a substring of the folded claim or of its folded translation."""

    text: str


@dataclass(frozen=True, slots=True)
class Together:
    """All of the folded `words` stand in the claim or in its translation within a distance: see `inexact.windows`."""

    words: tuple[str, ...]
    distance: int
    apart: "Condition"
    """That they stand in the claim at all, wherever."""


@dataclass(frozen=True, slots=True)
class Like:
    """A word of the claim or its translation fits the folded `pattern`; a stretch of text, if Han is in it."""

    pattern: str


@dataclass(frozen=True, slots=True)
class Resembles:
    """A Latin word of the claim or its translation differs from the folded `word` by up to `wrong` letters."""

    word: str
    wrong: int


@dataclass(frozen=True, slots=True)
class Mentions:
    """A value of `field` has the folded `text` in it."""

    field: str
    text: str


@dataclass(frozen=True, slots=True)
class Published:
    """The paper's year lies between the two, both included; `None` leaves a side open."""

    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Without:
    """`part` is not fulfilled."""

    part: "Condition"


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part is fulfilled; without parts, always."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Some part is fulfilled; without parts, never."""

    parts: tuple["Condition", ...]


Condition: TypeAlias = (
    Everything | HasTerm | Holds | Together | Like | Resembles | Mentions | Published | Without | AllOf | AnyOf
)
