"""The network of papers, works and authors, which one can walk: a picture, and the same as tables."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app import catalogue
from app.catalogue.views import Network, NetworkNode
from app.library import Library
from app.web.dependencies import LibraryHere
from app.web.downloads import svg_answer
from app.web.errors import NotFound
from app.web.templating import render
from app.web.text import plain

router = APIRouter(prefix="/{locale:locale}/network", include_in_schema=False)


@dataclass(frozen=True, slots=True)
class NetworkPage:
    """The context of the page. `middle` is the node around which one looks; `None` is the whole."""

    template: ClassVar[str] = "pages/network.html"
    network: Network
    middle: NetworkNode | None
    depth: int


@dataclass(frozen=True, slots=True)
class NetworkPicture:
    """The context of the picture alone."""

    template: ClassVar[str] = "pages/network.svg"
    network: Network


Node = Annotated[str, Query()]
Depth = Annotated[str, Query()]


@router.get("", name="network")
def show_network(request: Request, library: LibraryHere, node: Node = "", depth: Depth = "") -> Response:
    """What lies around a node, one or two steps far, or the whole as far as it can be drawn."""
    network, steps = _network(library, node, depth)
    middle = next((one for one in network.nodes if str(one.key) == plain(node)), None)
    return render(request, NetworkPage(network, middle, steps))


@router.get(".svg", name="network_picture")
def show_picture(request: Request, library: LibraryHere, node: Node = "", depth: Depth = "") -> Response:
    """The picture, to keep."""
    network, _ = _network(library, node, depth)
    return svg_answer(request, NetworkPicture(network), "kewai-network")


def _network(library: Library, node: str, depth: str) -> tuple[Network, int]:
    """The network that an address asks for, and how deep. Raises `NotFound` for a node that there is not."""
    steps = 2 if depth == "2" else 1
    with library.session() as session:
        found = catalogue.network_around(session, plain(node), steps)
    if found is None:
        raise NotFound("node", plain(node))
    return found, steps
