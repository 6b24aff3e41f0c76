import pytest

from app.ingest.labels.figures import find_figures
from app.ingest.labels.sentence import read_sentence
from app.ingest.labels.type_features import features
from app.ingest.labels.type_wordings import GROUPS


def of(*texts: str) -> list[dict[str, float]]:
    sentences = [read_sentence(text) for text in texts]
    return features(sentences, [find_figures(sentence) for sentence in sentences])


@pytest.mark.parametrize(
    ("group", "speaks", "silent"),
    [
        ("paper-does", "本文通过访谈分析了三个案例。", "文化交流十分活跃。"),
        ("question", "如何实现对接？", "这样实现了对接。"),
        ("regulated", "章程规定会员每年缴费。", "会员每年缴费。"),
        ("attr-verb", "赵敏认为合作有益。", "赵敏参加了合作。"),
        ("eval-bad", "协调机制仍很薄弱。", "协调机制于去年建立。"),
        ("future", "这将进一步扩大影响。", "他将报告交给部长。"),
        ("is-made", "该机构是由两国共同设立的。", "该机构是两国的桥梁。"),
        ("imperative-start", "加强部门协调。", "部门协调加强了。"),
        ("imperative-start", "（3）建立反馈机制。", "（3）反馈机制。"),
        ("share", "占总数的12%。", "超过总数。"),
        ("defn", "所谓软实力，即吸引力。", "软实力很强。"),
        ("date-start", "早在1986年就有合作。", "合作始于1986年。"),
    ],
)
def test_groups_tell_wordings_apart(group: str, speaks: str, silent: str) -> None:
    assert GROUPS[group].search(read_sentence(speaks).text)
    assert not GROUPS[group].search(read_sentence(silent).text)


def test_words_and_marks_are_features_and_numbers_are_one() -> None:
    (row,) = of("《报告》列出35项。")
    assert {"word:报告", "word:《", "word:0"} <= row.keys()
    assert row["has:《"] == 1


def test_figures_count() -> None:
    none, many = of("双方签署了协定。", "派出12人、设立34个中心，占56%。")
    assert (none["figures>0"], many["figures"], many["figures>2"], many["several&measured"]) == (0, 3, 1, 1)


def test_advice_around_and_a_line_that_leads_to_it() -> None:
    rows = of("现提出以下建议：", "加强部门协调。", "完善评估机制。")
    assert rows[0]["advice-led"] == 0
    assert rows[1]["begins&advice-led"] == 1
    assert rows[2]["begins&advice-near"] > 0


def test_no_sentences_no_features() -> None:
    assert of() == []
    assert of("")[0]["short"] == 1
