"""One claim: the sentence among its neighbours, its labels and their reasons, and how to quote it."""

from dataclasses import dataclass
from typing import ClassVar

from fastapi import APIRouter, Request
from starlette.responses import Response

from app import catalogue, cite
from app.catalogue.views import ClaimDetail, ClaimView
from app.web.dependencies import LibraryHere, LinksHere
from app.web.errors import NotFound
from app.web.templating import render, site_origin

router = APIRouter(prefix="/{locale:locale}/claims", include_in_schema=False)


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """The context of one claim's page. `quotations` and `references` are texts to copy, by the code of their style."""

    template: ClassVar[str] = "pages/claim.html"
    detail: ClaimDetail
    permalink: str
    quotations: tuple[tuple[str, str], ...]
    references: tuple[tuple[str, str], ...]


@router.get("/{uid}", name="claim")
def show_claim(request: Request, library: LibraryHere, links: LinksHere, uid: str) -> Response:
    """One claim."""
    with library.session() as session:
        detail = catalogue.claim_page(session, uid)
    if detail is None:
        raise NotFound("claim", uid)
    permalink = site_origin(request) + links.url("claim", uid=uid)
    references = tuple((style, cite.reference_text(detail.claim.paper, style)) for style in cite.STYLES)
    return render(request, ClaimPage(detail, permalink, quotations(detail.claim, permalink), references))


def quotations(claim: ClaimView, permalink: str) -> tuple[tuple[str, str], ...]:
    """The claim quoted for a Chinese and for an English text."""
    return tuple((locale, cite.quotation(claim, locale, permalink)) for locale in ("zh", "en"))
