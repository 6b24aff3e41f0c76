"""The units: the longest first, all reachable, written as folded text has them."""

import re

import pytest

from app.ingest.labels.figure_units import ABSTRACT, ARTICLE_UNITS, DURATIONS, SHARES, UNIT

UNITS = [re.sub(r"\\(.)", r"\1", unit) for unit in UNIT.split("|")]


def test_every_unit_can_be_matched_whole() -> None:
    """A shorter alternative before a longer one would hide it: 个 before 个国家."""
    assert len(UNITS) == len(set(UNITS))
    for unit in UNITS:
        match = re.match(UNIT, unit)
        assert match is not None
        assert match[0] == unit


def test_units_are_written_as_folded_text_has_them() -> None:
    assert [unit for unit in UNITS if unit != unit.lower()] == []


def test_the_special_units_are_units() -> None:
    assert set(UNITS) >= ARTICLE_UNITS
    assert set(UNITS) >= set(DURATIONS)
    assert SHARES - set(UNITS) == {"比例", "世纪", "位次"}, "these come from fractions and ranks"


@pytest.mark.parametrize("words", ["方面", "重要方面", "不同的类型", "新问题", "具体目标"])
def test_what_numbers_an_argument(words: str) -> None:
    assert ABSTRACT.match(words)


@pytest.mark.parametrize("words", ["国家", "重要文件", "科学中心", "项目"])
def test_what_numbers_things(words: str) -> None:
    assert ABSTRACT.match(words) is None
