import re
from itertools import pairwise

import pytest

from app.catalogue.views import Network, NetworkEdge, NetworkNode, NodeKey
from app.web.network import NARROWEST, ROW, WIDTH, Drawing, Placed, draw, name_of, shorten, width

PAPER = NetworkNode(NodeKey("paper", "p"), "文献", "Paper", 2020, 0)
WORKS = [NetworkNode(NodeKey("work", str(n)), f"著作{n}", None, None, 1) for n in range(5)]
CITES = [NetworkEdge(PAPER.key, work.key, "cites", n) for n, work in enumerate(WORKS)]


def place(drawing: Drawing, node: NetworkNode) -> Placed:
    """Where a node stands."""
    return next(found for found in drawing.nodes if found.node is node)


def test_columns_are_levels_and_rows_do_not_touch() -> None:
    drawing = draw(Network((PAPER, *WORKS), tuple(CITES), ()))
    assert {place.x for place in drawing.nodes if place.node is not PAPER} != {place(drawing, PAPER).x}
    ys = [place.y for place in drawing.nodes if place.node.key.kind == "work"]
    assert [later - sooner for sooner, later in pairwise(ys)] == [ROW] * 4
    assert all(0 < place.x < drawing.width and 0 < place.y < drawing.height for place in drawing.nodes)


@pytest.mark.parametrize("columns", [1, 2, 3, 7])
def test_columns_share_the_width_and_each_has_its_least(columns: int) -> None:
    nodes = [NetworkNode(NodeKey("work", str(n)), "科" * 99, None, None, n) for n in range(columns)]
    drawing = draw(Network(tuple(nodes), (), ()))
    assert drawing.width >= WIDTH - columns
    steps = [later.x - sooner.x for sooner, later in pairwise(drawing.nodes)]
    assert all(step >= NARROWEST for step in steps)
    for sooner, later in pairwise(drawing.nodes):
        assert sooner.x + width(sooner.name) * 7 < later.x, "a name ends before the next column"


def test_a_node_stands_beside_what_it_is_tied_to() -> None:
    drawing = draw(Network((PAPER, *WORKS), tuple(CITES), ()))
    assert place(drawing, PAPER).y == place(drawing, WORKS[2]).y


def test_what_one_paper_cites_stands_together_beside_it_and_what_two_cite_between() -> None:
    papers = [NetworkNode(NodeKey("paper", str(n)), f"文献{n}", None, None, 0) for n in range(2)]
    pairs = ((0, 0), (1, 1), (0, 2), (1, 3), (0, 4), (1, 4))
    ties = tuple(NetworkEdge(papers[who].key, WORKS[what].key, "cites", 1) for who, what in pairs)
    drawing = draw(Network((*papers, *WORKS), ties, ()))
    rows = sorted(WORKS, key=lambda work: place(drawing, work).y)
    assert rows == [WORKS[n] for n in (0, 2, 4, 1, 3)]
    first, second = (place(drawing, paper).y for paper in papers)
    assert first < place(drawing, WORKS[4]).y < second


def test_nodes_of_the_shorter_column_do_not_touch_and_stay_inside() -> None:
    papers = [NetworkNode(NodeKey("paper", str(n)), f"文献{n}", None, None, 0) for n in range(4)]
    ties = tuple(NetworkEdge(paper.key, WORKS[4].key, "cites", 1) for paper in papers)
    drawing = draw(Network((*papers, *WORKS), ties, ()))
    ys = sorted(place(drawing, paper).y for paper in papers)
    assert all(later - sooner >= ROW for sooner, later in pairwise(ys))
    assert ys[-1] <= max(place(drawing, work).y for work in WORKS)


def test_lines_begin_behind_the_name_and_grow_with_citations() -> None:
    drawing = draw(Network((PAPER, *WORKS), tuple(CITES), ()))
    start = place(drawing, PAPER)
    assert all(float(line.curve[1:].split()[0]) > start.x + width(start.name) * 6 for line in drawing.lines)
    assert [line.width for line in drawing.lines] == sorted(line.width for line in drawing.lines)


def test_a_tie_within_a_column_runs_on_its_left_and_inside_the_picture() -> None:
    tie = NetworkEdge(WORKS[0].key, WORKS[4].key, "cites", 1)
    drawing = draw(Network(tuple(WORKS), (tie,), ()))
    xs = [float(x) for x in re.findall(r"(\S+) \d+", drawing.lines[0].curve.replace("C", " ").removeprefix("M"))]
    assert all(0 < x < place(drawing, WORKS[0]).x for x in xs)
    assert len(xs) == 4


def test_the_same_network_is_drawn_the_same() -> None:
    network = Network((PAPER, *WORKS), tuple(CITES), ())
    assert draw(network) == draw(network)
    assert draw(Network((), (), ())).nodes == ()


def test_names_are_those_of_the_locale_and_have_room() -> None:
    assert (name_of(PAPER, "en"), name_of(PAPER, "zh"), name_of(WORKS[0], "en")) == ("Paper", "文献", "著作0")
    assert name_of(NetworkNode(NodeKey("work", "x"), "004_72122#15", None, None, 1), "en") == "[15] title not printed"
    assert name_of(NetworkNode(NodeKey("work", "x"), "004_72122#15", None, None, 1), "zh") == "[15] 题名未印出"
    assert name_of(NetworkNode(NodeKey("work", "x"), "樊春良 · 002-a.b#①", None, None, 1), "zh") == "[①] 樊春良"
    assert name_of(NetworkNode(NodeKey("work", "x"), "On C# · a report", None, None, 1), "en") == "On C# · a report"
    assert name_of(NetworkNode(NodeKey("paper", "slug"), "", None, None, 0), "zh") == "slug"
    for name in ("科" * 5000, "a" * 5000, "科a" * 99, ""):
        assert width(shorten(name, 28)) <= 29
