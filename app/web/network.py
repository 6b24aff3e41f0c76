"""Where the nodes of a network stand in its picture: in columns by their distance from the middle.

Columns, and not rings: names are long, and in a column each stands beside its node. A node stands as near as may be to
the nodes that it is tied to (the barycentre heuristic of layered drawings: Sugiyama, Tagawa and Toda 1981), so that
few lines cross; ties within one column run on its left side. The same network is drawn the same every time. Measures
are in units of the picture's own box.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from app.catalogue.views import Network, NetworkEdge, NetworkNode, NodeKey

WIDTH, NARROWEST = 1152, 300
"""Width of the picture, which columns share, as long as each has its least."""
ROW, MARGIN = 30, 48
UNPRINTED = {"zh": "题名未印出", "en": "title not printed"}
_PLACE = re.compile(r"(?:(?P<author>.+) · )?[\w.-]+#(?P<label>\S+)")
"""What stands for the title of a work whose entry is not printed: where it is cited, behind its first author."""
HALF, GAP, REACH = 7.5, 18, 96
"""Width of half a sign, the room for a node's own sign before its name, and that for lines between two columns."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A node, where it is drawn, and its name as far as there is room."""

    node: NetworkNode
    x: int
    y: int
    name: str


@dataclass(frozen=True, slots=True)
class Line:
    """A tie, the curve that shows it (as in the `d` of an SVG path), wider for more citations."""

    edge: NetworkEdge
    curve: str
    width: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture: its size and all that is in it."""

    width: int
    height: int
    nodes: tuple[Placed, ...]
    lines: tuple[Line, ...]


def draw(network: Network, locale: str = "zh") -> Drawing:
    """The places of all nodes and ties."""
    levels = sorted({node.level for node in network.nodes})
    heights = _heights(network)
    step = max(NARROWEST, (WIDTH - 2 * MARGIN) // max(1, len(levels)))
    last = max(levels, default=0)
    placed = {
        node.key: Placed(
            node,
            MARGIN + levels.index(node.level) * step,
            MARGIN + round(heights[node.key]),
            shorten(name_of(node, locale), int((step - GAP - (0 if node.level == last else REACH)) / HALF)),
        )
        for node in network.nodes
    }
    lines = tuple(_line(edge, placed[edge.source], placed[edge.target]) for edge in network.edges)
    bottom = max(heights.values(), default=0)
    return Drawing(2 * MARGIN + len(levels) * step, 2 * MARGIN + round(bottom), tuple(placed.values()), lines)


def _heights(network: Network) -> dict[NodeKey, float]:
    """How far below the first row each node stands: the longest column first, then those beside it, outwards."""
    columns: dict[int, list[NodeKey]] = {}
    tied: dict[NodeKey, list[NodeKey]] = {node.key: [] for node in network.nodes}
    for node in network.nodes:
        columns.setdefault(node.level, []).append(node.key)
    for edge in network.edges:
        tied[edge.source].append(edge.target)
        tied[edge.target].append(edge.source)
    if not columns:
        return {}
    longest = max(columns, key=lambda level: len(columns[level]))
    bottom = (len(columns[longest]) - 1) * ROW
    order = {key: place for level in columns for place, key in enumerate(columns[level])}
    first = {key for level in columns if level != longest for key in columns[level]}
    places = {key: _mean((order[other] for other in tied[key] if other in first), 0) for key in columns[longest]}
    heights = {key: float(row * ROW) for row, key in enumerate(sorted(columns[longest], key=places.__getitem__))}
    for level in sorted(columns.keys() - {longest}, key=lambda level: abs(level - longest)):
        heights |= _near(columns[level], tied, heights, bottom)
    return heights


def _near(
    column: Sequence[NodeKey], tied: Mapping[NodeKey, list[NodeKey]], heights: Mapping[NodeKey, float], bottom: float
) -> dict[NodeKey, float]:
    """The nodes of a column, each beside the middle of what it is tied to, a row or more from the next."""
    wanted = {key: _mean((heights[other] for other in tied[key] if other in heights), bottom / 2) for key in column}
    ordered = sorted(column, key=wanted.__getitem__)
    found: dict[NodeKey, float] = {}
    lowest = bottom - (len(ordered) - 1) * ROW
    for row, key in enumerate(ordered):
        above = found[ordered[row - 1]] + ROW if row else 0.0
        found[key] = min(max(wanted[key], above), lowest + row * ROW)
    return found


def _mean(values: Iterable[float], otherwise: float) -> float:
    return fmean(found) if (found := list(values)) else otherwise


def name_of(node: NetworkNode, locale: str) -> str:
    """The name of a node in a locale, without its year.

    A paper without title goes by its code; a work whose entry is not printed by its author, if one is known, and by
    the number under which it is cited.
    """
    name = (node.name_en if locale == "en" and node.name_en else node.name) or node.key.code
    entry = _PLACE.fullmatch(name) if node.key.kind == "work" else None
    return f"[{entry['label']}] {entry['author'] or UNPRINTED[locale]}" if entry else name


def shorten(name: str, room: int) -> str:
    """As much of a name as has room, in half signs (a Han character takes two), with … where it was cut.

    >>> shorten("科技外交", 28), shorten("科" * 40, 28)
    ('科技外交', '科科科科科科科科科科科科科…')
    """
    taken = 0
    for place, sign in enumerate(name):
        taken += width(sign)
        if taken > room:
            return name[: place - 1].rstrip() + "…"
    return name


def _line(edge: NetworkEdge, source: Placed, target: Placed) -> Line:
    """From behind the name of one node to the sign of the other; in one column from sign to sign, on their left."""
    if source.x == target.x:
        edge_x = source.x - GAP // 2
        bent = edge_x - min(MARGIN - GAP, abs(source.y - target.y) // 2)
        curve = f"M{edge_x} {source.y}C{bent} {source.y} {bent} {target.y} {edge_x} {target.y}"
    else:
        left, right = sorted((source, target), key=lambda place: place.x)
        x1, x2 = left.x + GAP + round(width(left.name) * HALF), right.x - GAP // 2
        between = (max(x1, x2 - REACH) + x2) // 2
        curve = f"M{x1} {left.y}C{between} {left.y} {between} {right.y} {x2} {right.y}"
    return Line(edge, curve, min(5.0, 1 + edge.citations / 2))


def width(name: str) -> int:
    """Width of a name in half signs."""
    return sum(2 if ord(sign) > 0x2E7F else 1 for sign in name)
