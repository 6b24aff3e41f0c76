"""All stages joined: laws that hold for any text, and what garbage does."""

import random
import sys
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.ingest.analysis import analyse
from app.ingest.records import Analysis, Bibliography, ClaimType
from app.text.normalise import bare
from tests.factories import make_document, vocabulary

WORDS = [
    "科技",
    "外交",
    "中国",
    "签署",
    "2017年",
    "ITER，、；",
    "：“”（）《》",
    " ",
    "。",
    "。”",
    "[1]",
    "[2-3]",
    "^①",
    "\n",
]
LINES = st.sampled_from(
    [
        "1 甲题",
        "1.1 乙题",
        "一、丙题",
        "# 丁题",
        "摘要：戊。",
        "关键词：己；庚",
        "参考文献",
        "[1] 薛澜.智库热[J].行政管理,2014.",
        "① 《演讲》，2017年。",
        "— 7 —",
        "图1 关系",
        "Abstract: It is.",
        "（2）辛。",
        "（1）壬。",
        "科技外交与国际关系的发展。^①",
        "罗 晖 李 政",
    ]
)
DOCUMENTS = st.lists(LINES | st.lists(st.sampled_from(WORDS), max_size=12).map("".join), max_size=20).map("\n".join)


def analysed(source: str, **fields: object) -> Analysis:
    return analyse(make_document(text=source, **fields), vocabulary())


def codes(source: str) -> list[str]:
    return [warning.code for warning in analysed(source).warnings]


def test_labels_are_put_on_sentences() -> None:
    (claim,) = analysed("1 甲题\n1979年，中国与美国签署了科技合作协定。").claims
    assert {label.code for label in claim.countries} == {"CN", "US"}
    assert [label.code for label in claim.instruments] == ["agreement"]


def test_what_its_place_shows_to_assert_nothing_stays_other() -> None:
    claims = analysed("1 甲题\n中国签署了110个协定。\n图1 中国签署的110个协定\n关键词：中国；110个协定").claims
    assert [claim.type.code == ClaimType.OTHER for claim in claims] == [False, True, True]
    assert claims[1].type.rule == "place"


def test_the_record_completes_what_is_printed() -> None:
    record = Bibliography(title="录的题目", year=2017)
    bibliography = analysed("印着的题目在此\n罗 晖 李 政\n摘要：甲。", record=record).bibliography
    assert (bibliography.title, bibliography.year) == ("录的题目", 2017)
    assert (bibliography.authors, bibliography.abstract) == (("罗晖", "李政"), "甲。")


def test_the_document_travels_with_its_analysis() -> None:
    document = make_document(text="甲。")
    assert analyse(document, vocabulary()).document is document


@pytest.mark.parametrize("source", ["", "\n \n", "\x00\x01", "——\n……", "\u00ad", "[1]", "\ufeff"])
def test_a_text_without_sentences(source: str) -> None:
    analysis = analysed(source)
    assert analysis.claims == ()
    assert analysis.sections[0].number == "0"
    assert "no-sentences" in codes(source)


@settings(max_examples=300)
@given(DOCUMENTS | st.text())
def test_any_text_is_understood_as_far_as_it_goes(source: str) -> None:
    analysis = analysed(source)
    sections = [section.number for section in analysis.sections]
    labels = {reference.label for reference in analysis.references}
    assert len(set(sections)) == len(sections)
    assert len(labels) == len(analysis.references)
    for claim in analysis.claims:
        assert claim.section in sections
        assert 0 <= claim.start < claim.end <= len(source)
        assert all(citation.label in labels and 0 <= citation.at <= len(claim.text) for citation in claim.citations)


@settings(max_examples=200)
@given(DOCUMENTS)
def test_claims_are_made_of_the_source(source: str) -> None:
    for claim in analysed(source).claims:
        printed = iter(bare(source[claim.start : claim.end]))
        assert all(character in printed for character in bare(claim.text))
        assert claim.text == claim.text.strip() != ""


@settings(max_examples=200)
@given(DOCUMENTS)
def test_no_claim_stands_twice(source: str) -> None:
    forms = [bare(claim.text) for claim in analysed(source).claims]
    long = [form for form in forms if len(form) > 10]
    assert len(set(long)) == len(long)


@given(DOCUMENTS)
def test_the_same_text_is_understood_the_same(source: str) -> None:
    assert analysed(source) == analysed(source)


@given(DOCUMENTS)
def test_warnings_point_into_the_source(source: str) -> None:
    for warning in analysed(source).warnings:
        assert warning.start is None or (warning.end is not None and 0 <= warning.start <= warning.end <= len(source))
        assert warning.detail.endswith(".")


@pytest.mark.parametrize("seed", range(4))
def test_bytes_read_as_text_do_no_harm(seed: int) -> None:
    noise = random.Random(seed).randbytes(4000)
    for encoding in ("latin-1", "gb18030", "utf-16-le", "utf-8"):
        assert isinstance(analysed(noise.decode(encoding, "replace")), Analysis)


PIECES = [
    "科技外交。",
    "科技外交合作",
    "赵刚[1]认为",
    "“（《",
    "[",
    "。",
    ".",
    "1",
    "*",
    "$1 ",
    "a" + " " * 50,
    "（3）项目。\n",
    "# 标题\n正文。\n",
    "2.1 标题\n正文。\n",
    "文字^①文字\n① 《题名》2014年\n",
    "Aaa Bbb ",
    "[9] 张三.题名[J].刊名,2014(5):6-10.\n",
    "\x00",
    "Abstract: a.\n中文。\n",
]


@pytest.mark.parametrize("piece", PIECES)
def test_work_grows_with_the_text_and_not_faster(piece: str) -> None:
    once, twice = (work(piece * (size // len(piece))) for size in (3000, 6000))
    assert twice <= 2.6 * once + 2000


def work(source: str) -> int:
    """Lines of Python run in an analysis: a measure of work that no other load on the machine changes."""
    count = 0

    def tick(_frame: object, _event: str, _argument: object) -> object:
        nonlocal count
        count += 1
        return tick

    analysed("预热。")
    before = sys.gettrace()
    sys.settrace(tick)  # type: ignore[arg-type]
    try:
        analysed(source)
    finally:
        sys.settrace(before)
    return count


def test_paragraph_numbers_never_fall() -> None:
    numbers = [claim.paragraph for claim in analysed("甲。乙。\n丙。\n1 丁\n戊。己。").claims]
    assert all(a <= b for a, b in pairwise(numbers))
    assert numbers == [0, 0, 1, 2, 2]
