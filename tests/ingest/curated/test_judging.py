import pytest

from app.ingest.curated.judging import Judgement, judge
from app.ingest.records import Claim, ClaimType, Figure, LabelledSentence, LabelSource
from tests.factories import make_claim

Seen = set[tuple[str, str, bool, bool]]


def seen(claim: Claim | None, **fields: object) -> Seen:
    judged = judge(LabelledSentence("abcdefghij23", "中国", **fields), claim)  # type: ignore[arg-type]
    return {(one.field, one.code, one.person, one.extraction) for one in judged.judgements}


@pytest.mark.parametrize(
    ("said", "found", "expected"),
    [
        ("fact", "fact", {("claim", "claim", True, True), ("type", "fact", True, True)}),
        (
            "fact",
            "viewpoint",
            {
                ("claim", "claim", True, True),
                ("type", "fact", True, False),
                ("type", "viewpoint", False, True),
            },
        ),
        (
            "other",
            "fact",
            {("claim", "claim", False, True), ("type", "other", True, False), ("type", "fact", False, True)},
        ),
        ("other", "other", {("type", "other", True, True)}),
    ],
)
def test_types(said: str, found: str, expected: Seen) -> None:
    assert seen(make_claim(type=found), type=ClaimType(said)) == expected


def test_codes_are_given_by_both_by_the_person_or_by_extraction() -> None:
    claim = make_claim(countries="CN US", instruments="agreement")
    assert seen(claim, countries=("CN", "JP"), instruments=()) == {
        ("country", "CN", True, True),
        ("country", "JP", True, False),
        ("country", "US", False, True),
        ("instrument", "agreement", False, True),
    }


def test_what_the_person_leaves_open_is_not_judged() -> None:
    assert seen(make_claim(countries="CN", instruments="agreement")) == set()


def test_figures_count_as_often_as_they_stand() -> None:
    claim = make_claim(figures=[Figure(3.0, "项"), Figure(0.5, "倍")])
    judged = judge(LabelledSentence("abcdefghij23", figures=(Figure(3, "项"), Figure(3, "个"))), claim)
    assert [(one.code, one.person, one.extraction) for one in judged.judgements] == [
        ("3", True, True),
        ("3", True, False),
        ("0.5", False, True),
    ]


def test_citations_are_compared_by_label() -> None:
    assert seen(make_claim(cites="1 2"), citations=("2", "3")) == {
        ("citation", "1", False, True),
        ("citation", "2", True, True),
        ("citation", "3", True, False),
    }


def test_a_judgement_carries_extractions_reason() -> None:
    judged = judge(LabelledSentence("abcdefghij23", countries=("CN",)), make_claim(countries="CN"))
    assert judged.judgements == (
        Judgement("country", "CN", person=True, extraction=True, source=LabelSource.RULE, rule="test"),
    )


def test_a_sentence_that_extraction_lacks_misses_everything() -> None:
    assert seen(None, type=ClaimType.FACT, countries=("CN",), figures=(Figure(2),)) == {
        ("claim", "claim", True, False),
        ("type", "fact", True, False),
        ("country", "CN", True, False),
        ("figure", "2", True, False),
    }
