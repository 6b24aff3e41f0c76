"""Cited works and the network that citations make."""

from pydantic import Field

from app.api.schemas.base import Shape
from app.api.schemas.claims import ClaimOut, PaperRef
from app.api.schemas.references import ReferenceOut


class WorkOut(Shape):
    """A cited work: entries of several papers, in whatever words, that describe the same."""

    uid: str = Field(examples=["mfrggzdfmztw"])
    title: str | None
    title_en: str | None
    authors: list[str]
    container: str | None
    year: int | None
    volume: str | None
    issue: str | None
    pages: str | None
    document_type: str | None
    link: str | None = Field(description="Address that an entry gives.")
    doi: str | None
    accessed: str | None
    language: str | None = Field(description="Of the title, where it can be told.", examples=["zh"])
    country: str | None = Field(description="Where it comes from, where an entry states that.", examples=["US"])
    country_evidence: str
    printed: str | None = Field(description="An entry as printed.")
    stands_at: str = Field(description="Where its first entry stands: `slug#label`.")
    partial: bool = Field(description="No entry is printed; what is known comes from citing sentences or was added.")
    paper: PaperRef | None = Field(description="The paper here that it is.")
    entries: int
    papers: int = Field(description="How many papers cite it.")
    citations: int = Field(description="In how many places.")
    formatted: dict[str, str] = Field(description="The reference in each style.")
    url: str = Field(description="Permalink of its page.")


class SharesOut(Shape):
    """How many works there are of each year, language, country and type; null: not known."""

    years: list[tuple[int | None, int]]
    languages: list[tuple[str | None, int]]
    countries: list[tuple[str | None, int]]
    types: list[tuple[str | None, int]]


class WorksAnswer(Shape):
    """One page of works, the most cited first."""

    query: str
    total: int
    limit: int
    offset: int
    works: list[WorkOut]
    shares: SharesOut


class WorkEntryOut(ReferenceOut):
    """One description of a work, the claims that cite it, and why it is taken for this work."""

    citing: PaperRef
    claims: list[ClaimOut]
    like: str = Field(description="Place (`slug#label`, or slug) of the description that it resembles.")
    evidence: str = Field(description="What agrees with that.", examples=["title, author, year"])
    confidence: float
    through: PaperRef | None = Field(description="The paper here through which it is quoted.")


class TogetherOut(Shape):
    """A work cited by the same claims."""

    work: WorkOut
    claims: int


class DoubtOut(Shape):
    """Two descriptions that may be of one work."""

    uids: tuple[str, str]
    places: tuple[str, str]
    evidence: str


class DoubtsAnswer(Shape):
    """One page of the pairs that wait for a person to decide."""

    total: int
    limit: int
    offset: int
    pairs: list[DoubtOut]


class WorkAnswer(WorkOut):
    """A work with who cites it."""

    cited_in: list[WorkEntryOut]
    together: list[TogetherOut] = Field(description="Works that the same claims cite.")
    doubts: list[DoubtOut]


class NodeOut(Shape):
    """A paper, work or author in the network."""

    id: str = Field(examples=["paper:004_72122b5f6e46424d"])
    kind: str
    name: str
    name_en: str | None
    year: int | None
    level: int = Field(description="Steps from the middle; below 0 on the side of those who cite.")


class EdgeOut(Shape):
    """`source` cites `target`, or is by it."""

    source: str
    target: str
    tie: str = Field(description="`cites` or `by`.")
    citations: int


class NetworkAnswer(Shape):
    """What lies around a node, or the whole as far as it is shown."""

    node: str
    depth: int
    nodes: list[NodeOut]
    edges: list[EdgeOut]
    left_out: dict[str, int] = Field(description="Neighbours not shown, by node; `paper:` stands for papers of all.")
