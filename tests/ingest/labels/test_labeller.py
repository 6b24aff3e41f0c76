"""All labels together: laws that hold for any text, and how a paper's claims are labelled."""

import time
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.ingest.labels import label_claims
from app.ingest.records import Citation, Claim, ClaimType, Label, LabelSource
from app.vocabulary import Vocabulary

PIECES = (
    *("中美", "其中国", "日本", "白宫", "在华", "英、美、日", "签署科技合作协定", "出口管制", "ITER", "（西）", "应"),
    *("是指", "2018年", "约200个国家", "1/3", "第五大", "《", "》", "“", "”", "，", "。", "：", "科學", "國內學者"),
    *("\u0301", "ﬁ", "👩‍🔬", " ", "US", "㏒"),
)
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(PIECES), max_size=14).map("".join),
)


def claim(text: str, section: str = "1", **fields: object) -> Claim:
    return replace(Claim(section, text, 0, len(text)), **fields)  # type: ignore[arg-type]


def labels_of(labelled: Claim) -> list[Label]:
    return [labelled.type, *labelled.countries, *labelled.instruments, *labelled.named_instruments]


@given(TEXTS)
@example("中巴（西）、中比（利时）")
@settings(max_examples=300)
def test_laws_that_hold_for_any_text(vocabulary: Vocabulary, text: str) -> None:
    (labelled,) = label_claims([claim(text)], vocabulary)
    assert labelled.type.code in list(ClaimType)
    assert {label.code for label in labelled.countries} <= {country.code for country in vocabulary.countries}
    assert {label.code for label in labelled.instruments} <= {kind.code for kind in vocabulary.instruments}
    assert all(label.code in vocabulary.named_instruments for label in labelled.named_instruments)
    for label in labels_of(labelled):
        assert label.trigger in text
        assert label.rule
        assert label.source is (LabelSource.MODEL if label.rule.startswith("type:model") else LabelSource.RULE)
        assert label.confidence is None or 0 < label.confidence <= 1
    if labelled.speaker:
        assert labelled.speaker.name in text
    for period in labelled.periods:
        assert period.text in text
        assert period.end is None or period.start <= period.end
    for field in (labelled.countries, labelled.instruments, labelled.named_instruments):
        assert len({label.code for label in field}) == len(field)
    assert all(figure.text in text for figure in labelled.figures)


@given(st.lists(TEXTS, max_size=6))
def test_the_same_claims_get_the_same_labels(vocabulary: Vocabulary, texts: list[str]) -> None:
    claims = [claim(text, section=str(number % 2)) for number, text in enumerate(texts)]
    assert label_claims(claims, vocabulary) == label_claims(tuple(claims), vocabulary)


def test_everything_else_stays(vocabulary: Vocabulary) -> None:
    before = claim("日本签署了协定。", start=7, end=15, citations=(Citation("3", 4, "王"),), paragraph=9)
    (after,) = label_claims([before], vocabulary)
    assert (after.text, after.section, after.start, after.end) == (before.text, "1", 7, 15)
    assert (after.citations, after.paragraph) == (before.citations, 9)
    assert [label.code for label in after.countries] == ["JP"]
    assert [label.code for label in after.instruments] == ["agreement"]


def test_no_claims_give_no_claims(vocabulary: Vocabulary) -> None:
    assert label_claims((), vocabulary) == ()


def test_traditional_text_gets_the_labels_of_the_simplified(vocabulary: Vocabulary) -> None:
    simplified, traditional = (
        label_claims([claim(text)], vocabulary)[0]
        for text in ("美国与印度签署了12个科技合作协定。", "美國與印度簽署了１２個科技合作協定。")
    )
    assert [label.code for label in labels_of(simplified)] == [label.code for label in labels_of(traditional)]
    assert [(f.value, f.unit) for f in simplified.figures] == [(f.value, f.unit) for f in traditional.figures]
    assert traditional.countries[0].trigger == "美國"


def test_neighbours_count_within_a_section_only(vocabulary: Vocabulary) -> None:
    advice = ["我国应完善战略。", "必须加强协调。", "要重视人才队伍。"]
    doubtful = "积极推动多边合作。"
    together = label_claims([claim(text) for text in (*advice, doubtful)], vocabulary)
    apart = label_claims([*(claim(text) for text in advice), claim(doubtful, section="2")], vocabulary)
    assert together[-1].type.code == "recommendation"
    assert apart[-1].type.code == "other"


@pytest.mark.parametrize(
    ("text", "type_code", "countries", "instruments", "named"),
    [
        (
            "1979年1月，中美两国签署《中美科技合作协定》。",
            "fact",
            ["CN", "US"],
            ["agreement"],
            ["cn-us-st-agreement-1979"],
        ),
        ("英国应扩大科学与创新网络（SIN）。", "recommendation", ["GB"], ["overseas"], ["gb-sin"]),
        ("我国已参加约200个国际科技组织，占总数的80%。", "statistic", ["CN"], ["intlorg"], []),
    ],
)
def test_whole_sentences(
    vocabulary: Vocabulary, text: str, type_code: str, countries: list[str], instruments: list[str], named: list[str]
) -> None:
    (labelled,) = label_claims([claim(text)], vocabulary)
    assert labelled.type.code == type_code
    assert [label.code for label in labelled.countries] == countries
    assert [label.code for label in labelled.instruments] == instruments
    assert [label.code for label in labelled.named_instruments] == named


@pytest.mark.parametrize("piece", ["中美日", "《", "“应", "1", "一", "从", "建议", "国内", "、德"])
def test_one_enormous_sentence_takes_no_enormous_time(vocabulary: Vocabulary, piece: str) -> None:
    label_claims([claim("热身。")], vocabulary)
    start = time.perf_counter()
    label_claims([claim(piece * 4_000)], vocabulary)
    assert time.perf_counter() - start < 20
