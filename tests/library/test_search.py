from collections.abc import Iterator

import pytest

from app.library import Library, LibraryError, ModeUnavailableError, SearchUnavailableError, UnknownCodeError
from app.search.request import Filters, Mode, Sort
from app.settings import Settings
from tests.sample import FUTURE, REVIEW, UNTITLED, open_sample


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("library")
    settings = Settings(
        _env_file=None,  # type: ignore[call-arg]
        database_url=f"sqlite:///{folder / 'kewai.db'}",
        index_dir=folder / "index",
    )
    with open_sample(settings) as opened:
        yield opened


def found(library: Library, query: str, filters: Filters = Filters()) -> list[str]:  # noqa: B008
    return [hit.claim.text[:4] for hit in library.search(query, filters, sort=Sort.PAPER).hits]


def test_hits_are_claims_with_what_matched_marked(library: Library) -> None:
    page = library.search("签署协定", sort=Sort.PAPER)
    assert page.total == 2
    hit = page.hits[0]
    assert hit.claim.paper.slug == REVIEW
    assert "<mark>" in hit.highlight
    assert hit.highlight_en is None
    assert hit.highlight.replace("<mark>", "").replace("</mark>", "") == hit.claim.text


def test_facets_count_all_matches_and_are_named_in_both_languages(library: Library) -> None:
    page = library.search("", limit=1)
    assert page.total == 7
    country = {value.code: (value.label_zh, value.label_en, value.count) for value in page.facets["country"]}
    assert country == {"CN": ("中国", "China", 4), "US": ("美国", "United States", 3), "JP": ("日本", "Japan", 2)}
    instrument = {value.code: (value.parent, value.count) for value in page.facets["instrument"]}
    assert instrument["agreement"] == ("operational", 2)
    assert instrument["strategy"] == ("strategic", 1)
    assert [(value.code, value.count) for value in page.facets["year"]] == [("2020", 4), ("2017", 2)]
    papers = {value.code: (value.label_zh, value.label_en) for value in page.facets["paper"]}
    assert papers[FUTURE] == ("科技外交与中美关系的未来发展", "The Future of Sino-US Relations")
    assert papers[UNTITLED] == (UNTITLED, UNTITLED)
    types = {value.code: value.label("zh") for value in page.facets["type"]}
    assert types["viewpoint"] == "观点"
    assert sum(value.count for value in page.facets["type"]) == 7


@pytest.mark.parametrize(
    ("filters", "texts"),
    [
        (Filters(country=("JP",)), ["日本发布", "日本与美"]),
        (Filters(country=("日本", "US")), ["日本发布", "王明国认", "日本与美", "美国对中"]),
        (Filters(country=("US",), instrument=("agreement",)), ["日本与美"]),
        (Filters(instrument=("strategic",)), ["日本发布"]),
        (Filters(instrument=("战略工具",)), ["日本发布"]),
        (Filters(type=("建议",)), ["中国应当"]),
        (Filters(paper=("The future of Sino-US relations",)), ["美国对中", "中国应当"]),
        (Filters(year=(2016, 2018)), ["美国对中", "中国应当"]),
    ],
)
def test_filters_take_codes_and_names(library: Library, filters: Filters, texts: list[str]) -> None:
    assert found(library, "", filters) == texts


@pytest.mark.parametrize("query", ["国家:日本", "country:JP", "國家：日本", "country:japan"])
def test_names_in_a_query_mean_codes(library: Library, query: str) -> None:
    page = library.search(query)
    assert (page.total, page.canonical, page.understood) == (2, "country:JP", True)


def test_a_query_can_name_types_instruments_and_papers(library: Library) -> None:
    assert found(library, "类型:建议") == ["中国应当"]
    assert found(library, "工具:出口管制、制裁与技术封锁") == ["美国对中"]
    assert found(library, f"文献:{FUTURE}") == ["美国对中", "中国应当"]
    assert found(library, "文献:科技外交与中美关系的未来发展 类型:事实") == ["美国对中"]


def test_what_is_not_understood_is_searched_as_words_and_said(library: Library) -> None:
    page = library.search("国家:瓦肯星")
    assert (page.understood, page.message, page.message_detail) == (False, "unknown-value", "瓦肯星")


@pytest.mark.parametrize(
    ("filters", "field", "value"),
    [
        (Filters(country=("JP", "XX")), "country", "XX"),
        (Filters(instrument=("magic",)), "instrument", "magic"),
        (Filters(type=("other",)), "type", "other"),
        (Filters(paper=("nothing",)), "paper", "nothing"),
    ],
)
def test_a_filter_that_names_nothing_is_refused_with_a_hint(
    library: Library, filters: Filters, field: str, value: str
) -> None:
    with pytest.raises(UnknownCodeError, match="use ") as caught:
        library.search("", filters)
    assert (caught.value.field, caught.value.value) == (field, value)


def test_without_vectors_meaning_is_refused_with_what_to_do(library: Library) -> None:
    without = Library(library.settings.model_copy(update={"encoder": "none"}))
    assert without.search("日本").mode is Mode.KEYWORD
    with pytest.raises(ModeUnavailableError, match=r"KEWAI_ENCODER is none.*keyword"):
        without.search("日本", mode=Mode.SEMANTIC)
    without.close()


def test_an_encoder_that_cannot_be_had_is_named(library: Library) -> None:
    with pytest.raises(LibraryError, match=r"KEWAI_ENCODER='no\.such:thing' gives no encoder"):
        Library(library.settings.model_copy(update={"encoder": "no.such:thing"}))


def test_meaning_finds_what_words_do_not(library: Library) -> None:
    page = library.search("Which countries signed treaties?", mode=Mode.SEMANTIC)
    assert page.mode is Mode.SEMANTIC
    assert page.total > 0
    assert [hit.score for hit in page.hits] == sorted((hit.score for hit in page.hits), reverse=True)
    only = library.search("Which countries signed treaties?", Filters(country=("JP",)), mode=Mode.SEMANTIC)
    assert 0 < only.total < page.total
    assert all("JP" in hit.claim.countries for hit in only.hits)


def test_the_answer_says_how_it_was_searched(library: Library) -> None:
    page = library.search("日本", mode=Mode.HYBRID)
    assert page.mode in {Mode.HYBRID, Mode.KEYWORD}
    assert page.took_ms >= 0
    assert library.search("日本 出口管制").relaxed
    assert not library.search("日本").relaxed


def test_pages_of_results_follow_each_other(library: Library) -> None:
    texts = [found_.claim.uid for start in range(0, 8, 3) for found_ in library.search("", limit=3, offset=start).hits]
    assert len(texts) == len(set(texts)) == 7
    assert library.search("", offset=99).hits == ()
    assert library.search("", limit=-5, offset=-5).hits == ()


def test_everything_found_can_be_had_in_paper_order(library: Library) -> None:
    claims = list(library.find_all("", Filters(country=("CN",))))
    assert [claim.paper.slug for claim in claims] == [REVIEW, REVIEW, FUTURE, FUTURE]
    with pytest.raises(UnknownCodeError):
        list(library.find_all("", Filters(country=("XX",))))


def test_a_library_without_an_index_says_what_to_do(settings: Settings) -> None:
    library = Library(settings)
    library.migrate()
    with pytest.raises(SearchUnavailableError, match="kewai"):
        library.search("日本")
    library.close()
