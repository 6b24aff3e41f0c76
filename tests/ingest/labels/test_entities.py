"""Entities of the vocabulary in sentences: by any name, the longest first, general ones with their country."""

import pytest

from app.ingest.labels.entities import EntityLabeller, any_of, named_instrument_labels
from app.ingest.labels.sentence import read_sentence
from app.vocabulary import Vocabulary


def codes(labeller: EntityLabeller, text: str, *countries: str) -> list[str]:
    found = labeller.label(read_sentence(text), countries)
    assert all(text[one.start : one.end] == one.name for one in found)
    return list(dict.fromkeys(one.code for one in found))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("续签《中美科技合作协定》的谈判已经开始。", ["cn-us-st-agreement-1979"]),
        ("《美中科学与技术合作协议》到期。", ["cn-us-st-agreement-1979"]),
        ("《中美科技合作协定延期议定书》生效。", ["cn-us-st-agreement-extension-2016"]),
        ("“中国 - 东盟科技伙伴计划”启动十年。", ["cn-asean-st-partnership"]),
        ("中國—東盟科技夥伴計劃與平方公里陣列。", ["cn-asean-st-partnership", "ska"]),
        ("我国是ITER成员，也加入了SKA。", ["iter", "ska"]),
        ("the Square Kilometre Array and LHC", ["ska", "lhc"]),
        ("英国皇家协会即英国皇家学会。", ["gb-royal-society"]),
        ("尼克松与基辛格访华。", ["richard-nixon", "henry-kissinger"]),
        ("這與歐巴馬有關。", ["barack-obama"]),
        ("这与 WRITER 和 sinister 无关。", []),
        ("iter 在拉丁语中是道路。", []),
        ("双方签署了科技合作协定。", []),
    ],
)
def test_names(entities: EntityLabeller, text: str, expected: list[str]) -> None:
    assert codes(entities, text) == expected


def test_a_general_name_needs_its_country(entities: EntityLabeller) -> None:
    text = "高科技战略首次提出国际化目标。"
    assert codes(entities, text) == []
    assert codes(entities, text, "FR") == []
    assert codes(entities, text, "DE") == ["de-high-tech-strategy"]


def test_a_name_that_others_bear_needs_its_country_and_a_longer_one_does_not(entities: EntityLabeller) -> None:
    assert codes(entities, "国会通过了预算。") == []
    assert codes(entities, "国会通过了预算。", "US") == ["us-congress"]
    assert codes(entities, "美国国会通过了预算。") == ["us-congress"]


@pytest.mark.parametrize("text", ["印度科技部发布计划。", "韩国外交学院成立。"])
def test_a_name_behind_another_country_is_not_meant(entities: EntityLabeller, text: str) -> None:
    assert codes(entities, text, "CN", "IN", "KR") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("许文提出平衡利益。", ["xu-wen"]),
        ("李政、崔馥娟著。", ["li-zheng", "cui-fujuan"]),
        ("李政治学说。", []),
        ("李政道访华。", ["tsung-dao-lee"]),
        ("在我国会议上。", []),
    ],
)
def test_two_characters_need_what_follows_a_name(entities: EntityLabeller, text: str, expected: list[str]) -> None:
    assert codes(entities, text, "US") == expected


def test_a_name_does_not_reach_across_a_comma(entities: EntityLabeller) -> None:
    assert codes(entities, "学者访华，为两国交流奠基。", "CN") == []
    assert codes(entities, "教育、研究与创新秘书处合作。", "CH") == ["seri"]


def test_named_instruments_are_labels_each_once_and_as_printed(
    entities: EntityLabeller, vocabulary: Vocabulary
) -> None:
    found = entities.label(read_sentence("瑞士 科学中心（swissnex）即瑞士科学中心，奥巴马。"), ())
    (label,) = named_instrument_labels(found, vocabulary.named_instruments)
    assert (label.code, label.rule) == ("ch-swissnex", "named-instrument:name")
    assert label.trigger == "瑞士 科学中心"


def test_the_longest_of_several_names_is_tried_first() -> None:
    assert any_of(["ab", "abc", "b"]) == "a(?:bc|b)|b(?:)"
