"""What a sentence does, alone and among its neighbours."""

import pytest

from app.ingest.labels.claim_type import classify_all
from app.ingest.labels.figures import find_figures
from app.ingest.labels.sentence import read_sentence
from app.ingest.records import LabelSource


def type_of(text: str) -> str:
    return types_of(text)[0]


def types_of(*texts: str) -> list[str]:
    sentences = [read_sentence(text) for text in texts]
    return [str(label.code) for label in classify_all(sentences, [find_figures(sentence) for sentence in sentences])]


@pytest.mark.parametrize(
    "text",
    [
        "所谓数字外交，是指国家利用数字技术开展的对外活动。",
        "二轨外交是学者和退休官员围绕官方政策开展的非正式对话活动。",
        "有学者将其定义为国家间的知识交往。",
        "这类文件，我们称之为战略工具。",
        "技术转移主要指技术从一方向另一方的转让。",
        "其内涵包括三方面的内容：人员、资金和制度。",
        "从广义上看，一切跨国科学活动都在其列。",
    ],
)
def test_definitions(text: str) -> None:
    assert type_of(text) == "definition"


@pytest.mark.parametrize(
    "text",
    [
        "2014年10月，两国在北京签署了科技合作协定。",
        "同年，双方成立了联合委员会。",
        "1986年，考察团访问了五所大学。",
        "例如，瑞典设立了创新办公室，由外交部和教育部共同管理。",
        "很多国家都设有科学顾问。",
    ],
)
def test_facts(text: str) -> None:
    assert type_of(text) == "fact"


@pytest.mark.parametrize(
    "text",
    [
        "截至2021年底，双方共签署62个协议，派出专家410人次。",
        "研发投入占国内生产总值的2.4%。",
        "论文数量位居世界第二，占全球的18%。",
        "2019年，各类会议总数达到1200场次。",
        "经费比上年增长了3倍。",
    ],
)
def test_statistics(text: str) -> None:
    assert type_of(text) == "statistic"


@pytest.mark.parametrize(
    "text",
    [
        "李强认为，科技合作是两国关系的压舱石。",
        "科技外交在国际关系中的作用日益突出，具有重要的战略意义。",
        "但是，这种合作面临着严峻的挑战。",
        "这一做法有助于增进互信，从而改善双边关系。",
        "可以说，科学是沟通不同文明的桥梁之一。",
    ],
)
def test_viewpoints(text: str) -> None:
    assert type_of(text) == "viewpoint"


@pytest.mark.parametrize(
    "text",
    [
        "我国应尽快制定科技外交战略。",
        "必须把国家利益放在首位。",
        "既要扩大开放，又要守住底线。",
        "建议设立专门的协调机构。",
        "为此，需要进一步加强部门协调。",
        "政府可以考虑建立科学顾问制度。",
        "加强统筹已是当务之急。",
    ],
)
def test_recommendations(text: str) -> None:
    assert type_of(text) == "recommendation"


@pytest.mark.parametrize(
    "text",
    [
        "疫情初期，双方科学家积极应对。",
        "该技术的应用十分广泛。",
        "科学家应邀访问了北京。",
        "首席科学顾问为部长提供证据与建议。",
        "《应对气候变化的可行建议》一书影响较大。",
        "教科文组织通过了《开放科学建议书》。",
        "这一要求得到满足。",
    ],
)
def test_words_that_only_look_like_advice(text: str) -> None:
    assert type_of(text) != "recommendation"


@pytest.mark.parametrize(
    "text",
    [
        "图-3 各国论文产出",
        "表2 合作项目一览",
        "（责任编辑：张三）",
        "关键词 科技外交 国际关系",
        "主要包括以下三个方面：",
        "其特点如下：",
        "本文首先回顾相关文献。",
        "形式灵活多样。",
        "因此。",
        "Abstract: This paper reviews the practice of science diplomacy.",
        "",
    ],
)
def test_sentences_that_assert_nothing(text: str) -> None:
    assert type_of(text) == "other"


def test_an_imperative_among_recommendations_is_one() -> None:
    types = types_of(
        "我国应完善科技外交的顶层设计。",
        "加强部门之间的协调，整合各类资源。",
        "必须重视人才队伍建设。",
        "积极参与国际规则的制定，提高话语权。",
        "要扩大民间交流。",
    )
    assert types == ["recommendation"] * 5


def test_an_imperative_among_facts_is_a_heading() -> None:
    types = types_of(
        "1978年，双方签署了科技协定。",
        "积极开展多边科技合作。",
        "1986年，我国加入了该组织。",
        "1991年，双方互派了代表团。",
    )
    assert types == ["fact", "other", "fact", "fact"]


def test_a_long_imperative_without_advice_around_stays_what_it_was() -> None:
    text = "推动双方在农业、能源、环境、卫生、航空航天等领域签署了一系列协议并成立了联合工作组。"
    assert types_of(text) == [type_of(text)]


def test_one_label_a_sentence_in_order() -> None:
    assert types_of() == []
    assert len(types_of("一。", "二。", "三。")) == 3


def test_labels_say_why() -> None:
    sentences = [read_sentence(text) for text in ("李強認為前景廣闊。", "兩國亟須制定戰略。")]
    judged, sure = classify_all(sentences, [(), ()])
    assert judged.source is LabelSource.MODEL
    assert judged.trigger
    assert judged.trigger in "李強認為前景廣闊。"
    assert judged.rule.startswith("type:model group:") or judged.rule.startswith("type:model word:")
    assert judged.confidence is not None
    assert 0.3 < judged.confidence <= 1
    assert (sure.rule, sure.trigger, sure.confidence) == ("type:call", "亟須", None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("中国已加入1000多个国际组织，影响力不断上升。", "statistic"),
        ("中国已与43个国家建立了联系。", "fact"),
        ("会议由12名专家发起，于2011年召开。", "fact"),
        ("2011年，两国互派专家31人，发表论文212篇。", "statistic"),
        ("该国经费减少了18%。", "statistic"),
    ],
)
def test_a_single_number_must_be_the_point(text: str, expected: str) -> None:
    assert type_of(text) == expected


def test_neighbours_far_away_do_not_count() -> None:
    facts = ["1986年，双方互派了代表团。"] * 8
    types = types_of("我国应完善战略。", "必须加强各部门的协调。", *facts, "积极开展多边科技合作。")
    assert types[-1] == "other"
