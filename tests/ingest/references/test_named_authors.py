"""The author whom a sentence names beside a mark."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ingest.references.named_authors import NamedAuthor, named_author


def name(marked: str) -> str | None:
    """The author named before `|`, which stands for the mark."""
    before, _, after = marked.partition("|")
    found = named_author(before + after, len(before))
    return found.printed if found else None


@pytest.mark.parametrize(
    ("marked", "author"),
    [
        ("学者王逸舟|将其概括为：强化", "王逸舟"),
        ("张永华|进一步认为", "张永华"),
        ("其后，辛波|提出了", "辛波"),
        ("赵刚等|则提出", "赵刚等"),
        ("如封帅|认为来自", "封帅"),
        ("周恩来|同志曾指出", "周恩来"),
        ("此外，樊春良|、惠仲阳、宋徽", "樊春良"),
        ("樊春良、惠仲阳|、宋徽", "惠仲阳"),
        ("宋徽、孙海燕等|学者分别研究", "孙海燕等"),
        ("前国家科技部副部长马颂德|在外交学院", "马颂德"),
        ("除了张翼燕等|在活动分析法基础", "张翼燕等"),
        ("刘斌|从国家综合实力、国家主权安全、国际竞争等多方面阐述了", "刘斌"),
        ("根据樊春良|的研究", "樊春良"),
    ],
)
def test_chinese_names(marked: str, author: str) -> None:
    assert name(marked) == author


@pytest.mark.parametrize(
    ("marked", "printed", "names"),
    [
        ("顾问尼娜·费德洛夫（Nina V. Fedoroff）|认为", "尼娜·费德洛夫（Nina V. Fedoroff）", ("Nina V. Fedoroff",)),
        ("紧密联系。奥斯丁·爱德华斯（Austen Edwards）|认为", "奥斯丁·爱德华斯（Austen Edwards）", ("Austen Edwards",)),
        ("前执行主任约翰·麦克塔格（John P. McTague）|曾", "约翰·麦克塔格（John P. McTague）", ("John P. McTague",)),
        ("前所长哈罗德·瓦穆斯（Harold Varmus）|曾在", "哈罗德·瓦穆斯（Harold Varmus）", ("Harold Varmus",)),
        ("由美国科学促进会诺曼·纽赖特（Norman P. Neureiter）和汤姆·王（Tom C. Wang）|联合",
         "诺曼·纽赖特（Norman P. Neureiter）、汤姆·王（Tom C. Wang）", ("Norman P. Neureiter", "Tom C. Wang")),
        ("教授理查德•萨特迈耶|在回顾", "理查德·萨特迈耶", ("理查德·萨特迈耶",)),
    ],
)  # fmt: skip
def test_names_in_another_script(marked: str, printed: str, names: tuple[str, ...]) -> None:
    before, _, after = marked.partition("|")
    assert named_author(before + after, len(before)) == NamedAuthor(printed, names)


def test_a_body_that_reports() -> None:
    assert name("美国国务院|在递交给国会的《报告》中指出") == "美国国务院"
    assert name("但是，世界银行集团和欧盟委员会|发布了报告") == "世界银行集团和欧盟委员会"
    assert name("通过了美国国务院|的审查") is None


@pytest.mark.parametrize(
    "marked",
    [
        "包括日本|（2008年",
        "以英国为例|，英国设有",
        "没有明确提出科技外交战略|，但早在",
        "15个动机|，分别是",
        "战略工具、操作工具和支持工具|。",
        "“反科技总统”（The Anti-tech President）|。",
        "资金投入不足等问题|，中国和",
        "科技合作项目|等。",
        "相关的方法|是",
        "，项目|表明",
        "|甲",
        "",
    ],
)
def test_where_no_one_is_named(marked: str) -> None:
    assert name(marked) is None


@given(st.text(), st.integers(0, 200))
def test_any_place_in_any_text(text: str, at: int) -> None:
    found = named_author(text, min(at, len(text)))
    assert found is None or all(found.names)


def test_a_long_sentence_costs_no_more_than_its_last_words() -> None:
    sentence = "科技外交，" * 2000 + "学者王逸舟"
    assert named_author(sentence + "认为", len(sentence)) == NamedAuthor("王逸舟", ("王逸舟",))
