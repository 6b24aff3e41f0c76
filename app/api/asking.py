"""What a search is asked for in the interface: the parameters that all its forms share, and what may go wrong."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated

from fastapi import Depends, Query
from starlette.exceptions import HTTPException

from app.library import ModeUnavailableError, SearchUnavailableError, UnknownCodeError
from app.search.request import Filters, Mode

YEARS = r"^\d{1,4}(\.\.\d{1,4})?$"


@dataclass(frozen=True, slots=True)
class Asked:
    """A query, its filters, and how claims are matched."""

    q: str
    filters: Filters
    mode: Mode
    synonyms: bool


def read_asked(
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
    year: Annotated[str | None, Query(pattern=YEARS, description="Of publication: 2017 or 2008..2016.")] = None,
    mode: Mode = Mode.HYBRID,
    synonyms: Annotated[bool, Query(description="Search other names of what is asked, too.")] = True,
) -> Asked:
    """The search that an address asks for."""
    filters = Filters(
        tuple(country or ()), tuple(instrument or ()), tuple(type or ()), tuple(paper or ()), read_years(year)
    )
    return Asked(q, filters, mode, synonyms)


AskedHere = Annotated[Asked, Depends(read_asked)]


def read_years(text: str | None) -> tuple[int, int] | None:
    """`2008..2016` or `2017` → first and last year."""
    if text is None:
        return None
    first, _, last = text.partition("..")
    years = sorted((int(first), int(last or first)))
    return years[0], years[1]


@contextmanager
def answering() -> Iterator[None]:
    """Within, a filter that names nothing and a mode that there is not become 422, an index out of use 503."""
    try:
        yield
    except (UnknownCodeError, ModeUnavailableError) as error:
        raise HTTPException(HTTPStatus.UNPROCESSABLE_ENTITY, str(error)) from error
    except SearchUnavailableError as error:
        raise HTTPException(HTTPStatus.SERVICE_UNAVAILABLE, str(error)) from error
