"""`GET /api/v1/search.csv`, `.jsonl`, `.bib` and others: all that a search finds, as a file, sent while it is read."""

from collections.abc import Callable, Iterator
from http import HTTPStatus
from itertools import chain, islice
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.exceptions import HTTPException
from starlette.responses import StreamingResponse

from app import cite
from app.api.asking import AskedHere, answering
from app.api.citing import no_style
from app.api.dependencies import Shape
from app.api.exporting import OF_CLAIMS, export_claims, export_papers
from app.api.problems import INVALID, UNAVAILABLE
from app.catalogue.views import ClaimView
from app.cite import Format
from app.web.dependencies import LibraryHere

router = APIRouter(tags=["search"])

FILES = {
    Format.CSV: ("csv", "text/csv; charset=utf-8"),
    Format.JSONL: ("jsonl", "application/x-ndjson"),
    **{Format(one.code): (one.ending, f"{one.media_type}; charset=utf-8") for one in cite.FORMATS.values()},
    Format.REFERENCES: ("txt", "text/plain; charset=utf-8"),
}
"""What can be downloaded: ending and media type."""


def _downloader(format: Format) -> Callable[..., StreamingResponse]:
    ending, media_type = FILES[format]

    def download(
        library: LibraryHere,
        shape: Shape,
        asked: AskedHere,
        style: Annotated[str, Query(description="Of references: gb2025, apa, mla …")] = cite.USUAL["zh"],
    ) -> StreamingResponse:
        if style not in cite.STYLES:
            raise HTTPException(HTTPStatus.UNPROCESSABLE_ENTITY, no_style(style))
        with answering():
            if format in OF_CLAIMS:
                claims = _begun(library.find_all(asked.q, asked.filters, mode=asked.mode, synonyms=asked.synonyms))
                lines = export_claims(claims, format, shape)
            else:
                papers = library.find_papers(asked.q, asked.filters, mode=asked.mode, synonyms=asked.synonyms)
                lines = export_papers(papers, format, style)
        name = f'attachment; filename="kewai-search.{ending}"'
        return StreamingResponse(map(str.encode, lines), media_type=media_type, headers={"Content-Disposition": name})

    return download


def _begun(claims: Iterator[ClaimView]) -> Iterator[ClaimView]:
    """The same claims, the first of them already read: what cannot be answered is known before anything is sent."""
    return chain(list(islice(claims, 1)), claims)


for _format, (_ending, _media_type) in FILES.items():
    router.add_api_route(
        f"/search.{_ending}",
        _downloader(_format),
        name=f"search_{_ending}",
        summary=f"All that a search finds, as {_ending.upper()}",
        description="Claims, or for reference managers their papers, in the order of the papers.",
        response_class=StreamingResponse,
        responses={200: {"content": {_media_type.partition(";")[0]: {}}}, **INVALID, **UNAVAILABLE},
    )
