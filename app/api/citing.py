"""References to take away: one paper, the paper of a claim, a cited work, or a list of them, in each exchange format
and as a list in any style."""

from collections.abc import Callable, Iterator
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.exceptions import HTTPException
from starlette.responses import Response

from app import cite
from app.api.problems import INVALID, NOT_FOUND
from app.library.citing import NoSuchWorkError, Wanted, find_works
from app.web.dependencies import LibraryHere
from app.web.text import plain

router = APIRouter(tags=["citing"])

Slugs = Annotated[list[str] | None, Query(description="Slugs of papers.")]
Ids = Annotated[list[str] | None, Query(description="Ids of claims: their papers are cited.")]
Entries = Annotated[
    list[str] | None,
    Query(description="Entries of lists: the citing paper's slug and the label, `slug/17`."),
]
Uids = Annotated[list[str] | None, Query(description="Ids of cited works.")]


def _writer(format: cite.ExchangeFormat) -> Callable[..., Response]:
    def write(
        library: LibraryHere, paper: Slugs = None, claim: Ids = None, reference: Entries = None, work: Uids = None
    ) -> Response:
        works = _read(library, paper, claim, reference, work)
        headers = {"Content-Disposition": f'attachment; filename="kewai.{format.ending}"'}
        return Response(format.write(works).encode(), media_type=f"{format.media_type}; charset=utf-8", headers=headers)

    return write


def _read(library: LibraryHere, *asked: list[str] | None) -> list[cite.Citable]:
    wanted = Wanted.of(*(map(plain, names or ()) for names in asked))
    try:
        with library.session() as session:
            return find_works(session, wanted)
    except NoSuchWorkError as error:
        status = HTTPStatus.UNPROCESSABLE_ENTITY if error.kind == "works" else HTTPStatus.NOT_FOUND
        raise HTTPException(status, str(error)) from error


def list_references(
    library: LibraryHere,
    paper: Slugs = None,
    claim: Ids = None,
    reference: Entries = None,
    work: Uids = None,
    style: Annotated[str, Query(description="A code of a style, such as gb2025, apa or mla.")] = "gb2025",
) -> Response:
    """The works as a list of references, one a line, numbered or sorted as the style asks."""
    if style not in cite.STYLES:
        raise HTTPException(HTTPStatus.UNPROCESSABLE_ENTITY, no_style(style))
    lines = cite.bibliography(_read(library, paper, claim, reference, work), style)
    return Response("".join(f"{line}\n" for line in lines).encode(), media_type="text/plain; charset=utf-8")


def no_style(asked: str) -> str:
    """What is said to one who asks for a style that there is not."""
    return f"There is no style {asked[:40]!r}; there are {', '.join(cite.STYLES)}."


def _routes() -> Iterator[tuple[str, str, Callable[..., Response], str, str]]:
    for format in cite.FORMATS.values():
        yield f"/cite.{format.ending}", f"cite_{format.code}", _writer(format), f"As {format.name}", format.media_type
    yield "/cite.txt", "cite_text", list_references, "As a list of references", "text/plain"


for _path, _name, _endpoint, _summary, _media_type in _routes():
    router.add_api_route(
        _path,
        _endpoint,
        name=_name,
        summary=_summary,
        description="Papers, papers of claims, entries of lists, and cited works, each once.",
        response_class=Response,
        responses={200: {"content": {_media_type: {}}}, **INVALID, **NOT_FOUND},
    )
