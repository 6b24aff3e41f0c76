"""The shapes of the JSON answers. Names and nesting are part of the product's public face: add, never change."""

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


class FacetValue(Labelled):
    """One value of a facet and how many of all matches have it."""

    count: int = Field(examples=[27])
    parent: str | None = Field(None, description="Of an instrument, its class.")


class Counted(Labelled):
    """A code with how many claims, in how many papers, carry it."""

    claims: int = Field(examples=[27])
    papers: int = Field(examples=[4])


class PaperRef(Shape):
    """Which paper something stands in."""

    slug: str = Field(examples=["004_72122b5f6e46424d"])
    title: str | None = Field(examples=["科技外交与中美关系的未来发展"])
    title_en: str | None = None
    authors: list[str] = Field([], examples=[["王明国"]])
    year: int | None = Field(examples=[2017])


class SectionRef(Shape):
    """Which section something stands in: its number (`"0"` for the front matter) and its heading."""

    id: str = Field(examples=["2.1"])
    heading: str = Field(examples=["科技外交的主要内容"])
    heading_en: str | None = None


class FigureOut(Shape):
    """A measured number; `approx` where the text says 余, 多, 近, 约. `text` is as printed."""

    value: float = Field(examples=[155])
    unit: str = Field(examples=["个国家"])
    of: str | None
    year: int | None
    approx: bool
    text: str


class ClaimOut(Shape):
    """A claim: one sentence that asserts something, with its labels and its place."""

    id: str = Field(examples=["mfrggzdfmztw"])
    text: str = Field(examples=["日本于2010年启动科技外交战略。"])
    text_en: str | None
    type: str = Field(examples=["fact"])
    countries: list[str] = Field(examples=[["JP"]])
    instruments: list[str] = Field(examples=[["strategy"]])
    named_instruments: list[str]
    citations: list[str] = Field(description="Labels of the references that it cites.", examples=[["17"]])
    figures: list[FigureOut]
    paper: PaperRef
    section: SectionRef
    url: str = Field(description="Permalink of its page.")


class Hit(ClaimOut):
    """A claim found. In `highlight` only `<mark>` is markup; everything else of the text is escaped."""

    score: float
    highlight: str = Field(examples=["<mark>日本</mark>于2010年启动科技外交战略。"])
    highlight_en: str | None


class SearchAnswer(Shape):
    """One page of a search. `total` is exact; facets count over all matches and not just this page."""

    query: str
    canonical: str = Field(description="The query as it was read, written back in the query language.")
    understood: bool = Field(description="False when the query did not parse and was searched as plain words.")
    message: str | None = Field(description="Why it was not understood: a stable word.")
    mode: str = Field(description="How it was really searched: hybrid is answered by keyword without vectors.")
    sort: str
    relaxed: bool = Field(description="True when no claim holds all of the words, so that these hold some of them.")
    limit: int
    offset: int
    total: int
    took_ms: float
    suggestion: str | None
    facets: dict[str, list[FacetValue]]
    hits: list[Hit]


class LabelOut(Labelled):
    """A label with why it is there: who put it, which rule, on what words."""

    source: str = Field(examples=["rule"])
    rule: str
    trigger: str
    confidence: float | None


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
    doi: str | None
    from_sentence: bool = Field(description="No entry is printed; the fields come from the citing sentence.")
    added: dict[str, str]
    linked_paper: PaperRef | None = Field(description="The paper here that the work is, if it is one.")
    link_evidence: str
    cited_by: list[str] = Field(description="Ids of the claims that cite it, in reading order.")
    formatted: dict[str, str] = Field(description="The reference in each style: gb2025, gb2015, apa.")


class ClaimAnswer(ClaimOut):
    """A claim with its labels' reasons, its neighbours in the paper, what it cites and how to quote it."""

    labels: dict[str, list[LabelOut]]
    before: list[ClaimOut]
    after: list[ClaimOut]
    references: list[ReferenceOut]
    printed: str = Field(description="The sentence as the source prints it.")
    start: int
    end: int
    quotation: dict[str, str] = Field(description="The sentence quoted with its reference, for zh and en.")


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


class SubjectAnswer(Counted):
    """A country or an instrument: who else is named with it, when, where, and its claims by the other dimension."""

    countries: list[Counted]
    instruments: list[Counted]
    named_instruments: list[Counted]
    types: list[Counted]
    years: list[YearCount]
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


class PaperCountsOut(Shape):
    """What a paper holds: `sections` without front matter, `references` without notes."""

    sections: int
    claims: int
    references: int
    notes: int
    citations: int
    figures: int


class PaperOut(PaperRef):
    """A paper in the list."""

    authors_en: list[str]
    authors_complete: bool
    container: str | None
    container_en: str | None
    publisher: str | None
    volume: str | None
    issue: str | None
    pages: str | None
    doi: str | None
    link: str | None = Field(description="Address of the original.")
    language: str
    document_type: str
    abstract: str | None
    abstract_en: str | None
    counts: PaperCountsOut
    formatted: dict[str, str]
    url: str = Field(description="Permalink of its page.")


class SectionOut(Shape):
    """A section with its own claims; those of its sub-sections stand in their own entries."""

    id: str
    level: int
    heading: str
    heading_en: str | None
    parent: str | None
    claims: list[ClaimOut]


class LinkOut(Shape):
    """One paper here cites another, through the reference `label`."""

    citing: PaperRef
    cited: PaperRef
    label: str
    evidence: str
    citations: int


class WarningOut(Shape):
    """Something in a paper that could not be understood."""

    code: str
    detail: str
    start: int | None
    end: int | None


class PaperAnswer(PaperOut):
    """A paper with its full text as sections of claims, its references and notes, and what cites it."""

    keywords: list[str]
    keywords_en: list[str]
    source: str | None
    rights: str | None
    provenance: dict[str, str]
    warnings: list[WarningOut]
    sections: list[SectionOut]
    references: list[ReferenceOut]
    notes: list[ReferenceOut]
    cites: list[LinkOut]
    cited_by: list[LinkOut]


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
