"""About: method, coverage, limits, and help with queries and keys."""

from dataclasses import dataclass
from typing import ClassVar

from fastapi import APIRouter, Request
from starlette.responses import Response

from app import catalogue
from app.catalogue.views import Overview
from app.web.dependencies import LibraryHere
from app.web.templating import render

router = APIRouter(prefix="/{locale:locale}/about", include_in_schema=False)


@dataclass(frozen=True, slots=True)
class AboutPage:
    """The context of the page about the knowledge base."""

    template: ClassVar[str] = "pages/about.html"
    overview: Overview


@router.get("", name="about")
def show_about(request: Request, library: LibraryHere) -> Response:
    """What this is, with counts of the moment."""
    with library.session() as session:
        page = AboutPage(catalogue.overview(session))
    return render(request, page)
