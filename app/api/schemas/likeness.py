"""What is like a claim: the same fact in other papers, and other claims of like meaning."""

from pydantic import Field

from app.api.schemas.base import Shape
from app.api.schemas.claims import ClaimOut


class BothValuesOut(Shape):
    """What two claims print of one quantity."""

    key: str = Field(description="Key of the quantity; see /api/v1/numbers.", examples=["cn-st-agreements"])
    here: str = Field(examples=["107个"])
    there: str = Field(examples=["110多个"])
    equal: bool


class SharedOut(Shape):
    """What two claims have in common, by code."""

    entities: list[str]
    terms: list[str]
    countries: list[str]
    years: list[int]
    figures: list[str] = Field(description="Numbers that both have, as this claim prints them.")
    values: list[BothValuesOut]


class SameFactOut(Shape):
    """A claim of another paper that tells the same fact."""

    basis: str = Field(
        description="`value`: the same quantity with the same value; `quantity`: with another value; `event`: the same "
        "work, agreement or event in the same year; `words`: much the same words of the same meaning.",
        examples=["quantity"],
    )
    shared: SharedOut
    claim: ClaimOut


class SimilarClaimOut(Shape):
    """A claim of like meaning and words."""

    score: float = Field(ge=0, le=1)
    shared: SharedOut
    claim: ClaimOut


class SimilarAnswer(Shape):
    """What is like one claim."""

    id: str
    same_fact: list[SameFactOut]
    similar: list[SimilarClaimOut]
