"""Named instruments of sentences."""

import pytest

from app.ingest.labels.named_instruments import NamedInstrumentLabeller
from app.ingest.labels.sentence import read_sentence


def codes(labeller: NamedInstrumentLabeller, text: str, *countries: str) -> list[str]:
    return [label.code for label in labeller.label(read_sentence(text), countries)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("续签《中美科技合作协定》的谈判已经开始。", ["cn-us-st-agreement-1979"]),
        ("《中美科技合作协定延期议定书》生效。", ["cn-us-st-agreement-extension-2016"]),
        ("“中国 - 东盟科技伙伴计划”启动十年。", ["cn-asean-st-partnership"]),
        ("中國—東盟科技夥伴計劃與平方公里陣列。", ["cn-asean-st-partnership", "ska"]),
        ("我国是ITER成员，也加入了SKA。", ["iter", "ska"]),
        ("the Square Kilometre Array and LHC", ["ska", "lhc"]),
        ("这与 WRITER 和 sinister 无关。", []),
        ("iter 在拉丁语中是道路。", []),
        ("双方签署了科技合作协定。", []),
    ],
)
def test_names(named_instruments: NamedInstrumentLabeller, text: str, expected: list[str]) -> None:
    assert codes(named_instruments, text) == expected


def test_a_general_name_needs_its_country(named_instruments: NamedInstrumentLabeller) -> None:
    text = "高科技战略首次提出国际化目标。"
    assert codes(named_instruments, text) == []
    assert codes(named_instruments, text, "FR") == []
    assert codes(named_instruments, text, "DE") == ["de-high-tech-strategy"]


def test_each_once_and_as_printed(named_instruments: NamedInstrumentLabeller) -> None:
    (label,) = named_instruments.label(read_sentence("瑞士 科学中心（swissnex）即瑞士科学中心。"), ())
    assert (label.code, label.rule) == ("ch-swissnex", "named-instrument:name")
    assert label.trigger == "瑞士 科学中心"
