"""A text and filters → a page of results: parse, ask the engine, fetch the rows, mark what matched."""

from collections.abc import Callable, Iterator

from sqlalchemy.orm import Session

from app.catalogue import claims_by_uid
from app.catalogue.views import ClaimView
from app.library.names import Names
from app.library.reading import left_out, read_parts
from app.library.results import FacetValue, ResultPage, SearchHit
from app.search.highlight import highlight_all
from app.search.meaning import wording
from app.search.query import Query, parse, unparse
from app.search.request import FACETS, Filters, Mode, SearchEngine, SearchRequest, SearchResult, Sort

MAX_LIMIT = 100
"""Most hits on one page."""
MAX_OFFSET = 1_000_000
BATCH = 500


def search(
    session: Session,
    engine: SearchEngine,
    names: Names,
    text: str,
    filters: Filters,
    *,
    mode: Mode,
    sort: Sort,
    limit: int,
    offset: int,
    facets: tuple[str, ...] = FACETS,
    synonyms: bool = True,
) -> ResultPage:
    """One page of what `text` finds under `filters`. Raises `UnknownCodeError` for a filter that names nothing."""
    parsed = parse(text, names)
    filters = names.check(filters)
    limit, offset = min(max(limit, 0), MAX_LIMIT), min(max(offset, 0), MAX_OFFSET)
    request = SearchRequest(parsed.query, filters, mode, sort, limit, offset, facets, synonyms)
    result = engine.search(request)
    return ResultPage(
        text=text,
        query=parsed.query,
        canonical=unparse(parsed.query),
        understood=parsed.understood,
        message=parsed.message,
        message_detail=parsed.detail,
        filters=filters,
        mode=result.mode,
        sort=sort,
        limit=limit,
        offset=offset,
        total=result.total,
        relaxed=result.relaxed,
        parts=read_parts(parsed.query, names, result.expansions),
        left_out=left_out(parsed.query),
        wording=wording(parsed.query),
        complete=result.complete,
        synonyms=result.synonyms,
        hits=_hits(session, result, parsed.query),
        facets=_facets(result, names),
        suggestion=result.suggestion,
        took_ms=result.took_ms,
    )


def find_all(
    session: Session,
    engine: SearchEngine,
    names: Names,
    text: str,
    filters: Filters,
    *,
    mode: Mode,
    synonyms: bool,
) -> Iterator[ClaimView]:
    """Every claim that `text` finds under `filters`, in the order of the papers: what an export gives.

    Raises `UnknownCodeError` for a filter that names nothing.
    """
    query, filters = parse(text, names).query, names.check(filters)
    request = SearchRequest(query, filters, mode, Sort.PAPER, limit=MAX_OFFSET, facets=(), synonyms=synonyms)
    uids = [hit.uid for hit in engine.search(request).hits]
    for start in range(0, len(uids), BATCH):
        yield from claims_by_uid(session, uids[start : start + BATCH]).values()


def first_hits(page: Callable[[int], ResultPage], most: int) -> Iterator[SearchHit]:
    """The first `most` hits of a search, read page by page; `page` answers that from an offset on."""
    for offset in range(0, most, MAX_LIMIT):
        hits = page(offset).hits
        yield from hits[: most - offset]
        if len(hits) < MAX_LIMIT:
            return


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
