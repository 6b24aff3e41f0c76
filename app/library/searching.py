"""A text and filters → a page of results: parse, ask the engine, fetch the rows, mark what matched."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import TypedDict, Unpack

from sqlalchemy.orm import Session

from app.catalogue import claims_by_uid, papers_by_slug
from app.catalogue.views import ClaimView, PaperRecord
from app.library.names import Names
from app.library.reading import left_out, read_parts
from app.library.results import FacetValue, ResultPage, SearchHit
from app.search.highlight import highlight_all
from app.search.meaning import wording
from app.search.query import Query, parse, unparse
from app.search.request import NO_FILTERS, Filters, Mode, SearchEngine, SearchRequest, SearchResult, Sort

MAX_LIMIT = 500
"""Most hits on one page: the concordance reads as many."""
MAX_OFFSET = 1_000_000
BATCH = 500


class Ways(TypedDict, total=False):
    """How claims are matched; see `SearchRequest`, as for what goes without saying."""

    mode: Mode
    synonyms: bool


class Shown(TypedDict, total=False):
    """Which of the claims found are given, in which order, and what is counted; see `SearchRequest`."""

    sort: Sort
    limit: int
    offset: int
    facets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """Claims found, by their uids: the first of `total`, or all of them."""

    uids: tuple[str, ...]
    total: int


class Results:
    """What a text in the query language finds: read and looked for once, however many pages are asked for.

    Raises `ModeUnavailableError` for a mode that there is not, and `SearchUnavailableError` when the index cannot be
    used, as its methods do.
    """

    def __init__(self, session: Session, engine: SearchEngine, names: Names, text: str, **ways: Unpack[Ways]) -> None:
        self.names = names
        self._session = session
        self._text = text
        self._parsed = parse(text, names)
        self._request = SearchRequest(self._parsed.query, **ways)
        self._inquiry = engine.inquire(self._request)

    def page(self, filters: Filters = NO_FILTERS, **shown: Unpack[Shown]) -> ResultPage:
        """One page of it under filters. Raises `UnknownCodeError` for one that names nothing."""
        asked = replace(self._request, filters=self.names.check(filters), **shown)
        request = replace(asked, limit=_within(asked.limit, MAX_LIMIT), offset=_within(asked.offset, MAX_OFFSET))
        return self._page(request, self._inquiry.answer(request))

    def claims(self, filters: Filters = NO_FILTERS) -> Iterator[ClaimView]:
        """Every claim found, in the order of the papers: what an export gives. Raises as `page` does."""
        uids = self._inquiry.uids(self.names.check(filters))
        while some := list(islice(uids, BATCH)):
            yield from claims_by_uid(self._session, some).values()

    def found(self, filters: Filters, sort: Sort, most: int) -> Found:
        """The first `most` claims found, without their rows. Raises as `page` does."""
        request = replace(self._request, filters=self.names.check(filters), sort=sort, limit=most, facets=())
        result = self._inquiry.answer(request)
        return Found(tuple(hit.uid for hit in result.hits), result.total)

    def papers(self, filters: Filters = NO_FILTERS) -> tuple[PaperRecord, ...]:
        """The papers of all claims found, in order: what reference managers get. Raises as `page` does."""
        request = replace(self._request, filters=self.names.check(filters), limit=0, facets=("paper",))
        slugs = self._inquiry.answer(request).facets["paper"]
        return tuple(papers_by_slug(self._session, slugs).values())

    def _page(self, request: SearchRequest, result: SearchResult) -> ResultPage:
        parsed = self._parsed
        return ResultPage(
            text=self._text,
            query=parsed.query,
            canonical=unparse(parsed.query),
            understood=parsed.understood,
            message=parsed.message,
            message_detail=parsed.detail,
            filters=request.filters,
            mode=result.mode,
            sort=request.sort,
            limit=request.limit,
            offset=request.offset,
            total=result.total,
            relaxed=result.relaxed,
            parts=read_parts(parsed.query, self.names, result.expansions),
            left_out=left_out(parsed.query),
            wording=wording(parsed.query),
            complete=result.complete,
            synonyms=result.synonyms,
            hits=_hits(self._session, result, parsed.query),
            facets=_facets(result, self.names),
            suggestion=result.suggestion,
            took_ms=result.took_ms,
        )


def _within(number: int, most: int) -> int:
    return min(max(number, 0), most)


def _hits(session: Session, result: SearchResult, query: Query) -> tuple[SearchHit, ...]:
    """The hits with their rows; one whose paper has just been replaced in the database is left out."""
    rows = claims_by_uid(session, [hit.uid for hit in result.hits])
    found = [(claim, hit.score) for hit in result.hits if (claim := rows.get(hit.uid))]
    also = tuple(name for synonym in result.synonyms for name in synonym.names)
    texts = highlight_all([claim.text for claim, _ in found], query, also)
    texts_en = highlight_all([claim.text_en or "" for claim, _ in found], query, also)
    return tuple(
        SearchHit(claim=claim, score=score, highlight=text, highlight_en=text_en or None)
        for (claim, score), text, text_en in zip(found, texts, texts_en, strict=True)
    )


def _facets(result: SearchResult, names: Names) -> dict[str, tuple[FacetValue, ...]]:
    return {field: _facet(field, dict(counts), names) for field, counts in result.facets.items()}


def _facet(field: str, counts: dict[str, int], names: Names) -> tuple[FacetValue, ...]:
    """Values with their names: years latest first, all else most frequent first."""
    values = []
    for code, count in counts.items():
        label = names.label(field, code)
        values.append(FacetValue(code, label.zh, label.en, count, label.parent))
    if field == "year":
        return tuple(sorted(values, key=lambda value: value.code, reverse=True))
    return tuple(sorted(values, key=lambda value: (-value.count, value.code)))
