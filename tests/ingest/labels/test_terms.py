"""Terms of the glossary in sentences: which, where, and whether the sentence defines them."""

import pytest

from app.ingest.labels.sentence import read_sentence
from app.ingest.labels.terms import TermLabeller
from app.ingest.records import TermUse
from app.vocabulary import Vocabulary


@pytest.fixture(scope="module")
def labeller(vocabulary: Vocabulary) -> TermLabeller:
    return TermLabeller(vocabulary)


def uses(labeller: TermLabeller, text: str, claim_type: str = "fact") -> dict[str, TermUse]:
    return {use.code: use for use in labeller.label(read_sentence(text), claim_type)}


def test_every_place_of_a_term_is_told_in_the_claims_own_text(labeller: TermLabeller) -> None:
    text = "科技外交是外交，「科 技 外 交」亦然。"
    found = uses(labeller, text)
    assert list(found) == ["science-and-technology-diplomacy", "diplomacy"]
    assert [text[start:end] for start, end in found["science-and-technology-diplomacy"].places] == [
        "科技外交",
        "科 技 外 交",
    ]
    assert found["science-and-technology-diplomacy"].trigger == "科技外交"


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("我国会议很多。", "us-congress"),
        ("对外交往日益频繁。", "diplomacy"),
        ("科学界的看法。", "academic-community"),
        ("进入创新时代。", "new-era"),
    ],
)
def test_a_name_that_stands_there_by_accident_does_not_count(labeller: TermLabeller, text: str, absent: str) -> None:
    assert absent not in uses(labeller, text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("科技外交是外交的重要组成部分。", "science-and-technology-diplomacy"),
        ("所谓“科技外交”，指主权国家的活动。", "science-and-technology-diplomacy"),
        ("这些工具，我们称之为科技外交操作工具。", "operational-instrument"),
        ("王明国将科技外交定义为一种对外活动。", "science-and-technology-diplomacy"),
        ("公共外交（public diplomacy）是指与公众的沟通。", "public-diplomacy"),
        ("科技外交的实质是取得主导地位。", "science-and-technology-diplomacy"),
    ],
)
def test_a_definition_defines_what_it_is_about(labeller: TermLabeller, text: str, code: str) -> None:
    assert uses(labeller, text, "definition")[code].rule == "term:defined"


def test_a_definition_only_names_what_else_it_holds(labeller: TermLabeller) -> None:
    found = uses(labeller, "公共外交是指一国与他国公众的沟通，属国际关系。", "definition")
    assert found["public-diplomacy"].rule == "term:defined"
    assert found["international-relations"].rule == "term:name"


def test_a_claim_that_is_no_definition_defines_nothing(labeller: TermLabeller) -> None:
    found = uses(labeller, "科技外交是重要的。", "viewpoint")
    assert {use.rule for use in found.values()} == {"term:name"}
