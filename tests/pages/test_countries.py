"""The countries and one country."""

from collections.abc import Callable

import pytest

from tests.factories import vocabulary
from tests.visitor import Visitor, links, texts


def test_countries_stand_by_kind_with_their_counts(visitor: Visitor, count: Callable[..., int]) -> None:
    page = visitor.page("/zh/countries")
    assert texts(page, ".//section[contains(@class, 'group')]//h2") == ["国家与地区"]
    shown = {
        row.xpath("string(a/text()[1])").strip(): int(row.xpath("string(a/span)"))
        for row in page.xpath(".//ul[@class='country-grid']/li")
    }
    assert shown == {
        name: count("select count(*) from claim_country where code = :code", code=code)
        for name, code in (("中国", "CN"), ("美国", "US"), ("日本", "JP"))
    }


def test_countries_that_no_claim_is_about_are_shown_as_gaps(visitor: Visitor) -> None:
    page = visitor.page("/en/countries")
    told = set(links(page, ".//ul[@class='country-grid']"))
    silent = links(page, ".//ul[@class='index-list silent']")
    assert texts(page, ".//details/summary")[0].startswith(f"{len(silent)} states, regions and blocs")
    assert {"/en/countries/FR", "/en/countries/EU"} <= set(silent)
    assert not told & set(silent)
    assert len(told) + len(silent) == len(vocabulary().countries)


def test_a_country_tells_what_each_instrument_looks_like_there(visitor: Visitor) -> None:
    page = visitor.page("/en/countries/JP")
    assert texts(page, ".//h1") == ["Japan"]
    groups = page.xpath(".//section[starts-with(@id, 'group-')]")
    assert {group.get("id") for group in groups} == {"group-agreement", "group-mechanism", "group-strategy"}
    agreement = page.get_element_by_id("group-agreement")
    assert texts(agreement, ".//*[contains(@class, 'claim-text')]") == ["日本与美国签署协定并设立联委会。"]


def test_the_numbers_of_a_country_are_those_of_the_tables(visitor: Visitor, count: Callable[..., int]) -> None:
    page = visitor.page("/zh/countries/CN")
    statement = """select count(*) from claim_country c join claim_instrument i on i.claim_id = c.claim_id
                   where c.code = 'CN' and i.code = :code"""
    rows = page.xpath(".//table[contains(@class, 'small-matrix')]//tr[td[contains(@class, 'total')]]")
    assert len(rows) == 13
    told = {row.xpath("string(th/a/@href)").removeprefix("#group-"): row for row in rows if row.xpath("th/a")}
    assert set(told) == {"agreement", "mechanism", "control"}
    for code, row in told.items():
        number = int(row.xpath("string(td)"))
        assert number == count(statement, code=code)
        assert number == sum(int(text) for text in texts(row, "td[contains(@class, 'heat')]/a"))
        assert len(page.get_element_by_id(f"group-{code}").xpath(".//article")) == number
    gaps = [row for row in rows if row.xpath("td[@class='gap']")]
    assert len(gaps) == 10
    assert {texts(row, "td")[0] for row in gaps} == {"0"}


@pytest.mark.parametrize("path", ["/zh/countries/CN", "/en/countries/JP"])
def test_each_number_of_a_dossier_opens_as_many_claims(visitor: Visitor, path: str) -> None:
    page = visitor.page(path)
    cells = page.xpath(".//td[contains(@class, 'heat')]/a") + page.xpath(".//section[@id='partners']//td/a")
    assert len(cells) >= 3
    for cell in cells:
        found = visitor.page(cell.get("href"))
        assert len(found.xpath(".//article")) == int(cell.text_content()), cell.get("href")


def test_the_profile_line_counts_and_says_what_it_counts(visitor: Visitor, count: Callable[..., int]) -> None:
    page = visitor.page("/en/countries/JP")
    papers = count("select count(*) from paper")
    profile = page.xpath(".//dl[@class='profile']/div")
    assert [(texts(one, "dd")[0], texts(one, "dt")[0]) for one in profile] == [
        ("2", "claims"),
        (f"2 of {papers}", "papers"),
        ("3 of 13", "instruments"),
        ("1", "named things"),
        ("1", "dated claims"),
    ]
    assert all(text for one in profile for text in texts(one, "dd[@class='meaning']"))


def test_what_happened_stands_by_the_year_told_of_with_its_source(visitor: Visitor) -> None:
    page = visitor.page("/zh/countries/JP")
    happened = page.get_element_by_id("happened")
    assert texts(happened, ".//dl/dt") == ["2008"]
    assert texts(happened, ".//dl/dd") == ["日本发布战略。 [1]"]
    assert texts(happened, ".//svg/title") == ["论断所述年份"]
    assert texts(happened, ".//tbody/tr/*") == ["2008", "1", "", "无", "1", ""]
    assert page.xpath("string(.//*[@id='source-1']//a/@href)") == "/zh/papers/000-untitled"


def test_strategies_and_agreements_stand_by_name_with_year_and_source(visitor: Visitor) -> None:
    named = visitor.page("/en/countries/JP").get_element_by_id("named")
    assert texts(named, ".//tbody/tr[td]/td[1]") == ["1994"]
    assert texts(named, ".//tbody/tr/th[@scope='rowgroup']") == ["S&T agreements"]
    assert "/en/entities/cn-jp-environment-1994" in links(named, ".")
    assert texts(named, ".//tbody/tr/td[last()]") == ["[2]"]


def test_partners_are_a_picture_and_a_table(visitor: Visitor, count: Callable[..., int]) -> None:
    partners = visitor.page("/en/countries/CN").get_element_by_id("partners")
    assert texts(partners, ".//svg/title") == ["Who is mentioned together with China"]
    assert texts(partners, ".//svg/text") == ["China", "United States 2"]
    both = """select count(*) from claim_country c join claim_country d on d.claim_id = c.claim_id
              where c.code = 'CN' and d.code = 'US'"""
    assert [int(text) for text in texts(partners, ".//td[@class='number']")] == [count(both)]


def test_each_paper_tells_where_and_what(visitor: Visitor) -> None:
    papers = visitor.page("/zh/countries/CN").xpath(".//article[@class='paper-tells']")
    assert [texts(paper, "./p[1]/a")[0] for paper in papers] == ["2 条论断", "2 条论断", "1 条论断"]
    first = papers[0]
    assert "/zh/papers/002-review#s-1.1" in links(first, ".")
    assert texts(first, ".//*[@class='told']") == ["中国与155个国家签署协定。", "王明国认为中美应当对话[17]。"]


def test_coverage_says_how_far_to_trust_the_page(visitor: Visitor) -> None:
    coverage = visitor.page("/en/countries/JP").get_element_by_id("coverage")
    said = texts(coverage, ".//li")
    assert said[0].startswith("2 claims stand in 2 of the ")
    assert said[1].startswith("50 per cent of them come from one paper: [1]")
    assert said[1].endswith("This page tells what few papers say, not what is known.")
    assert said[2].startswith("Nobody has checked its labels by hand.")
    assert texts(coverage, ".//table//tbody//th") == ["2020", "unknown"]


def test_every_source_that_is_named_is_in_the_list(visitor: Visitor) -> None:
    page = visitor.page("/zh/countries/CN")
    marks = {link for link in links(page) if link.startswith("#source-")}
    listed = {f"#{item.get('id')}" for item in page.xpath(".//ol[@class='source-list']/li")}
    assert marks
    assert marks == listed


def test_claims_without_an_instrument_are_shown_too(visitor: Visitor) -> None:
    group = visitor.page("/en/countries/CN").get_element_by_id("group-none")
    assert texts(group, ".//h3") == ["Without an instrument"]
    assert texts(group, ".//*[contains(@class, 'claim-text')]") == ["中国应当扩大开放。"]


@pytest.mark.parametrize("name", ["日本", "Japan", "jp", "日", "%E6%97%A5%E6%9C%AC"])
def test_a_name_leads_to_the_code(visitor: Visitor, name: str) -> None:
    answer = visitor.get(f"/zh/countries/{name}")
    assert (answer.status_code, answer.headers["location"]) == (301, "/zh/countries/JP")


def test_a_country_without_claims_has_a_page_that_says_so(visitor: Visitor) -> None:
    page = visitor.page("/en/countries/FJ")
    assert "No claim in the papers here is about Fiji." in texts(page, ".//main//p")[-1]
    assert any("/en/search?q=" in link for link in links(page))


@pytest.mark.parametrize(
    ("asked", "suggestion"), [("Japn", "/en/countries/JP"), ("Germny", "/en/countries/DE"), ("XX", None)]
)
def test_an_unknown_code_is_not_found_and_helps(visitor: Visitor, asked: str, suggestion: str | None) -> None:
    found = links(visitor.page(f"/en/countries/{asked}", 404))
    assert "/en/countries" in found
    assert suggestion is None or suggestion in found


def test_chinese_on_english_pages_says_that_it_is_chinese(visitor: Visitor) -> None:
    page = visitor.page("/en/countries/JP")
    assert all(p.get("lang") == "zh-Hans" for p in page.xpath(".//*[contains(@class, 'claim-text')]"))
    assert page.xpath("string(.//*[@class='lead']/span/@lang)") == "zh-Hans"
