"""Numbers: quantities that claims tell more than once, and the years that claims tell of."""

from pydantic import Field

from app.api.schemas.base import Shape
from app.api.schemas.entities import EntityYear
from app.api.schemas.subjects import EventCountOut


class QuantityValueOut(Shape):
    """One value of a quantity."""

    value: float = Field(examples=[107])
    text: str = Field(description="As printed.", examples=["107个"])
    unit: str = Field(examples=["个"])
    of: str | None
    approx: bool
    year: int | None
    dated: str = Field(
        description="`text`: the sentence says the year; `paper`: it is that of the paper; `after`: that or later, the "
        "latest year that a paper without one tells of as past; empty: unknown.",
        examples=["paper"],
    )
    basis: str = Field(description="`partners`: counts those with whom there is what the quantity counts.")
    rule: str
    trigger: str = Field(description="The words for which it is a value of this quantity.")
    paper: str
    claim: str = Field(description="Identifier of the claim that tells it.")
    url: str = Field(description="Permalink of that claim.")


class QuantityOut(Shape):
    """A quantity with its values by year."""

    key: str = Field(examples=["cn-st-agreements"])
    zh: str = Field(examples=["中国：签订的政府间科技合作协定"])
    en: str = Field(description="Chinese where only the words of a person describe it.")
    countries: list[str]
    instrument: str | None
    papers: int
    claims: int
    values: list[QuantityValueOut]
    disagreements: list[tuple[str, str]] = Field(description="Claims that tell values of one year too far apart.")
    url: str = Field(description="Permalink of its page.")


class NumbersAnswer(Shape):
    """One page of the quantities."""

    total: int
    limit: int
    offset: int
    quantities: list[QuantityOut]


class TimelineAnswer(Shape):
    """The years that claims tell of, and the claims of some of these years."""

    events: list[EventCountOut]
    start: int
    end: int
    total: int = Field(description="Claims of these years, of which `years` gives one page.")
    limit: int
    offset: int
    years: list[EntityYear]
