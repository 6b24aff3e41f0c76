"""Search results."""

from pydantic import Field

from app.api.schemas.base import Labelled, Shape
from app.api.schemas.claims import ClaimOut


class FacetValue(Labelled):
    """One value of a facet and how many of all matches have it."""

    count: int = Field(examples=[27])
    parent: str | None = Field(None, description="Of an instrument, its class.")


class SuggestionOut(Shape):
    """A name to offer to who types: `query` finds what it stands for."""

    kind: str = Field(examples=["term"])
    label: str = Field(examples=["科技外交"])
    note: str = Field(description="Its name in the other language, if it has one.")
    query: str = Field(examples=["科技外交"])


class Hit(ClaimOut):
    """A claim found. In `highlight` only `<mark>` is markup; everything else of the text is escaped."""

    score: float
    highlight: str = Field(examples=["<mark>日本</mark>于2010年启动科技外交战略。"])
    highlight_en: str | None


class Synonym(Shape):
    """A part of the query that was searched by its other names too."""

    asked: str = Field(examples=["东盟"])
    names: list[str] = Field(examples=[["ASEAN", "东南亚国家联盟"]])


class SearchAnswer(Shape):
    """One page of a search. `total` is exact; facets count over all matches and not just this page."""

    query: str
    canonical: str = Field(description="The query as it was read, written back in the query language.")
    understood: bool = Field(description="False when the query did not parse and was searched as plain words.")
    message: str | None = Field(description="Why it was not understood: a stable word.")
    mode: str = Field(description="How it was really searched: hybrid is answered by keyword without vectors.")
    sort: str
    relaxed: bool = Field(description="True when few claims hold all of the words, so that some hold only some.")
    complete: int = Field(
        description="How many hold all of the words; these come first, but in answer to a Chinese question."
    )
    synonyms: list[Synonym] = Field(description="Other names that were searched too; `synonyms=false` leaves them out.")
    limit: int
    offset: int
    total: int
    took_ms: float
    suggestion: str | None
    facets: dict[str, list[FacetValue]]
    hits: list[Hit]
