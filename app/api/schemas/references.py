"""Cited works and notes."""

from pydantic import Field

from app.api.schemas.base import Shape
from app.api.schemas.claims import ClaimOut, PaperRef


class WorkRefOut(Shape):
    """The work that a reference is: one with the entries of other papers that describe the same."""

    uid: str = Field(description="Its identifier under /api/v1/works.", examples=["mfrggzdfmztw"])
    entries: int
    papers: int
    citations: int


class ReferenceOut(Shape):
    """A work that a paper cites, or a note; `added` gives the source of each field that the paper does not print."""

    paper: str = Field(description="Slug of the citing paper.")
    label: str = Field(examples=["17"])
    kind: str = Field(examples=["reference"])
    text: str | None = Field(description="The entry as printed.")
    text_en: str | None
    authors: list[str]
    title: str | None
    container: str | None
    year: int | None
    volume: str | None
    issue: str | None
    pages: str | None
    document_type: str | None
    url: str | None
    accessed: str | None = Field(description="The day on which a work on the web was read.", examples=["2017-03-13"])
    doi: str | None
    from_sentence: bool = Field(description="No entry is printed; the fields come from the citing sentence.")
    added: dict[str, str]
    linked_paper: PaperRef | None = Field(description="The paper here that the work is, if it is one.")
    link_evidence: str
    work: WorkRefOut | None = Field(None, description="The work that it is; null for notes.")
    cited_by: list[str] = Field(description="Ids of the claims that cite it, in reading order.")
    formatted: dict[str, str] = Field(description="The reference in each style: gb2025, gb2015, apa.")


class LinkOut(Shape):
    """One paper here cites another, through the reference `label`."""

    citing: PaperRef
    cited: PaperRef
    label: str
    evidence: str
    citations: int


class ReferenceHitOut(ReferenceOut):
    """A cited work found, with the paper that cites it and the claims that do."""

    citing: PaperRef
    claims: list[ClaimOut]


class CitationsAnswer(Shape):
    """One page of a citation look-up, and which papers here cite each other."""

    query: str
    total: int
    limit: int
    offset: int
    hits: list[ReferenceHitOut]
    links: list[LinkOut]
