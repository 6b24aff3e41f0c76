"""Forms that are sent with POST: read within bounds, and only when one of our own pages sent them."""

from http import HTTPStatus
from typing import Annotated
from urllib.parse import parse_qsl

from fastapi import Depends, Request
from starlette.exceptions import HTTPException

from app.web.templating import site_origin

MOST_BYTES = 4_000_000
MOST_FIELDS = 2_000
_OURS = ("same-origin", "none")


async def read_form(request: Request) -> list[tuple[str, str]]:
    """The fields of a form as they were sent, in their order.

    Raises `HTTPException`: 403 when another site sent it, 415 when it is no form, 413 when it is too large.
    """
    if not is_ours(request):
        raise HTTPException(HTTPStatus.FORBIDDEN, "Only a page of this site may send this.")
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/x-www-form-urlencoded":
        raise HTTPException(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "Send a form as application/x-www-form-urlencoded.")
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"A form may have {MOST_BYTES:,} bytes.")
    try:
        return parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError as error:
        raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"A form may have {MOST_FIELDS:,} fields.") from error


def is_ours(request: Request) -> bool:
    """Whether the request comes from a page of this site, or from no page at all.

    By `Sec-Fetch-Site` (Fetch Metadata Request Headers, W3C), which no script can set; browsers without it tell
    `Origin` with every POST (RFC 6454). A program sends neither, and holds nothing that a site could misuse.
    """
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site in _OURS
    origin = request.headers.get("origin")
    return origin is None or origin in (site_origin(request), str(request.base_url).rstrip("/"))


Fields = Annotated[list[tuple[str, str]], Depends(read_form)]
