"""The JSON side: twins of the pages under /api/v1, health, and their description at /api/docs."""

from fastapi import APIRouter, FastAPI

from app.api import (
    citing,
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
    timeline,
    trust,
    works,
)

OPENAPI_URL = "/api/openapi.json"


def install(app: FastAPI) -> None:
    """Gives `app` the JSON side. Call it before `web.install`, whose error pages pass these paths on."""
    problems.install_handlers(app)
    twins = APIRouter(prefix="/api/v1")
    reading = (search, suggest, export, citing, subjects, comparing, entities, numbers, timeline, papers, works)
    for part in (*reading, notebook, glossary, trust):
        twins.include_router(part.router)
    app.include_router(twins)
    app.include_router(oai.router)
    app.include_router(health.router)
    app.include_router(docs.router)
