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


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern that speaks for a viewpoint (weight above 0) or for a fact (below 0)."""

    name: str
    weight: float
    pattern: re.Pattern[str]


def _rule(name: str, claim_type: ClaimType, *alternatives: str) -> Rule:
    return Rule(name, claim_type, re.compile("|".join(alternatives)))


def _cue(name: str, weight: float, *alternatives: str) -> Cue:
    return Cue(name, weight, re.compile("|".join(alternatives)))


ORDINAL = (
    r"(?:\(?[一二三四五六七八九十\d]{1,2}\)|第[一二三四五六七八九十][,、]|[一二三四五六七八九十][是、]"
    r"|[首其再最][先次后],|此外,)"
)

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

HEADINGS = (
    _rule(
        "heading",
        ClaimType.OTHER,
        rf"^{ORDINAL}[^,。将会得]{{2,12}}的[^,。将会得]{{2,9}}。$",
        r"^(?!.*(?:认为|指出|强调|签署|成立|退出|加入|发布|召开))[^,。:;\"了是]{2,10}。$",
    ),
)
"""Headings run into the text: 开展方式灵活多样。"""

_SUBJECT = r"政府|我国|中国|我们|顾问|工作|外交|方面|意识|首先|其次"
_NOT_NEEDED = r"[求素么点领不塞闻职是有约]|[^,。]{1,4}的"

RECOMMENDATIONS = (
    _rule(
        "modal",
        ClaimType.RECOMMENDATION,
        r"(?<![反相适响效供对呼感顺因])应(?:当|该)?(?![用对急邀运变答付允聘试声验届战说]|当?[^,。]{1,2}的)",
        r"(?:必须|务必|(?<!必)须)(?!知|[^,。]{1,3}的)",
        rf"(?:^|[,;:。\"]|[也就还更又既都仍]|不仅|而且|{_SUBJECT})要(?!{_NOT_NEEDED})",
        r"[有无很]必要(?!性|的)|当务之急|势在必行|亟须|刻不容缓",
        r"(?<![与和供的策、些等咨询关])建议(?![书的来》。、,:\"])|(?:^|[,;。])[^,。]{0,4}建议[,:]",
        rf"(?:为此|因此|当前|未来|今后|[还仍就]|部门|{_SUBJECT})[^。]{{0,24}}"
        r"需要(?:尽快|更加|深入|采取|加强|防止|着眼|建立|进一步|充分|把|将|在)",
        r"可(?:以|与|考虑|尝试|借鉴|探索)[^,。]{0,20}(?:建立|设立|成立|构建)[^,。]{0,30}(?:机制|制度|机构|平台)",
        r"(?:最终|归根到底)都?要|不能主要",
        r"提出了?[^。]{4,80}等建议",
    ),
)

_WAY = (
    r"通过[^,。]{2,12}(?:稳步)?(?=稳定|开展|促进|推动)|通过[^,。]{2,30},|围绕[^,。]{2,60},|在[^,。]{2,20}[中上],"
    r"|针对[^,。]{2,30},|从[^。]{2,80},|不仅|不断"
)
_MANNER = r"积极|大力|进一步|广泛|充分|努力|全面|高度|着力|切实|不断|尽快|抓紧|认真|深入|主动|有效|务实|长远|要"
_ACTION = (
    r"加强|加大|加快|构建|推动|推进|完善|健全|建立|建设|注重|坚持|维护|发挥|吸引|打造|提高|提升|拓展|拓宽|扩大|重视|突出|采取|调整|整合|"
    r"发展|参与|鼓励|支持|强化|深化|优化|明确|实施|开展|培养|组织|提供|引导|促进|利用|抓住|谋划|做好|落实|统筹|增强|保护|配合|制定|"
    r"稳定|巩固|办好|在[^,。]{2,12}(?:普及|建立)|以[^,。]{2,12}拓展|由我国"
)
IMPERATIVE = re.compile(rf"(?:{ORDINAL}|特别是|尤其是)?(?:{_WAY})?(?:{_MANNER})*(?:{_ACTION})")
"""A sentence that begins with what is to be done and names nobody who does it."""

CUES = (
    # a view is attributed,
    _cue("attribution", 2.5, r"认为|指出|强调|表示[,:]|主张|看来|称[:,]|坦言|曾表示|意味着|评价"),
    _cue("reading", 1.5, r"标志着|表明|反映|显示|证明|说明|看出|概括|归纳|阐述|总结"),
    _cue("proposes", 0.6, r"提出"),
    # evaluated
    _cue(
        "evaluation",
        1.2,
        r"重要|关键|核心|显著|突出|深刻|独特|丰富|必要|紧密|必然|深远|严峻|良好|巨大|不可",
        r"积极(?:作用|意义|影响)",
    ),
    _cue(
        "matter",
        0.9,
        r"作用|意义|价值|影响(?!力)|特征|特点|特色|趋势|挑战|机遇|优势|不足|原因|因素|条件|内涵|格局|动力|问题|实力",
    ),
    _cue(
        "effect",
        0.9,
        r"体现|有助于|有利于|取决于|得益于|源于|使得|从而|促使|成为|奠定|构成|推动了|促进了|增强了|改变",
        r"打下|夯实|赢得|得到了?",
    ),
    _cue("degree", 0.5, r"日益|越来越|更加|愈加|愈|逐渐|不断|较为?|非常|极其|十分|最为"),
    # or argued;
    _cue("possible", 0.9, r"能够|可以|可能|将会?|必将|难以|往往|应运而生"),
    _cue(
        "argument",
        0.8,
        r"不仅|而且|不但|但是?|然而|虽然|尽管|因此|因而|所以|由于|只有|总之|可见|可以说|无疑|反过来",
    ),
    _cue("is", 0.9, r"(?<!^[一二三四五六七八九])是(?!否|由)[^,。]{3,54}[,。]"),
    _cue("nature", 0.7, r"具有|存在|面临|涉及|涵盖|需要|离不开|属于|服从"),
    # a fact has a date,
    _cue("date", -2.2, r"(?:1[789]|20)\d\d年|(?<!\d)\d{1,2}月|世纪\d{2}年代"),
    # an act
    _cue(
        "act",
        -1.6,
        r"签署|签订|发布|出台|公布|颁布|成立|设立|设有|创办|创建|召开|举办|举行|访问|访华|任命|当选|加入|退出|启动|发射",
        r"派出|派遣|派驻|互访|停止",
    ),
    _cue(
        "arrangement",
        -0.9,
        r"建立了|发表|联合|参加|资助|提供|恢复|开始|担任|负责|正式|先后|位于|来自|开展了|采取了|使用了",
    ),
    _cue(
        "scholars-at-work",
        -1.2,
        r"(?:研究|讨论|分析|关注|梳理|概述|述评)了|展开|学者[^,。]{0,12}(?:研究|关注)|受到[^,。]{0,10}关注",
        r"成为[^,。]{0,20}(?:热点|重点|问题)",
    ),
    _cue("example", -0.7, r"^(?:如|例如|比如|同年|随后|同时|此外|与此同时|同期)"),
    # and an actor
    _cue("many-states", -0.9, r"(?:很多|许多|一些|各|多数|少数几?个?|几个)国家?|纷纷|均(?!衡)"),
    _cue("body", -0.5, r"会议|大会|代表团|大使|主席|总统|副部长|委员会|协会|学会|研究所|基金会|中心"),
    _cue("title", -0.4, r"《"),
)
"""The balance between fact and viewpoint. Weights are rounded: they order the cues, no more is claimed for them."""
