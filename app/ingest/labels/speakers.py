"""Who says it: the person, institution or document to whom a sentence attributes what it says; `None` is the author.

A speaker is what stands before a verb of saying (王逸舟认为, 习近平总书记强调), after 据 and 根据 (据世界银行统计,
根据该报告), or before a quotation (毛泽东曾指出:"…"). The verbs are those that introduce a reported clause in Chinese
academic prose; the author's own words (本文认为, 我们认为, 笔者认为) are no attribution, nor is 有人认为, which names
nobody. Only the place nearest the front of the sentence counts: what it says first is whose sentence it is.
"""

import re

from app.ingest.labels.sentence import Sentence
from app.ingest.records import Speaker, SpeakerKind

_SAY = (
    r"认为|指出|强调|表示|提出(?=[,:\"要应])|主张|宣称|声称|坦言|呼吁|宣布|宣告|重申|断言|承认|建议|警告|评价说|评论说|写道|谈到|说道|"
    r"总结(?:道|说)|(?<=[曾])[说言]|[称说](?=[,:]\")|看来(?=,)"
)
_WAY = (
    r"(?:也|还|又|则|都|均|曾|曾经|多次|一再|反复|明确|特别|进一步|就|公开|首次|率先|普遍|一致|最早|最先|再次|郑重|尖锐地|深刻|先后|"
    r"\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|(?:在|于)[^,。;:]{1,30}?(?:中|上|里|时|会|年|期间)|同志|等人?|等学者|等专家)"
)
_GAP = r"(?:\([^()]{1,60}\))?(?:\s?\[\d[\d, -]*\]\s?)?"
"""A name in Latin letters in brackets, and a citation mark."""
_NAME = r"[^,。;:、\"《》()\[\]]{2,24}?|[^,。;:\"《》]{0,12}《[^《》]{2,40}》"
_SAYS = re.compile(
    rf"(?:^|[,;。:])(?P<lead>(?:但是?|而|同时|此外|因此|正如|如|例如|对此|其中|另外|随后|不过|然而|为此)[,]?)?"
    rf"[\^\d]{{0,3}}(?P<name>{_NAME}){_GAP}{_WAY}{{0,4}}(?P<verb>{_SAY})"
)
_ACCORDING = re.compile(
    r"(?:^|[,;。:])(?:但|而)?(?:根据|按照|依据|据|依照|引自|在)(?P<name>[^,。;:]{2,40}?)的?(?P<verb>统计|报告|数据|估计|估算|预测|调查|报道|分析|"
    r"测算|研究|披露|透露|介绍|记载|规定|定义|观点|说法|理解|看来)[^,。]{0,8}(?:显示|表明|指出|认为|称)?,"
)
_OWN = re.compile(
    r"^(?:本文|本研究|本报告|本课题|笔者|作者|我们|本人|研究|结果|数据|实践|事实|历史|经验|分析|调查|统计|文章|综上|由此|以上|上述|这|那|可以|"
    r"应|要|不|只|也|有人|有观点|有学者|有专家|有的|也有|一些|许多|由于|他们|她们|他|她|其|借此|针对|对|并|初步|该文|在|从|以|被|如前|至于|关于|既|无论|尽管|虽然|这些|那些|它|此|相关|时常|一方面|另一方面|一般|通常|普遍|人们|大家|首先|其次|最后|第[一二三四五]|总体|如何|为了?|通过|随着|在此|从而|因)"
)
_OBJECT = re.compile(r"(?:被|所|将|把|向|对|为|由|的|是|地|了)$")
_TAIL = re.compile(
    r"(?:(?:在|于)[^,。]{1,30}(?:中|上|里|时|会|年|期间|发表演讲)|也|还|又|则|都|均|曾|曾经|多次|一再|明确|特别|首次|率先|普遍|一致|同志|就此|对此|等人?|近日|日前)$"
)
_DATE = re.compile(
    r"^(?:(?:早在|到|从|自)?\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?|同年|近年来|近日|此后|随后|后来|但是?|而|正如|例如|如|对此|其中|此外|同时)+[,的]?"
)
_INSTITUTION = re.compile(
    r"(?:国|政府|部|委|委员会|院|会|署|局|厅|处|办公室|组织|银行|基金|基金会|中心|大学|学院|学会|协会|机构|公司|集团|智库|联盟|欧盟|联合国|白宫|"
    r"学界|国会|议会|研究所|团队|企业|媒体|杂志|双方|各国|学派|界|方)$"
)
_DOCUMENT = re.compile(
    r"(?:报告|文件|白皮书|战略|规划|计划|声明|公报|宣言|决定|意见|纲要|法案?|条约|协定|协议|章程|文章|论文|著作|一书|数据|统计|年鉴|指南|》)$"
)


def find_speaker(sentence: Sentence) -> Speaker | None:
    """The speaker of a sentence, as the source prints the name; `None` where the author speaks."""
    text = sentence.text
    for match in sorted((*_SAYS.finditer(text), *_ACCORDING.finditer(text)), key=lambda match: match.start("name")):
        start, end = _trimmed(text, *match.span("name"))
        if start < end and _is_speaker(text[start:end], match):
            kind = _kind(text[start:end], match["verb"])
            return Speaker(sentence.quote(start, end), kind, rule="speaker:" + _rule(match), trigger=match["verb"])
    return None


def _rule(match: re.Match[str]) -> str:
    return "according-to" if match.re is _ACCORDING else "says"


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The name without the date before it and the adverbs after it."""
    if lead := _DATE.match(text[start:end]):
        start += lead.end()
    while tail := _TAIL.search(text, start, end):
        end = tail.start()
    return start, end


def _is_speaker(name: str, match: re.Match[str]) -> bool:
    if len(name) < 2 or _OWN.match(name) or _OBJECT.search(name):
        return False
    if match["verb"] in ("提出", "宣布", "建议", "表示", "强调"):
        return bool(_PERSON.search(name) or _INSTITUTION.search(name) or _DOCUMENT.search(name))
    return True


_TITLE = (
    r"总书记|主席|总统|总理|首相|部长|大臣|国务卿|大使|司长|局长|主任|院长|所长|会长|校长|秘书长|顾问|教授|博士|院士|先生|女士|研究员|学者|"
    r"专家|科学家|外交官|官员|代表|同志|参赞|发言人|领导人|外长|理事长|董事长|总裁|记者"
)
_PERSON = re.compile(rf"(?:{_TITLE})|·|^[a-z. ]{{4,40}}$|^[\u4e00-\u9fff]{{2,3}}(?:等|和[\u4e00-\u9fff]{{2,3}})?$")


_SURNAMES = (
    "赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕张孔曹严魏陶姜谢邹苏潘葛范彭鲁韦马方任袁柳史唐薛贺罗毕郝安常于"
    "傅康余顾孟黄萧尹姚邵汪毛戴宋熊纪舒项祝董梁杜阮蓝季贾江童颜郭梅林钟徐邱骆高夏蔡田樊胡凌霍虞万柯卢莫房"
    "解应宗丁邓洪包左石崔吉龚程邢裴陆翁荀段侯武刘景叶黎白温庄晏瞿阎"
)
_OWN_NAME = re.compile(rf"[{_SURNAMES}][\u4e00-\u9fff]{{2}}")
"""A Chinese name of three characters, whatever its last one is: 李建国 is no state."""


def _kind(name: str, verb: str) -> SpeakerKind:
    if _OWN_NAME.fullmatch(name):
        return SpeakerKind.PERSON
    if _DOCUMENT.search(name) or verb in ("报告", "数据", "规定", "记载", "统计"):
        return SpeakerKind.DOCUMENT if not _INSTITUTION.search(name) else SpeakerKind.INSTITUTION
    if re.search(rf"(?:{_TITLE})|·", name):
        return SpeakerKind.PERSON
    if _INSTITUTION.search(name):
        return SpeakerKind.INSTITUTION
    return SpeakerKind.PERSON
