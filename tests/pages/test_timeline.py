"""The timeline of the corpus: decades that count what they open, and choices that narrow it."""

from collections.abc import Iterator

import pytest

from app.ingest.records import Period
from app.main import create_app
from app.settings import Settings
from tests.factories import make_claim, make_paper
from tests.sample import open_sample
from tests.visitor import Visitor, links, texts

TITLE = ".//*[@id='claims-title']"
DECADES = ".//nav[@class='decades']"


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    """The sample, and a paper that tells of years: with one of the sample 23 claims of one decade, two of another."""
    folder = tmp_path_factory.mktemp("timeline")
    settings = Settings(
        _env_file=None,  # type: ignore[call-arg]
        database_url=f"sqlite:///{folder / 'kewai.db'}",
        index_dir=folder / "index",
    )
    claims = [
        make_claim(f"中国第{n}次发布战略。", countries="CN", periods=[Period(2000 + n % 10, None)]) for n in range(22)
    ]
    early = [
        make_claim("日本签署协定。", countries="JP", instruments="agreement", periods=[Period(1979, 1979)]),
        make_claim("中日签署协定。", countries="CN JP", instruments="agreement", periods=[Period(1974, 1974)]),
    ]
    with open_sample(settings) as library:
        with library.session() as session, session.begin():
            make_paper(session, "years", claims + early)
        library.reindex()
    app = create_app(settings)
    yield Visitor(app)
    app.state.library.close()


def test_the_fullest_decade_is_open(visitor: Visitor) -> None:
    page = visitor.page("/en/timeline")
    assert texts(page, TITLE) == ["2000–2009: 23 claims"]
    assert texts(page, f"{DECADES}//a") == ["1970–1979 2", "2000–2009 23"]
    assert texts(page, f"{DECADES}//a[@aria-current]") == ["2000–2009 23"]
    assert len(page.xpath(".//article")) == 20
    assert page.xpath(".//figure[contains(@class, 'timeline')]//svg")


def test_a_decade_opens_as_many_as_it_counts(visitor: Visitor) -> None:
    for link in links(visitor.page("/zh/timeline"), DECADES):
        page = visitor.page(link)
        (chosen,) = texts(page, f"{DECADES}//a[@aria-current]/*[@class='count']")
        assert texts(page, TITLE)[0].endswith(f"{chosen} 条论断")


def test_its_claims_stand_under_their_years_and_go_on(visitor: Visitor) -> None:
    page = visitor.page("/en/timeline?decade=1970")
    assert texts(page, ".//h3") == ["1974", "1979"]
    second = visitor.page("/en/timeline?decade=2000&page=2")
    assert len(second.xpath(".//article")) == 3


def test_a_country_and_an_instrument_narrow_it(visitor: Visitor) -> None:
    page = visitor.page("/en/timeline?country=JP&instrument=agreement")
    assert texts(page, TITLE) == ["1970–1979: 2 claims"]
    assert page.xpath("string(.//select[@name='country']/option[@selected]/@value)") == "JP"
    assert links(page, DECADES) == ["/en/timeline?country=JP&instrument=agreement&decade=1970"]
    assert texts(visitor.page("/en/timeline?country=US"), ".//*[@class='notice']")


@pytest.mark.parametrize(
    "query",
    [
        "country=XX",
        "instrument=cheese",
        "q=x&country=XX",
        "paper=none",
        "year=soon",
        "decade=1980",
        "decade=abc",
        "decade=%3Cb%3E",
        "page=9",
        "page=x",
    ],
)
def test_what_there_is_not_is_not_found(visitor: Visitor, query: str) -> None:
    visitor.page(f"/en/timeline?{query}", 404)


def test_its_twin_is_told_and_tells_the_same(visitor: Visitor) -> None:
    page = visitor.page("/en/timeline?country=CN&decade=1970")
    twin = page.xpath("string(.//link[@type='application/json']/@href)")
    assert visitor.get(twin).json()["total"] == 1


@pytest.mark.parametrize("query", ["q=日本签署", "country=JP&country=CN", "type=fact", "instrument=operational"])
def test_any_search_has_a_timeline(visitor: Visitor, query: str) -> None:
    page = visitor.page(f"/en/timeline?{query}")
    counted = sum(int(text) for text in texts(page, f"{DECADES}//*[@class='count']"))
    found = visitor.get(f"/api/v1/search?{query}&limit=100").json()["total"]
    assert 0 < counted <= found
    for link in links(page, DECADES):
        assert link.startswith("/en/timeline?")
        assert texts(visitor.page(link), TITLE)
    assert any(link.startswith("/en/search?") for link in links(page))
    rows = page.xpath(".//figure[contains(@class, 'timeline')]//tbody/tr")
    assert sum(int(row.xpath("string(td[1])")) for row in rows) == found


def test_a_name_is_as_good_as_a_code(visitor: Visitor) -> None:
    page = visitor.page("/en/timeline?country=日本")
    assert texts(page, TITLE) == texts(visitor.page("/en/timeline?country=JP"), TITLE)
    assert page.xpath("string(.//select[@name='country']/option[@selected]/@value)") == "JP"


def test_its_form_takes_the_search_along(visitor: Visitor) -> None:
    page = visitor.page("/en/timeline?q=中国&country=CN&type=fact&year=2000..2030&synonyms=off&mode=keyword")
    (form,) = page.xpath(".//main//form")
    fields = {one.get("name"): one.get("value") for one in form.xpath(".//input")}
    assert fields == {"q": "中国", "type": "fact", "year": "2000..2030", "synonyms": "off", "mode": "keyword"}
    assert form.xpath("string(.//select[@name='country']/option[@selected]/@value)") == "CN"
    several = visitor.page("/en/timeline?country=CN&country=JP").xpath(".//main//form")[0]
    assert [one.get("value") for one in several.xpath(".//input[@name='country']")] == ["CN", "JP"]
    assert not several.xpath(".//select[@name='country']")


def test_its_filters_can_be_dropped_one_by_one(visitor: Visitor) -> None:
    page = visitor.page("/en/timeline?q=中国&country=CN")
    (drop,) = page.xpath(".//main//a[@class='chip']")
    assert drop.get("aria-label") == "Remove the filter Country: China"
    assert texts(visitor.page(drop.get("href")), TITLE)
    assert page.xpath("string(.//meta[@name='robots']/@content)") == "noindex"
    assert not visitor.page("/en/timeline?country=CN").xpath(".//meta[@name='robots']")


def test_its_picture_is_that_of_the_search(visitor: Visitor) -> None:
    page = visitor.page("/en/timeline?q=日本签署&type=fact")
    svg, csv = (page.xpath(f"string(.//a[contains(@href, '/timeline.{form}')]/@href)") for form in ("svg", "csv"))
    assert "日本签署" in visitor.get(svg).text
    rows = visitor.get(csv).content.decode("utf-8-sig").splitlines()[1:]
    shown = page.xpath(".//figure[contains(@class, 'timeline')]//tbody/tr/td[1]")
    assert [row.rsplit(",", 1)[1] for row in rows] == [cell.text_content() for cell in shown]


def test_what_a_search_leaves_out_is_said(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.library.happened.MOST", 5)
    page = visitor.page("/en/timeline?country=CN&country=JP")
    assert any("the years of the first 5 are counted" in text for text in texts(page, ".//main//p"))
    assert sum(int(text) for text in texts(page, f"{DECADES}//*[@class='count']")) <= 5


def test_a_search_without_years_leads_on(visitor: Visitor) -> None:
    page = visitor.page("/en/timeline?q=月球上的奶酪")
    (notice,) = page.xpath(".//*[@class='notice']")
    assert [link.get("href").split("?")[0] for link in notice.xpath("a")] == ["/en/search", "/en/timeline"]


def test_without_papers_it_says_so(empty_site: Visitor) -> None:
    (notice,) = texts(empty_site.page("/zh/timeline"), ".//*[@class='notice']")
    assert notice == "符合条件的论断都没有说到年份。 以论断列表查看 · 全部论断的年表"
