from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from app import catalogue
from app.agreement import Agreement
from app.catalogue.trust import EXAMPLES
from app.catalogue.views import FieldAgreement
from app.ingest.records import ClaimType, Figure
from tests.factories import make_claim, make_curated, make_paper, open_database

SIGNED = make_claim("中国与日本签署3项协定。", countries="CN JP", instruments="agreement", figures=[Figure(3, "项")])
VIEW = make_claim("美国认为应当对话。", type="viewpoint", countries="US", instruments="mechanism platform")
HEADING = make_claim("首先，农业领域的科技外交。")
UNLABELLED = make_claim("韩国发布战略。", countries="KR")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with open_database(tmp_path) as sessions, sessions() as session:
        document = make_curated(
            "p",
            [
                (
                    SIGNED,
                    {"type": ClaimType.FACT, "countries": ("CN", "JP"), "figures": (Figure(3),), "citations": ("1",)},
                ),
                (VIEW, {"type": ClaimType.RECOMMENDATION, "countries": ("US", "CN"), "instruments": ("mechanism",)}),
                (HEADING, {"type": ClaimType.OTHER}),
            ],
        )
        make_paper(session, "p", [SIGNED, VIEW, HEADING, UNLABELLED], document=document)
        make_paper(session, "unlabelled", [UNLABELLED])
        yield session


def field(session: Session, name: str) -> FieldAgreement:
    return next(one for one in catalogue.trust(session).fields if one.field == name)


def test_only_labelled_sentences_count(session: Session) -> None:
    detail = catalogue.trust(session)
    assert ([paper.slug for paper in detail.papers], detail.sentences, detail.found) == (["p"], 3, 3)


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("claim", Agreement(2, 0, 1)),
        ("type", Agreement(1, 2, 2)),
        ("country", Agreement(3, 1, 0)),
        ("instrument", Agreement(1, 0, 1)),
        ("citation", Agreement(0, 1, 0)),
        ("figure", Agreement(1, 0, 0)),
    ],
)
def test_counts_of_each_kind_of_label(session: Session, name: str, whole: Agreement) -> None:
    assert field(session, name).whole == whole


def test_counts_of_each_code_most_frequent_with_the_person_first(session: Session) -> None:
    assert [(one.code, one.counts) for one in field(session, "country").codes] == [
        ("CN", Agreement(1, 1)),
        ("JP", Agreement(1)),
        ("US", Agreement(1)),
    ]
    assert field(session, "figure").codes == ()


def test_types_taken_for_others(session: Session) -> None:
    detail = catalogue.trust(session)
    assert detail.confusion == {("fact", "fact"): 1, ("recommendation", "viewpoint"): 1, ("other", "fact"): 1}
    assert detail.type_macro_f1 == pytest.approx((2 / 3 + 0 + 0) / 3)


def test_mistakes_tell_what_both_say_and_why(session: Session) -> None:
    (mistake,) = field(session, "instrument").mistakes
    assert (mistake.text, mistake.person) == (VIEW.text, ("mechanism",))
    assert [(label.code, label.source, label.rule) for label in mistake.extraction] == [
        ("mechanism", "rule", "test"),
        ("platform", "rule", "test"),
    ]
    assert mistake.is_claim


def test_a_sentence_that_is_no_claim_any_more_has_no_page(session: Session) -> None:
    (mistake,) = field(session, "claim").mistakes
    assert (mistake.text, mistake.is_claim, mistake.person) == (HEADING.text, False, ())


def test_examples_are_few_and_of_many_codes(tmp_path: Path) -> None:
    codes = ["US"] * 6 + ["JP", "KR"]
    claims = [make_claim(f"句子之{number}说到国家。", countries=code) for number, code in enumerate(codes)]
    with open_database(tmp_path) as sessions, sessions() as session:
        make_paper(session, "p", claims, document=make_curated("p", [(claim, {"countries": ()}) for claim in claims]))
        mistakes = field(session, "country").mistakes
    assert len(mistakes) == EXAMPLES
    assert {label.code for one in mistakes for label in one.extraction} == {"US", "JP", "KR"}


def test_a_claim_tells_what_its_labels_overrule(session: Session) -> None:
    (view,) = (hit for hit in catalogue.trust(session).fields[3].mistakes if hit.text == VIEW.text)
    detail = catalogue.claim_page(session, view.uid)
    assert detail
    assert {name: [label.code for label in labels] for name, labels in detail.overruled.items()} == {
        "type": ["viewpoint"],
        "instrument": ["platform"],
    }


def test_nothing_labelled_is_nothing_compared(tmp_path: Path) -> None:
    with open_database(tmp_path) as sessions, sessions() as session:
        make_paper(session, "p", [UNLABELLED])
        detail = catalogue.trust(session)
    assert (detail.papers, detail.sentences, detail.confusion) == ((), 0, {})
    assert all(one.whole == Agreement() and one.mistakes == () for one in detail.fields)


@pytest.mark.parametrize("code", ["CN", "JP", "US", "KR"])
def test_the_agreement_on_one_code_is_that_of_the_whole_table(session: Session, code: str) -> None:
    table = {one.code: one.counts for one in field(session, "country").codes}
    assert catalogue.code_agreement(session, "country", code) == table.get(code, Agreement())
