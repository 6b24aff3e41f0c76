"""Claims."""

from pydantic import Field

from app.api.schemas.base import Shape


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
    source: str = Field(description="`rule` or `person`.", examples=["rule"])


class SpeakerOut(Shape):
    """To whom a sentence attributes what it says, as printed."""

    name: str = Field(examples=["习近平总书记"])
    kind: str = Field(description="`person`, `institution` or `document`.", examples=["person"])
    rule: str
    trigger: str
    entity: str | None = Field(None, description="Code of the entity that it is, where it is known.")


class PeriodOut(Shape):
    """Years that a claim is about, both included; no `end` for what goes on. `text` is as printed."""

    start: int = Field(examples=[1960])
    end: int | None = Field(examples=[1969])
    precision: str = Field(examples=["decade"])
    text: str = Field(examples=["20世纪60年代"])


class ClaimOut(Shape):
    """A claim: one sentence that asserts something, with its labels and its place."""

    id: str = Field(examples=["mfrggzdfmztw"])
    text: str = Field(examples=["日本于2010年启动科技外交战略。"])
    text_en: str | None = Field(examples=["Japan began its science diplomacy strategy in 2010."])
    text_en_source: str | None = Field(description="`project`: the English is this project's.", examples=["project"])
    text_en_note: str | None = Field(description="What the translator says of the sentence.")
    type: str = Field(examples=["fact"])
    countries: list[str] = Field(examples=[["JP"]])
    instruments: list[str] = Field(examples=[["strategy"]])
    named_instruments: list[str]
    citations: list[str] = Field(description="Labels of the references that it cites.", examples=[["17"]])
    figures: list[FigureOut]
    speaker: SpeakerOut | None = Field(description="Who says it; null is the author.")
    periods: list[PeriodOut]
    paper: PaperRef
    section: SectionRef
    url: str = Field(description="Permalink of its page.")
