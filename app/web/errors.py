"""Errors as pages in the visitor's language. The JSON side keeps its own handlers: these pass its paths on."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, ClassVar

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from app.library import ModeUnavailableError, SearchUnavailableError
from app.web.security import secure
from app.web.templating import render

NOT_PAGES = ("/api/", "/healthz", "/readyz", "/oai")
Handler = Callable[[Request, Any], Response | Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A page that the visitor may have meant: its name and address."""

    label: str
    url: str


class NotFound(HTTPException):
    """There is no such thing. `what` is a noun of the domain (`country`, `paper`, `page` …), `asked` what was given."""

    def __init__(self, what: str, asked: str, suggestions: tuple[Suggestion, ...] = ()) -> None:
        super().__init__(HTTPStatus.NOT_FOUND, f"There is no {what} {asked[:80]!r}.")
        self.what = what
        self.asked = asked
        self.suggestions = suggestions


@dataclass(frozen=True, slots=True)
class NotFoundPage:
    """The page for an address that leads nowhere: says what was looked for and where to go on."""

    template: ClassVar[str] = "errors/not_found.html"
    what: str
    asked: str
    suggestions: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """The page for any other error."""

    template: ClassVar[str] = "errors/error.html"
    status: int
    phrase: str


def install_handlers(app: FastAPI) -> None:
    """Answers errors on pages as pages; what `app` had registered before goes on answering for the JSON side."""
    handlers: dict[type[Exception], Handler] = {
        HTTPException: _http_error,
        RequestValidationError: _invalid,
        SearchUnavailableError: _no_index,
        ModeUnavailableError: _no_mode,
        Exception: _crash,
    }
    for kind, ours in handlers.items():
        app.add_exception_handler(kind, _pages_or(ours, app.exception_handlers.get(kind, _plain)))


def _pages_or(ours: Handler, theirs: Handler) -> Callable[[Request, Exception], Awaitable[Response]]:
    async def handle(request: Request, error: Exception) -> Response:
        handler = theirs if request.url.path.startswith(NOT_PAGES) else ours
        answer = handler(request, error)
        response = answer if isinstance(answer, Response) else await answer
        secure(response.headers)
        return response

    return handle


async def _http_error(request: Request, error: HTTPException) -> Response:
    if error.status_code == HTTPStatus.NOT_FOUND:
        what = getattr(error, "what", "address")
        asked = getattr(error, "asked", request.url.path)
        page = NotFoundPage(what, asked, getattr(error, "suggestions", ()))
        return await run_in_threadpool(render, request, page, error.status_code)
    response = await run_in_threadpool(render, request, _error_page(error.status_code), error.status_code)
    response.headers.update(error.headers or {})
    return response


async def _invalid(request: Request, _error: RequestValidationError) -> Response:
    return await run_in_threadpool(render, request, _error_page(HTTPStatus.BAD_REQUEST), HTTPStatus.BAD_REQUEST)


async def _no_index(request: Request, _error: SearchUnavailableError) -> Response:
    status = HTTPStatus.SERVICE_UNAVAILABLE
    return await run_in_threadpool(render, request, _error_page(status), status)


async def _no_mode(request: Request, _error: ModeUnavailableError) -> Response:
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    return await run_in_threadpool(render, request, _error_page(status), status)


async def _crash(request: Request, _error: Exception) -> Response:
    status = HTTPStatus.INTERNAL_SERVER_ERROR
    return await run_in_threadpool(render, request, _error_page(status), status)


def _plain(_request: Request, _error: Exception) -> Response:
    return JSONResponse({"title": "Internal Server Error", "status": 500}, 500, media_type="application/problem+json")


def _error_page(status: int) -> ErrorPage:
    return ErrorPage(status, HTTPStatus(status).phrase)
