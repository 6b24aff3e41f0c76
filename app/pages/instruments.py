"""The policy instruments, one class of them, and one instrument: what it is and who uses it how."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from app import catalogue
from app.catalogue.views import ClaimView, CodeCount, SubjectDetail
from app.library import Library
from app.pages.suggestions import suggest
from app.search.request import Filters
from app.vocabulary import Instrument, InstrumentClass
from app.web.dependencies import LibraryHere, LinksHere
from app.web.errors import NotFound
from app.web.templating import render

router = APIRouter(prefix="/{locale:locale}/instruments", include_in_schema=False)
PER_GROUP = 3
"""Claims shown of each country; a link leads to the rest."""
GROUPS = 12
"""Countries whose claims are shown; the others are listed with their counts."""
DEFINITIONS = 3


@dataclass(frozen=True, slots=True)
class InstrumentsPage:
    """The context of the list of instruments: classes with their kinds, and counts by code."""

    template: ClassVar[str] = "pages/instruments.html"
    classes: tuple[InstrumentClass, ...]
    counts: Mapping[str, CodeCount]


@dataclass(frozen=True, slots=True)
class InstrumentClassPage:
    """The context of one class's page."""

    template: ClassVar[str] = "pages/instrument_class.html"
    group: InstrumentClass
    counts: Mapping[str, CodeCount]


@dataclass(frozen=True, slots=True)
class InstrumentPage:
    """The context of one instrument's page. `definitions` are claims by which papers define it."""

    template: ClassVar[str] = "pages/instrument.html"
    instrument: Instrument
    group: InstrumentClass
    detail: SubjectDetail
    definitions: tuple[ClaimView, ...]
    shown_groups: int


@router.get("", name="instruments")
def list_instruments(request: Request, library: LibraryHere) -> Response:
    """Every instrument, by class."""
    return render(request, InstrumentsPage(tuple(library.vocabulary.instrument_classes), _counts(library)))


@router.get("/{code}", name="instrument")
def show_instrument(request: Request, library: LibraryHere, links: LinksHere, code: str) -> Response:
    """One instrument or class. A name (协议) leads to the code; others get 404 with suggestions."""
    instruments, classes = library.vocabulary.instruments, library.vocabulary.instrument_classes
    if group := classes.get(code):
        return render(request, InstrumentClassPage(group, _counts(library)))
    instrument = instruments.get(code)
    if instrument is None:
        if named := instruments.find(code) or classes.find(code):
            return RedirectResponse(links.url("instrument", code=named.code), 301)
        raise NotFound("instrument", code, suggest(code, (*instruments, *classes), links, "instrument"))
    return render(request, _instrument_page(library, instrument))


def _instrument_page(library: Library, instrument: Instrument) -> InstrumentPage:
    group = next(group for group in library.vocabulary.instrument_classes if group.code == instrument.class_code)
    with library.session() as session:
        named = library.vocabulary.named_instruments_of(instrument.code)
        detail = catalogue.instrument_detail(session, instrument.code, PER_GROUP, named)
    found = library.search("", Filters(instrument=(instrument.code,), type=("definition",)), limit=DEFINITIONS)
    return InstrumentPage(instrument, group, detail, tuple(hit.claim for hit in found.hits), GROUPS)


def _counts(library: Library) -> dict[str, CodeCount]:
    with library.session() as session:
        return {count.code: count for count in catalogue.instrument_list(session)}
