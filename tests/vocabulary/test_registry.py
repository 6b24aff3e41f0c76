"""Registries: display order, codes, names, ambiguity."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from app.vocabulary.registry import Registry


@dataclass(frozen=True)
class Thing:
    code: str
    called: tuple[str, ...]

    def names(self) -> Iterator[str]:
        yield from self.called


TWO = Registry([Thing("BR", ("巴西", "Brazil", "巴")), Thing("PK", ("巴基斯坦", "Pakistan", "巴"))])


def test_iterates_in_the_order_given() -> None:
    assert [thing.code for thing in TWO] == ["BR", "PK"]
    assert len(TWO) == 2


def test_gets_by_exact_code_only() -> None:
    assert TWO.get("BR") is not None
    assert TWO.get("br") is None
    assert TWO.get("巴西") is None
    assert "PK" in TWO
    assert "pk" not in TWO


@pytest.mark.parametrize(("name", "code"), [("巴西", "BR"), ("  BRAZIL ", "BR"), ("pakistan", "PK"), ("br", "BR")])
def test_finds_by_any_name_and_by_code_in_any_case(name: str, code: str) -> None:
    found = TWO.find(name)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("name", ["", "   ", "日本", "。", "巴西国"])
def test_finds_nothing_for_what_is_no_name(name: str) -> None:
    assert TWO.find(name) is None
    assert TWO.candidates(name) == ()


def test_an_ambiguous_name_finds_none_but_lists_all() -> None:
    assert TWO.find("巴") is None
    assert [thing.code for thing in TWO.candidates("巴")] == ["BR", "PK"]
    assert TWO.ambiguous() == {"巴": ("BR", "PK")}


def test_one_entry_with_two_spellings_of_a_name_is_not_ambiguous() -> None:
    registry = Registry([Thing("US", ("US", "U.S.", "us"))])
    assert registry.ambiguous() == {}
    found = registry.find("U. S.")
    assert found is not None
    assert found.code == "US"


def test_a_code_may_be_used_once() -> None:
    with pytest.raises(ValueError, match="'US' is used twice"):
        Registry([Thing("US", ()), Thing("US", ())])


def test_names_come_before_codes() -> None:
    registry = Registry([Thing("IN", ("India",)), Thing("X", ("in",))])
    found = registry.find("IN")
    assert found is not None
    assert found.code == "X"
