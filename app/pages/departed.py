"""Addresses of what is here no more: they lead on, or say that it is gone and what stands for it (status 410)."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import ClassVar

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from app import catalogue
from app.catalogue.views import ClaimView, DepartedClaim, DepartedPaper
from app.web.dependencies import LibraryHere
from app.web.errors import NotFound
from app.web.templating import render
from app.web.urls import Links


@dataclass(frozen=True, slots=True)
class DepartedClaimPage:
    """The context for a claim that is gone; `successor` is what stands for it now."""

    template: ClassVar[str] = "errors/gone_claim.html"
    departed: DepartedClaim
    successor: ClaimView | None


@dataclass(frozen=True, slots=True)
class DepartedPaperPage:
    """The context for a paper that was taken out."""

    template: ClassVar[str] = "errors/gone_paper.html"
    departed: DepartedPaper


def answer_for_claim(request: Request, library: LibraryHere, links: Links, uid: str) -> Response:
    """Leads to the corrected sentence, or says what became of it. Raises `NotFound` for what never was a claim.

    The redirect is temporary (302): a correction may be taken back, and browsers would keep a permanent one.
    """
    with library.session() as session:
        departed = catalogue.departed_claim(session, uid)
        if departed is None:
            raise NotFound("claim", uid)
        if departed.successor and departed.corrected:
            return RedirectResponse(links.url("claim", {"was": uid}, uid=departed.successor), HTTPStatus.FOUND)
        found = catalogue.claims_by_uid(session, [departed.successor] if departed.successor else [])
    return render(request, DepartedClaimPage(departed, next(iter(found.values()), None)), HTTPStatus.GONE)


def answer_for_paper(request: Request, library: LibraryHere, slug: str) -> Response:
    """Says that the paper was taken out. Raises `NotFound` for one that never was here."""
    with library.session() as session:
        departed = catalogue.departed_paper(session, slug)
    if departed is None:
        raise NotFound("paper", slug)
    return render(request, DepartedPaperPage(departed), HTTPStatus.GONE)
