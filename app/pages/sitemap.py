"""What search engines are told: `/robots.txt`, and sitemaps of every page in both languages."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeAlias

from fastapi import APIRouter, Request
from starlette.responses import PlainTextResponse, Response

from app import catalogue
from app.library import Library
from app.web.dependencies import LibraryHere
from app.web.errors import NotFound
from app.web.locale import KNOWN_LOCALES, LANGUAGE_TAGS
from app.web.sitemap import MEDIA_TYPE, Place, as_index, as_sitemap
from app.web.templating import site_origin
from app.web.urls import Links

router = APIRouter(include_in_schema=False)
TOGETHER = 10_000
"""Pages in one sitemap. Each is listed for every language; the protocol allows 50,000 entries."""
ALONE = (
    *("home", "search", "countries", "compare", "matrix", "instruments", "entities", "numbers", "timeline"),
    *("papers", "citations", "works", "works_unsure", "network", "glossary", "about", "keys", "trust"),
)
"""Names of the pages of which there is one."""

Page: TypeAlias = tuple[str, dict[str, str]]
"""The name of a route with the parts of its path."""


@router.get("/robots.txt")
def tell_robots(request: Request) -> Response:
    """Everything may be read; the sitemap says where it is."""
    return PlainTextResponse(f"User-agent: *\nDisallow: /api/v1/search\nSitemap: {site_origin(request)}/sitemap.xml\n")


@router.get("/sitemap.xml")
def list_sitemaps(request: Request, library: LibraryHere) -> Response:
    """The sitemaps that there are."""
    origin = site_origin(request)
    with library.session() as session:
        claims = catalogue.overview(session).claims
        works = catalogue.count_works(session)
    parts = {"pages": _parts(sum(1 for _ in _pages(library))), "claims": _parts(claims), "works": _parts(works)}
    addresses = (f"{origin}/sitemap/{kind}-{n}.xml" for kind, last in parts.items() for n in range(1, last + 1))
    return Response(as_index(addresses), media_type=MEDIA_TYPE)


@router.get("/sitemap/pages-{number:int}.xml")
def list_pages(request: Request, library: LibraryHere, number: int) -> Response:
    """A part of all pages but those of claims and works."""
    start = _start(number)
    return _sitemap(request, islice(_pages(library), start, start + TOGETHER), number)


@router.get("/sitemap/claims-{number:int}.xml")
def list_claims(request: Request, library: LibraryHere, number: int) -> Response:
    """A part of the pages of claims."""
    with library.session() as session:
        uids = catalogue.claim_uids(session, limit=TOGETHER, offset=_start(number))
    return _sitemap(request, [("claim", {"uid": uid}) for uid in uids], number)


@router.get("/sitemap/works-{number:int}.xml")
def list_works(request: Request, library: LibraryHere, number: int) -> Response:
    """A part of the pages of cited works."""
    with library.session() as session:
        uids = catalogue.work_uids(session, limit=TOGETHER, offset=_start(number))
    return _sitemap(request, [("work", {"uid": uid}) for uid in uids], number)


def _pages(library: Library) -> Iterator[Page]:
    """Every page but those of claims and works, in an order that stays while nothing is added."""
    vocabulary = library.vocabulary
    with library.session() as session:
        papers = catalogue.titles_by_slug(session)
        entities = catalogue.entity_list(session)
        quantities = catalogue.quantity_list(session)
    yield from ((name, {}) for name in ALONE)
    yield from (("paper", {"slug": slug}) for slug in papers)
    yield from (("country", {"code": found.code}) for found in vocabulary.countries)
    yield from (("instrument", {"code": str(found.code)}) for found in vocabulary.instrument_classes)
    yield from (("instrument", {"code": found.code}) for found in vocabulary.instruments)
    yield from (("term", {"code": found.code}) for found in vocabulary.glossary)
    yield from (("entity", {"code": found.code}) for found in entities)
    yield from (("quantity", {"key": found.key}) for found in quantities)


def _sitemap(request: Request, pages: Iterable[Page], number: int) -> Response:
    origin = site_origin(request)
    links = {locale: Links(request.app, locale) for locale in KNOWN_LOCALES}
    places = [_place(origin, links, name, parts) for name, parts in pages]
    if not places and number > 1:
        raise NotFound("page", str(number))
    return Response(as_sitemap(places), media_type=MEDIA_TYPE)


def _place(origin: str, links: dict[str, Links], name: str, parts: dict[str, str]) -> Place:
    paths = {locale: link.url(name, None, **parts) for locale, link in links.items()}
    languages = {LANGUAGE_TAGS[locale]: origin + path for locale, path in paths.items()}
    unprefixed = next(path.removeprefix(f"/{locale}") for locale, path in paths.items())
    return Place(languages | {"x-default": origin + unprefixed})


def _start(number: int) -> int:
    if not 1 <= number <= 1_000_000:
        raise NotFound("page", str(number))
    return (number - 1) * TOGETHER


def _parts(count: int) -> int:
    return max(1, -(-count // TOGETHER))
