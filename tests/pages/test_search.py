"""The search page."""

from collections.abc import Callable
from urllib.parse import quote, urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.visitor import Visitor, links, texts

TOTAL = ".//*[@id='results-title']"


def total(visitor: Visitor, query: str) -> int:
    return int(texts(visitor.page(f"/en/search?{query}"), TOTAL)[0].split()[0])


def sentences(visitor: Visitor, query: str) -> list[str]:
    return texts(visitor.page(f"/zh/search?{query}"), ".//*[contains(@class, 'claim-text')]")


def facet(visitor: Visitor, query: str, field: str) -> dict[str, int]:
    page = visitor.page(f"/en/search?{query}")
    rows = page.xpath(f".//section[@aria-labelledby='facet-{field}']//a")
    return {row.xpath("string(span[1])"): int(row.xpath("string(span[2])")) for row in rows}


def test_what_matched_is_marked_and_the_rest_is_text(visitor: Visitor) -> None:
    page = visitor.page('/zh/search?q="签署协定"')
    assert texts(page, ".//main//mark") == ["签署协定"] * 3
    assert {"中国与155个国家签署协定。", "日本与美国签署协定并设立联委会。"} < set(sentences(visitor, 'q="签署协定"'))


def test_traditional_characters_find_simplified_text(visitor: Visitor) -> None:
    assert sentences(visitor, "q=「簽署協定」") == sentences(visitor, 'q="签署协定"')


def test_a_hit_names_its_source_and_its_labels(visitor: Visitor) -> None:
    page = visitor.page("/zh/search?q=联委会")
    card = page.xpath(".//article")[0]
    uid = card.xpath("string(.//button/@data-copy-address)").rsplit("/", 1)[1]
    assert f"/zh/papers/002-review#c-{uid}" in links(card, ".")
    assert {"/zh/countries/JP", "/zh/countries/US", "/zh/instruments/agreement", f"/zh/claims/{uid}"} <= set(
        links(card, ".")
    )
    assert "§1.1 政府间协定" in card.text_content()
    assert "新世纪以来科技外交国内文献综述" in card.xpath("string(.//button/@data-copy)")


def test_marks_of_citations_lead_to_the_reference(visitor: Visitor) -> None:
    page = visitor.page("/zh/search?q=155")
    assert page.xpath("string(.//a[@role='doc-noteref']/@href)") == "/zh/papers/002-review#ref-17"


@pytest.mark.parametrize(
    ("query", "where"),
    [
        ("", "1 = 1"),
        ("type=fact", "type = 'fact'"),
        ("paper=004-future", "paper_id = (select id from paper where slug = '004-future')"),
        ("year=2017", "paper_id in (select id from paper where year = 2017)"),
        ("year=2010..2020", "paper_id in (select id from paper where year between 2010 and 2020)"),
        ("country=JP", "id in (select claim_id from claim_country where code = 'JP')"),
        ("country=JP&country=CN", "id in (select claim_id from claim_country where code in ('JP', 'CN'))"),
        (
            "instrument=operational",
            "id in (select claim_id from claim_instrument where code in ('agreement', 'mechanism', 'control'))",
        ),
        (
            "country=US&instrument=agreement",
            "id in (select claim_id from claim_country where code = 'US')"
            " and id in (select claim_id from claim_instrument where code = 'agreement')",
        ),
    ],
)
def test_totals_are_those_of_the_tables(visitor: Visitor, count: Callable[..., int], query: str, where: str) -> None:
    assert total(visitor, query) == count(f"select count(*) from claim where {where}") > 0  # noqa: S608


def test_facets_are_those_of_the_tables(visitor: Visitor, count: Callable[..., int]) -> None:
    by_country = "select count(*) from claim_country where code = :code"
    shown = facet(visitor, "", "country")
    assert shown == {
        name: count(by_country, code=code) for name, code in (("China", "CN"), ("United States", "US"), ("Japan", "JP"))
    }
    kinds = facet(visitor, "", "instrument")
    assert kinds["S&T agreements"] == count("select count(*) from claim_instrument where code = 'agreement'")
    assert kinds["Operational instruments"] == total(visitor, "instrument=operational")
    assert facet(visitor, "", "year") == {"2020": 4, "2017": 2}
    assert sum(facet(visitor, "", "type").values()) == count("select count(*) from claim")


def test_a_class_counts_a_claim_of_two_kinds_once(visitor: Visitor) -> None:
    kinds = facet(visitor, "", "instrument")
    operational = (
        "S&T agreements",
        "Standing mechanisms, dialogues and partnership programmes",
        "Export control, sanctions and technology blockade",
    )
    assert kinds["Operational instruments"] < sum(kinds[name] for name in operational)


def test_a_chosen_value_can_be_dropped_and_others_added(visitor: Visitor) -> None:
    page = visitor.page("/en/search?q=协定&country=JP")
    row = {a.xpath("string(span[1])"): a for a in page.xpath(".//section[@aria-labelledby='facet-country']//a")}
    assert row["Japan"].get("aria-current") == "true"
    assert row["Japan"].get("href") == f"/en/search?q={quote('协定')}"
    assert row["China"].get("href").endswith("country=JP&country=CN")
    assert links(page, ".//*[@class='active-filters']") == [f"/en/search?q={quote('协定')}"]


def test_a_filtered_field_is_counted_without_its_own_filter(visitor: Visitor) -> None:
    alone = facet(visitor, "", "country")
    assert facet(visitor, "country=JP", "country") == alone
    assert facet(visitor, "country=JP", "type") != facet(visitor, "", "type")


def test_the_form_keeps_the_filters(visitor: Visitor) -> None:
    form = visitor.page("/zh/search?q=协定&country=JP&country=US&sort=paper&year=2020").xpath(".//main//form")[0]
    hidden = [(i.get("name"), i.get("value")) for i in form.xpath(".//input[@type='hidden']")]
    assert hidden == [("country", "JP"), ("country", "US"), ("year", "2020"), ("sort", "paper")]


def test_hits_come_by_relevance_or_in_the_order_of_the_papers(visitor: Visitor) -> None:
    in_papers = sentences(visitor, "sort=paper")
    assert in_papers[0] == "日本发布战略。"
    assert in_papers[-1].startswith("中国<script>")
    page = visitor.page("/en/search?q=协定")
    assert texts(page, ".//*[@class='sorts']/span[@aria-current]") == ["relevance", "words and meaning"]
    assert links(page, ".//*[@class='sorts']")[0].endswith("&sort=paper")


def test_a_query_that_does_not_parse_is_searched_as_words_and_says_so(visitor: Visitor) -> None:
    page = visitor.page('/en/search?q="协定')
    assert "Searched as plain words. A quotation mark is not closed." in texts(page, ".//*[@role='status']/p")[0]
    assert page.xpath(".//article")
    assert "Searched as plain words" not in visitor.get("/en/search?q=协定").text


def test_a_query_whose_end_is_not_read_says_so(visitor: Visitor) -> None:
    assert "The query is too long" in visitor.page(f"/en/search?q={'协' * 2000}").text_content()


def test_nothing_found_helps(visitor: Visitor) -> None:
    page = visitor.page("/zh/search?q=月球奶酪&country=JP")
    assert texts(page, TOTAL) == ["0 条论断"]
    found = links(page)
    assert f"/zh/search?q={quote('月球奶酪')}" in found
    assert f"/zh/glossary?q={quote('月球奶酪')}" in found
    assert page.xpath(".//table")


def test_what_was_meant_is_offered(visitor: Visitor) -> None:
    page = visitor.page("/zh/search?q=科计外交")
    suggestion = page.xpath(".//*[contains(@class, 'did-you-mean')]//a")
    assert suggestion
    assert texts(visitor.page(suggestion[0].get("href")), TOTAL) != ["0 条论断"]


def test_the_twin_is_linked_and_answers_the_same_total(visitor: Visitor) -> None:
    page = visitor.page("/en/search?q=协定&country=JP")
    twin = page.xpath("string(.//link[@type='application/json']/@href)")
    assert twin in links(page)
    assert visitor.get(twin).json()["total"] == int(texts(page, TOTAL)[0].split()[0])


@pytest.mark.parametrize("query", ["page=2", "page=0", "page=x", "page=-1", f"page={'9' * 5000}"])
def test_pages_past_the_end_are_not_found(visitor: Visitor, query: str) -> None:
    assert "/zh/search" in links(visitor.page(f"/zh/search?{query}", 404))


@pytest.mark.parametrize(
    ("query", "heading", "suggestion"),
    [
        ("country=Japn", "There is no country or bloc with the code “Japn”", "/en/countries/JP"),
        ("instrument=agrement", "There is no instrument with the code “agrement”", "/en/instruments/agreement"),
        ("paper=none", "There is no paper “none” here", "/en/papers"),
        ("type=none", "There is nothing at this address", "/en/"),
        ("year=soon", "There is nothing at this address", "/en/"),
    ],
)
def test_a_filter_that_names_nothing_is_not_found(visitor: Visitor, query: str, heading: str, suggestion: str) -> None:
    page = visitor.page(f"/en/search?{query}", 404)
    assert texts(page, ".//h1") == [heading]
    assert suggestion in links(page)


NAMES = ("q", "country", "instrument", "type", "paper", "year", "sort", "page", "mode", "x")


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(NAMES), st.text(max_size=40)), max_size=6))
def test_no_query_string_is_too_odd(visitor: Visitor, pairs: list[tuple[str, str]]) -> None:
    encoded = urlencode([(name, value.encode("utf-8", "surrogatepass")) for name, value in pairs])
    assert visitor.get(f"/zh/search?{encoded}").status_code in (200, 404)


@pytest.mark.parametrize(
    "query",
    [
        "q=%00",
        "q=%FF%FE",
        "q=%ED%A0%80",
        "q=" + "科" * 5000,
        "q=" + "(" * 3000,
        "q=" + "%22" * 999,
        "=&&==",
        "q",
        "q=%",
        "q=*",
    ],
)
def test_hostile_bytes_and_lengths(visitor: Visitor, query: str) -> None:
    assert visitor.get(f"/en/search?{query}").status_code == 200


def test_without_an_index_the_page_says_what_to_do(empty_site: Visitor) -> None:
    page = empty_site.page("/en/search?q=x", 503)
    assert texts(page, ".//h1") == ["Searching is not possible at the moment"]
    assert "kewai reindex" in page.text_content()
    assert empty_site.get("/en/countries").status_code == 200


def test_other_names_are_searched_and_can_be_left_out(visitor: Visitor) -> None:
    page = visitor.page("/en/search?q=聯合委員會+United+States&country=US")
    (notice,) = page.xpath(".//*[@class='also small'][.//a]")
    assert "united states → 美国" in " ".join(notice.text_content().split())
    (way_out,) = notice.xpath(".//a/@href")
    assert "synonyms=off" in way_out
    assert "country=US" in way_out
    alone = visitor.page(way_out)
    assert "Only what you typed is searched." in alone.text_content()
    (back,) = alone.xpath(".//*[@class='also small']//a/@href")
    assert "synonyms" not in back
    assert total(visitor, "q=日本&synonyms=off") <= total(visitor, "q=日本")


def test_the_page_says_how_many_answer_the_whole_query(visitor: Visitor) -> None:
    assert "2 claims answer the whole query" not in visitor.get("/en/search?q=签署").text
    text = visitor.get("/en/search?q=日本+美国+卫星").text
    assert "the whole query" in text
