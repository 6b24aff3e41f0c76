"""One term: its names, what it means in both languages, who defines it and where it stands, by paper and year."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from fastapi import APIRouter, Query, Request
from starlette.responses import RedirectResponse, Response

from app import catalogue
from app.catalogue.views import ClaimView, PaperRecord, TermDetail
from app.library import Library
from app.pages.suggestions import suggest
from app.vocabulary import Term, TermLinks
from app.web.dependencies import LibraryHere, LinksHere, PageNumber
from app.web.errors import NotFound
from app.web.paging import Paging, read_page
from app.web.templating import render
from app.web.text import plain

router = APIRouter(prefix="/{locale:locale}/glossary", include_in_schema=False)
PER_PAPER = 3
"""Claims shown of each paper; a link leads to the rest."""
DEFINITIONS = 4
"""Definitions that stand open; the others are folded away."""
SIZE = 20


@dataclass(frozen=True, slots=True)
class TermPage:
    """The context of one term's page."""

    template: ClassVar[str] = "pages/term.html"
    term: Term
    links: TermLinks
    see_also: tuple[Term, ...]
    detail: TermDetail
    definitions: int


@dataclass(frozen=True, slots=True)
class TermPaperPage:
    """The context of all claims of one paper that name a term."""

    template: ClassVar[str] = "pages/term_paper.html"
    term: Term
    paper: PaperRecord
    claims: tuple[ClaimView, ...]
    paging: Paging


@router.get("/{code}", name="term")
def show_term(
    request: Request,
    library: LibraryHere,
    links: LinksHere,
    code: str,
    paper: Annotated[str, Query()] = "",
    page: PageNumber = "",
) -> Response:
    """One term. A name (东盟, 東協) leads to the code; others get 404 with suggestions."""
    glossary = library.vocabulary.glossary
    term = glossary.get(code)
    if term is None:
        if named := glossary.find(plain(code)):
            return RedirectResponse(links.url("term", code=named.code), 301)
        raise NotFound("term", code, suggest(code, glossary, links, "term"))
    if paper:
        return render(request, _in_paper(library, term, plain(paper), read_page(page)))
    with library.session() as session:
        detail = catalogue.term_detail(session, term.code, per_group=PER_PAPER)
    see_also = tuple(other for other in map(glossary.get, term.see_also) if other)
    return render(request, TermPage(term, library.vocabulary.links_of(term), see_also, detail, DEFINITIONS))


def _in_paper(library: Library, term: Term, slug: str, number: int) -> TermPaperPage:
    with library.session() as session:
        found = catalogue.term_claims_of(session, term.code, slug, SIZE, (number - 1) * SIZE)
    paging = Paging.of(number, SIZE, found.total)
    if not found.claims:
        raise NotFound("paper", slug)
    return TermPaperPage(term, found.claims[0].paper, found.claims, paging)
