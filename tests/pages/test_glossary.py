"""The glossary and one term."""

from collections.abc import Callable

import pytest

from app.pages.glossary import matches
from tests.factories import vocabulary
from tests.visitor import Visitor, links, texts

TERMS = ".//dl[@class='term-list']//dt/a"


def test_every_term_is_listed_once(visitor: Visitor) -> None:
    glossary = vocabulary().glossary
    shown = [link.rsplit("/", 1)[1] for link in links(visitor.page("/zh/glossary"), ".//dl[@class='term-list']")]
    assert sorted(shown) == sorted(term.code for term in glossary)
    assert len(shown) >= 80


def test_the_page_language_leads(visitor: Visitor) -> None:
    assert "科技外交" in texts(visitor.page("/zh/glossary"), TERMS)
    assert "science and technology diplomacy" in texts(visitor.page("/en/glossary"), TERMS)


@pytest.mark.parametrize("query", ["二轨", "二軌", "TRACK TWO", "track-two", "第二轨道"])
def test_a_term_is_found_by_any_name_in_any_script(visitor: Visitor, query: str) -> None:
    assert "二轨外交" in texts(visitor.page(f"/zh/glossary?q={query}"), TERMS)


def test_what_is_not_there_helps(visitor: Visitor) -> None:
    page = visitor.page("/en/glossary?q=zebra")
    assert "No term has “zebra” in any of its names." in page.text_content()
    assert {"/en/glossary", "/en/search?q=zebra"} <= set(links(page))


def test_one_term_has_its_names_and_the_claims_that_use_it(visitor: Visitor, count: Callable[..., int]) -> None:
    page = visitor.page("/en/glossary/science-and-technology-diplomacy")
    assert texts(page, ".//h1/span") == ["科技外交", "science and technology diplomacy"]
    shown = texts(page, ".//*[contains(@class, 'claim-text')]")
    assert shown == ["科技外交是外交的组成部分。", "平台工具是促进科技外交的对话活动。"]
    assert texts(page, ".//*[@id='claims-title']") == ["In 2 claims"]
    assert count("select count(*) from claim where text like '%科技外交%'") == 2
    assert "/en/glossary/science-diplomacy" in links(page)


def test_terms_have_pages(visitor: Visitor) -> None:
    for term in list(vocabulary().glossary)[::25]:
        assert texts(visitor.page(f"/zh/glossary/{term.code}"), ".//h1/span")[0] == term.zh


def test_a_mistyped_term_is_not_found_and_helps(visitor: Visitor) -> None:
    assert "/en/glossary/science-diplomacy" in links(visitor.page("/en/glossary/sciense-diplomacy", 404))
    visitor.page("/en/glossary/science-diplomacy?page=9", 404)


def test_an_empty_look_up_matches_all() -> None:
    assert all(matches(term, "") for term in vocabulary().glossary)
