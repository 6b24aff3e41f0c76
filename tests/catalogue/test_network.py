"""The network: what lies around a node, how far, and what is left out."""

import pytest
from sqlalchemy.orm import Session

from app import catalogue
from app.catalogue import network as network_module
from app.catalogue.views import Network, NodeKey
from tests.sample import FUTURE, REVIEW, UNTITLED

PAPER, CITED = NodeKey("paper", REVIEW), NodeKey("paper", FUTURE)


def around(session: Session, node: str, depth: int = 1) -> Network:
    found = catalogue.network_around(session, node, depth)
    assert found is not None
    return found


def levels(network: Network) -> dict[str, int]:
    return {str(node.key): node.level for node in network.nodes}


def author(session: Session) -> NodeKey:
    (found,) = (node.key for node in around(session, str(CITED)).nodes if node.key.kind == "author")
    return found


def test_who_cites_stands_on_one_side_and_who_wrote_on_the_other(session: Session) -> None:
    found = around(session, str(CITED))
    assert levels(found) == {str(CITED): 0, str(PAPER): -1, str(author(session)): 1}
    assert {(edge.source, edge.target, edge.tie, edge.citations) for edge in found.edges} == {
        (PAPER, CITED, "cites", 2),
        (CITED, author(session), "by", 0),
    }


def test_two_steps_lead_from_who_cites_to_who_wrote(session: Session) -> None:
    assert str(author(session)) not in levels(around(session, str(PAPER)))
    assert levels(around(session, str(PAPER), 2))[str(author(session))] == 2


def test_around_an_author_are_the_works(session: Session) -> None:
    found = around(session, str(author(session)))
    assert levels(found) == {str(author(session)): 0, str(CITED): -1}


def test_the_whole_ties_papers_to_what_they_cite(session: Session) -> None:
    found = around(session, "")
    assert found == catalogue.overview_network(session)
    assert [(edge.source, edge.target) for edge in found.edges] == [(PAPER, CITED)]
    assert found.left_out == ()


@pytest.mark.parametrize("node", ["x", "country:JP", "paper:", "paper:none", "work:none", "author:none", ":", "paper"])
def test_what_is_no_node_has_no_network(session: Session, node: str) -> None:
    assert catalogue.network_around(session, node) is None


def test_a_paper_that_nobody_cites_stands_alone(session: Session) -> None:
    found = around(session, f"paper:{UNTITLED}", 2)
    assert ([str(node.key) for node in found.nodes], found.edges) == ([f"paper:{UNTITLED}"], ())


def test_what_is_not_shown_is_counted(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network_module, "PAPERS", 0)
    assert around(session, "").left_out == ((NodeKey("paper", ""), 1),)


def test_an_empty_knowledge_base_has_an_empty_network(empty: Session) -> None:
    assert catalogue.overview_network(empty) == Network((), (), ())
