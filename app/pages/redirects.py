"""Addresses without a locale: they lead to the page in the language that the browser asks for."""

from collections.abc import Iterable

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from app.web.accept import preferred_type
from app.web.locale import negotiate
from app.web.representations import HTML, representations


def router(folders: Iterable[str]) -> APIRouter:
    """Leads from `/`, and from every address in `folders` (`countries`: `/countries/JP`), to its page."""
    made = APIRouter(include_in_schema=False)
    made.add_api_route("/", _to_locale, name="root")
    for folder in folders:
        made.add_api_route(f"/{folder}", _to_locale, name=f"root-{folder}")
        made.add_api_route(f"/{folder}/{{rest:path}}", _to_locale, name=f"root-{folder}-below")
    made.add_api_route("/favicon.ico", _favicon, name="favicon")
    return made


def _to_locale(request: Request) -> Response:
    """The same path and query under `/zh` or `/en`. 302, since another visitor may be led elsewhere.

    A program that asks for data, or for an entry of a reference manager, is led to that instead (303).
    """
    folder, _, name = request.url.path.strip("/").partition("/")
    others = representations(folder, name) if name else {}
    wanted = preferred_type(request.headers.get("accept", ""), (HTML, *others))
    if wanted in others:
        return RedirectResponse(others[wanted], status_code=303, headers={"Vary": "Accept"})
    locale = negotiate(request.headers.get("accept-language", ""))
    target = request.url.replace(scheme="", netloc="", path=f"/{locale}{request.url.path}")
    return RedirectResponse(str(target), status_code=302, headers={"Vary": "Accept, Accept-Language"})


def _favicon(request: Request) -> Response:
    """Browsers that ignore the icon link ask here."""
    return RedirectResponse(str(request.app.url_path_for("static", path="icons/seal.svg")), status_code=301)
