"""Authors in the line under a title that recognition has run together with their places.

侯冬尽1吴郑佳男 2 · 卢胜军赵超阳 魏俊峰 万礼赞中国国防科技信息中心 北京 100142 · 叶尔肯·吾扎提1.2 张薇1.2.3
"""

import re
from collections.abc import Callable
from functools import lru_cache

from app.text.names import is_chinese_name, without_title
from app.text.words import is_common_word

_REGION = (
    "中国|中共|国家|国务院|全国|中央|世界|新华|北京|天津|上海|重庆|河北|山西|内蒙古|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东"
    "|河南|湖北|湖南|广东|广西|海南|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|香港|澳门|台湾|武汉|南京|苏州|杭州|宁波|温州"
    "|常州|徐州|扬州|无锡|郑州|许昌|焦作|洛阳|成都|西安|兰州|沈阳|大连|长春|哈尔滨|石家庄|太原|济南|青岛|合肥|福州|厦门|南昌"
    "|长沙|湘潭|广州|深圳|南宁|海口|昆明|贵阳|西宁|银川|乌鲁木齐|拉萨|呼和浩特|东北|西北|西南|华东|华南|华中|华北|清华|复旦"
    "|同济|南开|厦门|中山|暨南|中科院|军事|解放军|国防|教育部|科技部|外交部|财政部|商务部|农业|人民"
)
_PLACE_BEGINS = re.compile(_REGION)
_BODY = re.compile(
    r"大学|学院|研究[所院]|研究中心|科学院|中心|委员会|公司|学校|党校|协会|学会|联合会|图书馆|杂志社|报社|编辑部|智库|科协"
    r"|实验室|基金会|出版社|医院|集团|[局部厅]$"
)
_BODY_LAST = re.compile(rf"(?:{_BODY.pattern})\s*$")
_GROUP = re.compile(r"[（(][^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*[）)]?")
_FORMULA = re.compile(r"\$[^$]*\$")
_RUN = re.compile(r"[\u3400-\u9fff]+(?:\s*[·•・．.]\s*[\u3400-\u9fff]{2,})*")
_TRANSLITERATED = re.compile(r"[\u3400-\u9fff]{1,8}(?:\s*[·•・．.]\s*[\u3400-\u9fff]{1,8})+")
_BETWEEN = re.compile(r"[^\w]*[\d\W丨lI]*")
_BEFORE = re.compile(r".*?(?:本刊记者|特约记者|文\s*[/／])\s*|\s*作者\s*[:：]\s*")
_MASS = re.compile(r"[。！？]|摘\s*要|关键词|[A-Za-z]{3}|\d{4}\s*年")
_ABSTRACT = re.compile(r"[\[［【(（「]?\s*摘\s*要\s*[\]］】)）」:：]")
_GROUP_OF_AUTHORS = re.compile(
    r"\s*([^，,。；;：:、\s]{2,30}?(?:课题组|项目组|编写组|研究组|写作组|调研组))(?![\u3400-\u9fff]*[的对在])\s*(.*)"
)
_TITLE_ENDS = re.compile(
    r"(?:研究|分析|探析|启示|思考|对策|建议|综述|探讨|构建|路径|比较|实践|现状|发展|建设|展望|为(?:例|视角|中心|对象))$"
)
_LONGEST = 400
_MOST_NAMES = 20


def read_names(text: str) -> tuple[str, ...]:
    """The authors with whom a line begins, when nothing but signs and places follows them; else none.

    >>> read_names("卢胜军赵超阳 魏俊峰 万礼赞中国国防科技信息中心 北京 100142")
    ('卢胜军', '赵超阳', '魏俊峰', '万礼赞')
    >>> read_names("程宏刘志光²"), read_names("高校智库参与国防建设")
    (('程宏', '刘志光'), ())
    """
    if abstract := _ABSTRACT.search(text):
        text = text[: abstract.start()]
    if len(text) > _LONGEST:
        return ()
    group = _GROUP_OF_AUTHORS.fullmatch(text)
    if group and (not group[2] or is_place(group[2])):
        return (group[1],)
    plain = _FORMULA.sub(" ", text).replace("\\*", " ")
    plain = _GROUP.sub(" ", _BEFORE.sub("", plain, count=1))
    names: list[str] = []
    sure = False
    for number, match in enumerate(_RUN.finditer(_joined(plain))):
        if number > _MOST_NAMES:
            return ()
        found, place = _read_run(match.group())
        names += found
        sure = sure or any(is_chinese_name(name) or "·" in name for name in found)
        if place:
            break
        if not found:
            return ()
    alone = len(names) == 1 and is_common_word(names[0]) and not _BODY.search(plain)
    return () if _MASS.search(plain.split("；")[0][:40]) or not sure or alone else tuple(names)


def split_title(title: str, *, place_follows: bool = False) -> tuple[str, tuple[str, ...]]:
    """A title without the names with which its line ends, and these; a space or a sign stands before the last.

    With the author's place in the next line (`place_follows`) a name may also follow the word that ends the title.

    >>> split_title("公共智库的资金来源和机制研究 李迅")
    ('公共智库的资金来源和机制研究', ('李迅',))
    """
    parts = re.split(r"[\s;；,，\d*]+", title.rstrip(" \t*\\0123456789"))
    names: list[str] = []
    while len(parts) > 1 and is_chinese_name(parts[-1]) and not is_common_word(parts[-1]):
        names.insert(0, parts.pop())
    rest = title[: title.rfind(parts[-1]) + len(parts[-1])] if names else title
    for length in (3, 2) if len(names) > 1 or (names and re.search(r"[\d*;；]", title)) else ():
        if is_chinese_name(rest[-length:]) and not is_common_word(rest[-length:]):
            return rest[:-length], (rest[-length:], *names)
    for length in (3, 2) if place_follows and not names else ():
        name, before = rest[-length:], rest[:-length]
        if is_chinese_name(name) and not is_common_word(name) and _TITLE_ENDS.search(before):
            return before, (name,)
    return rest.rstrip(), tuple(names)


def is_place(text: str) -> bool:
    """Whether a line names the place of an author: a body, or a postal code behind a town."""
    return bool(re.search(r"(?<!\d)[1-9]\d{5}(?!\d)", text) or (_BODY_LAST.search(text) and _PLACE_BEGINS.search(text)))


def _joined(text: str) -> str:
    """`罗 晖 李 政` → `罗晖 李政`: single characters set apart are one name."""
    return re.sub(r"(?<![\u3400-\u9fff])([\u3400-\u9fff])[ \u3000]+([\u3400-\u9fff])", r"\1\2", text)


def _read_run(run: str) -> tuple[tuple[str, ...], bool]:
    """The names in a stretch of Han, and whether a place follows them in it."""
    if _TRANSLITERATED.fullmatch(run):
        return (re.sub(r"\s*[·•・．.]\s*", "·", run),), False
    run = without_title(run) or run
    starts = [match.start() for match in _PLACE_BEGINS.finditer(run)]
    if _BODY.search(run) or (starts and starts[0] == 0 and len(run) > 3):
        for start in starts:
            if start == 0:
                return _behind_body(run), True
            if names := _segment(run[:start]):
                return names, True
        return (), bool(_BODY.search(run)) and not starts
    if _PLACE_BEGINS.fullmatch(run):
        return (), True
    if 2 <= len(run) <= 3 and not is_common_word(run):
        return (run,), False
    names = _segment(run)
    if not names and len(run) == 4 and is_chinese_name(run[:2]) and not is_common_word(run[2:]):
        names = (run,)  # the surnames of both parents
    return names, False


def _behind_body(run: str) -> tuple[str, ...]:
    """`中国科协王春法` → 王春法: a name right behind the body for which its bearer stands."""
    *_, last = _BODY.finditer(run) if _BODY.search(run) else [None]
    rest = run[last.end() :] if last else ""
    return (rest,) if is_chinese_name(rest) and not is_common_word(rest) and not _PLACE_BEGINS.match(rest) else ()


@lru_cache(maxsize=1024)
def _segment(run: str) -> tuple[str, ...]:
    """`run` cut into Chinese names from end to end, as few as possible; none when it cannot be.

    A name of four characters (熊璟慧妮, after both parents) counts when the run cannot be cut without one.
    """
    return _cut_names(run, is_chinese_name) or _cut_names(run, _is_long_name)


def _is_long_name(name: str) -> bool:
    return is_chinese_name(name) or (len(name) == 4 and is_chinese_name(name[:2]) and not is_common_word(name[2:]))


def _cut_names(run: str, is_name: Callable[[str], bool]) -> tuple[str, ...]:
    best: list[tuple[str, ...] | None] = [(), *[None] * len(run)]
    for end in range(1, len(run) + 1):
        for length in (3, 2, 4):
            before = best[end - length] if end >= length else None
            name = run[end - length : end]
            if before is None or not is_name(name) or (length == 2 and is_common_word(name)):
                continue
            here = best[end]
            if here is None or len(before) + 1 < len(here):
                best[end] = (*before, name)
    return best[-1] or ()
