"""The numbers and one of them: series with their pictures, tables and sentences, and where papers disagree."""

from collections.abc import Iterator

import pytest
from lxml import etree

from app.ingest.records import Claim, Figure
from app.main import create_app
from app.settings import Settings
from tests.factories import make_claim, make_paper
from tests.sample import open_sample
from tests.visitor import Visitor, links, texts

KEY = "/numbers/cn-st-agreements"
FOUND = ".//*[@id='found-title']"
LIST = ".//ul[@class='quantity-list']"


def agreements(value: int, country: str = "CN", name: str = "我国") -> Claim:
    """A claim that a country has signed so many agreements."""
    figure = Figure(value, "个", "政府间科技合作协定", None, value % 10 == 0, text=f"{value}个")
    return make_claim(
        f"{name}签署了{value}个政府间科技合作协定。", type="statistic", countries=country, figures=[figure]
    )


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    """The sample, and papers that tell the same numbers, two of them in one year and not alike."""
    folder = tmp_path_factory.mktemp("numbers")
    settings = Settings(
        _env_file=None,  # type: ignore[call-arg]
        database_url=f"sqlite:///{folder / 'kewai.db'}",
        index_dir=folder / "index",
    )
    with open_sample(settings) as library:
        with library.session() as session, session.begin():
            make_paper(session, "early", [agreements(99), agreements(30, "JP", "日本")], year=2007)
            make_paper(session, "late", [agreements(110), agreements(35, "JP", "日本")], year=2021)
            make_paper(session, "other", [agreements(37, "JP", "日本")], year=2021)
            make_paper(session, "<b>", [agreements(113)], title="<script>alert(1)</script>", year=None)
        library.reindex()
    app = create_app(settings)
    yield Visitor(app)
    app.state.library.close()


def test_the_list_holds_what_is_told_more_than_once(visitor: Visitor) -> None:
    page = visitor.page("/en/numbers")
    assert texts(page, FOUND) == ["2 quantities"]
    assert set(links(page, LIST)) == {f"/en{KEY}", "/en/numbers/jp-st-agreements"}
    told = texts(page, ".//*[@class='quantity-values number']")
    assert set(told) == {"99 2007 → ≈110 2021", "≈30 2007 → 35 2021 → 37 2021"}
    assert len(page.xpath(f"{LIST}//svg")) == 2


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=agreements", 2),
        ("q=%E6%97%A5%E6%9C%AC", 1),
        ("country=CN", 1),
        ("country=FR", 0),
        ("instrument=agreement", 2),
        ("instrument=overseas", 0),
        ("q=%3Cscript%3E", 0),
    ],
)
def test_filters_narrow_it(visitor: Visitor, query: str, found: int) -> None:
    page = visitor.page(f"/zh/numbers?{query}")
    assert texts(page, FOUND) == [f"{found} 个数量"]
    assert len(page.xpath(f"{LIST}/li")) == found
    assert bool(page.xpath(".//*[@class='notice']")) is not found


def test_a_choice_leads_to_as_many_as_it_counts(visitor: Visitor) -> None:
    for item in visitor.page("/en/numbers").xpath(".//nav[contains(@class, 'facet')]//a"):
        counted = int(item.xpath("string(.//*[@class='count'])"))
        assert texts(visitor.page(item.get("href")), FOUND)[0].startswith(f"{counted} quantit")


@pytest.mark.parametrize("query", ["country=XX", "instrument=cheese", "page=9", "country=%3Cb%3E"])
def test_an_unknown_choice_is_not_found(visitor: Visitor, query: str) -> None:
    visitor.page(f"/en/numbers?{query}", 404)


def test_one_shows_its_values_with_their_sentences(visitor: Visitor) -> None:
    page = visitor.page(f"/zh{KEY}")
    assert texts(page, ".//h1") == ["中国：签订的政府间科技合作协定"]
    rows = texts(page, ".//table[contains(@class, 'quantity-table')]/tbody/tr")
    assert len(rows) == 3
    assert [row.split()[0][:4] for row in rows] == ["2007", "2021", "—不详"]
    assert "文献发表年份" in rows[0]
    assert "签署了99个政府间科技合作协定" in rows[0]
    assert "句中唯一的国家" in rows[0]
    assert {"/zh/countries/CN", "/zh/instruments/agreement"} <= set(links(page))
    assert page.xpath("string(.//link[@type='application/json']/@href)") == f"/api/v1{KEY}"


def test_every_sentence_leads_to_its_claim_and_back(visitor: Visitor) -> None:
    page = visitor.page(f"/en{KEY}")
    told = [link for link in links(page, ".//table") if "/claims/" in link]
    assert len(told) == 3
    for link in told:
        assert f"/en{KEY}" in links(visitor.page(link))


def test_the_picture_tells_what_the_table_tells(visitor: Visitor) -> None:
    page = visitor.page(f"/en{KEY}")
    assert texts(page, ".//figure//desc") == ["2007: 99; 2021: ≈110"]
    assert texts(page, ".//figure//text[@class='value']") == ["99", "≈110"]
    assert len(page.xpath(".//figure//circle[@class='point about']")) == 1
    assert "1 value without a year" in texts(page, ".//figcaption")[0]


def test_papers_that_disagree_are_told_with_both_sources(visitor: Visitor) -> None:
    page = visitor.page("/en/numbers/jp-st-agreements")
    notice = ".//section[@class='notice']"
    assert texts(page, f"{notice}//li")[0].startswith("2021: 35个")
    assert "37个" in texts(page, f"{notice}//li")[0]
    assert len([link for link in links(page, notice) if "/claims/" in link]) == 2
    assert not visitor.page(f"/en{KEY}").xpath(notice)
    assert texts(visitor.page("/en/numbers"), ".//*[@class='disagrees']") == ["papers disagree"]


def test_the_picture_can_be_kept(visitor: Visitor) -> None:
    answer = visitor.get(f"/zh{KEY}.svg")
    assert answer.headers["content-type"] == "image/svg+xml"
    assert answer.headers["content-disposition"] == 'attachment; filename="kewai-cn-st-agreements.svg"'
    svg = etree.fromstring(answer.text.strip())
    assert svg.tag == "{http://www.w3.org/2000/svg}svg"
    assert svg.findtext("{*}title") == "中国：签订的政府间科技合作协定"


@pytest.mark.parametrize("key", ["none", "%3Cscript%3E", "none.svg", "..%2F..%2Fetc"])
def test_an_unknown_key_is_not_found(visitor: Visitor, key: str) -> None:
    page = visitor.page(f"/en/numbers/{key}", 404)
    assert not page.xpath(".//main//script")


def test_a_document_never_becomes_markup(visitor: Visitor) -> None:
    assert not visitor.page(f"/en{KEY}").xpath(".//main//script")


def test_home_and_foot_lead_there(visitor: Visitor) -> None:
    assert {"/en/numbers", "/en/timeline"} <= set(links(visitor.page("/en/")))
    assert {"/en/numbers", "/en/timeline"} <= set(links(visitor.page("/en/about"), ".//footer"))


def test_without_papers_it_says_so(empty_site: Visitor) -> None:
    (notice,) = texts(empty_site.page("/en/numbers"), ".//*[@class='notice']")
    assert notice == "No quantity is told more than once yet. All claims with a number"
