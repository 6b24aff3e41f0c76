from itertools import pairwise

from app.catalogue.views import Network, NetworkEdge, NetworkNode, NodeKey
from app.web.network import COLUMN, LONGEST, ROW, draw, name_of, shorten, width

PAPER = NetworkNode(NodeKey("paper", "p"), "文献", "Paper", 2020, 0)
WORKS = [NetworkNode(NodeKey("work", str(n)), f"著作{n}", None, None, 1) for n in range(5)]
CITES = [NetworkEdge(PAPER.key, work.key, "cites", n) for n, work in enumerate(WORKS)]


def test_columns_are_levels_and_rows_do_not_touch() -> None:
    drawing = draw(Network((PAPER, *WORKS), tuple(CITES), ()))
    xs = {place.node.key.kind: place.x for place in drawing.nodes}
    assert xs["work"] - xs["paper"] == COLUMN
    ys = [place.y for place in drawing.nodes if place.node.key.kind == "work"]
    assert [later - sooner for sooner, later in pairwise(ys)] == [ROW] * 4
    assert all(0 < place.x < drawing.width and 0 < place.y < drawing.height for place in drawing.nodes)


def test_the_middle_stands_beside_the_middle_of_the_longest_column() -> None:
    drawing = draw(Network((PAPER, *WORKS), (), ()))
    places = {place.node.key: place.y for place in drawing.nodes}
    assert places[PAPER.key] == places[WORKS[2].key]


def test_lines_begin_behind_the_name_and_grow_with_citations() -> None:
    drawing = draw(Network((PAPER, *WORKS), tuple(CITES), ()))
    start = next(place for place in drawing.nodes if place.node is PAPER)
    assert all(line.x1 > start.x + width(start.name) * 6 for line in drawing.lines)
    assert [line.width for line in drawing.lines] == sorted(line.width for line in drawing.lines)


def test_the_same_network_is_drawn_the_same() -> None:
    network = Network((PAPER, *WORKS), tuple(CITES), ())
    assert draw(network) == draw(network)
    assert draw(Network((), (), ())).nodes == ()


def test_names_are_those_of_the_locale_and_have_room() -> None:
    assert (name_of(PAPER, "en"), name_of(PAPER, "zh"), name_of(WORKS[0], "en")) == ("Paper", "文献", "著作0")
    assert name_of(NetworkNode(NodeKey("paper", "slug"), "", None, None, 0), "zh") == "slug"
    for name in ("科" * 5000, "a" * 5000, "科a" * 99, ""):
        assert width(shorten(name)) <= LONGEST + 1
