from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.search.index import WhooshEngine
from app.search.numbers import Numbers, Places
from app.search.query import And, Empty, Not, Or, Phrase, Query, Restriction, Wildcard, Words, Years
from app.search.request import FACETS, ClaimDocument, Filters, SearchRequest, SearchResult, Sort
from app.search.selection import ENOUGH
from app.search.snapshot import Snapshot
from app.text.normalise import fold_text
from tests.search.scan import corpus, scan
from tests.search.test_exactness import QUERIES

CORPUS = {document.uid: document for document in corpus()}
ALL = 10_000


def uids(result: SearchResult) -> list[str]:
    return [hit.uid for hit in result.hits]


def count(found: Iterable[str], values: Callable[[ClaimDocument], Iterable[str]]) -> Counter[str]:
    return Counter(value for uid in found for value in values(CORPUS[uid]))


class TestFilters:
    @pytest.mark.parametrize(
        ("filters", "query"),
        [
            (Filters(country=("JP",)), Restriction("country", ("JP",))),
            (Filters(country=("JP", "US")), Restriction("country", ("JP", "US"))),
            (Filters(type=("statistic",)), Restriction("type", ("statistic",))),
            (Filters(paper=("odd",)), Restriction("paper", ("odd",))),
            (Filters(instrument=("agreement",)), Restriction("instrument", ("agreement",))),
            (Filters(year=(2009, 2012)), Years(2009, 2012)),
            (
                Filters(country=("JP",), type=("statistic",), year=(2000, 2030)),
                And((Restriction("country", ("JP",)), Restriction("type", ("statistic",)), Years(2000, 2030))),
            ),
        ],
    )
    def test_each_filter_is_a_restriction(self, engine: WhooshEngine, filters: Filters, query: Query) -> None:
        result = engine.search(SearchRequest(Empty(), filters, limit=ALL))
        assert set(uids(result)) == scan(query, CORPUS.values())
        assert 0 < result.total < len(CORPUS)

    def test_filters_narrow_a_query(self, engine: WhooshEngine) -> None:
        result = engine.search(SearchRequest(Phrase("科技"), Filters(country=("JP",)), limit=ALL))
        both = And((Phrase("科技"), Restriction("country", ("JP",))))
        assert set(uids(result)) == scan(both, CORPUS.values())

    def test_a_paper_without_a_year_is_in_no_range(self, engine: WhooshEngine) -> None:
        found = uids(engine.search(SearchRequest(Empty(), Filters(year=(0, 9999)), limit=ALL)))
        assert len(found) == sum(document.year is not None for document in CORPUS.values()) < len(CORPUS)
        without = uids(engine.search(SearchRequest(Not(Years(0, 9999)), limit=ALL)))
        assert {CORPUS[uid].paper for uid in without} == {"odd"}

    def test_an_unknown_value_finds_nothing(self, engine: WhooshEngine) -> None:
        assert engine.search(SearchRequest(Empty(), Filters(country=("XX",)))).total == 0


class TestTotalsAndFacets:
    @given(query=QUERIES)
    def test_facets_count_all_matches(self, engine: WhooshEngine, query: Query) -> None:
        everything = engine.search(SearchRequest(query, limit=ALL, facets=()))
        page = engine.search(SearchRequest(query, limit=1))
        found = uids(everything)
        assert page.total == everything.total == len(found) == len(set(found))
        assert page.facets["country"] == count(found, lambda d: d.countries)
        assert page.facets["instrument"] == count(found, lambda d: d.instruments)
        assert page.facets["type"] == count(found, lambda d: (d.type,))
        assert page.facets["paper"] == count(found, lambda d: (d.paper,))
        assert page.facets["year"] == count(found, lambda d: () if d.year is None else (str(d.year),))
        assert everything.facets == {}

    def test_most_frequent_values_come_first(self, engine: WhooshEngine) -> None:
        counts = list(engine.search(SearchRequest(Empty())).facets["paper"].values())
        assert counts == sorted(counts, reverse=True)

    def test_only_facets_that_are_asked_for_and_exist(self, engine: WhooshEngine) -> None:
        result = engine.search(SearchRequest(Empty(), facets=("year", "colour")))
        assert list(result.facets) == ["year"]
        assert tuple(engine.search(SearchRequest(Empty())).facets) == FACETS


class TestPages:
    @pytest.mark.parametrize("sort", Sort)
    @pytest.mark.parametrize("query", [Phrase("科技外交"), Words("日本协定"), Empty()])
    def test_pages_together_are_the_whole(self, engine: WhooshEngine, query: Query, sort: Sort) -> None:
        whole = engine.search(SearchRequest(query, sort=sort, limit=ALL)).hits
        pages = []
        for offset in range(0, len(whole), 37):
            pages += engine.search(SearchRequest(query, sort=sort, limit=37, offset=offset, facets=())).hits
        assert tuple(pages) == whole

    @pytest.mark.parametrize(
        ("limit", "offset", "shown"), [(0, 0, 0), (5, 10**6, 0), (-3, 0, 0), (5, -2, 5), (10**6, 0, len(CORPUS))]
    )
    def test_odd_pages(self, engine: WhooshEngine, limit: int, offset: int, shown: int) -> None:
        result = engine.search(SearchRequest(Empty(), limit=limit, offset=offset))
        assert (len(result.hits), result.total) == (shown, len(CORPUS))

    def test_the_order_of_the_papers(self, engine: WhooshEngine) -> None:
        found = uids(engine.search(SearchRequest(Phrase("合作"), sort=Sort.PAPER, limit=ALL)))
        places = [(CORPUS[uid].paper, CORPUS[uid].position) for uid in found]
        assert places == sorted(places)
        assert len({paper for paper, _ in places}) > 3

    def test_both_orders_give_the_same_scores(self, engine: WhooshEngine) -> None:
        by_paper = engine.search(SearchRequest(Phrase("合作"), sort=Sort.PAPER, limit=ALL)).hits
        by_score = engine.search(SearchRequest(Phrase("合作"), limit=ALL)).hits
        assert sorted(by_paper, key=lambda hit: hit.uid) == sorted(by_score, key=lambda hit: hit.uid)
        assert [hit.score for hit in by_score] == sorted((hit.score for hit in by_score), reverse=True)

    def test_equal_scores_go_by_paper(self, engine: WhooshEngine) -> None:
        hits = engine.search(SearchRequest(Restriction("country", ("JP",)), limit=ALL)).hits
        assert {hit.score for hit in hits} == {0.0}
        places = [(CORPUS[hit.uid].paper, CORPUS[hit.uid].position) for hit in hits]
        assert places == sorted(places)


class TestWords:
    def test_keywords_must_all_be_there(self, engine: WhooshEngine) -> None:
        result = engine.search(SearchRequest(And((Words("美国"), Words("科技"))), limit=ALL, synonyms=False))
        assert not result.relaxed
        assert set(uids(result)) == scan(And((Phrase("美国"), Phrase("科技"))), CORPUS.values())
        assert result.complete == result.total >= ENOUGH

    def test_where_few_have_all_the_nearest_come_after_them(self, engine: WhooshEngine) -> None:
        query = And((Words("诺贝尔"), Words("科学"), Not(Phrase("美国"))))
        complete = scan(And((Phrase("诺贝尔"), Phrase("科学"), Not(Phrase("美国")))), CORPUS.values())
        result = engine.search(SearchRequest(query, limit=ALL))
        assert 0 < result.complete == len(complete) < ENOUGH
        assert set(uids(result)[: result.complete]) == complete
        assert result.total > result.complete
        assert result.relaxed
        assert [hit.score for hit in result.hits] == sorted((hit.score for hit in result.hits), reverse=True)
        assert not any("美国" in fold_text(CORPUS[uid].text) for uid in uids(result))

    def test_when_none_has_all_some_are_enough(self, engine: WhooshEngine) -> None:
        query = And((Words("诺贝尔"), Words("协定"), Not(Words("美国"))))
        assert scan(query, CORPUS.values()) == set()
        result = engine.search(SearchRequest(query, limit=ALL))
        wanted = And((Or((Phrase("诺贝尔"), Phrase("协定"), Phrase("贝尔"))), Not(Phrase("美国"))))
        assert result.total > 0
        assert set(uids(result)) <= scan(wanted, CORPUS.values())
        assert "诺贝尔" in CORPUS[uids(result)[0]].text
        assert (result.relaxed, result.complete) == (True, 0)

    def test_another_name_is_as_good_and_can_be_left_out(self, engine: WhooshEngine) -> None:
        every = engine.search(SearchRequest(Words("川普"), limit=ALL))
        assert set(uids(every)) >= scan(Phrase("特朗普"), CORPUS.values()) > set()
        assert [(synonym.asked, "特朗普" in synonym.names) for synonym in every.synonyms] == [("川普", True)]
        alone = engine.search(SearchRequest(Words("川普"), limit=ALL, synonyms=False))
        assert set(uids(alone)) == scan(Phrase("川普"), CORPUS.values())
        assert alone.synonyms == ()

    def test_a_quoted_string_has_no_other_names(self, engine: WhooshEngine) -> None:
        result = engine.search(SearchRequest(Phrase("川普"), limit=ALL))
        assert set(uids(result)) == scan(Phrase("川普"), CORPUS.values())
        assert result.synonyms == ()

    def test_a_quoted_string_is_never_relaxed(self, engine: WhooshEngine) -> None:
        query = And((Phrase("首席科学顾问"), Words("诺贝尔")))
        assert scan(query, CORPUS.values()) == set()
        result = engine.search(SearchRequest(query, limit=ALL))
        assert set(uids(result)) == scan(Phrase("首席科学顾问"), CORPUS.values())
        assert result.relaxed

    def test_filters_are_not_relaxed(self, engine: WhooshEngine) -> None:
        query = And((Words("诺贝尔"), Words("协定")))
        result = engine.search(SearchRequest(query, Filters(country=("JP",)), limit=ALL))
        assert all("JP" in CORPUS[uid].countries for uid in uids(result))

    def test_nothing_is_relaxed_when_nothing_is_there(self, engine: WhooshEngine) -> None:
        result = engine.search(SearchRequest(And((Words("饕餮"), Words("貔貅")))))
        assert (result.total, result.relaxed) == (0, False)

    def test_a_sentence_finds_itself_first(self, engine: WhooshEngine) -> None:
        sentences = [d for d in CORPUS.values() if d.paper != "odd" and 30 < len(d.text) < 200][::23]
        assert len(sentences) > 10
        for document in sentences:
            query = "".join(c for c in document.text if c.isalnum())
            (first,) = uids(engine.search(SearchRequest(Words(query), limit=1)))
            assert fold_text(document.text) in fold_text(CORPUS[first].text)  # one paper prints a stretch twice

    def test_a_word_across_the_borders_of_segmentation_is_found(self, engine: WhooshEngine) -> None:
        found = uids(engine.search(SearchRequest(Words("华大"), limit=ALL)))
        assert set(found) == scan(Phrase("华大"), CORPUS.values())

    def test_latin_words_and_numbers_stand_alone(self, found: Callable[[str], list[str]]) -> None:
        assert found("Fedorof") == []
        assert "odd-1" in found("fedoroff")
        assert "odd-1" in found("2008")
        assert "odd-1" not in found("200")
        assert "odd-1" in found('"200"')

    def test_english_is_found_in_any_form(self, found: Callable[[str], list[str]]) -> None:
        translated = {uid for uid, document in CORPUS.items() if document.text_en}
        assert set(found("agreement signing")) >= translated
        assert set(found('"two agreements on"')) == translated
        assert found("the of") != []


@given(text=st.text(max_size=30))
def test_nothing_a_user_types_raises(found: Callable[[str], list[str]], text: str) -> None:
    assert len(found(text)) <= len(CORPUS)


@pytest.mark.parametrize(
    "text", ["科" * 5000, "科 " * 5000, '"' + "科技" * 600 + '"', "\x00" * 100, "\ud800", "(" * 999]
)
def test_long_and_odd_texts_are_answered(engine: WhooshEngine, found: Callable[[str], list[str]], text: str) -> None:
    assert len(found(text)) <= len(CORPUS)


class TestInquiries:
    @pytest.mark.parametrize("query", [Phrase("科技外交"), Words("日本协定"), Words("没有的奶酪"), Empty()])
    def test_answers_are_those_of_searches(self, engine: WhooshEngine, query: Query) -> None:
        inquiry = engine.inquire(SearchRequest(query))
        for filters in (Filters(), Filters(country=("JP",)), Filters(type=("fact",), year=(2008, 2010))):
            for sort in Sort:
                request = SearchRequest(query, filters, sort=sort, limit=7, offset=3)
                assert replace(inquiry.answer(request), took_ms=0) == replace(engine.search(request), took_ms=0)

    def test_all_claims_come_in_the_order_of_the_papers(self, engine: WhooshEngine) -> None:
        request = SearchRequest(Words("合作"), Filters(country=("US",)), sort=Sort.PAPER, limit=ALL)
        assert list(engine.inquire(request).uids(request.filters)) == uids(engine.search(request))

    def test_each_is_looked_up_when_it_is_asked_for(
        self, engine: WhooshEngine, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        looked_up: list[int] = []
        really = Snapshot.uids

        def counting(snapshot: Snapshot, places: Places, found: list[Numbers]) -> list[str]:
            looked_up.append(len(places))
            return really(snapshot, places, found)

        monkeypatch.setattr(Snapshot, "uids", counting)
        monkeypatch.setattr("app.search.searcher._AT_ONCE", 3)
        claims = engine.inquire(SearchRequest(Empty())).uids(Filters())
        assert (len(list(islice(claims, 4))), looked_up) == (4, [3, 3])

    def test_words_of_a_pattern_are_looked_through_once(
        self, engine: WhooshEngine, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        looked: list[Query] = []
        monkeypatch.setattr("app.search.searcher.expansions", lambda query, _: looked.append(query) or [])
        inquiry = engine.inquire(SearchRequest(Wildcard("dip*")))
        for country in ("JP", "US"):
            inquiry.answer(SearchRequest(Wildcard("dip*"), Filters(country=(country,))))
        assert len(looked) == 1
