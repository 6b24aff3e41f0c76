"""`GET /api/v1/search`: claims by words, phrases and filters."""

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.exceptions import HTTPException

from app.api.dependencies import Limit, Offset, Shape
from app.api.problems import INVALID, UNAVAILABLE
from app.api.schemas import SearchAnswer
from app.library import ModeUnavailableError, SearchUnavailableError, UnknownCodeError
from app.search.request import Filters, Mode, Sort
from app.web.dependencies import LibraryHere

router = APIRouter(tags=["search"])

YEARS = r"^\d{1,4}(\.\.\d{1,4})?$"


@router.get("/search", responses=INVALID | UNAVAILABLE)
def search_claims(
    library: LibraryHere,
    shape: Shape,
    q: Annotated[
        str,
        Query(
            description=(
                'Words, "phrases", "near words"~3, patt*rn, fuzy~, OR, -word, (brackets), country:JP, '
                "instrument:agreement, type:fact, year:2008..2016, has:figure, speaker:, author:, section:."
            ),
            examples=['日本 "科技外交" country:JP'],
        ),
    ] = "",
    country: Annotated[list[str] | None, Query(description="Codes or names; any of them.", examples=[["JP"]])] = None,
    instrument: Annotated[list[str] | None, Query(description="Codes of kinds or classes; any of them.")] = None,
    type: Annotated[list[str] | None, Query(description="Claim types; any of them.")] = None,
    paper: Annotated[list[str] | None, Query(description="Slugs; any of them.")] = None,
    year: Annotated[str | None, Query(pattern=YEARS, description="2017 or 2008..2016.")] = None,
    mode: Mode = Mode.HYBRID,
    sort: Sort = Sort.RELEVANCE,
    limit: Limit = 20,
    offset: Offset = 0,
    synonyms: Annotated[bool, Query(description="Search other names of what is asked, too.")] = True,
) -> SearchAnswer:
    """Claims that match `q` and all filters, with counts by facet over all matches.

    A query that does not parse is searched as plain words, and `understood` is false.
    """
    filters = Filters(
        tuple(country or ()), tuple(instrument or ()), tuple(type or ()), tuple(paper or ()), read_years(year)
    )
    try:
        return shape.search(
            library.search(q, filters, mode=mode, sort=sort, limit=limit, offset=offset, synonyms=synonyms)
        )
    except (UnknownCodeError, ModeUnavailableError) as error:
        raise HTTPException(HTTPStatus.UNPROCESSABLE_ENTITY, str(error)) from error
    except SearchUnavailableError as error:
        raise HTTPException(HTTPStatus.SERVICE_UNAVAILABLE, str(error)) from error


def read_years(text: str | None) -> tuple[int, int] | None:
    """`2008..2016` or `2017` → first and last year."""
    if text is None:
        return None
    first, _, last = text.partition("..")
    years = sorted((int(first), int(last or first)))
    return years[0], years[1]
