"""The network of papers, works and authors around one of them."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

Kind = Literal["paper", "work", "author"]
Tie = Literal["cites", "by"]


class NodeKey(NamedTuple):
    """Which node: a paper by slug, a work by public identifier, an author by the letters of the name."""

    kind: Kind
    code: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.code}"


@dataclass(frozen=True, slots=True)
class NetworkNode:
    """A paper, work or author. `level` is its distance from the middle: below 0 on the side of those who cite."""

    key: NodeKey
    name: str
    name_en: str | None
    year: int | None
    level: int


@dataclass(frozen=True, slots=True)
class NetworkEdge:
    """`source` cites `target` in so many places, or `source` is by `target`."""

    source: NodeKey
    target: NodeKey
    tie: Tie
    citations: int


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes by level and order, the ties between them, and how many neighbours of which node are left out."""

    nodes: tuple[NetworkNode, ...]
    edges: tuple[NetworkEdge, ...]
    left_out: tuple[tuple[NodeKey, int], ...]
