"""What all shapes share, and errors."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class Shape(BaseModel):
    """Base of all shapes."""

    model_config = ConfigDict(frozen=True, from_attributes=True)


class Problem(Shape):
    """An error, as RFC 9457 (problem details) has it."""

    type: str = "about:blank"
    title: str = Field(examples=["Unprocessable Content"])
    status: int = Field(examples=[422])
    detail: str = Field(examples=["There is no country 'XX'; use a code of /api/v1/countries such as JP or EU"])
    errors: list[dict[str, Any]] | None = None
    """Of invalid parameters: each with its `name` and what is wrong with it."""


class Labelled(Shape):
    """A code with its names in both languages."""

    code: str = Field(examples=["JP"])
    label_zh: str = Field(examples=["日本"])
    label_en: str = Field(examples=["Japan"])


class Counted(Labelled):
    """A code with how many claims, in how many papers, carry it."""

    claims: int = Field(examples=[27])
    papers: int = Field(examples=[4])
