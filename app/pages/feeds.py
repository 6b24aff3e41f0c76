"""What other programs follow: Atom feeds of a search and of new papers, and how browsers search here."""

from datetime import UTC, datetime
from itertools import islice
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from app import catalogue, cite
from app.catalogue.views import ClaimView, PaperRecord
from app.library import Library, Results
from app.pages.choices import Choices, read_choices
from app.pages.searching import searching
from app.web.dependencies import LibraryHere, LinksHere
from app.web.feeds import ATOM_TYPE, OPENSEARCH_TYPE, SUGGESTIONS_TYPE, Entry, Feed, as_atom, as_opensearch
from app.web.filters import excerpt
from app.web.locale import LANGUAGE_TAGS
from app.web.templating import site_origin
from app.web.urls import Links

router = APIRouter(prefix="/{locale:locale}", include_in_schema=False)
MOST = 50
"""Entries of a feed: claims of the papers that were added last."""
_TERMS = "{searchTerms}"
_NAMES = {
    "zh": ("科外", "在中国科技外交文献的论断中检索"),
    "en": ("Kewai", "Claims of Chinese papers on S&T diplomacy"),
}
"""Of the site, short, and what is searched."""


@router.get("/search/feed", name="search_feed")
def follow_search(
    request: Request, library: LibraryHere, links: LinksHere, choices: Annotated[Choices, Depends(read_choices)]
) -> Response:
    """What a search finds, the papers that were added last first. A filter that names nothing gets 404."""
    with searching(library, links, choices) as results:
        entries = _entries(library, results, choices, links, site_origin(request))
    origin, query = site_origin(request), choices.query()
    feed = Feed(
        title=f"{_NAMES[links.locale][0]}: {excerpt(choices.q, 80)}" if choices.q else _NAMES[links.locale][0],
        language=LANGUAGE_TAGS[links.locale],
        address=origin + links.url("search_feed", query),
        page=origin + links.url("search", query),
        updated=_newest(entries),
        entries=entries,
    )
    return Response(as_atom(feed), media_type=ATOM_TYPE)


@router.get("/feed", name="papers_feed")
def follow_papers(request: Request, library: LibraryHere, links: LinksHere) -> Response:
    """The papers, those that were added last first."""
    origin = site_origin(request)
    with library.session() as session:
        added = catalogue.newest_papers(session, MOST)
    entries = tuple(_paper_entry(record, when, links, origin) for record, when in added)
    feed = Feed(
        title=_NAMES[links.locale][0],
        language=LANGUAGE_TAGS[links.locale],
        address=origin + links.url("papers_feed"),
        page=origin + links.url("papers"),
        updated=_newest(entries),
        entries=entries,
    )
    return Response(as_atom(feed), media_type=ATOM_TYPE)


@router.get("/opensearch.xml", name="opensearch")
def describe_search(request: Request, links: LinksHere) -> Response:
    """How to search here, for browsers."""
    origin = site_origin(request)
    name, description = _NAMES[links.locale]
    addresses = (
        ("text/html", f"{origin}{links.url('search')}?q={_TERMS}"),
        (ATOM_TYPE, f"{origin}{links.url('search_feed')}?q={_TERMS}"),
        (
            SUGGESTIONS_TYPE,
            f"{origin}{links.twin('/suggest/browser')}?locale={links.locale}&q={_TERMS}",
        ),
    )
    document = as_opensearch(name, description, LANGUAGE_TAGS[links.locale], addresses)
    return Response(document, media_type=OPENSEARCH_TYPE)


def _entries(library: Library, results: Results, choices: Choices, links: Links, origin: str) -> tuple[Entry, ...]:
    """The claims found, paper by paper, until there are enough."""
    found = results.page(choices.filters(), limit=0, facets=("paper",)).facets["paper"]
    papers = {value.code for value in found}
    with library.session() as session:
        changed = catalogue.changes_by_slug(session)
    newest = sorted(papers & changed.keys(), key=lambda slug: (changed[slug], slug), reverse=True)
    claims = (claim for slug in newest for claim in results.claims(choices.with_values("paper", (slug,)).filters()))
    return tuple(_entry(claim, changed[claim.paper.slug], links, origin) for claim in islice(claims, MOST))


def _newest(entries: tuple[Entry, ...]) -> datetime:
    return max((entry.updated for entry in entries), default=datetime.fromtimestamp(0, UTC))


def _paper_entry(record: PaperRecord, added: datetime, links: Links, origin: str) -> Entry:
    address = origin + links.url("paper", slug=record.slug)
    names = (record.title_en, record.title) if links.locale == "en" else (record.title, record.title_en)
    title = next(filter(None, names), record.slug)
    authors = tuple(record.authors or record.authors_en)
    return Entry(f"{origin}/papers/{record.slug}", title, address, added, authors, cite.reference_text(record))


def _entry(claim: ClaimView, changed: datetime, links: Links, origin: str) -> Entry:
    address = origin + links.url("claim", uid=claim.uid)
    text = claim.text_en if links.locale == "en" and claim.text_en else claim.text
    authors = claim.paper.authors or claim.paper.authors_en
    return Entry(f"{origin}/claims/{claim.uid}", excerpt(text, 80), address, changed, tuple(authors), text)
