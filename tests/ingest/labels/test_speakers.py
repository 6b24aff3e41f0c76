import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ingest.labels.sentence import read_sentence
from app.ingest.labels.speakers import find_speaker


def said(text: str) -> tuple[str, str] | None:
    speaker = find_speaker(read_sentence(text))
    return speaker and (speaker.name, str(speaker.kind))


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("陈立群 [3] 认为，合作有助于互信。", "陈立群", "person"),
        ("此外，孙敏等 [4] 指出科研网络正在扩大。", "孙敏", "person"),
        ("李建国指出，合作前景广阔。", "李建国", "person"),
        ("时任外交部部长王某强调，要扩大交流。", "时任外交部部长王某", "person"),
        ("约翰·史密斯（John Smith）[7] 在访谈中认为，信任最为关键。", "约翰·史密斯", "person"),
        ("習近平總書記強調，要堅持開放合作。", "習近平總書記", "person"),
        ("2012年，瑞典政府指出，创新离不开合作。", "瑞典政府", "institution"),
        ("世界银行认为，投入仍显不足。", "世界银行", "institution"),
        ("据世界气象组织统计，去年发生了12次灾害。", "世界气象组织", "institution"),
        ("《海洋科学白皮书》指出，海洋观测网络日趋完善。", "《海洋科学白皮书》", "document"),
    ],
)
def test_who_says_it(text: str, name: str, kind: str) -> None:
    assert said(text) == (name, kind)


@pytest.mark.parametrize(
    "text",
    [
        "本文认为，合作有助于互信。",
        "笔者认为这一观点值得商榷。",
        "我们认为应当谨慎。",
        "有人认为科学没有国界。",
        "他们认为前景广阔。",
        "这被认为是最早的定义。",
        "日本提出了新的计划。",
        "科技是生产力的简称，用途很广。",
        "双方签署了协定。",
        "",
    ],
)
def test_the_author_or_nobody(text: str) -> None:
    assert said(text) is None


def test_the_verb_is_the_reason() -> None:
    speaker = find_speaker(read_sentence("陈立群认为，合作有助于互信。"))
    assert speaker is not None
    assert (speaker.rule, speaker.trigger) == ("speaker:says", "认为")


NAMES = {
    "陈立群": "person",
    "欧阳明": "person",
    "钱学森院士": "person",
    "玛丽·居里": "person",
    "美国国务院": "institution",
    "德国联邦教研部": "institution",
    "世界银行": "institution",
    "《海洋科学白皮书》": "document",
    "《巴黎协定》": "document",
}
VERBS = ("认为", "指出", "强调", "主张", "呼吁", "警告", "重申")
LEADS = ("", "但", "此外，", "例如，", "然而，", "2012年，", "对此，")
ADVERBS = ("", "曾", "多次", "进一步", "明确", "在访谈中", "率先")


@given(st.sampled_from(sorted(NAMES)), st.sampled_from(VERBS), st.sampled_from(LEADS), st.sampled_from(ADVERBS))
def test_whoever_says_it_is_found_however_it_is_introduced(name: str, verb: str, lead: str, adverb: str) -> None:
    speaker = find_speaker(read_sentence(f"{lead}{name}{adverb}{verb}，合作有助于互信。"))
    assert speaker is not None
    assert (speaker.name, str(speaker.kind), speaker.trigger) == (name, NAMES[name], verb)


@given(st.sampled_from(sorted(NAMES)), st.sampled_from(["统计", "估计", "预测", "报告", "披露", "介绍"]))
def test_whoever_something_is_according_to_says_it(name: str, noun: str) -> None:
    speaker = find_speaker(read_sentence(f"据{name}{noun}，投入增长了两倍。"))
    assert speaker is not None
    assert (speaker.name, speaker.rule, speaker.trigger) == (name, "speaker:according-to", noun)


@given(st.sampled_from(["本文", "笔者", "我们", "有人", "他们", "一些学者", "由于篇幅"]), st.sampled_from(VERBS))
def test_nobody_in_particular_says_nothing(name: str, verb: str) -> None:
    assert said(f"{name}{verb}，合作有助于互信。") is None


PIECES = (
    "陈立群",
    "认为",
    "，",
    "据",
    "统计",
    "《白皮书》",
    "指出",
    "：",
    "“",
    "”",
    "[3]",
    "（Li）",
    "等",
    "曾",
    "世界银行",
    "。",
    "1998年",
)


@given(st.text(max_size=40) | st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_laws_of_any_text(text: str) -> None:
    speaker = find_speaker(read_sentence(text))
    if speaker is not None:
        assert speaker.name in text
        assert len(speaker.name) >= 2
        assert speaker.name == speaker.name.strip()
        assert speaker.rule in ("speaker:says", "speaker:according-to")
        assert speaker.trigger


def test_what_is_said_first_counts() -> None:
    assert said("陈立群认为，世界银行指出的问题已经解决。") == ("陈立群", "person")
    assert said("世界银行指出，陈立群认为的问题已经解决。") == ("世界银行", "institution")
