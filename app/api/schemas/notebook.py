"""A notebook: claims in the order in which they were asked for, with their notes."""

from pydantic import Field

from app.api.schemas.base import Shape
from app.api.schemas.claims import ClaimOut


class NotebookAnswer(Shape):
    """Claims with a footnote each, in the style asked for, and the papers that they quote."""

    style: str = Field(examples=["gb2025-notes"])
    claims: list[ClaimOut]
    footnotes: list[str] = Field(description="One for each claim, in the same order.")
    references: list[str] = Field(description="The papers, as the style sorts them.")
    unknown: list[str] = Field(description="Ids asked for that no claim here has.")
