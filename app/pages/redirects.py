"""Addresses without a locale: they lead to the page in the language that the browser asks for."""

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from app.web.locale import negotiate

router = APIRouter(include_in_schema=False)
UNPREFIXED = ("search", "countries", "instruments", "entities", "papers", "claims", "citations", "glossary", "about")


def _to_locale(request: Request) -> Response:
    """The same path and query under `/zh` or `/en`. 302, since another visitor may be led elsewhere."""
    locale = negotiate(request.headers.get("accept-language", ""))
    target = request.url.replace(scheme="", netloc="", path=f"/{locale}{request.url.path}")
    return RedirectResponse(str(target), status_code=302, headers={"Vary": "Accept-Language"})


router.add_api_route("/", _to_locale, name="root")
for _part in UNPREFIXED:
    router.add_api_route(f"/{_part}", _to_locale, name=f"root-{_part}")
    router.add_api_route(f"/{_part}/{{rest:path}}", _to_locale, name=f"root-{_part}-below")


@router.get("/favicon.ico")
def favicon(request: Request) -> Response:
    """Browsers that ignore the icon link ask here."""
    return RedirectResponse(str(request.app.url_path_for("static", path="icons/seal.svg")), status_code=301)
