"""Names of terms in running text: the longest wins, words are not cut, every place is right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.normalise import fold, fold_text
from app.vocabulary import Glossary, Spotter, Term
from tests import factories


def term(code: str, zh: str, en: str, **more: object) -> Term:
    return Term(code, "concept", zh, en, "某。", "Some.", **more)  # type: ignore[arg-type]


SMALL = Glossary(
    [
        term("diplomacy", "外交", "diplomacy"),
        term("st", "科技", "S&T"),
        term("st-diplomacy", "科技外交", "S&T diplomacy"),
        term("officer", "科技外交官", "S&T diplomat"),
        term("sin", "科学与创新网络", "Science and Innovation Network", abbreviation="SIN"),
        term("ipr", "知识产权", "intellectual property", taiwan=("智慧財產權",)),
        term("community", "学界", "academic community"),
    ],
    not_terms=["对外交往"],
)
SPOTTER = Spotter(SMALL)


def spotted(text: str, spotter: Spotter = SPOTTER) -> list[tuple[str, str]]:
    folded = fold(text)
    return [(spot.term.code, text[slice(*folded.span(spot.start, spot.end))]) for spot in spotter.find(folded, text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("科技外交官谈科技外交", [("officer", "科技外交官"), ("st-diplomacy", "科技外交")]),
        ("科技与外交", [("st", "科技"), ("diplomacy", "外交")]),
        ("对外交往与外交", [("diplomacy", "外交")]),
        ("保護智慧財產權", [("ipr", "智慧財產權")]),
        ("保护智慧财产权", [("ipr", "智慧财产权")]),
        ("科 技 外 交", [("st-diplomacy", "科 技 外 交")]),
        ("英国的ＳＩＮ", [("sin", "ＳＩＮ")]),
        ("the SIN and a sin", [("sin", "SIN")]),
        ("S&T Diplomacy", [("st-diplomacy", "S&T Diplomacy")]),
        ("diplomacyless paradiplomacy", []),
        ("", []),
        ("外", []),
    ],
)
def test_finds_the_longest_whole_names(text: str, found: list[tuple[str, str]]) -> None:
    assert spotted(text) == found


def test_the_shipped_glossary_tells_a_word_from_the_longer_word_that_holds_it() -> None:
    spotter = Spotter(factories.vocabulary().glossary)
    assert [code for code, _ in spotted("科学界和学界", spotter)] == ["science-community", "academic-community"]
    assert [code for code, _ in spotted("对外交往频繁", spotter)] == []


@given(st.text(st.sampled_from("科技外交官学界对往SIN &財產智慧權a1。 "), max_size=40))
def test_places_are_in_order_and_hold_a_name(text: str) -> None:
    folded = fold(text)
    spots = list(SPOTTER.find(folded, text))
    ends = [0]
    for spot in spots:
        assert spot.start >= ends[-1]
        assert folded.text[spot.start : spot.end] in {fold_text(name) for name in spot.term.names()}
        ends.append(spot.end)


@given(st.text(max_size=60))
def test_any_text_is_taken(text: str) -> None:
    folded = fold(text)
    for spot in Spotter(SMALL).find(folded, text):
        assert text[slice(*folded.span(spot.start, spot.end))]
