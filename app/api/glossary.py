"""The glossary: terms, one term, and the whole of it as CSV and TBX."""

from http import HTTPStatus
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from app import catalogue, cite
from app.api import schemas
from app.api.dependencies import Limit, Offset, PerGroup, Shape
from app.api.problems import INVALID, NOT_FOUND
from app.catalogue.views import CodeCount
from app.cite.tbx import MEDIA_TYPE as TBX
from app.library import Library
from app.vocabulary import Term
from app.vocabulary.lookup import TermFilter, TermFinder
from app.web.dependencies import LibraryHere
from app.web.templating import site_origin
from app.web.text import plain

router = APIRouter(prefix="/glossary", tags=["glossary"])

Kind = Literal[
    "concept", "instrument", "actor", "policy", "field", "institution", "programme", "document", "person", "place"
]
Initial = Annotated[str, Query(pattern="^[0A-Z]?$", description="A capital letter, or 0 for digits.")]
TITLE = "Kewai: the glossary of science and technology diplomacy in Chinese and English"


@router.get("", responses=INVALID)
def list_terms(
    request: Request,
    library: LibraryHere,
    q: Annotated[str, Query(description="A name, pinyin or initials.", examples=["智慧財產權"])] = "",
    kind: Annotated[Kind | None, Query(description="What the terms are.")] = None,
    letter: Initial = "",
    pinyin: Initial = "",
    limit: Limit = 100,
    offset: Offset = 0,
) -> schemas.GlossaryAnswer:
    """Terms by any name in either language and script, by pinyin, by letter and by kind."""
    wanted = TermFilter(kind or "", letter, pinyin)
    found = [term for term in TermFinder.of(library.vocabulary.glossary).find(plain(q)) if wanted.takes(term)]
    with library.session() as session:
        counts = {count.code: count for count in catalogue.term_list(session)}
    origin = site_origin(request)
    terms = [_term_out(library, term, counts.get(term.code), origin) for term in found[offset : offset + limit]]
    return schemas.GlossaryAnswer(query=q, total=len(found), limit=limit, offset=offset, terms=terms)


@router.get(".csv", response_class=Response, responses={200: {"content": {"text/csv": {}}}})
def download_csv(library: LibraryHere) -> Response:
    """The whole glossary as a table: UTF-8 with a byte order mark, so that spreadsheets read it rightly."""
    table = cite.as_csv(cite.term_rows(library.vocabulary.glossary), cite.TERM_COLUMNS)
    return _download(table.encode(), "text/csv; charset=utf-8", "kewai-glossary.csv")


@router.get(".tbx", response_class=Response, responses={200: {"content": {TBX: {}}}})
def download_tbx(request: Request, library: LibraryHere) -> Response:
    """The whole glossary as TBX-Basic (ISO 30042:2019), for terminology tools."""
    origin, glossary = site_origin(request), library.vocabulary.glossary
    links = {term.code: f"{origin}/glossary/{term.code}" for term in glossary}
    return _download(cite.as_tbx(glossary, TITLE, f"{origin}/glossary", links), TBX, "kewai-glossary.tbx")


@router.get("/{code}", responses=NOT_FOUND)
def show_term(
    request: Request, library: LibraryHere, shape: Shape, code: str, per_group: PerGroup = 20
) -> schemas.TermAnswer:
    """One term by its code (`soft-power`) with the claims that define and name it, by paper and year."""
    term = library.vocabulary.glossary.get(code)
    if term is None:
        raise HTTPException(
            HTTPStatus.NOT_FOUND, f"There is no term {code[:80]!r}; /api/v1/glossary?q= finds terms by any name."
        )
    with library.session() as session:
        detail = catalogue.term_detail(session, code, per_group)
    counts = CodeCount(code, detail.claims, detail.papers)
    return schemas.TermAnswer(
        **_fields(library, term, counts, site_origin(request)),
        definitions=[shape.claim(claim) for claim in detail.definitions],
        years=[schemas.YearCount.model_validate(count) for count in detail.years],
        groups=[
            schemas.TermClaimsOut(
                paper=schemas.PaperRef.model_validate(group.paper),
                total=group.total,
                claims=[shape.claim(claim) for claim in group.claims],
            )
            for group in detail.groups
        ],
    )


def _term_out(library: Library, term: Term, count: CodeCount | None, origin: str) -> schemas.TermOut:
    return schemas.TermOut(**_fields(library, term, count, origin))


def _fields(library: Library, term: Term, count: CodeCount | None, origin: str) -> dict[str, Any]:
    links = library.vocabulary.links_of(term)
    own = schemas.TermOut.model_fields.keys() - {"instrument", "countries", "claims", "papers", "url"}
    return {name: getattr(term, name) for name in own} | {
        "instrument": links.instrument.code if links.instrument else None,
        "countries": [country.code for country in links.countries],
        "claims": count.claims if count else 0,
        "papers": count.papers if count else 0,
        "url": f"{origin}/glossary/{term.code}",
    }


def _download(content: bytes, media_type: str, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-cache"}
    return Response(content, media_type=media_type, headers=headers)
