"""The citation look-up."""

from collections.abc import Callable

import pytest

from tests.visitor import Visitor, links, texts


def found(visitor: Visitor, query: str) -> list[str]:
    return texts(visitor.page(f"/zh/citations?q={query}"), ".//article//h3/a")


@pytest.mark.parametrize(
    "query",
    ["王明国", "王明國", "2017", "17", "[17]", "全球科技经济瞭望", "中美关系 2017", "科技外交与中美关系的未来发展"],
)
def test_a_work_is_found_by_author_title_journal_year_and_number(visitor: Visitor, query: str) -> None:
    assert "[17]" in found(visitor, query)


def test_it_shows_the_entry_where_it_stands_and_who_cites_it(visitor: Visitor) -> None:
    hit = visitor.page("/en/citations?q=王明国").xpath(".//article")[0]
    assert "王明国：《科技外交与中美关系的未来发展》，2017年。" in hit.text_content()
    assert {"/en/papers/002-review#ref-17", "/en/papers/002-review", "/en/papers/004-future"} <= set(links(hit, "."))
    assert texts(hit, ".//ul[@class='citing']/li/p") == [
        "王明国认为中美应当对话[17]。[17][18]",
        "中国与155个国家签署协定。[17]",
    ]


def test_without_a_query_all_are_listed_and_what_cites_what(visitor: Visitor, count: Callable[..., int]) -> None:
    page = visitor.page("/en/citations")
    total = count("select count(*) from reference")
    assert texts(page, ".//*[@id='found-title']") == [f"{total} cited works and notes"]
    rows = page.xpath(".//table//tbody/tr")
    assert [texts(row, "./td") for row in rows] == [
        ["新世纪以来科技外交国内文献综述", "The Future of Sino-US Relations", "[17]", "2"]
    ]


def test_nothing_found_helps(visitor: Visitor) -> None:
    page = visitor.page("/en/citations?q=没有人")
    assert "No paper here cites a work that matches all of these words." in page.text_content()
    assert any(link.startswith("/en/search?q=") for link in links(page, ".//*[@class='notice']"))


@pytest.mark.parametrize("query", ["%00", "%25", "_", "'--", "x" * 9000, "%F0%9F%92%A9", "%ED%A0%80", "[", "\\"])
def test_odd_queries_have_an_answer(visitor: Visitor, query: str) -> None:
    assert visitor.get(f"/zh/citations?q={query}").status_code == 200


def test_past_the_end_is_not_found(visitor: Visitor) -> None:
    visitor.page("/zh/citations?page=2", 404)
