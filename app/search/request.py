"""What is asked of a search and what it answers: the values that cross the border between engine and application.

An engine (the embedded Whoosh index, a cluster) takes a `SearchRequest` and answers a `SearchResult` of claim
uids; the rows come from the database.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol, TypeAlias

from app.search.query import Query
from app.search.synonyms import Synonym

FACETS = ("country", "instrument", "type", "paper", "year")
CLASSES = "instrument_class"
"""A facet that is counted where it is asked for: claims that have any kind of each class of instruments."""


HAS = ("figure", "translation", "citation", "speaker", "period")
"""What a claim may have: a measured number, an English translation, a citation, a named speaker, a time."""


class Mode(StrEnum):
    """How claims are matched: by words, by meaning, or both."""

    HYBRID = "hybrid"
    KEYWORD = "keyword"
    SEMANTIC = "semantic"


class Sort(StrEnum):
    """Order of the hits."""

    RELEVANCE = "relevance"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class Filters:
    """Restrictions beside the query. Values of one field are alternatives; different fields must all hold."""

    country: tuple[str, ...] = ()
    instrument: tuple[str, ...] = ()
    """Codes of kinds, or of a class (`strategic`, `operational`, `support`), which stands for its kinds."""
    type: tuple[str, ...] = ()
    paper: tuple[str, ...] = ()
    year: tuple[int, int] | None = None
    """Publication years, both ends included."""


NO_FILTERS = Filters()


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """A parsed query with filters, order and page. `offset` and `limit` count hits."""

    query: Query
    filters: Filters = Filters()
    mode: Mode = Mode.HYBRID
    sort: Sort = Sort.RELEVANCE
    limit: int = 20
    offset: int = 0
    facets: tuple[str, ...] = FACETS
    synonyms: bool = True
    """Whether other names of what is asked are searched too."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One claim found."""

    uid: str
    score: float


@dataclass(frozen=True, slots=True)
class Expansion:
    """What a part of a query stands for: the commonest of the words that it finds, and how many there are in all."""

    text: str
    """The part, in the query language."""
    words: tuple[str, ...]
    total: int


@dataclass(frozen=True, slots=True)
class SearchResult:
    """`total` is exact. `facets` maps a facet's name to counts by value, over all matches and not just this page."""

    hits: tuple[Hit, ...]
    total: int
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    suggestion: str | None = None
    """When nothing was found: a text that finds something and resembles what was asked."""
    took_ms: float = 0.0
    mode: Mode = Mode.KEYWORD
    """How it was really searched: an engine without vectors answers `HYBRID` by `KEYWORD`."""
    relaxed: bool = False
    """True when few claims hold all of the words, so that some of these hold only some of them."""
    complete: int = 0
    """How many hold all of the words; these come first, but in answer to a Chinese question."""
    synonyms: tuple[Synonym, ...] = ()
    """What was searched by its other names too."""
    expansions: tuple[Expansion, ...] = ()
    """Of patterns and of words with typing errors."""


@dataclass(frozen=True, slots=True)
class ClaimDocument:
    """A claim as the index holds it; `documents.claim_document` makes it from a row."""

    uid: str
    paper: str
    position: int
    text: str
    text_en: str
    heading: str
    title: str
    heading_en: str
    title_en: str
    type: str
    countries: tuple[str, ...]
    instruments: tuple[str, ...]
    year: int | None
    speaker: str = ""
    authors: tuple[str, ...] = ()
    """Of the paper, in either language."""
    sections: tuple[str, ...] = ()
    """Headings of the section and of those that it is in, in either language."""
    has: tuple[str, ...] = ()
    """What there is beside the text: some of `HAS`."""


Told: TypeAlias = Callable[[], object]
"""Is called whenever another claim is written."""


def nobody() -> None:
    """Tells nobody."""


class SearchUnavailableError(Exception):
    """The engine cannot answer: no index, or one that is broken or of another schema. The text says what to do."""


class ModeUnavailableError(Exception):
    """This engine cannot search in the mode that was asked for. The text says which modes it has."""

    def __init__(self, mode: Mode, available: Iterable[Mode], reason: str) -> None:
        modes = ", ".join(available)
        super().__init__(f"Search mode '{mode}' is not available here ({reason}); choose one of: {modes}.")
        self.mode = mode


class Inquiry(Protocol):
    """What one query finds in the index as one commit left it. Nothing is looked for before something is asked."""

    def answer(self, request: SearchRequest) -> SearchResult:
        """One page, under the filters of a request whose query, mode and synonyms are those of the inquiry."""

    def uids(self, filters: Filters) -> Iterator[str]:
        """All claims found, in the order of the papers and of the claims in them."""


class SearchEngine(Protocol):
    """What the application asks of any engine."""

    def search(self, request: SearchRequest) -> SearchResult:
        """Finds claims. Never raises for the text of a query.

        Raises `ModeUnavailableError` for a mode that the engine has not (a client's choice: status 422), and
        `SearchUnavailableError` when there is no usable index (status 503).
        """

    def inquire(self, request: SearchRequest) -> Inquiry:
        """For several requests with one query, mode and choice of synonyms, which is looked for once.

        Raises as `search` does.
        """

    def alike(self, paper: str, uids: Collection[str], most: int) -> Mapping[str, tuple[tuple[str, float], ...]]:
        """For each of the claims of a paper the `most` of the nearest meaning with their cosines, if vectors tell."""

    def replace_papers(
        self, papers: Mapping[str, Iterable[ClaimDocument]], written: Told = nobody, *, vectors: bool = True
    ) -> None:
        """Puts each paper's claims in place of what the index held of it, all in one commit; no claims removes it.

        Without `vectors` only those are kept that the index has already, which takes no model.
        """

    def rebuild(self, documents: Iterable[ClaimDocument], written: Told = nobody) -> int:
        """Builds a whole new index beside the old one and swaps it in; answers the number of claims indexed."""

    def check(self) -> str | None:
        """`None` when usable, otherwise one line that says what is wrong and what to do."""
