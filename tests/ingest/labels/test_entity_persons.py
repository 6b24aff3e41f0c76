"""Persons whom no list has."""

import pytest

from app.ingest.labels.entity_persons import find_persons, find_speaking_person
from app.ingest.labels.sentence import read_sentence
from app.ingest.labels.speakers import find_speaker


def names(text: str) -> list[str]:
    found = list(find_persons(read_sentence(text)))
    assert all(text[one.start : one.end] == one.name and one.kind == "person" for one in found)
    return [one.name for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("任命了伍德罗·威尔逊为主席", ["伍德罗·威尔逊"]),
        ("学者罗伯特·S·布鲁金斯（Robert S. Brookings）", ["罗伯特·S·布鲁金斯"]),
        ("詹姆斯·麥甘認為", ["詹姆斯·麥甘"]),
        ("詹姆斯·麦甘大学", []),
        ("安德鲁·卡内基的捐款", ["安德鲁·卡内基"]),
        ("人民论坛·学术前沿", []),
        ("科技部部长徐冠华率团访问", ["徐冠华"]),
        ("，马颂德副部长指出", ["马颂德"]),
        ("由陈文玲教授主持", ["陈文玲"]),
        ("学者们认为", []),
        ("高级专家与华裔科学家", []),
        ("主任要求，部长指出", []),
    ],
)
def test_names(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("冯晓星等认为科技外交重要。", ["冯晓星"]),
        ("学者任晓明认为科技外交重要。", ["任晓明"]),
        ("世界银行认为科技外交重要。", []),
        ("科技外交重要。", []),
    ],
)
def test_who_speaks(text: str, expected: list[str]) -> None:
    speaker = find_speaker(read_sentence(text))
    assert [one.name for one in find_speaking_person(text, speaker)] == expected
