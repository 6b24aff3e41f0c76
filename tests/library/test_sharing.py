"""Whether two claims tell the same fact."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from app.catalogue.views import Told, ToldValue
from app.library.sharing import ALIKE, CLOSE, NEAR, SAME_WORDS, BothValues, basis, likeness, shared

SENTENCE = "科技外交是主权国家运用科技交流推进国家间关系的对外活动。"


def value(text: str, number: float, unit: str = "个", *, approx: bool = False) -> ToldValue:
    return ToldValue(text, number, unit, approx)


def counting(key: str, *values: ToldValue) -> Mapping[str, tuple[ToldValue, ...]]:
    return {key: values}


ONE = Told("a1", "a", "1", 0, SENTENCE)
OTHER = Told("b1", "b", "1", 0, SENTENCE)


def test_what_two_claims_share_is_named_in_order() -> None:
    one = replace(
        ONE,
        countries=frozenset({"CN", "US"}),
        terms=frozenset({"t2", "t1"}),
        entities={"swissnex": "network", "most": "institution"},
        years=frozenset({2008, 1999}),
        figures=(value("约200个", 200, approx=True), value("3次", 3, "次")),
        quantities=counting("cn-offices", value("47个", 47)),
    )
    other = replace(
        one,
        countries=frozenset({"US"}),
        entities={"most": "institution"},
        figures=(value("200多个", 200), value("3个", 3)),
        quantities=counting("cn-offices", value("45个", 45)),
    )
    found = shared(one, other)
    assert (found.countries, found.terms, found.entities) == (("US",), ("t1", "t2"), ("most",))
    assert (found.years, found.figures) == ((1999, 2008), ("约200个",))
    assert found.values == (BothValues("cn-offices", "47个", "45个", equal=False),)
    assert found
    assert not shared(ONE, OTHER)


@pytest.mark.parametrize(("number", "expected"), [(107.0, "value"), (110.0, "quantity")])
def test_one_quantity_is_the_same_fact_whatever_the_words(number: float, expected: str) -> None:
    one = replace(ONE, quantities=counting("cn-st-agreements", value("107个", 107)), years=frozenset({2016}))
    other = replace(
        OTHER, text="另一句话。", quantities=counting("cn-st-agreements", value("", number)), years=frozenset({2021})
    )
    assert basis(one, other, 0.1) == expected
    assert basis(one, replace(other, quantities=counting("us-st-agreements", value("", number))), 0.1) is None


def test_of_several_quantities_all_must_be_equal() -> None:
    posts = {"countries": (value("47个", 47),), "diplomats": (value("144名", 144, "名"),)}
    one = replace(ONE, quantities=posts)
    assert basis(one, replace(OTHER, quantities=posts), 0.5) == "value"
    assert basis(one, replace(OTHER, quantities=posts | {"diplomats": (value("146名", 146, "名"),)}), 0.5) == "quantity"


@pytest.mark.parametrize(
    ("kind", "years", "cosine", "expected"),
    [
        ("document", {2008}, NEAR, "event"),
        ("document", {2008}, None, "event"),
        ("document", {2008}, NEAR - 0.01, None),
        ("document", {2009}, 0.9, None),
        ("document", set(), 0.9, None),
        ("institution", {2008}, 0.9, None),
        ("person", {2008}, 0.9, None),
    ],
)
def test_the_same_work_or_agreement_in_the_same_year(
    kind: str, years: set[int], cosine: float | None, expected: str | None
) -> None:
    one = replace(ONE, entities={"thing": kind}, years=frozenset({2008}))
    other = replace(OTHER, text="外务省发布了一份报告。", entities={"thing": kind}, years=frozenset(years))
    assert basis(one, other, cosine) == expected


def test_much_the_same_words_of_the_same_meaning() -> None:
    assert basis(ONE, OTHER, CLOSE) == basis(ONE, OTHER, None) == "words"
    assert basis(ONE, OTHER, CLOSE - 0.01) is None
    named = {"wang": "person"}
    assert basis(replace(ONE, entities=named), replace(OTHER, entities=named), NEAR) == "words"
    assert basis(ONE, replace(OTHER, text="公共外交是政府面向外国公众开展的传播与交流。"), 0.95) is None
    assert basis(replace(ONE, text="见图一。"), replace(OTHER, text="见图一。"), 1.0) is None


def test_without_meaning_more_words_must_agree() -> None:
    other = replace(OTHER, text="科技外交是主权国家运用科技手段达到特定目标的一种对外往来。")
    assert ALIKE <= likeness(ONE.text, other.text) < SAME_WORDS
    assert basis(ONE, other, CLOSE) == "words"
    assert basis(ONE, other, None) is None


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ({"countries": frozenset({"CN"})}, {"countries": frozenset({"US"})}),
        ({"years": frozenset({1999})}, {"years": frozenset({2000})}),
        ({"figures": (value("3个", 3),)}, {"figures": (value("4个", 4),)}),
    ],
)
def test_other_countries_years_or_numbers_are_another_fact(
    here: dict[str, frozenset[str]], there: dict[str, frozenset[str]]
) -> None:
    one, other = replace(ONE, **here), replace(OTHER, **there)  # type: ignore[arg-type]
    assert basis(one, other, 0.99) is None
    assert basis(one, replace(OTHER, **here), 0.99) == "words"  # type: ignore[arg-type]
    assert basis(one, OTHER, 0.99) == "words"


def test_punctuation_script_and_case_do_not_make_texts_different() -> None:
    assert likeness("科技外交，AAAS。", "科技外交 aaas") == 1
    assert likeness("", "") == likeness("科", "科") == 0
