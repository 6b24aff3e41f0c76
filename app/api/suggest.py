"""`GET /api/v1/suggest`: what a search box offers while one types; the same for search boxes of browsers."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import JSONResponse

from app.api.schemas import SuggestionOut
from app.library.suggesting import LONGEST, MOST
from app.web.dependencies import LibraryHere
from app.web.feeds import SUGGESTIONS_TYPE
from app.web.locale import KNOWN_LOCALES

router = APIRouter(tags=["search"])

Typed = Annotated[str, Query(description=f"What was typed; {LONGEST} characters are compared.", examples=["kjwj"])]
Locale = Annotated[str, Query(description=f"Of the labels: {', '.join(KNOWN_LOCALES)}.")]


@router.get("/suggest")
def suggest_names(
    library: LibraryHere,
    q: Typed = "",
    locale: Locale = KNOWN_LOCALES[0],
    limit: Annotated[int, Query(ge=1, le=MOST)] = 8,
) -> list[SuggestionOut]:
    """Terms, countries, instruments, authors and titles that begin with `q`, in either language or by pinyin."""
    return [SuggestionOut.model_validate(one) for one in library.suggest(q, locale, limit)]


@router.get("/suggest/browser", include_in_schema=False)
def suggest_to_browser(library: LibraryHere, q: Typed = "", locale: Locale = KNOWN_LOCALES[0]) -> JSONResponse:
    """The same as a browser's search box wants it: what was typed, the queries, and what they are."""
    found = library.suggest(q, locale)
    return JSONResponse([q, [one.query for one in found], [one.label for one in found]], media_type=SUGGESTIONS_TYPE)
