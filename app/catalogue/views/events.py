"""Claims by the years that they tell of."""

from dataclasses import dataclass

from app.catalogue.views.claims import ClaimView


@dataclass(frozen=True, slots=True)
class EventCount:
    """How many claims tell of a year (`None`: of none)."""

    year: int | None
    claims: int


@dataclass(frozen=True, slots=True)
class ClaimsByYear:
    """A page of claims: `total` of them, the given ones under the first year they tell of (`None`: of none)."""

    total: int
    years: tuple[tuple[int | None, tuple[ClaimView, ...]], ...]

    @property
    def shown(self) -> int:
        """How many of them are given."""
        return sum(len(claims) for _year, claims in self.years)
