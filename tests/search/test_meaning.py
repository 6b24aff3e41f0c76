"""Search by meaning in an index, with an encoder that knows three things."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from app.search.encoders import Vectors
from app.search.index import WhooshEngine
from app.search.meaning import NEAREST, SURE, WEIGHT, WEIGHT_ACROSS, says_enough, spread, wording, worth
from app.search.query import And, Empty, Not, Or, Phrase, Query, Restriction, Words, Years
from app.search.request import Filters, Mode, ModeUnavailableError, SearchRequest
from tests.factories import vocabulary
from tests.search.scan import make_document

THINGS = (("卫星", "satellite"), ("疟疾", "malaria"), ("大学", "university"))


class Three:
    """Texts that name the same of three things, in whatever language, have the same direction."""

    spreads = False

    def __init__(self, name: str = "three 1") -> None:
        self.name = name

    def encode(self, texts: Sequence[str]) -> Vectors:
        """A dimension for each thing, and one for texts about none."""
        vectors = np.zeros((len(texts), 64), dtype=np.float32)
        for vector, text in zip(vectors, texts, strict=True):
            named = [any(word in text for word in words) for words in THINGS]
            vector[named.index(True) if any(named) else 3] = 1
        return vectors


DOCUMENTS = [
    make_document("中国发射了卫星。", "space", paper="a"),
    make_document("专家研究疟疾。", "health", paper="a", position=1),
    make_document("大学培养人才。", "school", paper="b"),
    make_document("两国签署协定。", "none", paper="b", position=1),
]


@pytest.fixture
def engine(tmp_path: Path) -> WhooshEngine:
    engine = WhooshEngine(tmp_path, vocabulary(), Three())
    engine.rebuild(DOCUMENTS)
    return engine


def find(engine: WhooshEngine, query: Query, mode: Mode, filters: Filters | None = None) -> list[str]:
    result = engine.search(SearchRequest(query, filters or Filters(), mode=mode))
    assert result.mode is mode
    assert result.total == len(result.hits)
    return [hit.uid for hit in result.hits]


def test_a_question_in_another_language_is_answered_by_meaning(engine: WhooshEngine) -> None:
    assert find(engine, Words("satellite"), Mode.KEYWORD) == []
    assert find(engine, Words("satellite"), Mode.HYBRID) == ["space"]
    assert find(engine, Words("satellite"), Mode.SEMANTIC) == ["space"]


def test_where_words_are_sure_meaning_adds_nothing(engine: WhooshEngine) -> None:
    asked = SearchRequest(Words("疟疾"), mode=Mode.HYBRID)
    by_words = engine.search(SearchRequest(Words("疟疾"), mode=Mode.KEYWORD))
    assert engine.search(asked).hits == by_words.hits


@pytest.mark.parametrize("mode", [Mode.HYBRID, Mode.SEMANTIC])
def test_filters_exclusions_and_quotations_always_hold(engine: WhooshEngine, mode: Mode) -> None:
    assert "space" not in find(engine, Words("satellite"), mode, Filters(paper=("b",)))
    assert "space" not in find(engine, And((Words("satellite"), Not(Phrase("中国")))), mode)
    assert find(engine, And((Words("satellite"), Phrase("协定"))), mode) == (["none"] if mode is Mode.HYBRID else [])
    assert find(engine, And((Words("satellite"), Restriction("paper", ("b",)), Phrase("卫星"))), mode) == []


def test_what_only_restricts_has_no_meaning(engine: WhooshEngine) -> None:
    assert len(find(engine, Empty(), Mode.SEMANTIC)) == len(DOCUMENTS)
    assert find(engine, Restriction("paper", ("a",)), Mode.SEMANTIC) == ["space", "health"]


def test_new_vectors_are_seen_at_once_and_old_ones_go(engine: WhooshEngine, tmp_path: Path) -> None:
    assert find(engine, Words("satellite"), Mode.HYBRID) == ["space"]
    writer = WhooshEngine(tmp_path, vocabulary(), Three())
    writer.replace_papers({"a": [make_document("另一颗卫星升空。", "new", paper="a")]})
    assert find(engine, Words("satellite"), Mode.HYBRID) == ["new"]


def test_vectors_of_another_model_are_not_compared(engine: WhooshEngine, tmp_path: Path) -> None:
    other = WhooshEngine(tmp_path, vocabulary(), Three("three 2"))
    with pytest.raises(ModeUnavailableError, match="no vectors of three 2; run `kewai reindex`"):
        other.search(SearchRequest(Words("satellite"), mode=Mode.SEMANTIC))
    assert other.search(SearchRequest(Words("卫星"))).mode is Mode.KEYWORD
    other.rebuild(DOCUMENTS)
    assert find(other, Words("satellite"), Mode.HYBRID) == ["space"]


def test_a_damaged_file_of_vectors_leaves_the_words(engine: WhooshEngine, tmp_path: Path) -> None:
    engine.close()
    (file,) = tmp_path.glob("build-*/*meaning*")
    file.write_bytes(file.read_bytes()[:40])
    fresh = WhooshEngine(tmp_path, vocabulary(), Three())
    assert [hit.uid for hit in fresh.search(SearchRequest(Words("卫星"))).hits] == ["space"]
    with pytest.raises(ModeUnavailableError, match="kewai reindex"):
        fresh.search(SearchRequest(Words("satellite"), mode=Mode.SEMANTIC))


@pytest.mark.parametrize("query", [Words("科技外交的目的"), Words("diplomacy")])
def test_the_less_sure_words_are_the_more_meaning_is_worth(query: Words) -> None:
    assert worth(query, SURE, 1) == worth(query, 1, 1) == 0
    assert worth(query, 0.1 * SURE, 1) / 0.1 > worth(query, 0.5 * SURE, 1) / 0.5 > 0


def test_meaning_is_worth_most_where_words_are_of_another_language() -> None:
    assert worth(Words("科技外交"), 0, 1) == worth(Words("AI治理"), 0, 0) == WEIGHT
    assert worth(Words("diplomacy"), 0, 1) == WEIGHT_ACROSS > WEIGHT


def test_one_chinese_word_that_is_nowhere_is_not_searched_by_meaning(engine: WhooshEngine) -> None:
    assert not says_enough(Words("饕餮"))
    assert says_enough(Words("饕餮卫星"))
    assert says_enough(Words("satellite"))
    assert not says_enough(Restriction("country", ("JP",)))
    assert find(engine, Words("疫病"), Mode.HYBRID) == []


def test_cosines_are_spread_over_all_segments() -> None:
    low, high = spread([np.array([0.2, 0.6], dtype=np.float32), np.array([0.4], dtype=np.float32)])
    assert [*low.tolist(), *high.tolist()] == pytest.approx([0, 1, 0.5])
    assert spread([np.empty(0, dtype=np.float32)])[0].tolist() == []
    assert spread([np.array([0.3], dtype=np.float32)])[0].tolist() == [1]
    assert NEAREST >= 10


@pytest.mark.parametrize(
    ("query", "text"),
    [
        (Empty(), ""),
        (Words("科技"), "科技"),
        (And((Words("what"), Words("is"), Phrase("科技 外交"))), "what is 科技 外交"),
        (Or((Words("a"), Years(2000, None))), "a"),
        (And((Words("a"), Not(Words("b")), Restriction("country", ("JP",)))), "a"),
    ],
)
def test_the_wording_is_what_was_typed_without_restrictions(query: Query, text: str) -> None:
    assert wording(query) == text
