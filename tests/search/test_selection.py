import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.search.index import WhooshEngine
from app.search.query import parse
from app.search.query_types import Query
from app.search.ranked import count
from app.search.request import ClaimDocument, Filters, SearchRequest, SearchResult
from app.search.scoring import Scoring
from app.search.selection import COMPLETE, ENOUGH, Selection, _near, within
from app.text.normalise import fold_text
from tests.search.scan import corpus
from tests.search.test_exactness import QUERIES

CORPUS = {document.uid: document for document in corpus()}
ALL = 10_000


class NoNames:
    def resolve(self, field: str, name: str) -> str | None:
        """Knows no name."""


def ask(engine: WhooshEngine, query: Query, **filters: tuple[str, ...]) -> SearchResult:
    return engine.search(SearchRequest(query, Filters(**filters), limit=ALL))  # type: ignore[arg-type]


def scored(result: SearchResult, country: str | None = None) -> dict[str, float]:
    """The claims found with their scores; only those of one country, if one is given."""
    kept = (hit for hit in result.hits if country is None or country in CORPUS[hit.uid].countries)
    return {hit.uid: hit.score for hit in kept}


@given(QUERIES, st.sampled_from(["JP", "US", "CN", "FR"]))
def test_a_filter_only_takes_away(engine: WhooshEngine, query: Query, country: str) -> None:
    assert scored(ask(engine, query, country=(country,))) == scored(ask(engine, query), country)


@pytest.mark.parametrize(
    "text", ["日本 科学顾问 协议", "中国签署了什么协定", "agreement signed with Japan about satellites"]
)
def test_the_count_of_a_facet_is_the_number_behind_it(engine: WhooshEngine, text: str) -> None:
    query = parse(text, NoNames()).query
    result = ask(engine, query)
    assert result.total > 0
    for field in ("country", "type", "paper", "instrument"):
        for value, number in result.facets[field].items():
            assert ask(engine, query, **{field: (value,)}).total == number, (field, value)


def test_claims_that_hold_all_words_come_before_near_ones(engine: WhooshEngine) -> None:
    result = engine.search(SearchRequest(parse("印度 中心", NoNames()).query, limit=ALL, synonyms=False))
    assert 0 < result.complete < ENOUGH
    assert result.relaxed
    whole = [_holds_all(CORPUS[hit.uid]) for hit in result.hits]
    assert whole == sorted(whole, reverse=True)
    assert sum(whole) == result.complete


def _holds_all(document: ClaimDocument) -> bool:
    return all(word in document.text for word in ("印度", "中心"))


def test_a_selection_within_others_keeps_scores_at_their_claims() -> None:
    found = [np.array([1, 3, 5], dtype=np.uint32), np.array([0, 2], dtype=np.uint32)]
    complete = [np.array([3], dtype=np.uint32), np.array([], dtype=np.uint32)]
    scores = [np.array([1.0, 9.0, 2.0], dtype=np.float32), np.array([4.0, 3.0], dtype=np.float32)]
    allowed = [np.array([3, 4, 5], dtype=np.uint32), np.array([2, 7], dtype=np.uint32)]
    left = within(Selection(found, complete, Scoring([]).weigh({}), scores), allowed)
    assert [numbers.tolist() for numbers in left.found] == [[3, 5], [2]]
    assert [numbers.tolist() for numbers in left.complete] == [[3], []]
    assert left.scores is not None
    assert [some.tolist() for some in left.scores] == [[9.0, 2.0], [3.0]]
    assert (count(left.found), left.relaxed) == (3, True)


@pytest.mark.parametrize(("ahead", "order"), [(1.0, [3, 2, 1]), (COMPLETE, [3, 1, 2]), (0.0, [1, 3, 2])])
def test_complete_claims_are_ahead_by_a_share_of_the_best_score(ahead: float, order: list[int]) -> None:
    found, complete = [np.array([1, 2, 3], dtype=np.uint32)], [np.array([2, 3], dtype=np.uint32)]
    scores = [np.array([10.0, 6.9, 8.0], dtype=np.float32)]
    (numbers,), (kept,) = _near((found, scores), complete, (), ahead, keep_all=False)
    ranked = dict(zip(numbers.tolist(), kept.tolist(), strict=True))
    assert sorted(ranked, key=lambda number: -ranked[number]) == order


def test_quotation_marks_of_a_question_do_not_count_where_nothing_has_what_they_quote(engine: WhooshEngine) -> None:
    plain = ask(engine, parse("日本的科学顾问火星协定是什么", NoNames()).query)
    quoted = ask(engine, parse("日本的“科学顾问火星协定”是什么", NoNames()).query)
    assert quoted.total > 0
    assert quoted.complete == 0
    assert quoted.relaxed
    assert {hit.uid for hit in quoted.hits} & {hit.uid for hit in plain.hits[:5]}


@pytest.mark.parametrize(
    "text", ["日本“科学顾问火星协定”", "“科学顾问火星协定”", "what is “science of Mars”", "日本 “火星协定是什么”"]
)
def test_what_is_quoted_must_be_held_where_nothing_is_asked_in_chinese(engine: WhooshEngine, text: str) -> None:
    assert ask(engine, parse(text, NoNames()).query).total == 0


def test_what_is_quoted_must_be_held_where_anything_has_it(engine: WhooshEngine) -> None:
    result = ask(engine, parse("“科学顾问”有哪些", NoNames()).query)
    assert result.total > 0
    assert all("科学顾问" in fold_text(CORPUS[hit.uid].text) for hit in result.hits)
    excluded = ask(engine, parse("“火星协定”是什么 -科学", NoNames()).query)
    assert all("科学" not in fold_text(CORPUS[hit.uid].text) for hit in excluded.hits)
