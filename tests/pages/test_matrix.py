"""Countries × instruments, whole and narrowed."""

import pytest

from tests.visitor import Visitor, links, texts

ADDRESSES = [
    "/zh/matrix",
    "/en/matrix?class=operational",
    "/en/matrix?paper=002-review",
    "/zh/matrix?year=2017",
    "/en/matrix?class=support&paper=004-future&year=2010..2018",
]


@pytest.mark.parametrize("path", ADDRESSES)
def test_each_cell_opens_exactly_what_it_counts(visitor: Visitor, path: str) -> None:
    cells = visitor.page(path).xpath(".//table//td//a")
    assert cells
    for cell in cells:
        shown = visitor.page(cell.get("href"))
        assert len(shown.xpath(".//article")) == int(cell.text_content()), cell.get("href")


def test_what_has_no_claim_is_shown_as_a_gap(visitor: Visitor) -> None:
    page = visitor.page("/en/matrix?class=support&paper=002-review")
    gaps = page.xpath(".//td[contains(@class, 'gap')]")
    assert len(gaps) == 9
    assert {gap.text_content().strip() for gap in gaps} == {"a gap"}
    assert "of 9 pairs, 9 are gaps" in " ".join(texts(page, ".//main//p"))


@pytest.mark.parametrize(("group", "columns"), [("", 13), ("strategic", 1), ("operational", 9), ("support", 3)])
def test_a_class_has_its_own_columns(visitor: Visitor, group: str, columns: int) -> None:
    page = visitor.page(f"/zh/matrix?class={group}")
    assert len(page.xpath(".//th[@class='tall']")) == columns
    assert page.xpath("string(.//select[@id='class']/option[@selected]/@value)") == group


def test_the_form_says_what_was_chosen_and_leads_back(visitor: Visitor) -> None:
    page = visitor.page("/en/matrix?paper=002-review&year=2008..2020")
    assert page.xpath("string(.//select[@id='paper']/option[@selected]/@value)") == "002-review"
    assert page.xpath("string(.//select[@id='year']/option[@selected]/@value)") == "2008..2020"
    assert "/en/matrix" in links(page)
    assert "/api/v1/matrix.csv?paper=002-review&year=2008..2020" in links(page)


def test_years_to_choose_are_those_of_the_papers(visitor: Visitor) -> None:
    page = visitor.page("/en/matrix")
    assert texts(page, ".//select[@id='year']/option") == ["any", "2017", "2020"]


@pytest.mark.parametrize("query", ["class=none", "paper=none", "year=soon", "year=20170"])
def test_what_there_is_not_is_not_found(visitor: Visitor, query: str) -> None:
    visitor.page(f"/zh/matrix?{query}", 404)


def test_nothing_chosen_says_so(visitor: Visitor, empty_site: Visitor) -> None:
    for page in (visitor.page("/en/matrix?year=1900"), empty_site.page("/en/matrix")):
        assert page.xpath(".//*[@class='notice']")
        assert not page.xpath(".//table")


def test_it_is_linked_from_the_countries(visitor: Visitor) -> None:
    assert {"/zh/matrix", "/zh/compare"} <= set(links(visitor.page("/zh/countries")))
