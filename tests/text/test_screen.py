"""Screened patterns find what each pattern finds by itself."""

import re
from collections.abc import Mapping
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ingest.labels.type_wordings import GROUPS
from app.resources import PAPERS
from app.text.normalise import fold_text
from app.text.screen import Screen
from app.vocabulary import load_vocabulary

Key = TypeVar("Key")
TRIGGERS = {
    (instrument.code, number): re.compile(trigger.pattern)
    for instrument in load_vocabulary().instruments
    for number, trigger in enumerate(instrument.triggers)
}
ODD = {
    name: re.compile(name)
    for name in (
        *(
            "ab|cd",
            "a",
            "^$",
            "",
            "[ab]c",
            "[^a]b",
            "a{2}",
            "(?:a|b)?",
            "a*b",
            "(?i)AB",
            "(?=a)",
            "(a|bc)d",
            "(?i:ab)c",
        ),
        *(r"\bab", "(?:ab){0,2}", "(?:ab){1,2}", "a.b", "a(?!b)", "(?<=a)b", "[a-c]", "(?P<x>a)(?P=x)", "ab$", "b+?a"),
    )
}


def plainly(patterns: Mapping[Key, re.Pattern[str]], text: str) -> list[tuple[Key, tuple[int, int]]]:
    return [(key, match.span()) for key, pattern in patterns.items() if (match := pattern.search(text))]


def screened(screen: Screen[Key], text: str) -> list[tuple[Key, tuple[int, int]]]:
    return [(key, match.span()) for key, match in screen.search(text)]


@given(text=st.text(alphabet="abcdAB ", max_size=12))
def test_odd_patterns(text: str) -> None:
    assert screened(Screen(ODD), text) == plainly(ODD, text)


@pytest.mark.parametrize("patterns", [GROUPS, TRIGGERS], ids=["types", "instruments"])
def test_the_patterns_of_the_labels_over_the_papers(patterns: Mapping[Key, re.Pattern[str]]) -> None:
    screen = Screen(patterns)
    lines = [fold_text(line) for path in sorted(PAPERS.glob("*.txt")) for line in path.read_text("utf-8").splitlines()]
    found = [screened(screen, line) for line in lines]
    assert found == [plainly(patterns, line) for line in lines]
    assert sum(map(len, found)) > 1000


def test_most_patterns_are_not_tried() -> None:
    tried = []

    class Counted:
        def __init__(self, pattern: str) -> None:
            self.pattern, self.flags = pattern, 0

        def search(self, text: str) -> None:
            tried.append(self.pattern)

    screen = Screen({name: Counted(name) for name in ("签署|签订", "建议", "[^。]", "(?:应|须)当")})  # type: ignore[arg-type]
    assert list(screen.search("建立了机制")) == []
    assert tried == ["[^。]"]


def test_nothing_is_found_without_patterns() -> None:
    empty: Screen[str] = Screen({})
    assert list(empty.search("科技")) == []
