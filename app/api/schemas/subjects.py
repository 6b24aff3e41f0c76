"""Countries and instruments."""

from pydantic import Field

from app.api.schemas.base import Counted, Labelled, Shape
from app.api.schemas.claims import ClaimOut, PaperRef


class ClaimGroupOut(Shape):
    """The claims that carry a code (`null`: none): `total` of them, the first of which are given."""

    code: str | None
    label_zh: str | None
    label_en: str | None
    total: int
    claims: list[ClaimOut]


class YearCount(Shape):
    """Claims and papers by year of publication; `null` where it is not known."""

    year: int | None
    claims: int
    papers: int


class SourceCount(Shape):
    """A paper and how many of its claims are meant."""

    paper: PaperRef
    claims: int


class EventCountOut(Shape):
    """How many claims tell of a year first; `null`: of none."""

    year: int | None
    claims: int


class TypeCell(Shape):
    """How many claims of one group are of one type."""

    code: str = Field(examples=["agreement"])
    type: str = Field(examples=["fact"])
    claims: int


class SubjectAnswer(Counted):
    """A country or an instrument: who else is named with it, when, where, and its claims by the other dimension."""

    countries: list[Counted]
    instruments: list[Counted]
    named_instruments: list[Counted]
    types: list[Counted]
    cells: list[TypeCell] = Field(description="Claims by the codes of `groups` and claim type.")
    years: list[YearCount]
    events: list[EventCountOut] = Field(description="Claims by the year they tell of, not that of publication.")
    sources: list[SourceCount]
    groups: list[ClaimGroupOut]


class CountryAnswer(SubjectAnswer):
    """A country or bloc; its claims are grouped by instrument."""

    kind: str = Field(examples=["state"])


class InstrumentAnswer(SubjectAnswer):
    """A kind of policy instrument; its claims are grouped by country."""

    class_code: str = Field(examples=["operational"])
    definition_zh: str
    definition_en: str


class CountryOut(Counted):
    """A country or bloc in the list."""

    kind: str


class InstrumentOut(Counted):
    """A kind of instrument in the list."""

    class_code: str


class MatrixRow(Labelled):
    """A country and its claims by instrument."""

    claims: int = Field(description="All about the country, in what was chosen.", examples=[22])
    cells: dict[str, int] = Field(description="By code of instrument; 0 is a gap in this literature.")


class MatrixAnswer(Shape):
    """Countries × instruments."""

    instruments: list[str]
    total: int = Field(description="Claims in what was chosen, about whatever.")
    rows: list[MatrixRow]
