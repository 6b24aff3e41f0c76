"""Citing a paper, a claim, a cited work or a list of them: in every style, and in every format to take away."""

from dataclasses import dataclass
from typing import ClassVar

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from app import catalogue, cite
from app.catalogue.views import ClaimView
from app.library.citing import NoSuchWorkError, Wanted, find_works
from app.pages.choices import Values
from app.web.citing import chosen_style, keep_style, style_for
from app.web.dependencies import LibraryHere, LinksHere
from app.web.errors import NotFound
from app.web.forms import Fields
from app.web.templating import render, site_origin
from app.web.text import plain
from app.web.urls import QueryValue

router = APIRouter(prefix="/{locale:locale}/cite", include_in_schema=False)


@dataclass(frozen=True, slots=True)
class CitePage:
    """The context. `references` is the list in the chosen style; of one work, `styles` has it in each."""

    template: ClassVar[str] = "pages/cite.html"
    style: str
    query: dict[str, QueryValue]
    """What is cited, as the address says it."""
    references: tuple[str, ...]
    styles: tuple[tuple[str, str], ...]
    claim: ClaimView | None
    """The one claim that is quoted, if it is one."""
    quotations: tuple[tuple[str, str], ...]
    back: str
    """The address of this page without its style."""


@router.get("", name="cite")
def show_citing(
    request: Request,
    library: LibraryHere,
    links: LinksHere,
    paper: Values = (),
    claim: Values = (),
    reference: Values = (),
    work: Values = (),
) -> Response:
    """How to cite what the address names; what to do where it names nothing, as a list of which nothing is chosen."""
    wanted = Wanted.of(*(map(plain, names) for names in (paper, claim, reference, work)))
    try:
        with library.session() as session:
            works = find_works(session, wanted) if wanted else []
            quoted = catalogue.claims_by_uid(session, wanted.claims)
    except NoSuchWorkError as error:
        raise NotFound(error.kind, error.name) from error
    chosen, style = chosen_style(request), style_for(request, links.locale)
    query: dict[str, QueryValue] = {
        "paper": wanted.papers,
        "claim": wanted.claims,
        "reference": wanted.entries,
        "work": wanted.works,
    }
    one = quoted[wanted.claims[0]] if len(quoted) == 1 and len(works) == 1 else None
    styles = tuple((code, cite.reference_text(works[0], code)) for code in cite.STYLES) if len(works) == 1 else ()
    permalink = site_origin(request) + links.url("claim", uid=one.uid) if one else ""
    quotations = tuple((code, cite.quotation(one, code, permalink, chosen)) for code in ("zh", "en")) if one else ()
    back = links.url("cite", query=query)
    return render(request, CitePage(style, query, cite.bibliography(works, style), styles, one, quotations, back))


@router.get("/style", name="cite_style_below")
def lead_back(links: LinksHere) -> Response:
    """Where the form is sent to, asked for as a page."""
    return RedirectResponse(links.url("home"))


@router.post("/style", name="cite_style")
def choose(fields: Fields) -> Response:
    """Keeps the style of a form and leads back to its page."""
    asked = dict(fields)
    if "style" not in asked:
        raise HTTPException(422, "The form has no field 'style'.")
    return keep_style(asked["style"], asked.get("back", "/"))
