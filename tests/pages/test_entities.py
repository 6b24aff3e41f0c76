"""The entities and one of them: counts that equal the lists opened, filters, and what only the page of one knows."""

from collections.abc import Callable

import pytest

from tests.visitor import Visitor, links, texts

TREATY = "/entities/cn-jp-environment-1994"
NAMED = "select count(distinct claim_id) from claim_entity where code = 'cn-jp-environment-1994'"


def test_the_list_holds_what_claims_name(visitor: Visitor, count: Callable[..., int]) -> None:
    page = visitor.page("/en/entities")
    total = count("select count(distinct code) from claim_entity")
    assert texts(page, ".//*[@id='found-title']")[0].startswith(f"{total} entit")
    assert f"/en{TREATY}" in links(page, ".//dl[@class='term-list']")
    assert f"{count(NAMED)} claim" in texts(page, ".//dd[contains(@class, 'entry-meta')]")[0]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("kind=agreement", True),
        ("kind=person", False),
        ("country=JP", True),
        ("country=FR", False),
        ("q=%E7%92%B0%E5%A2%83%E4%BF%9D%E8%AD%B7", True),
        ("q=%21", False),
        ("q=agreement&kind=agreement&country=CN", True),
    ],
)
def test_filters_narrow_it(visitor: Visitor, query: str, found: bool) -> None:
    page = visitor.page(f"/zh/entities?{query}")
    assert (f"/zh{TREATY}" in links(page, ".//dl[@class='term-list']")) is found
    assert bool(page.xpath(".//*[@class='notice']")) is not found


def test_a_choice_leads_to_as_many_as_it_counts(visitor: Visitor) -> None:
    page = visitor.page("/en/entities")
    for item in page.xpath(".//nav[contains(@class, 'facet')]//a"):
        counted = int(item.xpath("string(.//*[@class='count'])"))
        shown = visitor.page(item.get("href"))
        assert texts(shown, ".//*[@id='found-title']")[0].startswith(f"{counted} entit")


@pytest.mark.parametrize("query", ["kind=cheese", "country=XX", "page=99", "kind=%3Cscript%3E"])
def test_an_unknown_choice_is_not_found(visitor: Visitor, query: str) -> None:
    visitor.page(f"/en/entities?{query}", 404)


def test_one_gathers_its_claims_names_and_countries(visitor: Visitor, count: Callable[..., int]) -> None:
    page = visitor.page(f"/en{TREATY}")
    assert texts(page, ".//*[@id='claims-title']")[0].startswith(f"{count(NAMED)} claim")
    assert len(page.xpath(".//article")) == count(NAMED)
    assert {"/en/countries/CN", "/en/countries/JP", "/en/instruments/agreement"} <= set(links(page))
    assert texts(page, ".//h1/span") == ["中华人民共和国政府和日本国政府环境保护合作协定"]
    assert texts(page, ".//h3")[-1] == "Without a year"


def test_the_claims_of_one_paper_are_counted_beside_it(visitor: Visitor) -> None:
    page = visitor.page(f"/zh{TREATY}")
    sources = page.xpath(".//aside//li[a[contains(@href, 'paper=')]]")
    assert sources
    for source in sources:
        shown = visitor.page(source.xpath("string(a/@href)"))
        assert len(shown.xpath(".//article")) == int(source.xpath("string(*[@class='number'])"))
    visitor.page(f"/zh{TREATY}?paper=no-such", 404)
    visitor.page(f"/zh{TREATY}?with=no-such", 404)
    visitor.page(f"/zh{TREATY}?page=9", 404)


def test_the_entities_of_one_paper_are_a_list_of_their_own(visitor: Visitor) -> None:
    page = visitor.page("/en/entities?paper=002-review&kind=agreement")
    assert links(page, ".//header[@class='page-head']") == ["/en/papers/002-review"]
    assert links(page, ".//dl[@class='term-list']") == [f"/en{TREATY}?paper=002-review"]
    kept = page.xpath(".//form[@action='/en/entities']//input[@type='hidden']")
    assert {(field.get("name"), field.get("value")) for field in kept} == {
        ("kind", "agreement"),
        ("paper", "002-review"),
    }
    assert not links(visitor.page("/en/entities?paper=004-future"), ".//dl[@class='term-list']")
    visitor.page("/en/entities?paper=no-such", 404)


def test_lists_on_other_pages_count_what_they_open(visitor: Visitor) -> None:
    for path, rows in (
        ("/en/countries/JP", ".//section[@id='named']//tr[td]"),
        ("/en/instruments/agreement", ".//section[@id='named']//tr[td]"),
        ("/en/papers/002-review", ".//li[a[contains(@href, '/entities/')]]"),
    ):
        items = visitor.page(path).xpath(rows)
        assert items, path
        for item in items:
            shown = visitor.page(item.xpath("string((a|th/a)/@href)"))
            number = item.xpath("string((*[@class='number'])[last()])")
            assert len(shown.xpath(".//article")) == int(number), path


def test_a_claims_page_leads_to_what_it_names(visitor: Visitor, uid_of: Callable[[str], str]) -> None:
    assert f"/en{TREATY}" in links(visitor.page(f"/en/claims/{uid_of('日本与美国')}"), ".//table")


def test_an_entity_that_no_claim_names_says_so(visitor: Visitor) -> None:
    page = visitor.page("/en/entities/jimmy-carter")
    assert page.xpath(".//*[@class='notice']")
    assert not page.xpath(".//article")
    assert "/en/glossary/jimmy-carter" in links(page)
    twin = "//link[@rel='alternate'][@type='application/json']"
    assert not page.xpath(twin)
    assert visitor.page(f"/en{TREATY}").xpath(twin)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("%E8%8B%B1%E5%9B%BD%E7%9A%87%E5%AE%B6%E5%8D%8F%E4%BC%9A", "gb-royal-society"),
        ("SIN", "gb-sin"),
        ("Barack%20Obama", "barack-obama"),
    ],
)
def test_a_name_leads_to_its_code(visitor: Visitor, name: str, code: str) -> None:
    answer = visitor.get(f"/zh/entities/{name}")
    assert (answer.status_code, answer.headers["location"]) == (301, f"/zh/entities/{code}")


def test_a_mistyped_name_is_not_found_and_helps(visitor: Visitor) -> None:
    assert "/en/entities/gb-sin" in links(visitor.page("/en/entities/gb-sim", 404))


def test_markup_in_an_address_stays_text(visitor: Visitor) -> None:
    page = visitor.page("/en/entities/%3Cscript%3Ealert%281%29", 404)
    assert not page.xpath(".//script[contains(text(), 'alert(1)')]")
    assert "/en/entities" in links(page)
