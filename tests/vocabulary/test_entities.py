"""Entities: one code for each real thing, names that are nobody else's, and wordings that are the same name."""

import pytest

from app.vocabulary import ENTITY_KINDS, Vocabulary
from app.vocabulary.entity_names import entity_key

ALSO_IDEAS = {"创新驱动发展战略", "国际对地观测"}
"""Names by which papers call one real thing, although the glossary has them as policies and fields."""


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("《中美科技合作协定》", "cn-us-st-agreement-1979"),
        ("《美中科学和技术合作协议》", "cn-us-st-agreement-1979"),
        ("英国皇家协会", "gb-royal-society"),
        ("SIN", "gb-sin"),
        ("美國國務院", "us-department-of-state"),
        ("王逸舟", "wang-yizhou"),
        ("歐巴馬", "barack-obama"),
        ("NASA", "us-nasa"),
        ("us-nasa", "us-nasa"),
    ],
)
def test_finds_them_by_any_name(vocabulary: Vocabulary, name: str, code: str) -> None:
    found = vocabulary.entities.find(name)
    assert found is not None
    assert found.code == code


def test_no_name_belongs_to_two(vocabulary: Vocabulary) -> None:
    assert vocabulary.entities.clashes() == {}


def test_every_named_instrument_and_actor_is_one(vocabulary: Vocabulary) -> None:
    codes = {entity.code for entity in vocabulary.entities}
    assert {named.code for named in vocabulary.named_instruments} <= codes
    assert {actor.code for actor in vocabulary.actors.registry} <= codes
    people = {term.code for term in vocabulary.glossary if term.kind == "person"}
    assert people <= codes
    assert codes.isdisjoint(vocabulary.actors.not_actors)


def test_kinds_and_countries_are_known(vocabulary: Vocabulary) -> None:
    assert {entity.kind for entity in vocabulary.entities} == set(ENTITY_KINDS)
    for entity in vocabulary.entities:
        assert all(code in vocabulary.countries for code in entity.countries), entity.code
        assert entity.instrument is None or entity.instrument in vocabulary.instruments
        assert entity.term is None or entity.term in vocabulary.glossary


def test_a_term_that_is_a_named_instrument_adds_its_names(vocabulary: Vocabulary) -> None:
    society = vocabulary.entities.get("gb-royal-society")
    assert society is not None
    assert society.term == "royal-society"
    assert "英国皇家协会" in society.variants_zh
    assert society.kind == "institution"


def test_no_name_is_that_of_an_idea(vocabulary: Vocabulary) -> None:
    ideas = {"concept", "instrument", "actor", "policy", "field", "place"}
    words = {name for term in vocabulary.glossary if term.kind in ideas for name in term.names_zh()}
    for entity in vocabulary.entities:
        alone = set(entity.names()) - set(entity.shared_names)
        term = vocabulary.glossary.get(entity.term or "")
        if not entity.needs_country and (term is None or term.kind not in ideas):
            assert words.isdisjoint(alone - ALSO_IDEAS), entity.code


def test_shared_names_have_owners_with_a_country(vocabulary: Vocabulary) -> None:
    owners = {name: entity for entity in vocabulary.entities for name in entity.shared_names}
    assert set(owners) == vocabulary.actors.shared_names
    assert [name for name, entity in owners.items() if not entity.countries] == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("中日科技协定", "日中科学与技术协议", True),
        ("《中欧科学技术合作协定》", "欧中科技合作协议书", True),
        ("中日科技协定", "中日科技协定议定书", False),
        ("中日科技协定", "中韩科技协定", False),
        ("科学和技术部", "科技部", True),
        ("第13届会议", "第14届会议", False),
        ("Science & Diplomacy", "Science and Diplomacy", True),
    ],
)
def test_wordings_of_one_name(one: str, other: str, same: bool) -> None:
    assert (entity_key(one) == entity_key(other)) is same


@pytest.mark.parametrize("name", ["《中美科技合作协定》", "美中科学与技术合作协议", "SIN", "王逸舟", "", "中", "中美"])
def test_a_key_is_its_own_key(name: str) -> None:
    assert entity_key(entity_key(name)) == entity_key(name)


def test_no_entity_is_a_country_or_bloc(vocabulary: Vocabulary) -> None:
    """Organs of the United Nations and the European Union stand for them in a sentence, and are entities besides."""
    for entity in vocabulary.entities:
        country = vocabulary.countries.find(entity.zh)
        assert country is None or country.code in entity.countries, entity.code
        assert country is None or entity.zh != country.zh, entity.code
