"""Errors as `application/problem+json` (RFC 9457): every one says in `detail` what to do."""

from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from app.api.schemas import Problem

MEDIA_TYPE = "application/problem+json"

NOT_FOUND: dict[int | str, dict[str, Any]] = {404: {"model": Problem, "description": "There is no such thing."}}
GONE: dict[int | str, dict[str, Any]] = {410: {"model": Problem, "description": "It was here once."}}
INVALID: dict[int | str, dict[str, Any]] = {422: {"model": Problem, "description": "A parameter is not understood."}}
UNAVAILABLE: dict[int | str, dict[str, Any]] = {503: {"model": Problem, "description": "The index cannot be used."}}
"""What operations declare of their errors."""


def problem(status: int, detail: str, errors: list[dict[str, Any]] | None = None) -> Response:
    """An error answer with the standard phrase as its title."""
    body = Problem(title=HTTPStatus(status).phrase, status=status, detail=detail, errors=errors)
    return JSONResponse(body.model_dump(exclude_none=True), status, media_type=MEDIA_TYPE)


def install_handlers(app: FastAPI) -> None:
    """Answers every error as a problem; the pages put their own handlers before these for their own paths."""
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(Exception, _crash)


def _http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - the type it is registered for
    detail = error.detail
    if error.status_code == HTTPStatus.NOT_FOUND and detail == HTTPStatus.NOT_FOUND.phrase:
        detail = f"There is nothing at {request.url.path[:200]}; /api/docs lists what there is."
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        detail = "This address is not asked in that way; /api/docs lists what there is."
    answer = problem(error.status_code, detail)
    answer.headers.update(error.headers or {})
    return answer


def _invalid(_request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - the type it is registered for
    errors = [{"name": str(one["loc"][-1]), "detail": one["msg"]} for one in error.errors()]
    detail = "; ".join(f"{one['name']}: {one['detail']}" for one in errors)
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, f"{detail}. See /api/docs.", errors)


def _crash(_request: Request, _error: Exception) -> Response:
    return problem(
        HTTPStatus.INTERNAL_SERVER_ERROR,
        "Something went wrong on our side and is in the server's log. Try again; if it stays, report the address.",
    )
