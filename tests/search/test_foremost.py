"""A claim with the query as it was typed, and the claims of a paper whose title was typed, stand before all others."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from app.search.foremost import as_typed, titled
from app.search.index import WhooshEngine
from app.search.query import parse
from app.search.request import ClaimDocument, Filters, SearchRequest, SearchResult, Sort
from app.search.selection import ENOUGH
from app.search.snapshot import Snapshot
from app.search.snapshots import Snapshots
from app.search.storage import IndexFolder
from tests.factories import vocabulary
from tests.search.conftest import FewNames
from tests.search.scan import make_document

TITLES = {
    "theory": ("论“一带一路”科技合作的理论", "The Theory of Science Cooperation"),
    "longer": ("论“一带一路”科技合作的理论与实践", "The Theory and Practice of Science Cooperation"),
    "other": ("卫星导航", "Satellite Navigation"),
}
SCATTERED = "合作,创新,科技,创新合作,科技,合作创新。"
TEXTS = {
    "theory": ["本文讨论合作。", "理论是科技的一部分。", "气候很热。"],
    "longer": ["科技合作的理论与实践都很重要,一带一路也是。", "论一带一路。"],
    "other": [SCATTERED, "各国在很多很多的领域都开展科技创新合作,内容十分广泛,涉及人员往来,也涉及资金与设备。"],
}
ENGLISH = {SCATTERED: "Joint centres for joint research: centres do research, joint research."}


def documents() -> Iterator[ClaimDocument]:
    for paper, texts in TEXTS.items():
        for position, text in enumerate(texts):
            yield make_document(
                text, f"{paper}-{position}", paper=paper, position=position, title=TITLES[paper][0],
                title_en=TITLES[paper][1], text_en=ENGLISH.get(text, ""),
            )  # fmt: skip


def many() -> Iterator[ClaimDocument]:
    """More claims than enough that hold all of the words, the best of them out of order."""
    for number in range(2 * ENOUGH):
        yield make_document(SCATTERED * 3, f"many-{number}", paper="many", position=number)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WhooshEngine]:
    engine = WhooshEngine(tmp_path_factory.mktemp("foremost"), vocabulary())
    engine.rebuild(documents())
    yield engine
    engine.close()


@pytest.fixture(scope="module")
def snapshot(engine: WhooshEngine) -> Iterator[Snapshot]:
    held = Snapshots(IndexFolder(engine._folder.folder))
    yield held.current()
    held.close()


def ask(engine: WhooshEngine, text: str, *filters: str, **others: object) -> SearchResult:
    request = SearchRequest(parse(text, FewNames()).query, Filters(paper=filters))
    return engine.search(replace(request, **others))  # type: ignore[arg-type]


def uids(engine: WhooshEngine, text: str, *filters: str, **others: object) -> list[str]:
    return [hit.uid for hit in ask(engine, text, *filters, **others).hits]


def held(snapshot: Snapshot, text: str) -> list[str]:
    found = titled(snapshot, parse(text, FewNames()).query)
    return snapshot.uids(np.arange(sum(map(len, found))), found)


@pytest.mark.parametrize("text", ["科技创新合作", "科技 创新 合作", "科技创新 合作。", "科技 创新合作"])
def test_a_claim_with_the_words_in_a_row_stands_before_one_that_repeats_them(engine: WhooshEngine, text: str) -> None:
    assert uids(engine, text)[:2] == ["other-1", "other-0"]


def test_the_words_in_another_order_are_not_the_query_as_typed(engine: WhooshEngine) -> None:
    assert uids(engine, "合作 创新 科技")[:2] == ["other-0", "other-1"]
    assert uids(engine, "创新合作 科技")[:2] == ["other-0", "other-1"]


def test_english_words_in_a_row_are_looked_for_in_the_translation(tmp_path_factory: pytest.TempPathFactory) -> None:
    engine = WhooshEngine(tmp_path_factory.mktemp("english"), vocabulary())
    long = "There is a joint research centre that works on many other things besides, as all of us know very well."
    engine.rebuild(
        [
            make_document(
                "甲。", "scattered", text_en="A joint centre does research: joint centre, research centre, joint."
            ),
            make_document("乙。", "in-a-row", position=1, text_en=long),
        ]
    )
    assert uids(engine, "joint research centre") == ["in-a-row", "scattered"]
    assert uids(engine, "centre joint research") == ["scattered", "in-a-row"]
    engine.close()


def test_it_stands_first_on_every_page_and_under_every_filter_when_many_hold_all_words(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    engine = WhooshEngine(tmp_path_factory.mktemp("many"), vocabulary())
    engine.rebuild([*many(), *documents()])
    result = ask(engine, "科技 创新 合作")
    assert result.complete >= ENOUGH
    assert result.hits[0].uid == "other-1"
    pages = [
        hit for start in range(0, result.total, 3) for hit in ask(engine, "科技 创新 合作", limit=3, offset=start).hits
    ]
    assert pages == list(ask(engine, "科技 创新 合作", limit=result.total).hits)
    filtered = ask(engine, "科技 创新 合作", "other")
    assert [hit for hit in pages if hit.uid.startswith("other")] == list(filtered.hits)
    by_place = uids(engine, "科技 创新 合作", sort=Sort.PAPER, limit=result.total)
    assert set(by_place) == {hit.uid for hit in pages}
    assert by_place.index("many-0") < by_place.index("other-1")
    engine.close()


def test_alternatives_are_not_typed_in_a_row(engine: WhooshEngine, snapshot: Snapshot) -> None:
    query = parse("创新 OR 合作", FewNames()).query
    everything = [segment.everything for segment in snapshot.segments]
    assert [numbers.tolist() for numbers in as_typed(snapshot, query, everything)] == [[]]
    assert uids(engine, "创新 OR 合作")[0] == "other-0"


@pytest.mark.parametrize("text", ["创新", "“科技创新”", "科技创新是什么", "年:2016", ""])
def test_one_word_a_quoted_string_and_a_question_say_nothing_about_order(snapshot: Snapshot, text: str) -> None:
    everything = [segment.everything for segment in snapshot.segments]
    assert [numbers.tolist() for numbers in as_typed(snapshot, parse(text, FewNames()).query, everything)] == [[]]


@pytest.mark.parametrize(
    "text",
    [
        "论“一带一路”科技合作的理论",
        "论一带一路科技合作的理论",
        "論「一帶一路」科技合作的理論",
        "The Theory of Science Cooperation",
        "theory of science co­operation",
    ],
)
def test_a_whole_title_is_known(snapshot: Snapshot, text: str) -> None:
    assert held(snapshot, text) == ["theory-0", "theory-1", "theory-2"]


@pytest.mark.parametrize(
    "text", ["论一带一路科技合作", "科技合作的理论与实践", "Science Cooperation", "卫星 导航 系统", "的", ""]
)
def test_a_part_of_a_title_or_more_is_none(snapshot: Snapshot, text: str) -> None:
    assert held(snapshot, text) == []


def test_the_claims_of_a_paper_whose_title_is_typed_stand_first(engine: WhooshEngine) -> None:
    found = uids(engine, "论一带一路科技合作的理论")
    assert found[:2] == ["theory-0", "theory-1"] or found[:2] == ["theory-1", "theory-0"]
    assert "longer-0" in found[2:]
    assert "theory-2" not in found
    part = uids(engine, "一带一路科技合作的理论")
    assert part[0] == "longer-0"


def test_without_title_words_in_a_query_there_is_no_title(engine: WhooshEngine) -> None:
    assert ask(engine, "").total == len(list(documents()))
    assert uids(engine, "-卫星")[:1]
