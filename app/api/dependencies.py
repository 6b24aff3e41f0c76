"""What the operations ask for: a maker of answers, and pages of lists."""

from typing import Annotated

from fastapi import Depends, Query, Request

from app.api.shapes import Shaper
from app.library.names import Names
from app.library.searching import MAX_OFFSET
from app.web.dependencies import LibraryHere
from app.web.templating import site_origin


def get_shaper(request: Request, library: LibraryHere) -> Shaper:
    """Makes answers with permalinks to the site as the visitor sees it."""
    return Shaper(site_origin(request), Names(library.vocabulary, {}))


Shape = Annotated[Shaper, Depends(get_shaper)]
MAX_LIMIT = 100
"""Most things of one answer."""
Limit = Annotated[int, Query(ge=0, le=MAX_LIMIT, description="How many to answer at most.")]
Offset = Annotated[int, Query(ge=0, le=MAX_OFFSET, description="How many to pass over.")]
PerGroup = Annotated[int, Query(ge=0, le=MAX_LIMIT, description="Claims given of each group.")]
