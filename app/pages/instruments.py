"""The policy instruments, one class of them, and one instrument: what it is and who uses it how."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from app import catalogue
from app.catalogue.views import ClaimsByYear, ClaimView, CodeCount, PaperRecord, SubjectDetail
from app.library import Library
from app.library.named import NamedThing, by_instrument, named_of_instrument
from app.pages.sources import Sources
from app.pages.suggestions import suggest
from app.search.request import Filters, Sort
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
RECOMMENDATIONS = 12
EVENTS = 60
"""Claims shown of each of these; a link or the table to download has all."""


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
    """The context of one instrument's page. `sources` numbers the papers that the page cites.

    `definitions` are claims by which papers define it, `recommendations` those in which they advise something about
    it, of `advised` in all; `origin` is the paper that the kind is taken from, if it is here.
    """

    template: ClassVar[str] = "pages/instrument.html"
    instrument: Instrument
    group: InstrumentClass
    detail: SubjectDetail
    origin: PaperRecord | None
    definitions: tuple[ClaimView, ...]
    recommendations: tuple[ClaimView, ...]
    advised: int
    events: ClaimsByYear
    named: Mapping[str | None, tuple[NamedThing, ...]]
    sources: Sources
    shown_groups: int
    corpus: int


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
    code = instrument.code
    with library.session() as session:
        detail = catalogue.instrument_detail(session, code, PER_GROUP, library.vocabulary.named_instruments_of(code))
        events = catalogue.instrument_events(session, code, EVENTS)
        named = named_of_instrument(session, library.vocabulary, code)
        cited = catalogue.papers_by_slug(session, {slug for thing in named for slug in thing.papers})
        origin = catalogue.papers_by_slug(session, [instrument.source[0]]) if instrument.source else {}
        corpus, _changed = catalogue.last_change(session)
    defined, advised = (
        library.search("", Filters(instrument=(code,), type=(kind,)), sort=Sort.PAPER, limit=most)
        for kind, most in (("definition", DEFINITIONS), ("recommendation", RECOMMENDATIONS))
    )
    return InstrumentPage(
        instrument=instrument,
        group=next(one for one in library.vocabulary.instrument_classes if one.code == instrument.class_code),
        detail=detail,
        origin=next(iter(origin.values()), None),
        definitions=tuple(hit.claim for hit in defined.hits),
        recommendations=tuple(hit.claim for hit in advised.hits),
        advised=advised.total,
        events=events,
        named=by_instrument(named, [code]),
        sources=Sources.of((*(one.paper for one in detail.sources), *cited.values())),
        shown_groups=GROUPS,
        corpus=corpus,
    )


def _counts(library: Library) -> dict[str, CodeCount]:
    with library.session() as session:
        return {count.code: count for count in catalogue.instrument_list(session)}
