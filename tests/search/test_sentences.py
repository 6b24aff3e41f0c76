"""The best sentence of a text counts where a question is asked."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from app.search import sentences
from app.search.index import WhooshEngine
from app.search.query import parse
from app.search.ranking import rarity
from app.search.request import SearchRequest
from app.search.sentences import LENGTH, READ, best_sentence, with_sentences, worth
from app.search.snapshot import Snapshot
from app.search.snapshots import Snapshots
from app.search.storage import IndexFolder
from app.search.weighing import ranking
from tests.factories import vocabulary
from tests.search.conftest import FewNames
from tests.search.scan import make_document

TOGETHER = "代表团上午到达。随后日本与瑞士签署科研协定。晚上举行了酒会。代表团次日离开。"
SCATTERED = "日本到了,日本很远。瑞士讲了,瑞士很小。签署纪要,签署名单。科研好,科研难。协定长,协定短。"
QUESTION = "日本与瑞士签署了什么科研协定"
FILLER = "其他文字。"


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WhooshEngine]:
    """Texts in three segments, so that those read lie in several of them."""
    engine = WhooshEngine(tmp_path_factory.mktemp("sentences"), vocabulary())
    engine.replace_papers({"a": [make_document(SCATTERED, "scattered", paper="a")]})
    engine.replace_papers({"b": [make_document(FILLER, f"filler-{n}", paper="b", position=n) for n in range(30)]})
    engine.replace_papers({"c": [make_document(TOGETHER, "together", paper="c", position=7)]})
    yield engine
    engine.close()


@pytest.fixture(scope="module")
def snapshot(engine: WhooshEngine) -> Iterator[Snapshot]:
    held = Snapshots(IndexFolder(engine._folder.folder))
    yield held.current()
    held.close()


def uids(engine: WhooshEngine, text: str) -> list[str]:
    return [hit.uid for hit in engine.search(SearchRequest(parse(text, FewNames()).query)).hits]


def test_words_together_in_a_sentence_stand_before_scattered_ones_when_a_question_is_asked(
    engine: WhooshEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert uids(engine, QUESTION) == ["together", "scattered"]
    assert uids(engine, "日本与瑞士签署科研协定?") == ["together", "scattered"]
    monkeypatch.setattr(sentences, "SHARE", 0.0)
    assert uids(engine, QUESTION) == ["scattered", "together"]


def test_the_best_of_the_sentences_counts() -> None:
    values = [("日本", 1.0), ("协定", 2.0)]
    both = best_sentence("日本协定", values)
    assert best_sentence("其他。日本协定。其他", values) == both
    assert best_sentence("日本。协定", values) < both
    assert best_sentence("日本。协定", values) == best_sentence("协定", values) > best_sentence("日本", values) > 0
    assert best_sentence("日本!签署?协定;其他", values) == best_sentence("协定", values)
    assert best_sentence("其他。", values) == best_sentence("", values) == best_sentence("日本", []) == 0


def test_a_longer_sentence_with_the_same_words_counts_less() -> None:
    values = [("日本", 1.0)]
    scores = [best_sentence("日本" + "很" * length, values) for length in (0, LENGTH, 4 * LENGTH)]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] > scores[1] > scores[2] > 0


def test_a_word_counts_once_however_often_a_sentence_has_it() -> None:
    assert best_sentence("日本日本日本", [("日本", 1.0)]) < best_sentence("日本", [("日本", 1.0)])


def test_what_was_typed_is_worth_its_word_its_bigrams_and_its_characters(snapshot: Snapshot) -> None:
    rarities = lambda *terms: snapshot.scoring.rarities(terms)  # noqa: E731
    values = worth(snapshot, ranking(parse("科研协定", FewNames()).query))
    assert values["协"] == pytest.approx(rarity(2, 32)) == rarities(("characters", "协"))[0]
    assert values["研协"] == rarities(("bigrams", "研协"))[0] > 0
    assert values["协定"] == sum(rarities(("words", "协定"), ("bigrams", "协定")))
    rare = {("words", "协定"): 0.35, ("words", "科研"): 1.0, ("title", "科研"): 1.0, ("words", "火星"): 1.0}
    assert worth(snapshot, rare) == {"科研": rarities(("words", "科研"))[0]}


def test_only_the_highest_are_read(snapshot: Snapshot) -> None:
    found = [segment.everything for segment in snapshot.segments]
    terms = ranking(parse(QUESTION, FewNames()).query)
    scores = [np.full(len(numbers), 1.0, dtype=np.float32) for numbers in found]
    scores[-1][:] = 2.0
    (first, filler, last) = with_sentences(snapshot, terms, found, scores)
    assert last[0] > first[0] > 1
    assert (filler == 1).all()
    assert [len(some) for some in (first, filler, last)] == [1, 30, 1]
    scores[0][:] = 0.5
    scores[1][:READ] = 1.5
    assert with_sentences(snapshot, terms, found, scores)[0][0] == 0.5


def test_nothing_found_has_no_sentences(snapshot: Snapshot) -> None:
    none = [np.empty(0, dtype=np.uint32) for _ in snapshot.segments]
    scores = with_sentences(snapshot, {("words", "日本"): 1.0}, none, [np.empty(0, dtype=np.float32) for _ in none])
    assert [len(some) for some in scores] == [0, 0, 0]


def test_segments_do_not_change_scores(engine: WhooshEngine, tmp_path: Path) -> None:
    one = WhooshEngine(tmp_path / "one", vocabulary())
    one.rebuild(
        [
            make_document(SCATTERED, "scattered", paper="a"),
            *(make_document(FILLER, f"filler-{n}", paper="b", position=n) for n in range(30)),
            make_document(TOGETHER, "together", paper="c", position=7),
        ]
    )
    request = SearchRequest(parse(QUESTION, FewNames()).query)
    assert [(hit.uid, pytest.approx(hit.score)) for hit in one.search(request).hits] == [
        (hit.uid, hit.score) for hit in engine.search(request).hits
    ]
    one.close()


def test_an_empty_index_answers_a_question(tmp_path: Path) -> None:
    empty = WhooshEngine(tmp_path / "empty", vocabulary())
    empty.rebuild([])
    for text in (QUESTION, "“火星”的协定是什么?", "什么"):
        result = empty.search(SearchRequest(parse(text, FewNames()).query))
        assert (result.total, result.hits) == (0, ())
    empty.close()
