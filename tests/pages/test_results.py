"""The other ways of looking at what a search found."""

from collections.abc import Callable

import pytest

from tests.visitor import Visitor, links, texts

VIEWS = ("/search", "/search/concordance", "/search/papers", "/search/years")


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("locale", ["zh", "en"])
def test_views_lead_to_each_other_with_the_same_search(visitor: Visitor, locale: str, view: str) -> None:
    page = visitor.page(f"/{locale}{view}?q=协定&country=JP&country=CN")
    query = "q=%E5%8D%8F%E5%AE%9A&country=JP&country=CN"
    assert links(page, ".//nav[contains(@class, 'views')]") == [f"/{locale}{other}?{query}" for other in VIEWS]
    (current,) = page.xpath(".//nav[contains(@class, 'views')]//a[@aria-current]/@href")
    assert current.startswith(f"/{locale}{view}?")
    assert page.xpath("string(.//main//form/@action)") == f"/{locale}{view}"


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_says_what_to_do_when_nothing_is_found(visitor: Visitor, view: str) -> None:
    page = visitor.page(f"/en{view}?q=月球上的奶酪工厂")
    assert "No claim matches." in page.text_content()
    assert "Use fewer or shorter words." in page.text_content()


@pytest.mark.parametrize("view", VIEWS)
def test_a_filter_that_names_nothing_is_not_found(visitor: Visitor, view: str) -> None:
    visitor.page(f"/zh{view}?country=Atlantis", status=404)


class TestConcordance:
    def rows(self, visitor: Visitor, query: str) -> list[list[str]]:
        page = visitor.page(f"/zh/search/concordance?{query}")
        return [
            [cell.text_content() for cell in row.xpath("./td")]
            for row in page.xpath(".//table[@class='concordance']/tbody/tr")
        ]

    def test_each_line_has_the_word_in_the_middle(self, visitor: Visitor) -> None:
        rows = self.rows(visitor, 'q="签署"')
        assert len(rows) >= 3
        assert {row[1] for row in rows} == {"签署"}

    def test_lines_can_be_sorted_by_either_side(self, visitor: Visitor) -> None:
        found, left, right = (self.rows(visitor, f'q="签署"{by}') for by in ("", "&by=left", "&by=right"))
        assert sorted(map(tuple, found)) == sorted(map(tuple, left)) == sorted(map(tuple, right))
        assert [row[0][::-1] for row in left] == sorted(row[0][::-1] for row in found)
        assert [row[2] for row in right] == sorted(row[2] for row in found)

    def test_a_line_leads_to_its_claim(self, visitor: Visitor) -> None:
        page = visitor.page("/en/search/concordance?q=签署")
        for address in page.xpath(".//table[@class='concordance']//a/@href"):
            visitor.page(address)

    def test_filters_alone_have_no_context(self, visitor: Visitor) -> None:
        assert "Only words and phrases have a context" in visitor.page("/en/search/concordance").text_content()

    def test_an_order_that_is_none_is_that_of_the_hits(self, visitor: Visitor) -> None:
        assert self.rows(visitor, "q=签署&by=magic") == self.rows(visitor, "q=签署")


def test_papers_come_with_their_first_claims(visitor: Visitor, count: Callable[..., int]) -> None:
    page = visitor.page("/zh/search/papers")
    assert len(texts(page, ".//main//section/h3")) == count("select count(distinct paper_id) from claim")
    for section in page.xpath(".//main//section"):
        assert 1 <= len(section.xpath(".//article")) <= 3


def test_a_paper_with_more_claims_leads_to_all_of_them(visitor: Visitor) -> None:
    page = visitor.page("/en/search/papers")
    (address, *_) = [address for address in links(page, ".//main//section") if "/search?" in address]
    shown = texts(visitor.page(address), ".//*[@id='results-title']")[0]
    assert f"All {shown} of this paper" in page.text_content()


def test_years_are_counted_as_the_tables_count_them(visitor: Visitor, count: Callable[..., int]) -> None:
    page = visitor.page("/en/search/years")
    rows = [
        (row.xpath("string(th)"), int(row.xpath("string(td[1])")))
        for row in page.xpath(".//section[@aria-labelledby='published-title']//table[@class='bars']/tbody/tr")
    ]
    assert rows == sorted(rows)
    for year, claims in rows:
        where = "select count(*) from claim where paper_id in (select id from paper where year = :year)"
        assert claims == count(where, year=int(year))
    assert len(page.xpath(".//svg[@class='year-chart']/rect")) == len(rows)
    unknown = count("select count(*) from claim") - sum(claims for _, claims in rows)
    assert f"{unknown} claim" in page.text_content() if unknown else True


def test_years_told_of_stand_beside_those_of_publication(visitor: Visitor) -> None:
    page = visitor.page("/en/search/years?q=发布")
    (section,) = page.xpath(".//section[@aria-labelledby='told-title']")
    rows = {row.xpath("string(th)"): int(row.xpath("string(td[1])")) for row in section.xpath(".//tbody/tr")}
    found = visitor.get("/api/v1/search?q=发布").json()["total"]
    assert rows["2008"] == 1
    assert sum(rows.values()) == found
    (onward,) = section.xpath("p/a/@href")
    assert texts(visitor.page(onward), ".//*[@id='claims-title']") == ["2000–2009: 1 claim"]


def test_without_years_told_of_there_is_no_picture_of_them(visitor: Visitor) -> None:
    page = visitor.page("/en/search/years?q=出口管制&type=fact&country=US")
    assert not page.xpath(".//section[@aria-labelledby='told-title']")
    assert page.xpath(".//section[@aria-labelledby='published-title']")
