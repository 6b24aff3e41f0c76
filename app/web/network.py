"""Where the nodes of a network stand in its picture: in columns by their distance from the middle.

Columns, and not rings: names are long, and in a column each stands beside its node. The order is that of the network,
so the same network is drawn the same every time. Measures are in units of the picture's own box.
"""

from dataclasses import dataclass

from app.catalogue.views import Network, NetworkEdge, NetworkNode, NodeKey

ROW, COLUMN, MARGIN = 30, 300, 16
LONGEST = 28
"""Width of a name in half signs: a Han character takes two."""
HALF, GAP = 7.5, 18
"""Width of half a sign, and the room for a node's own sign before its name."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A node, where it is drawn, and its name as far as there is room."""

    node: NetworkNode
    x: int
    y: int
    name: str


@dataclass(frozen=True, slots=True)
class Line:
    """A tie from one place to another, wider for more citations."""

    edge: NetworkEdge
    x1: int
    y1: int
    x2: int
    y2: int
    width: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture: its size and all that is in it."""

    width: int
    height: int
    nodes: tuple[Placed, ...]
    lines: tuple[Line, ...]


def draw(network: Network, locale: str = "zh") -> Drawing:
    """The places of all nodes and ties; columns are centred on the longest."""
    levels = sorted({node.level for node in network.nodes})
    columns = {level: [node for node in network.nodes if node.level == level] for level in levels}
    tallest = max(map(len, columns.values()), default=0)
    placed: dict[NodeKey, Placed] = {}
    for place, level in enumerate(levels):
        top = MARGIN + (tallest - len(columns[level])) * ROW / 2
        for row, node in enumerate(columns[level]):
            y = round(top + (row + 0.5) * ROW)
            placed[node.key] = Placed(node, MARGIN + place * COLUMN, y, shorten(name_of(node, locale)))
    lines = tuple(_line(edge, placed[edge.source], placed[edge.target]) for edge in network.edges)
    return Drawing(2 * MARGIN + len(levels) * COLUMN, 2 * MARGIN + tallest * ROW, tuple(placed.values()), lines)


def name_of(node: NetworkNode, locale: str) -> str:
    """The name of a node in a locale, without its year; papers and works without title go by their code."""
    return (node.name_en if locale == "en" and node.name_en else node.name) or node.key.code


def shorten(name: str) -> str:
    """As much of a name as has room, with … where it was cut.

    >>> shorten("科技外交"), shorten("科" * 40)
    ('科技外交', '科科科科科科科科科科科科科…')
    """
    taken = 0
    for place, sign in enumerate(name):
        taken += width(sign)
        if taken > LONGEST:
            return name[: place - 1].rstrip() + "…"
    return name


def _line(edge: NetworkEdge, source: Placed, target: Placed) -> Line:
    """From behind the name of one node to the sign of the other; in one column from sign to sign."""
    across = source.x < target.x
    x1, x2 = (
        (source.x + GAP + round(width(source.name) * HALF), target.x - GAP // 2) if across else (source.x, target.x)
    )
    return Line(edge, x1, source.y, x2, target.y, min(5.0, 1 + edge.citations / 2))


def width(name: str) -> int:
    """Width of a name in half signs."""
    return sum(2 if ord(sign) > 0x2E7F else 1 for sign in name)
