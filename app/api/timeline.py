"""`GET /api/v1/timeline`: the years that claims tell of."""

from typing import Annotated

from fastapi import APIRouter, Query

from app.api import schemas
from app.api.asking import Asked, AskedHere, answering
from app.api.dependencies import Limit, Offset, Shape
from app.api.problems import INVALID, UNAVAILABLE
from app.library import Library
from app.library.happened import Happened
from app.web.dependencies import LibraryHere

router = APIRouter(tags=["numbers"])
Year = Annotated[int, Query(ge=0, le=9999, description="A year, included.")]


@router.get("/timeline", responses=INVALID | UNAVAILABLE)
def show_timeline(
    library: LibraryHere,
    shape: Shape,
    asked: AskedHere,
    start: Year = 0,
    end: Year = 9999,
    decade: Annotated[int | None, Query(ge=0, le=9990, description="First year of ten, in place of both.")] = None,
    limit: Limit = 20,
    offset: Offset = 0,
) -> schemas.TimelineAnswer:
    """The years that claims tell of first, all or those that a search finds, and the claims of `start` to `end`."""
    if decade is not None:
        start, end = decade, decade + 9
    happened = Happened.named(library.vocabulary, asked.q, asked.filters) or _found(library, asked)
    with library.session() as session:
        events = happened.events(session)
        claims = happened.between(session, start, end, limit=limit, offset=offset)
    return schemas.TimelineAnswer(
        events=[schemas.EventCountOut.model_validate(event) for event in events],
        start=start,
        end=end,
        total=claims.total,
        limit=limit,
        offset=offset,
        years=[
            schemas.EntityYear(year=year, claims=[shape.claim(claim) for claim in group])
            for year, group in claims.years
        ],
    )


def _found(library: Library, asked: Asked) -> Happened:
    with answering(), library.results(asked.q, mode=asked.mode, synonyms=asked.synonyms) as results:
        return Happened.found_by(results, asked.q, asked.filters)
