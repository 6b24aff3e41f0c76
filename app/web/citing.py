"""The style in which a reader cites: chosen once, kept by the browser, for one page said in its address."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from http import HTTPStatus

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from app import cite

COOKIE = "kewai-style"
_YEAR = 365 * 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom a page is drawn: where this site is for links that leave it, and the style that was chosen or none."""

    origin: str = ""
    style: str = ""


_NOBODY = Reader()
_reader: ContextVar[Reader] = ContextVar("reader")


@contextmanager
def reading(reader: Reader) -> Iterator[None]:
    """Templates drawn within are drawn for `reader`."""
    token = _reader.set(reader)
    try:
        yield
    finally:
        _reader.reset(token)


def reader() -> Reader:
    """For whom the page is drawn."""
    return _reader.get(_NOBODY)


def chosen_style(request: Request) -> str:
    """The code of the style that the address asks for, else of the one that the reader keeps; empty for none."""
    for code in (request.query_params.get("style"), request.cookies.get(COOKIE)):
        if code in cite.STYLES:
            return code
    return ""


def style_for(request: Request, locale: str) -> str:
    """The chosen style, else the one that is usual in the language of `locale`."""
    return chosen_style(request) or cite.USUAL[locale]


def keep_style(code: str, back: str) -> Response:
    """Leads `back` to a page of this site, and keeps the style; what is no style is forgotten."""
    safe = back if back.startswith("/") and not back.startswith(("//", "/\\")) else "/"
    answer = RedirectResponse(safe, HTTPStatus.SEE_OTHER)
    if code in cite.STYLES:
        answer.set_cookie(COOKIE, code, max_age=_YEAR, httponly=True, samesite="lax")
    else:
        answer.delete_cookie(COOKIE)
    return answer


def quotation(claim: cite.Quotable, locale: str) -> str:
    """A claim as a quotation for the reader of the page."""
    return cite.quotation(claim, locale, style=reader().style)


def reference(record: cite.Citable, locale: str) -> str:
    """A reference for the reader of the page."""
    return cite.reference_text(record, reader().style or cite.USUAL[locale])


def permanent(path: str) -> str:
    """A path of this site as an address that leaves it."""
    return reader().origin + path
