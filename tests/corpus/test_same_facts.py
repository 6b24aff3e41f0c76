"""The same fact in other papers: what is offered over the shipped papers, held against pairs judged by reading."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import catalogue, resources
from app.library import Library
from app.text.normalise import bare
from benchmarks.shipped import library_in

PRECISION, RECALL = 0.9, 0.75
Pair = frozenset[tuple[str, str]]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with library_in(tmp_path_factory.mktemp("same")) as (library, _):
        library.ingest([resources.PAPERS])
        yield library


@pytest.fixture(scope="module")
def offered(library: Library) -> dict[Pair, str]:
    """Every pair that is offered as the same fact, with its basis; each must be offered from both sides."""
    found: dict[Pair, list[str]] = {}
    with library.session() as session:
        for summary in catalogue.list_papers(session):
            for uid, facts in library.same_facts(summary.record.slug).items():
                claims = catalogue.claims_by_uid(session, [uid, *(fact.uid for fact in facts)])
                for fact in facts:
                    assert fact.paper != summary.record.slug
                    pair = frozenset((claims[one].paper.slug, bare(claims[one].text)) for one in (uid, fact.uid))
                    found.setdefault(pair, []).append(fact.basis)
    assert {pair for pair, sides in found.items() if len(sides) != 2 or len(set(sides)) != 1} == set()
    return {pair: sides[0] for pair, sides in found.items()}


def judged() -> dict[Pair, tuple[bool, str]]:
    text = Path(__file__).with_name("data").joinpath("same_facts.toml").read_text(encoding="utf-8")
    return {
        frozenset((slug, bare(claim)) for slug, claim in (pair["one"], pair["other"])): (
            pair["right"],
            pair.get("basis", ""),
        )
        for pair in tomllib.loads(text)["pair"]
    }


def test_nine_in_ten_of_what_is_offered_are_judged_right(offered: dict[Pair, str]) -> None:
    right = [pair for pair in offered if judged().get(pair, (False, ""))[0]]
    assert len(offered) >= 20
    assert len(right) / len(offered) >= PRECISION


def test_most_of_what_is_right_is_offered_for_the_reason_judged(offered: dict[Pair, str]) -> None:
    right = {pair: basis for pair, (is_right, basis) in judged().items() if is_right}
    found = {pair for pair in right if pair in offered}
    assert len(found) / len(right) >= RECALL
    assert {offered[pair]: right[pair] for pair in found if offered[pair] != right[pair]} == {}


def test_the_judged_pairs_are_of_claims_that_there_are(library: Library) -> None:
    with library.session() as session:
        texts = {
            (summary.record.slug, bare(told.text))
            for summary in catalogue.list_papers(session)
            for told in catalogue.told_in_paper(session, summary.record.slug).values()
        }
    pairs = judged()
    assert set().union(*pairs) <= texts
    assert sum(not is_right for is_right, _ in pairs.values()) >= 30


def test_values_of_other_dates_are_shown_side_by_side(library: Library) -> None:
    facts = [fact for found in library.same_facts("001_9b9df6ab7260d5ee").values() for fact in found]
    partners = {
        (value.here, value.there) for fact in facts for value in fact.shared.values if value.key == "cn-st-partners"
    }
    assert {(here[:3], there[:3]) for here, there in partners} == {("152", "155"), ("152", "160")}
    assert all(fact.other_value == (not all(value.equal for value in fact.shared.values)) for fact in facts)
