"""Entities: real things and persons that claims name."""

from pydantic import Field

from app.api.schemas.base import Shape
from app.api.schemas.claims import ClaimOut
from app.api.schemas.subjects import EventCountOut, SourceCount


class EntityOut(Shape):
    """An entity in the list."""

    code: str = Field(examples=["gb-royal-society"])
    kind: str = Field(examples=["institution"])
    zh: str = Field(examples=["英国皇家学会"])
    en: str | None = Field(description="`null` where no English name is known.", examples=["Royal Society"])
    countries: list[str] = Field(description="Codes of its parties or its home.", examples=[["GB"]])
    described: bool = Field(description="Whether the vocabulary has it; others are known by the form of their names.")
    claims: int = Field(description="How many claims name it.", examples=[5])
    papers: int
    url: str = Field(description="Permalink of its page.")


class EntitiesAnswer(Shape):
    """One page of the entities."""

    query: str
    total: int
    limit: int
    offset: int
    entities: list[EntityOut]


class PrintedName(Shape):
    """A name as printed, and how many claims print it."""

    name: str
    claims: int


class EntityYear(Shape):
    """Claims under the first year that they tell of; `null`: none."""

    year: int | None
    claims: list[ClaimOut]


class EntityAnswer(EntityOut):
    """An entity with the claims that name it, by the years they tell of, then by publication."""

    variants_zh: list[str]
    variants_en: list[str]
    instrument: str | None = Field(description="Code of the instrument that it is one of.")
    term: str | None = Field(description="Code of its entry in the glossary.")
    start_year: int | None
    end_year: int | None
    printed: list[PrintedName]
    said: int = Field(description="How many claims are attributed to it.")
    events: list[EventCountOut]
    together: list[EntityOut] = Field(description="Entities of the same claims, with the counts of those claims.")
    sources: list[SourceCount]
    total: int = Field(description="Claims asked for, of which `years` gives one page.")
    limit: int
    offset: int
    years: list[EntityYear]
