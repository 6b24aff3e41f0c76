"""Instruments of sentences, kind by kind, with sentences that only come near."""

import pytest

from app.ingest.labels.instruments import THRESHOLD, InstrumentLabeller
from app.ingest.labels.sentence import read_sentence
from app.vocabulary import Vocabulary


def codes(instruments: InstrumentLabeller, text: str) -> set[str]:
    return {label.code for label in instruments.label(read_sentence(text))}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("strategy", "韩国政府于2019年发布《科技外交战略》。"),
        ("strategy", "加拿大外交部公布了国际科技合作战略白皮书。"),
        ("strategy", "应制定面向2035年的科技外交战略。"),
        ("agreement", "两国政府于次年签署了科技合作协定。"),
        ("agreement", "双方签订关于空间科学的谅解备忘录。"),
        ("agreement", "該協定為雙邊科技合作提供了法律約束力。"),
        ("advisory", "新西兰设有总理首席科学顾问。"),
        ("advisory", "科学院为外交部提供科技咨询。"),
        ("overseas", "丹麦向硅谷派驻了首位科技外交官。"),
        ("overseas", "大使馆科技处负责与当地大学联系。"),
        ("overseas", "科学特使先后访问了五个国家。"),
        ("funding", "双方设立联合实验室并共同资助青年学者。"),
        ("funding", "该奖学金面向非洲学生。"),
        ("mechanism", "科技合作联委会每两年举行一次会议。"),
        ("mechanism", "中德创新对话在柏林启动。"),
        ("mechanism", "中国—东盟科技伙伴计划进展顺利。"),
        ("bigscience", "多国共同参与ITER计划的建设。"),
        ("bigscience", "牵头组织国际大科学计划和大科学工程。"),
        ("aid", "加大对非洲国家的技术援助。"),
        ("aid", "帮助发展中国家提高防灾能力。"),
        ("control", "美国进一步收紧芯片出口管制，将多家企业列入实体清单。"),
        ("control", "这种科技脱钩损害各方利益。"),
        ("intlorg", "我国加入了上百个国际科技组织。"),
        ("intlorg", "积极参与国际标准制定。"),
        ("training", "外交学院开设科学素养培训班。"),
        ("training", "要培养既懂科技又懂外交的复合型人才。"),
        ("awareness", "学会创办了以科学外交为主题的期刊。"),
        ("awareness", "加强科学普及，增强公众的科技外交意识。"),
        ("platform", "民间科技交流从未中断。"),
        ("platform", "世界青年科学家峰会论坛在温州举行。"),
        ("platform", "学会派代表团访问了对口组织。"),
    ],
)
def test_a_sentence_about_an_instrument(instruments: InstrumentLabeller, code: str, text: str) -> None:
    assert code in codes(instruments, text)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("strategy", "科技外交服从并服务于国家利益。"),
        ("strategy", "要抓住战略机遇期。"),
        ("agreement", "双方一致认为合作成果丰硕。"),
        ("agreement", "美国退出了《巴黎协定》。"),
        ("advisory", "这一建议得到采纳。"),
        ("overseas", "两国在波恩设立的公司已经关闭。"),
        ("funding", "该部门的预算被削减三成。"),
        ("mechanism", "科研管理体制有待完善。"),
        ("bigscience", "法国要成为第五大科学强国。"),
        ("bigscience", "扩大科学与创新网络的覆盖面。"),
        ("aid", "企业重视技术研发。"),
        ("control", "新中国冲破重重困难，打破了西方的技术封锁。"),
        ("control", "国家科技战略和对外政策目标相互配合。"),
        ("intlorg", "科技与外交的联系日益紧密。"),
        ("training", "在美留学的博士研究生接受了技术培训。"),
        ("awareness", "国内学者对理论的讨论较少。"),
        ("platform", "双方签订协议并成立联合委员会。"),
        ("platform", "数字技术快速发展。"),
    ],
)
def test_a_sentence_that_only_comes_near(instruments: InstrumentLabeller, code: str, text: str) -> None:
    assert code not in codes(instruments, text)


def test_a_sentence_may_be_about_several(instruments: InstrumentLabeller) -> None:
    text = "目前签署了百余个科技合作协定，并在数十个使领馆派驻科技外交官。"
    assert codes(instruments, text) == {"agreement", "overseas"}


def test_weak_wordings_add_up(instruments: InstrumentLabeller) -> None:
    assert codes(instruments, "智库人员参加了讨论。") == set()
    assert codes(instruments, "智库的成果产生了广泛影响。") == set()
    assert "advisory" in codes(instruments, "智库为政府提供政策建议。")


def test_labels_say_why(instruments: InstrumentLabeller) -> None:
    (label,) = instruments.label(read_sentence("双方簽署了科技合作協定。"))
    assert (label.code, label.rule) == ("agreement", "instrument:agreement")
    assert label.trigger == "簽署了科技合作協定"


def test_english_text_has_no_chinese_instruments(instruments: InstrumentLabeller) -> None:
    assert (
        codes(instruments, "The two sides signed an agreement on science (科技合作协定) in Paris last year.") == set()
    )


def test_labels_come_in_the_order_of_the_vocabulary(instruments: InstrumentLabeller, vocabulary: Vocabulary) -> None:
    text = "举办论坛、签署科技合作协定、发布科技外交战略、开展培训。"
    found = [label.code for label in instruments.label(read_sentence(text))]
    order = [instrument.code for instrument in vocabulary.instruments]
    assert found == sorted(found, key=order.index)
    assert {"strategy", "agreement", "training", "platform"} <= set(found)


def test_one_strong_wording_is_enough(vocabulary: Vocabulary) -> None:
    assert all(max(t.weight for t in kind.triggers) >= THRESHOLD for kind in vocabulary.instruments)
