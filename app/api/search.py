"""`GET /api/v1/search`: claims by words, phrases and filters."""

from fastapi import APIRouter

from app.api.asking import AskedHere, answering
from app.api.dependencies import Limit, Offset, Shape
from app.api.problems import INVALID, UNAVAILABLE
from app.api.schemas import SearchAnswer
from app.search.request import Sort
from app.web.dependencies import LibraryHere

router = APIRouter(tags=["search"])


@router.get("/search", responses=INVALID | UNAVAILABLE)
def search_claims(
    library: LibraryHere,
    shape: Shape,
    asked: AskedHere,
    sort: Sort = Sort.RELEVANCE,
    limit: Limit = 20,
    offset: Offset = 0,
) -> SearchAnswer:
    """Claims that match `q` and all filters, with counts by facet over all matches.

    A query that does not parse is searched as plain words, and `understood` is false.
    """
    with answering():
        found = library.search(
            asked.q,
            asked.filters,
            mode=asked.mode,
            sort=sort,
            limit=limit,
            offset=offset,
            synonyms=asked.synonyms,
        )
    return shape.search(found)
