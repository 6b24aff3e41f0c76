"""The glossary, and one term with the claims that use it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, ClassVar

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app import catalogue
from app.catalogue.views import ClaimView
from app.pages.suggestions import suggest
from app.vocabulary import Term
from app.vocabulary.names import name_key
from app.web.dependencies import LibraryHere, LinksHere, PageNumber
from app.web.errors import NotFound
from app.web.paging import Paging, read_page
from app.web.templating import render
from app.web.text import plain

router = APIRouter(prefix="/{locale:locale}/glossary", include_in_schema=False)
SIZE = 20
KINDS = (
    "concept",
    "instrument",
    "policy",
    "programme",
    "document",
    "institution",
    "actor",
    "person",
    "place",
    "field",
)
"""Kinds of terms in the order in which they are shown; kinds that are not named here come last."""


@dataclass(frozen=True, slots=True)
class GlossaryPage:
    """The context of the glossary: terms by kind, those that match `q` if one was asked."""

    template: ClassVar[str] = "pages/glossary.html"
    q: str
    total: int
    groups: tuple[tuple[str, tuple[Term, ...]], ...]


@dataclass(frozen=True, slots=True)
class TermPage:
    """The context of one term's page: the claims in which one of its names stands."""

    template: ClassVar[str] = "pages/term.html"
    term: Term
    see_also: tuple[Term, ...]
    claims: tuple[ClaimView, ...]
    paging: Paging


@router.get("", name="glossary")
def list_terms(request: Request, library: LibraryHere, q: Annotated[str, Query()] = "") -> Response:
    """All terms, or those with `q` in one of their names, in either language and script."""
    q = plain(q)
    terms = [term for term in library.vocabulary.glossary if matches(term, q)]
    return render(request, GlossaryPage(q, len(library.vocabulary.glossary), by_kind(terms)))


@router.get("/{code}", name="term")
def show_term(request: Request, library: LibraryHere, links: LinksHere, code: str, page: PageNumber = "") -> Response:
    """One term."""
    glossary = library.vocabulary.glossary
    term = glossary.get(code)
    if term is None:
        raise NotFound("term", code, suggest(code, glossary, links, "term"))
    number = read_page(page)
    with library.session() as session:
        found = catalogue.term_claims(session, tuple(term.names()), limit=SIZE, offset=(number - 1) * SIZE)
    see_also = tuple(other for other in map(glossary.get, term.see_also) if other)
    return render(request, TermPage(term, see_also, found.claims, Paging.of(number, SIZE, found.total)))


def by_kind(terms: Iterable[Term]) -> tuple[tuple[str, tuple[Term, ...]], ...]:
    """The terms by kind; kinds without any are left out."""
    groups: dict[str, list[Term]] = {kind: [] for kind in KINDS}
    for term in terms:
        groups.setdefault(term.kind, []).append(term)
    return tuple((kind, tuple(members)) for kind, members in groups.items() if members)


def matches(term: Term, q: str) -> bool:
    """Whether one of the term's names holds `q`, whatever the script, case and punctuation."""
    wanted = name_key(q)
    return any(wanted in name_key(name) for name in term.names()) if wanted or not q else False
