import pytest

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
