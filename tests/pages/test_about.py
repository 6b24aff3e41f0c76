"""About: method, coverage, limits, help."""

from collections.abc import Callable

from app.library.names import Names
from app.search.query import parse
from tests.factories import vocabulary
from tests.visitor import Visitor, links, texts


def test_its_numbers_are_those_of_the_tables(visitor: Visitor, count: Callable[..., int]) -> None:
    sentence = texts(visitor.page("/en/about"), ".//*[@id='coverage']/following-sibling::p")[0]
    for number, noun in (
        (count("select count(*) from paper"), "papers"),
        (count("select count(*) from section where level > 0"), "sections"),
        (count("select count(*) from claim"), "claims"),
        (count("select count(*) from reference where kind = 'reference'"), "cited works"),
        (count("select count(*) from citation"), "citations"),
        (count("select count(*) from figure"), "measured figures"),
    ):
        assert f"{number} {noun}" in sentence


def test_every_example_query_is_understood(visitor: Visitor) -> None:
    page = visitor.page("/zh/about")
    examples = texts(page, ".//table//code")
    assert len(examples) >= 8

    class Anywhere(Names):
        """Every paper is there."""

        def resolve(self, field: str, name: str) -> str | None:
            return name if field == "paper" else super().resolve(field, name)

    names = Anywhere(vocabulary(), {})
    assert [query for query in examples if not parse(query, names).understood] == []


def test_every_anchor_of_the_footer_is_there(visitor: Visitor) -> None:
    page = visitor.page("/en/about")
    anchors = [link.partition("#")[2] for link in links(page, ".//footer") if "#" in link]
    assert anchors == ["queries"]
    assert page.get_element_by_id("queries") is not None
