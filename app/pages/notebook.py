"""The notebook: claims that a reader collected, in their order, with notes, to be taken away or passed on.

It is kept in the reader's browser. This page draws what an address or a form says and keeps nothing: scripts ask for
it with the ids that the browser holds, and without scripts the address is the notebook.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import ClassVar

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from app import catalogue, cite
from app.catalogue.views import ClaimView
from app.cite.notebook import Draft, Notebook, NotebookError, read_fields, read_notebook
from app.library import Library
from app.pages.arranging import in_order, moved, without
from app.web.citing import chosen_style
from app.web.dependencies import LibraryHere, LinksHere
from app.web.errors import NotFound
from app.web.forms import Fields
from app.web.names import Names
from app.web.notebook import FORMATS, Wishes, draft_of, file_of
from app.web.templating import render, site_origin
from app.web.urls import Links, QueryValue

router = APIRouter(prefix="/{locale:locale}/notebook", include_in_schema=False)
LONGEST_LINK = 2000
"""Characters of an address that mail programs and messengers leave whole: longer ones go without notes."""


@dataclass(frozen=True, slots=True)
class NotebookPage:
    """The context of the page. `claims` are those that are known, by id; `draft` has their footnotes."""

    template: ClassVar[str] = "pages/notebook.html"
    notebook: Notebook
    claims: Mapping[str, ClaimView]
    draft: Draft
    wishes: Wishes
    styles: tuple[str, ...]
    share: str
    """The notebook as a link, with its notes where they are short."""
    left_out: bool
    """Whether the link is without the notes."""
    problem: NotebookError | None
    """Why what was given could not be read."""


@router.get("", name="notebook")
def show_notebook(request: Request, library: LibraryHere, links: LinksHere) -> Response:
    """The notebook that the address says. An order asked for leads to the address of the notebook in that order."""
    asked = dict(request.query_params)
    try:
        notebook = read_fields(request.query_params.multi_items())
    except NotebookError as error:
        return _page(request, library, links, Notebook(), asked, error)
    arranged = _arranged(notebook, library, links, asked)
    if arranged is not None:
        target = links.url("notebook", query=_query(arranged) | {"style": asked.get("style")})
        return RedirectResponse(target, HTTPStatus.SEE_OTHER)
    return _page(request, library, links, notebook, asked)


@router.get("/{rest}", name="notebook_below")
def lead_back(links: LinksHere, rest: str) -> Response:
    """Where forms are sent to, asked for as a page: there is nothing to see but the notebook."""
    if rest not in ("export", "import"):
        raise NotFound("page", rest)
    return RedirectResponse(links.url("notebook"), HTTPStatus.SEE_OTHER)


@router.post("/import", name="notebook_import")
def take_in(request: Request, library: LibraryHere, links: LinksHere, fields: Fields) -> Response:
    """The notebook in a file or link, given as the field `notebook`; one that cannot be read is answered with 422."""
    text = next((value for name, value in fields if name == "notebook"), "")
    try:
        return _page(request, library, links, read_notebook(text), {})
    except NotebookError as error:
        return _page(request, library, links, Notebook(), {}, error)


@router.post("/export", name="notebook_export")
def take_away(request: Request, library: LibraryHere, links: LinksHere, fields: Fields) -> Response:
    """The notebook of a form as a file."""
    asked = dict(fields)
    if asked.get("format") not in FORMATS:
        raise NotFound("page", asked.get("format", ""))
    try:
        notebook = read_fields(fields)
    except NotebookError as error:
        return _page(request, library, links, Notebook(), asked, error)
    claims = _claims(library, notebook)
    wishes = _wishes(request, asked, links.locale)
    return file_of(notebook, claims, _draft(request, links, notebook, claims, wishes), asked["format"])


def _page(
    request: Request,
    library: Library,
    links: Links,
    notebook: Notebook,
    asked: Mapping[str, str],
    problem: NotebookError | None = None,
) -> Response:
    claims = _claims(library, notebook)
    wishes = _wishes(request, asked, links.locale)
    draft = _draft(request, links, notebook, claims, wishes)
    share = links.url("notebook", query=_query(notebook))
    left_out = len(share) > LONGEST_LINK and any(entry.note for entry in notebook.entries)
    if left_out:
        share = links.url("notebook", query={"claim": [entry.id for entry in notebook.entries]})
    address = site_origin(request) + share
    page = NotebookPage(notebook, claims, draft, wishes, (*cite.STYLES,), address, left_out, problem)
    return render(request, page, HTTPStatus.UNPROCESSABLE_ENTITY if problem else HTTPStatus.OK)


def _wishes(request: Request, asked: Mapping[str, str], locale: str) -> Wishes:
    """What an address or a form asks for, else in the style that the reader keeps."""
    return Wishes.read(asked.get("style") or chosen_style(request), asked.get("language", ""), locale)


def _arranged(notebook: Notebook, library: Library, links: Links, asked: Mapping[str, str]) -> Notebook | None:
    """The notebook as a button asks for it; `None` when none was pressed."""
    if "up" in asked:
        return moved(notebook, asked["up"], -1)
    if "down" in asked:
        return moved(notebook, asked["down"], 1)
    if "remove" in asked:
        return without(notebook, asked["remove"])
    if "order" in asked:
        names = Names(lambda: library.vocabulary, links.locale)
        return in_order(notebook, asked["order"], _claims(library, notebook), names.country)
    return None


def _query(notebook: Notebook) -> dict[str, QueryValue]:
    notes = {f"note-{entry.id}": entry.note for entry in notebook.entries}
    return {"title": notebook.title, "claim": [entry.id for entry in notebook.entries], **notes}


def _claims(library: Library, notebook: Notebook) -> dict[str, ClaimView]:
    with library.session() as session:
        return catalogue.claims_by_uid(session, (entry.id for entry in notebook.entries))


def _draft(
    request: Request, links: Links, notebook: Notebook, claims: Mapping[str, ClaimView], wishes: Wishes
) -> Draft:
    origin = site_origin(request)
    return draft_of(notebook, claims, wishes, lambda id: origin + links.url("claim", uid=id))
