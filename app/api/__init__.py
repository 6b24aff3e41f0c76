"""The JSON side: twins of the pages under /api/v1, health, and their description at /api/docs."""

from fastapi import APIRouter, FastAPI

from app.api import (
    comparing,
    docs,
    entities,
    export,
    glossary,
    health,
    notebook,
    numbers,
    oai,
    papers,
    problems,
    search,
    subjects,
    suggest,
    trust,
    works,
)

OPENAPI_URL = "/api/openapi.json"


def install(app: FastAPI) -> None:
    """Gives `app` the JSON side. Call it before `web.install`, whose error pages pass these paths on."""
    problems.install_handlers(app)
    twins = APIRouter(prefix="/api/v1")
    parts = (search, suggest, export, subjects, comparing, entities, numbers, papers, works, notebook, glossary, trust)
    for part in parts:
        twins.include_router(part.router)
    app.include_router(twins)
    app.include_router(oai.router)
    app.include_router(health.router)
    app.include_router(docs.router)
