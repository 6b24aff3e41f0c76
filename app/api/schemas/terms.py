"""The glossary and one term."""

from pydantic import Field

from app.api.schemas.base import Shape
from app.api.schemas.claims import ClaimOut, PaperRef
from app.api.schemas.subjects import YearCount


class TermOut(Shape):
    """A term in the list."""

    code: str = Field(examples=["intellectual-property"])
    kind: str = Field(examples=["concept"])
    zh: str = Field(examples=["知识产权"])
    pinyin: str = Field(description="Of `zh`, syllable by syllable.", examples=["zhī shí chǎn quán"])
    traditional: list[str] = Field(description="`zh` in traditional characters, where they differ.")
    taiwan: list[str] = Field(description="Taiwan's words, where they are others.", examples=[["智慧財產權"]])
    variants_zh: list[str]
    older_zh: list[str]
    en: str = Field(examples=["intellectual property"])
    en_is_translation: bool = Field(description="No established English name is known: `en` is a translation.")
    abbreviation: str | None = Field(examples=["IP"])
    variants_en: list[str]
    older_en: list[str]
    definition_zh: str
    definition_en: str
    instrument: str | None = Field(description="Code of the instrument that it belongs to.")
    countries: list[str] = Field(description="Codes of the countries that it is peculiar to.")
    named_instrument: str | None = Field(description="Code of the named instrument that it is.")
    see_also: list[str] = Field(description="Codes of other terms.")
    claims: int = Field(description="How many claims name it.", examples=[14])
    papers: int
    url: str = Field(description="Permalink of its page.")


class GlossaryAnswer(Shape):
    """One page of a look-up in the glossary."""

    query: str
    total: int
    limit: int
    offset: int
    terms: list[TermOut]


class TermClaimsOut(Shape):
    """The claims of one paper that name a term: `total` of them, the first of which are given."""

    paper: PaperRef
    total: int
    claims: list[ClaimOut]


class TermAnswer(TermOut):
    """A term with the claims that define it, and those that name it by paper and year."""

    definitions: list[ClaimOut]
    years: list[YearCount]
    groups: list[TermClaimsOut]
