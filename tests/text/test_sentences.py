"""Where sentences end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.sentences import split_sentences

MARKS = st.text(alphabet=st.sampled_from("科技外交。！？!?.…“”‘’「」（）()《》【】[]，、；：的 \n1aA\"'"), max_size=80)


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲。乙！丙？", ["甲。", "乙！", "丙？"]),
        ("没有句号", ["没有句号"]),
        ("", []),
        ("  甲。  乙。 ", ["甲。", "乙。"]),
        ("真的？！是的……", ["真的？！", "是的……"]),
        ("一是甲；二是乙；三是丙。", ["一是甲；二是乙；三是丙。"]),
        ("建议如下：（1）加强合作。（2）加大投入。", ["建议如下：（1）加强合作。", "（2）加大投入。"]),
    ],
)
def test_full_stops_end_sentences_and_nothing_less_does(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("他说：“来。”她走了。", ["他说：“来。”", "她走了。"]),
        ("该文称：“甲。乙。丙。”丁。", ["该文称：“甲。", "乙。", "丙。”", "丁。"]),
        ("“甲。乙。”的说法不对。", ["“甲。乙。”的说法不对。"]),
        ("提出“中国能否领导？”这一问题。", ["提出“中国能否领导？”这一问题。"]),
        ("他问：“能吗？”没有回答。", ["他问：“能吗？”", "没有回答。"]),
        ("「甲。」乙。", ["「甲。」", "乙。"]),
        ("指出“甲，乙”。丙。", ["指出“甲，乙”。", "丙。"]),
        ("“甲。”，乙。", ["“甲。”，乙。"]),
        (
            '提出“产值超万亿元。"的目标。指出"短板，不多”等缺陷。',
            ['提出“产值超万亿元。"的目标。', '指出"短板，不多”等缺陷。'],
        ),
        ('称："甲。乙。"丙。', ['称："甲。', '乙。"', "丙。"]),
        ('"甲。乙。"的说法不对。', ['"甲。乙。"的说法不对。']),
        ('甲"。乙。丙。', ['甲"。', "乙。", "丙。"]),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("《中国赶上美国了吗？》罗列了指标。", ["《中国赶上美国了吗？》罗列了指标。"]),
        ("甲（见图。下同）乙。", ["甲（见图。下同）乙。"]),
        ("甲。（责任编辑：某人。）乙。", ["甲。", "（责任编辑：某人。）", "乙。"]),
        ("甲（乙。丙。", ["甲（乙。", "丙。"]),
        ("甲）乙。丙。", ["甲）乙。", "丙。"]),
        ("《甲《乙？》丙！》丁。", ["《甲《乙？》丙！》丁。"]),
    ],
)
def test_brackets_and_titles(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_brackets_too_far_apart_do_not_belong_together() -> None:
    text = "（" + "甲。" * 300 + "）"
    assert len(sentences(text)) == 300


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It ends. Here.", ["It ends.", "Here."]),
        ("The U.S. policy of Dr. Smith et al. is old. New.", ["The U.S. policy of Dr. Smith et al. is old.", "New."]),
        ("It grew 3.5 percent. Then 4.", ["It grew 3.5 percent.", "Then 4."]),
        ("See www.ciss.pku.edu.cn for more. Yes!", ["See www.ciss.pku.edu.cn for more.", "Yes!"]),
        ("He said “Go.” She went.", ["He said “Go.”", "She went."]),
        ("用点作句号.下一句.", ["用点作句号.", "下一句."]),
        ("全角句点．下一句．增长 3．5 倍。", ["全角句点．", "下一句．", "增长 3．5 倍。"]),
        ("见 3.1 节。", ["见 3.1 节。"]),
        ("主任John P．Holdren担任主席。", ["主任John P．Holdren担任主席。"]),
        ("It ends．Here．", ["It ends．Here．"]),
    ],
)
def test_latin_full_stops(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@given(st.text() | MARKS)
def test_sentences_are_in_order_and_leave_out_only_white_space(text: str) -> None:
    spans = split_sentences(text)
    borders = [0, *(border for span in spans for border in span), len(text)]
    assert borders == sorted(borders)
    assert "".join(text[a:b] for a, b in zip(borders[::2], borders[1::2], strict=True)).strip() == ""
    assert all(start < end for start, end in spans)


@given(MARKS)
def test_no_sentence_begins_with_a_closing_mark_unless_the_text_does(text: str) -> None:
    for start, _ in split_sentences(text)[1:]:
        assert text[start] not in "”）》。" or text[start - 1].isspace()
