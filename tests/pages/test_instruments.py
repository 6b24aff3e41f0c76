"""The instruments, a class of them, and one instrument."""

from collections.abc import Callable, Iterator

import pytest

from app.main import create_app
from app.settings import Settings
from tests.factories import make_claim, make_paper
from tests.visitor import Visitor, links, texts


def test_all_thirteen_stand_under_their_classes_with_definitions(visitor: Visitor) -> None:
    page = visitor.page("/zh/instruments")
    assert texts(page, ".//section//h2") == ["战略工具", "操作工具", "支持工具"]
    assert len(page.xpath(".//h3")) == 13
    assert all(texts(page, ".//ul[@class='definition-list']/li/div[1]/p"))


def test_counts_are_those_of_the_tables(visitor: Visitor, count: Callable[..., int]) -> None:
    rows = visitor.page("/en/instruments").xpath(".//ul[@class='definition-list']/li")
    for row in rows:
        code = row.xpath("string(.//h3/a/@href)").rsplit("/", 1)[1]
        number = int(row.xpath("string(div[2]/span)").split()[0])
        assert number == count("select count(*) from claim_instrument where code = :code", code=code)


def test_one_instrument_has_its_definition_and_claims_by_country(visitor: Visitor) -> None:
    page = visitor.page("/en/instruments/agreement")
    assert texts(page, ".//h1") == ["S&T agreements"]
    assert texts(page, ".//*[@class='definition']")[0].startswith("A bilateral or multilateral agreement")
    groups = {
        group.get("id"): len(group.xpath(".//article"))
        for group in page.xpath(".//section[starts-with(@id, 'group-')]")
    }
    assert groups == {"group-CN": 2, "group-JP": 1, "group-US": 1}


def test_numbers_by_country_are_those_of_the_tables(visitor: Visitor, count: Callable[..., int]) -> None:
    rows = visitor.page("/zh/instruments/mechanism").xpath(".//section[@id='countries']//tbody/tr")
    shown = {row.xpath("string(th/a/@href)").rpartition("/")[2]: int(row.xpath("string(td)")) for row in rows}
    statement = """select count(*) from claim_country c join claim_instrument i on i.claim_id = c.claim_id
                   where c.code = :code and i.code = 'mechanism'"""
    assert shown == {code: count(statement, code=code) for code in ("CN", "JP", "US")}


def test_how_the_papers_define_it_is_shown_in_their_words(visitor: Visitor) -> None:
    section = ".//section[@aria-labelledby='definitions-title']"
    page = visitor.page("/en/instruments/platform")
    assert texts(page, f"{section}//*[contains(@class, 'claim-text')]") == ["平台工具是促进科技外交的对话活动。"]
    assert not visitor.page("/en/instruments/agreement").xpath(section)


def test_each_number_of_its_countries_opens_as_many_claims(visitor: Visitor) -> None:
    cells = visitor.page("/zh/instruments/agreement").xpath(".//section[@id='countries']//td/a")
    assert len(cells) == 3
    for cell in cells:
        assert len(visitor.page(cell.get("href")).xpath(".//article")) == int(cell.text_content())


def test_countries_are_a_picture_too(visitor: Visitor) -> None:
    countries = visitor.page("/en/instruments/agreement").get_element_by_id("countries")
    assert texts(countries, ".//svg/text") == ["Agreem…", "China 2", "Japan 1", "United States 1"]


def test_it_stands_among_the_kinds_of_its_class(visitor: Visitor) -> None:
    siblings = visitor.page("/en/instruments/training").xpath(".//nav[@class='siblings']")[0]
    assert texts(siblings, ".//li") == ["Training", "Awareness", "Platform"]
    assert texts(siblings, ".//*[@aria-current]") == ["Training"]
    assert "/en/instruments/support" in links(siblings, ".")


def test_its_definition_says_whose_it_is(visitor: Visitor) -> None:
    head = texts(visitor.page("/en/instruments/control"), ".//header[@class='page-head']")[0]
    assert "The wording is this project's." in head
    assert "added to those of the classification" in head
    taken = texts(visitor.page("/en/instruments/agreement"), ".//header[@class='page-head']")[0]
    assert "added to those of the classification" not in taken


def test_what_happened_stands_by_year(visitor: Visitor) -> None:
    happened = visitor.page("/zh/instruments/strategy").get_element_by_id("happened")
    assert (texts(happened, ".//dt"), texts(happened, ".//dd")) == (["2008"], ["日本发布战略。 [1]"])
    assert "/api/v1/instruments/strategy/timeline.csv" in links(happened, ".")


def test_named_things_of_its_kind_stand_by_year_with_source(visitor: Visitor) -> None:
    named = visitor.page("/en/instruments/agreement").get_element_by_id("named")
    assert texts(named, ".//tr/td[1]") == ["1994"]
    assert "/en/entities/cn-jp-environment-1994" in links(named, ".")


def test_what_papers_recommend_about_it_is_listed(visitor: Visitor, advising: Visitor) -> None:
    assert not visitor.page("/zh/instruments/agreement").xpath(".//*[@id='recommendations']")
    advice = advising.page("/zh/instruments/funding").get_element_by_id("recommendations")
    assert texts(advice, ".//li") == ["应当开放研究资助计划。 [1]"]


def test_its_sources_are_numbered_and_every_mark_leads_to_one(visitor: Visitor) -> None:
    page = visitor.page("/zh/instruments/mechanism")
    marks = {link for link in links(page) if link.startswith("#source-")}
    assert marks
    assert marks == {f"#{one.get('id')}" for one in page.xpath(".//ol[@class='source-list']/li")}


@pytest.fixture
def advising(settings: Settings) -> Iterator[Visitor]:
    """A site whose one paper recommends something."""
    app = create_app(settings)
    library = app.state.library
    library.migrate()
    with library.session() as session, session.begin():
        make_paper(session, claims=[make_claim("应当开放研究资助计划。", type="recommendation", instruments="funding")])
    library.reindex()
    yield Visitor(app)
    library.close()


def test_an_instrument_without_claims_says_so(visitor: Visitor) -> None:
    page = visitor.page("/en/instruments/aid")
    (notice,) = page.xpath(".//*[@class='notice']")
    assert notice.text_content().strip().startswith("No claim in the papers here is about this instrument.")
    assert [link.split("?")[1] for link in notice.xpath("a/@href")][1] == "class=operational"


@pytest.mark.parametrize(
    ("code", "heading", "kinds"),
    [("strategic", "战略工具", 1), ("operational", "操作工具", 9), ("support", "支持工具", 3)],
)
def test_a_class_lists_its_kinds(visitor: Visitor, code: str, heading: str, kinds: int) -> None:
    page = visitor.page(f"/zh/instruments/{code}")
    assert texts(page, ".//h1") == [heading]
    assert len(page.xpath(".//tbody/tr")) == kinds
    assert f"/zh/search?instrument={code}" in links(page)


@pytest.mark.parametrize(
    ("name", "code"), [("协议", "agreement"), ("Agreement", "agreement"), ("操作工具", "operational")]
)
def test_a_name_leads_to_the_code(visitor: Visitor, name: str, code: str) -> None:
    answer = visitor.get(f"/zh/instruments/{name}")
    assert (answer.status_code, answer.headers["location"]) == (301, f"/zh/instruments/{code}")


def test_an_unknown_code_is_not_found_and_helps(visitor: Visitor) -> None:
    assert "/en/instruments/agreement" in links(visitor.page("/en/instruments/agrement", 404))
