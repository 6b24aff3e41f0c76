"""The home page: what is here, and who uses which instrument."""

from collections.abc import Callable

import pytest

from tests.visitor import Visitor, links, texts

CELL = """select count(*) from claim_country c join claim_instrument i on i.claim_id = c.claim_id
          where c.code = :country and i.code = :instrument"""


@pytest.mark.parametrize(
    ("locale", "heading"),
    [("zh", "科技外交，句句有据"), ("en", "Science and technology diplomacy, sentence by sentence")],
)
def test_it_says_what_this_is(visitor: Visitor, locale: str, heading: str) -> None:
    assert texts(visitor.page(f"/{locale}/"), ".//h1") == [heading]


def test_its_figures_are_those_of_the_tables(visitor: Visitor, count: Callable[..., int]) -> None:
    page = visitor.page("/en/")
    figures = dict(zip(texts(page, ".//dl//dt"), texts(page, ".//dl//dd"), strict=True))
    assert figures == {
        "papers": str(count("select count(*) from paper")),
        "claims": str(count("select count(*) from claim")),
        "countries and blocs": str(count("select count(distinct code) from claim_country")),
        "kinds of instrument": str(count("select count(distinct code) from claim_instrument")),
        "references": str(count("select count(*) from reference where kind = 'reference'")),
    }


def test_every_cell_of_the_matrix_is_a_count_and_opens_a_list_of_that_many(
    visitor: Visitor, count: Callable[..., int]
) -> None:
    cells = visitor.page("/zh/").xpath(".//table[contains(@class, 'matrix')]//td[contains(@class, 'heat')]/a")
    assert len(cells) == count("""select count(*) from (select distinct c.code, i.code from claim_country c
                                  join claim_instrument i on i.claim_id = c.claim_id)""")
    for cell in cells:
        query = dict(part.split("=") for part in cell.get("href").partition("?")[2].split("&"))
        shown = int(cell.text_content())
        assert shown == count(CELL, **query)
        assert texts(visitor.page(cell.get("href")), ".//*[@id='results-title']")[0].startswith(f"{shown} 条论断")


def test_totals_of_the_matrix_count_claims_and_not_cells(visitor: Visitor, count: Callable[..., int]) -> None:
    rows = visitor.page("/en/").xpath(".//table[contains(@class, 'matrix')]/tbody/tr")
    shown = {row.xpath("string(th)").strip(): int(row.xpath("string(td[1])")) for row in rows}
    assert shown["Japan"] == count("select count(*) from claim_country where code = 'JP'") == 2
    assert next(iter(shown)) == "China"


def test_columns_stand_in_the_order_of_the_classes(visitor: Visitor) -> None:
    page = visitor.page("/en/")
    heads = texts(page, ".//table[contains(@class, 'matrix')]/thead/tr[1]/th")
    assert heads == ["Strategic instruments", "Operational instruments", "Support instruments"]
    assert len(page.xpath(".//table[contains(@class, 'matrix')]/thead/tr[2]/th")) == 2 + 13


def test_it_leads_to_every_kind_of_page_and_paper(visitor: Visitor) -> None:
    found = set(links(visitor.page("/zh/"), "."))
    assert {
        f"/zh/{name}" for name in ("search", "countries", "instruments", "papers", "citations", "glossary", "about")
    } <= found
    assert {"/zh/papers/002-review", "/zh/papers/004-future", "/zh/countries/JP"} <= found


def test_the_examples_are_understood(visitor: Visitor) -> None:
    page = visitor.page("/zh/")
    examples = links(page, ".//*[@class='examples']")
    assert len(examples) >= 3
    for example in examples:
        assert "已当作普通词语检索" not in visitor.get(example).text


def test_before_anything_is_ingested_it_says_how(empty_site: Visitor) -> None:
    page = empty_site.page("/en/")
    assert "kewai ingest" in page.text_content()
    assert not page.xpath(".//table")
