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
    "query", ["country=XX", "instrument=cheese", "decade=1980", "decade=abc", "decade=%3Cb%3E", "page=9", "page=x"]
)
def test_what_there_is_not_is_not_found(visitor: Visitor, query: str) -> None:
    visitor.page(f"/en/timeline?{query}", 404)


def test_its_twin_is_told_and_tells_the_same(visitor: Visitor) -> None:
    page = visitor.page("/en/timeline?country=CN&decade=1970")
    twin = page.xpath("string(.//link[@type='application/json']/@href)")
    assert visitor.get(twin).json()["total"] == 1


def test_without_papers_it_says_so(empty_site: Visitor) -> None:
    assert texts(empty_site.page("/zh/timeline"), ".//*[@class='notice']") == ["符合条件的论断都没有说到年份。"]
