"""Cited works, the pairs that a person must decide, and the network."""

from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from app import catalogue, cite
from app.api import schemas
from app.api.dependencies import Limit, Offset, Shape
from app.api.downloads import CSV_OF_ONE
from app.api.problems import NOT_FOUND
from app.api.shapes import Shaper, reference_fields
from app.catalogue.views import DoubtView, Network, NetworkNode, WorkEntryView, WorkView
from app.catalogue.works import WorkFilter
from app.library import Library
from app.web.dependencies import LibraryHere
from app.web.downloads import csv_answer
from app.web.templating import site_origin
from app.web.text import plain

router = APIRouter(tags=["citations"])
Node = Annotated[str, Query(description="`paper:SLUG`, `work:UID` or `author:KEY`; empty: the whole.")]
Depth = Annotated[int, Query(ge=1, le=2, description="How many steps far.")]
COLUMNS = ("source", "source_name", "tie", "target", "target_name", "citations")


@router.get("/works")
def list_works(
    request: Request,
    library: LibraryHere,
    q: Annotated[str, Query(description="As for /citations.", examples=["樊春良"])] = "",
    paper: Annotated[str, Query(description="Slug of a paper that cites them.")] = "",
    author: Annotated[str, Query(description="Key of an author: the letters of the name.")] = "",
    language: Annotated[str, Query(description="zh, en …, or none.")] = "",
    country: Annotated[str, Query(description="Code, or none.")] = "",
    kind: Annotated[str, Query(description="GB/T 7714 type letter, or none.")] = "",
    first: Annotated[int | None, Query(alias="from", ge=0, le=9999)] = None,
    last: Annotated[int | None, Query(alias="to", ge=0, le=9999)] = None,
    limit: Limit = 20,
    offset: Offset = 0,
) -> schemas.WorksAnswer:
    """Cited works, the most cited first, and what they are made of by year, language, country and type."""
    texts = {"q": q, "paper": paper, "author": author, "language": language, "country": country, "kind": kind}
    asked = WorkFilter(**{name: plain(text) for name, text in texts.items()}, first_year=first, last_year=last)
    with library.session() as session:
        found = catalogue.list_works(session, asked, limit, offset)
        shares = catalogue.work_shares(session, asked)
    works = [schemas.WorkOut(**_work(work, request)) for work in found.works]
    made_of = schemas.SharesOut.model_validate(shares)
    return schemas.WorksAnswer(query=q, total=found.total, limit=limit, offset=offset, works=works, shares=made_of)


@router.get("/works/unsure")
def list_unsure(library: LibraryHere, limit: Limit = 20, offset: Offset = 0) -> schemas.DoubtsAnswer:
    """Pairs of entries that may be of one work, for a person to decide."""
    with library.session() as session:
        total = catalogue.count_doubts(session)
        doubts = catalogue.work_doubts(session, limit=limit, offset=offset)
    return schemas.DoubtsAnswer(total=total, limit=limit, offset=offset, pairs=[_doubt(pair) for pair in doubts])


@router.get("/works/{uid}", responses=NOT_FOUND)
def show_work(request: Request, library: LibraryHere, shape: Shape, uid: str) -> schemas.WorkAnswer:
    """One work, by its present or a former identifier, with who cites it in which words."""
    with library.session() as session:
        current = catalogue.current_uid(session, plain(uid))
        detail = catalogue.work_detail(session, current) if current else None
    if detail is None:
        raise HTTPException(HTTPStatus.NOT_FOUND, f"There is no work {uid[:80]!r}; /api/v1/works lists them.")
    together = [
        schemas.TogetherOut(work=schemas.WorkOut(**_work(one.work, request)), claims=one.claims)
        for one in detail.together
    ]
    return schemas.WorkAnswer(
        **_work(detail.work, request),
        cited_in=[_entry(entry, shape) for entry in detail.entries],
        together=together,
        doubts=[_doubt(pair) for pair in detail.doubts],
    )


@router.get("/network", responses=NOT_FOUND)
def show_network(library: LibraryHere, node: Node = "", depth: Depth = 1) -> schemas.NetworkAnswer:
    """Papers, works and authors around one of them, with the ties between."""
    network = _network(library, node, depth)
    return schemas.NetworkAnswer(
        node=node,
        depth=depth,
        nodes=[_node(one) for one in network.nodes],
        edges=[
            schemas.EdgeOut(source=str(one.source), target=str(one.target), tie=one.tie, citations=one.citations)
            for one in network.edges
        ],
        left_out={str(key): count for key, count in network.left_out},
    )


@router.get("/network.csv", response_class=Response, responses=CSV_OF_ONE)
def download_network(library: LibraryHere, node: Node = "", depth: Depth = 1) -> Response:
    """The ties of the network as a table: UTF-8 with a byte order mark, so that spreadsheets read it rightly."""
    network = _network(library, node, depth)
    names = {one.key: one.name for one in network.nodes}
    rows = (
        {
            "source": str(edge.source),
            "source_name": names[edge.source],
            "tie": edge.tie,
            "target": str(edge.target),
            "target_name": names[edge.target],
            "citations": edge.citations,
        }
        for edge in network.edges
    )
    return csv_answer(rows, COLUMNS, "kewai-network")


def _network(library: Library, node: str, depth: int) -> Network:
    with library.session() as session:
        network = catalogue.network_around(session, plain(node), depth)
    if network is None:
        raise HTTPException(HTTPStatus.NOT_FOUND, f"There is no node {node[:80]!r}; name it as paper:SLUG or work:UID.")
    return network


def _node(node: NetworkNode) -> schemas.NodeOut:
    fields = {name: getattr(node, name) for name in ("name", "name_en", "year", "level")}
    return schemas.NodeOut(id=str(node.key), kind=node.key.kind, **fields)


def _work(work: WorkView, request: Request) -> dict[str, Any]:
    fields = {name: getattr(work, name) for name in WorkView.__dataclass_fields__ if name not in ("url", "paper")}
    return fields | {
        "link": work.url,
        "paper": schemas.PaperRef.model_validate(work.paper) if work.paper else None,
        "formatted": {style: cite.reference_text(work, style) for style in cite.STYLES},
        "url": f"{site_origin(request)}/works/{work.uid}",
    }


def _entry(entry: WorkEntryView, shape: Shaper) -> schemas.WorkEntryOut:
    return schemas.WorkEntryOut(
        **reference_fields(entry.reference),
        citing=schemas.PaperRef.model_validate(entry.paper),
        claims=[shape.claim(claim) for claim in entry.claims],
        like=entry.other,
        evidence=entry.evidence,
        confidence=entry.confidence,
        through=schemas.PaperRef.model_validate(entry.through) if entry.through else None,
    )


def _doubt(pair: DoubtView) -> schemas.DoubtOut:
    return schemas.DoubtOut(uids=pair.uids, places=pair.places, evidence=pair.evidence)
