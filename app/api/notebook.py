"""`GET /api/v1/notebook`, and the same as a file in each format of quotations and of references: claims to take away.

Notes of readers are theirs: they go through the page's form, never into an address that servers log.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from app import catalogue, cite
from app.api import schemas
from app.api.dependencies import Shape
from app.api.problems import INVALID
from app.catalogue.views import ClaimView
from app.cite.notebook import MOST_CLAIMS, Draft, Kept, Language, Notebook
from app.web.dependencies import LibraryHere
from app.web.notebook import BIBLIOGRAPHIES, DRAFTS, Wishes, draft_of, file_of
from app.web.templating import site_origin
from app.web.text import plain

router = APIRouter(tags=["notebook"])
EXAMPLE = ["kngjs2hjfzya", "ud3nlku6cgkg"]
STYLES = f"^({'|'.join(cite.STYLES)})$"


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks for, read."""

    notebook: Notebook
    claims: dict[str, ClaimView]
    draft: Draft
    style: str


def read_asked(
    request: Request,
    library: LibraryHere,
    claim: Annotated[
        list[str], Query(min_length=1, max_length=MOST_CLAIMS, description="Ids, in order.", examples=[EXAMPLE])
    ],
    style: Annotated[str, Query(pattern=STYLES, description=f"One of {', '.join(cite.STYLES)}.")] = "gb2025-notes",
    language: Annotated[Language, Query(description="Of the quotations.")] = Language.BOTH,
) -> Asked:
    """The notebook of an address, its claims and its draft."""
    notebook = Notebook.of(Kept(plain(id)) for id in claim if plain(id))
    with library.session() as session:
        claims = catalogue.claims_by_uid(session, (entry.id for entry in notebook.entries))
    origin = site_origin(request)
    draft = draft_of(notebook, claims, Wishes(style, language), lambda id: f"{origin}/claims/{id}")
    return Asked(notebook, claims, draft, style)


AskedHere = Annotated[Asked, Depends(read_asked)]


@router.get("/notebook", responses=INVALID)
def show_notebook(asked: AskedHere, shape: Shape) -> schemas.NotebookAnswer:
    """Claims by their ids, in the order given, with a footnote each and the papers that they quote."""
    return schemas.NotebookAnswer(
        style=asked.style,
        claims=[shape.claim(claim) for claim in asked.claims.values()],
        footnotes=[passage.footnote for passage in asked.draft.passages if passage.sentences],
        references=list(asked.draft.references),
        unknown=[entry.id for entry in asked.notebook.entries if entry.id not in asked.claims],
    )


def _downloader(ending: str) -> Callable[..., Response]:
    def download(asked: AskedHere) -> Response:
        return file_of(asked.notebook, asked.claims, asked.draft, ending)

    return download


_FILES: dict[str, tuple[str, Any]] = {**DRAFTS, **BIBLIOGRAPHIES}
for _ending, (_media_type, _writer) in _FILES.items():
    router.add_api_route(
        f"/notebook.{_ending}",
        _downloader(_ending),
        name=f"notebook_{_ending}",
        summary=f"Claims by their ids, as {_ending.upper()}",
        description="Quotations with footnotes." if _ending in DRAFTS else "The papers quoted, each once.",
        response_class=Response,
        responses={200: {"content": {_media_type.partition(";")[0]: {}}}, **INVALID},
    )
