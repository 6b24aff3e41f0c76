"""One claim: the sentence among its neighbours, its labels and their reasons, and how to quote it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app import catalogue, cite
from app.catalogue.views import ClaimDetail, ClaimView, DepartedClaim, TermPlace
from app.library import Library
from app.library.similar import Likeness
from app.pages.departed import answer_for_claim
from app.search.request import SearchUnavailableError
from app.vocabulary import Term
from app.web.citing import chosen_style, style_for
from app.web.dependencies import LibraryHere, LinksHere
from app.web.representations import link_header
from app.web.templating import render, site_origin
from app.web.terms import linkable
from app.web.text import plain

router = APIRouter(prefix="/{locale:locale}/claims", include_in_schema=False)


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """The context of one claim's page. `quotations` and `reference` are texts to copy."""

    template: ClassVar[str] = "pages/claim.html"
    detail: ClaimDetail
    places: tuple[TermPlace, ...]
    """Where terms are linked in the sentence."""
    terms: tuple[Term, ...]
    """These terms, in the order of the sentence."""
    permalink: str
    quotations: tuple[tuple[str, str], ...]
    reference: str
    style: str
    """The code of the style in which it is cited."""
    was: DepartedClaim | None
    """The earlier wording, for a reader who followed its address."""
    quantities: Mapping[int, str]
    """By its position, the key of the quantity that a figure of the claim is a value of."""
    likeness: Likeness | None
    """What is like it; `None` while there is no usable index."""


@router.get("/{uid}", name="claim")
def show_claim(
    request: Request, library: LibraryHere, links: LinksHere, uid: str, was: Annotated[str, Query()] = ""
) -> Response:
    """One claim; `was` is the uid of an earlier wording, whose address led here."""
    with library.session() as session:
        detail = catalogue.claim_page(session, uid)
        found = catalogue.terms_in_claim(session, uid)
        quantities = catalogue.quantities_in_claim(session, uid)
        earlier = catalogue.departed_claim(session, plain(was)) if was else None
    if detail is None:
        return answer_for_claim(request, library, links, plain(uid))
    if earlier and earlier.successor != uid:
        earlier = None
    places = linkable(found, library.vocabulary.glossary)
    terms = tuple(term for term in (library.vocabulary.glossary.get(place.code) for place in places) if term)
    permalink = site_origin(request) + links.url("claim", uid=uid)
    quoted = quotations(detail.claim, permalink, chosen_style(request))
    style = style_for(request, links.locale)
    reference = cite.reference_text(detail.claim.paper, style)
    likeness = _likeness(library, uid)
    page = ClaimPage(detail, places, terms, permalink, quoted, reference, style, earlier, quantities, likeness)
    answer = render(request, page)
    answer.headers["Link"] = link_header(site_origin(request), "claims", uid)
    return answer


def _likeness(library: Library, uid: str) -> Likeness | None:
    try:
        return library.likeness(uid)
    except SearchUnavailableError:
        return None


def quotations(claim: ClaimView, permalink: str, style: str = "") -> tuple[tuple[str, str], ...]:
    """The claim quoted for a Chinese and for an English text, in `style` or the usual one of each language."""
    return tuple((locale, cite.quotation(claim, locale, permalink, style)) for locale in ("zh", "en"))
