"""Papers, claims and citations."""

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.exceptions import HTTPException

from app import catalogue
from app.api.dependencies import Limit, Offset, Shape
from app.api.problems import GONE, NOT_FOUND
from app.api.schemas import CitationsAnswer, ClaimAnswer, PaperAnswer, PaperOut, SimilarAnswer
from app.catalogue.views import DepartedClaim
from app.web.dependencies import LibraryHere
from app.web.text import plain

router = APIRouter()


@router.get("/papers", tags=["papers"])
def list_papers(library: LibraryHere, shape: Shape, limit: Limit = 100, offset: Offset = 0) -> list[PaperOut]:
    """Papers in the order of their slugs, with what each holds."""
    with library.session() as session:
        return [shape.paper(summary) for summary in catalogue.list_papers(session, limit, offset)]


@router.get("/papers/{slug}", tags=["papers"], responses=NOT_FOUND | GONE)
def show_paper(library: LibraryHere, shape: Shape, slug: str) -> PaperAnswer:
    """One paper with its full text as sections of claims."""
    with library.session() as session:
        detail = catalogue.paper_detail(session, plain(slug))
        gone = catalogue.departed_paper(session, plain(slug)) if detail is None else None
    if gone:
        raise HTTPException(HTTPStatus.GONE, f"The paper {gone.slug!r} was taken out on {gone.gone_at:%Y-%m-%d}.")
    if detail is None:
        raise HTTPException(HTTPStatus.NOT_FOUND, f"There is no paper {slug[:80]!r}; /api/v1/papers lists them.")
    return shape.paper_detail(detail)


@router.get("/claims/{id}", tags=["claims"], responses=NOT_FOUND | GONE)
def show_claim(library: LibraryHere, shape: Shape, id: str) -> ClaimAnswer:
    """One claim with its labels' reasons, its neighbours and what it cites."""
    with library.session() as session:
        detail = catalogue.claim_page(session, plain(id))
        gone = catalogue.departed_claim(session, plain(id)) if detail is None else None
    if detail is None:
        raise _no_claim(gone, id)
    return shape.claim_detail(detail)


@router.get("/claims/{id}/similar", tags=["claims"], responses=NOT_FOUND | GONE)
def show_similar(library: LibraryHere, shape: Shape, id: str) -> SimilarAnswer:
    """Claims of other papers that tell the same fact, then other claims of like meaning, with what they share."""
    found = library.likeness(plain(id))
    if found is None:
        with library.session() as session:
            raise _no_claim(catalogue.departed_claim(session, plain(id)), id)
    return shape.likeness(id, found)


@router.get("/citations", tags=["citations"])
def look_up_citations(
    library: LibraryHere,
    shape: Shape,
    q: Annotated[str, Query(description="Author, title, journal, year or number.", examples=["王明国"])] = "",
    paper: Annotated[str | None, Query(description="Slug of the citing paper.")] = None,
    year: Annotated[int | None, Query(ge=0, le=9999, description="Year of the cited work.")] = None,
    limit: Limit = 20,
    offset: Offset = 0,
) -> CitationsAnswer:
    """Cited works by author, title, journal, year or number, with the claims that cite them."""
    with library.session() as session:
        slug = plain(paper) if paper is not None else None
        found = catalogue.look_up_references(session, plain(q), paper=slug, year=year, limit=limit, offset=offset)
        links = catalogue.citation_links(session)
    return CitationsAnswer(
        query=q,
        total=found.total,
        limit=limit,
        offset=offset,
        hits=[shape.reference_hit(hit) for hit in found.hits],
        links=shape.links(links),
    )


def _no_claim(gone: DepartedClaim | None, id: str) -> HTTPException:
    """Why there is no such claim: it went, or never was."""
    if gone is None:
        return HTTPException(HTTPStatus.NOT_FOUND, f"There is no claim {id[:80]!r}; /api/v1/search finds claims.")
    stands = f"/api/v1/claims/{gone.successor} stands for it now." if gone.successor else "Nothing stands for it."
    return HTTPException(HTTPStatus.GONE, f"The claim {gone.uid} went on {gone.gone_at:%Y-%m-%d}. {stands}")
