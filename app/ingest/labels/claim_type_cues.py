"""The words by which the type of a sentence is told. Patterns read folded text.

The brackets that each pattern needs are put here once: a rule lists its alternatives.
"""

import re
from dataclasses import dataclass

from app.ingest.records import ClaimType


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern that decides for a type."""

    name: str
    type: ClaimType
    pattern: re.Pattern[str]


def _rule(name: str, claim_type: ClaimType, *alternatives: str) -> Rule:
    return Rule(name, claim_type, re.compile("|".join(alternatives)))


NO_CLAIM = (
    _rule("caption", ClaimType.OTHER, r"^[图表]-?\s?\d"),
    _rule(
        "furniture",
        ClaimType.OTHER,
        r"^\(?(?:责任编辑|作者简介|收稿日期|基金项目|中图分类号|文献标识码|关键词|参考文献)",
    ),
    _rule(
        "transition",
        ClaimType.OTHER,
        r"(?:如下|以下|几个?|[一二两三四五六七八九]个)[^,。]{0,8}(?:方面|内容|特征|特点|问题|点|措施|类型)?:$",
        r"(?:如下|以下)(?:几个|几点|[一二三四五六]个|方面|特点|特征|内容)+。$",
        r"(?:^|,)(?:主要)?(?:包括|表现为|体现在|有)以下[^,。]{0,12}:",
    ),
    _rule(
        "announcement",
        ClaimType.OTHER,
        r"^(?:本文|本研究|本章|本节|下文)(?:首先|将|拟|试图|主要从|分为|接下来|余下)",
    ),
)
"""Sentences that assert nothing."""

_CONCEPT = r"(?:外交|科学\"?|科学工程\"?|技术|科技)"
_DEFINED = r"(?:外交|科学|科技|技术|合作|创新|计划|战略|工程|智库|标准)\"?"
_GENUS = r"(?:活动|手段|过程|艺术|行为|总和|统一体|体系|科研项目)"

DEFINITIONS = (
    _rule(
        "definition",
        ClaimType.DEFINITION,
        r"所谓[^。]{1,20}(?:是指|指|即|就是)",
        r"(?:^|,)[^,。]{0,24}(?:是|主要|也|泛|通常|一般|概念是|可)指(?![出导标向责数定南挥引示派望明令控的])",
        rf"(?:^|,){_DEFINED}[即指](?=[^,。])",
        r"定义(?:为|是指)|[作做]出?如下定义",
        r"(?:我们)?称之为",
        r"从[^,。]{1,6}[个种](?:方面|层面|角度|维度)(?:来)?理解",
        r"(?:含义|内涵|外延|实质|本质)(?:是|为(?!了)|包括|概括|在于|内容涵盖)",
        r"(?:^|[,;。])(?:从)?(?:广义|狭义)(?:的|上看|地)",
        r"个(?:重要的)?(?:方面|类别|类型|层面|含义)(?:是|指)",
        r"包括[^,。]{0,6}方面的(?:含义|内涵)",
        rf"(?:^|,)[^,。]{{0,6}}{_CONCEPT}(?:既是|不仅是|是)[^。]{{4,60}}{_GENUS}[。,]",
        r"认为[,:]?\"?[^,。\"]{0,2}外交(?:是|旨在|指)|外交既包括",
    ),
)

RECOMMENDATIONS = (
    _rule(
        "call",
        ClaimType.RECOMMENDATION,
        r"当务之急|势在必行|亟须|刻不容缓",
        r"(?:^|[,;。:])[^,。]{0,4}建议(?=设立|建立|成立|制定|加强|加大|尽快|进一步|将|把|在|由|从|我国|政府|有关|各|:)",
        r"^[^,。;:\"]{1,10}(?<![相对适反响供顺效])应(?:当|该)?(?:加强|加大|加快|扩大|建立|设立|推动|推进|完善|提高|增加|重视|鼓励|积极|尽快|进一步|充分|注重)",
        r"(?:政府|我国|中国|我们|部门)可(?:以|考虑|尝试|借鉴|探索)[^,。]{0,20}(?:建立|设立|成立|构建)[^,。]{0,30}(?:机制|制度|机构|平台)",
    ),
)
"""Calls to act that are certain; the others are for the model to judge."""
