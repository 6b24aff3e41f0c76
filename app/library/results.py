"""What a search answers to pages, API and command line."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from app.catalogue.views import ClaimView
from app.library.reading import LeftOut, QueryPart
from app.search.query import Query
from app.search.request import Filters, Mode, Sort
from app.search.synonyms import Synonym


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A claim found, with what matched marked: only `<mark>` is markup, all else of the text is escaped."""

    claim: ClaimView
    score: float
    highlight: Markup
    highlight_en: Markup | None


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet and how many of all matches have it; `parent` is the class of an instrument."""

    code: str
    label_zh: str
    label_en: str
    count: int
    parent: str | None = None

    def label(self, locale: str) -> str:
        """The name in the language of `locale`."""
        return self.label_zh if locale.startswith("zh") else self.label_en


@dataclass(frozen=True, slots=True)
class ResultPage:
    """One page of a search, with how the query was read."""

    text: str
    """As it was typed."""
    query: Query
    canonical: str
    """The query as it was read, written back in the query language."""
    understood: bool
    message: str | None
    """Why it was searched as plain words, one of `search.query_parser.MESSAGES`, and the part that this means."""
    message_detail: str
    filters: Filters
    mode: Mode
    """How it was really searched: without vectors, `HYBRID` is answered by `KEYWORD`."""
    sort: Sort
    limit: int
    offset: int
    total: int
    """Of all matches, exact."""
    relaxed: bool
    """True when few claims hold all of the words, so that some of these hold only some of them."""
    complete: int
    """How many hold all of the words; these come first, but in answer to a Chinese question."""
    synonyms: tuple[Synonym, ...]
    """What was searched by its other names too."""
    parts: tuple[QueryPart, ...]
    """How the query was read, part by part."""
    left_out: LeftOut | None
    """Words of it that were not asked for."""
    wording: str
    """What is compared by meaning: what the query looks for, without its restrictions."""
    hits: tuple[SearchHit, ...]
    facets: Mapping[str, tuple[FacetValue, ...]]
    suggestion: str | None
    took_ms: float
