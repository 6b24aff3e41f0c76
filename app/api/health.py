"""For whoever runs it: is the process up, and can it answer?"""

from http import HTTPStatus

from fastapi import APIRouter
from starlette.responses import JSONResponse, Response

from app.api.problems import problem
from app.api.schemas import Problem
from app.web.dependencies import LibraryHere

router = APIRouter(tags=["health"])


@router.get("/healthz")
def is_up() -> dict[str, str]:
    """The process is up."""
    return {"status": "ok"}


@router.get("/readyz", responses={503: {"model": Problem, "description": "Database or index cannot be used."}})
def is_ready(library: LibraryHere) -> Response:
    """Database and search index are usable; otherwise 503 with what to do."""
    if trouble := library.check():
        return problem(HTTPStatus.SERVICE_UNAVAILABLE, trouble)
    return JSONResponse({"status": "ready"})
