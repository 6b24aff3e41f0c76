"""One claim as its own page shows it."""

from pydantic import Field

from app.api.schemas.base import Labelled
from app.api.schemas.claims import ClaimOut
from app.api.schemas.references import ReferenceOut


class LabelOut(Labelled):
    """A label with why it is there: who put it, which rule, on what words."""

    source: str = Field(examples=["rule"])
    rule: str
    trigger: str
    confidence: float | None


class ClaimAnswer(ClaimOut):
    """A claim with its labels' reasons, its neighbours in the paper, what it cites and how to quote it."""

    labels: dict[str, list[LabelOut]] = Field(
        description="Of source `person`, rule, trigger and confidence say how extraction comes to the same."
    )
    overruled: dict[str, list[LabelOut]] = Field(
        description="What extraction says and the person who labelled the sentence does not, by kind of label."
    )
    before: list[ClaimOut]
    after: list[ClaimOut]
    references: list[ReferenceOut]
    printed: str = Field(description="The sentence as the source prints it.")
    start: int
    end: int
    quotation: dict[str, str] = Field(description="The sentence quoted with its reference, for zh and en.")
    selector: list[dict[str, str | int]] = Field(
        description="Where it stands in its source, as selectors of the W3C Web Annotation Data Model."
    )
    text_link: str = Field(description="The sentence on its paper's page, as a link with a text fragment.")
