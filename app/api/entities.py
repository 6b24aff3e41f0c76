"""Entities: the list, the list as a table, and one of them with its claims over time."""

from http import HTTPStatus
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from app import catalogue
from app.api import schemas
from app.api.dependencies import Limit, Offset, Shape
from app.api.downloads import CSV
from app.api.problems import INVALID, NOT_FOUND
from app.library import Library
from app.library.entities import EntityEntry, EntityFilter, entity_entries
from app.web.dependencies import LibraryHere
from app.web.downloads import csv_answer
from app.web.templating import site_origin
from app.web.text import plain

router = APIRouter(prefix="/entities", tags=["entities"])
Kind = Literal["agreement", "document", "programme", "network", "dialogue", "event", "prize", "institution", "person"]
COLUMNS = ("code", "kind", "zh", "en", "countries", "variants_zh", "variants_en", "claims", "papers")


@router.get("", responses=INVALID)
def list_entities(
    request: Request,
    library: LibraryHere,
    q: Annotated[str, Query(description="A part of a name in either language.", examples=["皇家"])] = "",
    kind: Annotated[Kind | None, Query(description="What the entities are.")] = None,
    country: Annotated[str, Query(description="Code of a party or a home.")] = "",
    paper: Annotated[str, Query(description="Slug: only entities that this paper names, counted in it.")] = "",
    limit: Limit = 100,
    offset: Offset = 0,
) -> schemas.EntitiesAnswer:
    """Entities that claims name, the most frequent first."""
    wanted = EntityFilter(plain(q), kind or "", plain(country))
    found = [entry for entry in _entries(library, plain(paper)) if wanted.takes(entry)]
    entities = [schemas.EntityOut(**_fields(entry, request)) for entry in found[offset : offset + limit]]
    return schemas.EntitiesAnswer(query=q, total=len(found), limit=limit, offset=offset, entities=entities)


@router.get(".csv", response_class=Response, responses=CSV)
def download_csv(library: LibraryHere) -> Response:
    """All of them as a table: UTF-8 with a byte order mark, so that spreadsheets read it rightly."""
    return csv_answer(map(_row, _entries(library)), COLUMNS, "kewai-entities")


@router.get("/{code}", responses=NOT_FOUND)
def show_entity(
    request: Request,
    library: LibraryHere,
    shape: Shape,
    code: str,
    paper: Annotated[str, Query(description="Slug: only claims of this paper.")] = "",
    other: Annotated[str, Query(alias="with", description="Code: only claims that also name this entity.")] = "",
    limit: Limit = 20,
    offset: Offset = 0,
) -> schemas.EntityAnswer:
    """One entity that claims name (`gb-royal-society`), with its claims by the years they tell of."""
    with library.session() as session:
        detail = catalogue.entity_detail(session, plain(code))
        if detail is None:
            raise HTTPException(
                HTTPStatus.NOT_FOUND, f"No claim names an entity {code[:80]!r}; /api/v1/entities?q= finds them by name."
            )
        asked = {"paper": plain(paper), "together": plain(other)}
        claims = catalogue.entity_claims(session, plain(code), **asked, limit=limit, offset=offset)
    entry = EntityEntry.of(detail.count, library.vocabulary)
    together = entity_entries(detail.together, library.vocabulary)
    return schemas.EntityAnswer(
        **_fields(entry, request),
        **_known_fields(entry),
        printed=[schemas.PrintedName.model_validate(name) for name in detail.names],
        said=detail.said,
        events=[schemas.EventCountOut.model_validate(event) for event in detail.events],
        together=[schemas.EntityOut(**_fields(one, request)) for one in together],
        sources=[schemas.SourceCount.model_validate(source) for source in detail.sources],
        total=claims.total,
        limit=limit,
        offset=offset,
        years=[
            schemas.EntityYear(year=year, claims=[shape.claim(claim) for claim in group])
            for year, group in claims.years
        ],
    )


def _entries(library: Library, paper: str = "") -> tuple[EntityEntry, ...]:
    with library.session() as session:
        counts = catalogue.entities_in_paper(session, paper) if paper else catalogue.entity_list(session)
    return entity_entries(counts, library.vocabulary)


def _fields(entry: EntityEntry, request: Request) -> dict[str, Any]:
    names = schemas.EntityOut.model_fields.keys() - {"described", "url"}
    return {name: getattr(entry, name) for name in names} | {
        "described": entry.known is not None,
        "url": f"{site_origin(request)}/entities/{entry.code}",
    }


def _known_fields(entry: EntityEntry) -> dict[str, Any]:
    names = ("instrument", "term", "start_year", "end_year")
    fields: dict[str, Any] = {name: getattr(entry.known, name, None) for name in names}
    return fields | {name: list(getattr(entry.known, name, ())) for name in ("variants_zh", "variants_en")}


def _row(entry: EntityEntry) -> dict[str, Any]:
    return {name: getattr(entry, name, None) for name in COLUMNS} | {
        name: getattr(entry.known, name, ()) for name in ("variants_zh", "variants_en")
    }
