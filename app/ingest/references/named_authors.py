"""The author whom a sentence names right before a citation mark.

学者王逸舟 [1] · 赵刚等 [8] · 尼娜·费德洛夫（Nina V. Fedoroff）[2] · 美国国务院 [14] 在……报告中指出
"""

import re
from dataclasses import dataclass

from app.text.names import is_chinese_name
from app.text.words import is_common_word

_HAN = "\u4e00-\u9fff"
_OFFICE = (
    "顾问|主任|所长|院长|部长|局长|校长|会长|教授|博士|主席|总统|首相|院士|研究员|学者|专家|官员|议员|大使|先生|作者|外长|国务卿"
    "|秘书|理事|司长|处长|代表"
)
_BODY = "委员会|基金会|促进会|协会|学会|理事会|大学|学院|研究院|研究所|科学院|中心|公司|国务院|国会|部|署|局|处"
_LINK = "和|与|及|如|据|由|而|以及|除了|例如|比如|按照|根据|因为|即"
_BORDER = re.compile(rf"(?:^|[^{_HAN}·A-Za-z]|{_OFFICE}|{_BODY}|{_LINK})$")
_OFFICE_BEFORE = re.compile(rf"(?:{_OFFICE})$")
_TRANSLITERATED = re.compile(
    rf"([{_HAN}]{{1,12}})((?:·[{_HAN}]{{1,8}})+)\s*(?:[（(]\s*([A-Z][^（）()]{{2,60}})[）)])?$"
)
_BEFORE_GIVEN_NAME = re.compile(rf".*(?:{_OFFICE}|{_BODY}|{_LINK}|[会院所长员])(?=[{_HAN}]{{1,5}}$)")
_ET_AL = re.compile(r"等人?$")
_SUBJECT = re.compile(rf"[{_HAN}]")
_LISTED = re.compile(rf"(?:[、和与及]\s*[{_HAN}]|\s*等?学者)")
_BODY_NAME = re.compile(rf"(?:^|[，。；：“”（）、\s])([{_HAN}]{{1,16}}(?:{_BODY}|政府|组织|联盟|实验室))$")
_REPORTS = re.compile(r"[^，。；！？]{0,30}?(?:认为|提出|指出|表示|强调|发布|报告|声明)")
_DOTS = str.maketrans(dict.fromkeys("•‧・", "·"))
_NEAR = 120
"""Characters beside the mark that are looked at: no name is longer, and a long sentence costs no more."""


@dataclass(frozen=True, slots=True)
class NamedAuthor:
    """`printed` is what the sentence says; `names` are the authors, in their own script where it gives that too."""

    printed: str
    names: tuple[str, ...]


def named_author(text: str, at: int) -> NamedAuthor | None:
    """The author whom `text` names directly before the mark at `at`; `None` when no one is named there.

    A Chinese name counts when its surname is known, a border stands before it, it is no common word, and the
    sentence treats it as a person: an office before it, 等 behind it, a list of names, or a clause that goes on
    with it as its subject. A body (美国国务院) counts when it begins the clause and reports something.
    """
    before = text[max(0, at - _NEAR) : at].rstrip().translate(_DOTS)
    after = text[at : at + _NEAR]
    return _transliterated(before) or _chinese(before, after) or _body(before, after)


def _transliterated(before: str) -> NamedAuthor | None:
    """`…教授理查德·萨特迈耶（Richard P. Suttmeier）`, and several of them joined by 和."""
    found: list[tuple[str, str | None]] = []
    rest = _ET_AL.sub("", before)
    while match := _TRANSLITERATED.search(rest):
        given = _BEFORE_GIVEN_NAME.sub("", match[1])
        found.insert(0, (given + match[2], match[3] and match[3].strip()))
        leading = rest[: match.end(1) - len(given)]
        if not leading.endswith(("和", "与", "及", "、")):
            break
        rest = leading[:-1]
    if not found:
        return None
    printed = "、".join(f"{chinese}（{latin}）" if latin else chinese for chinese, latin in found)
    return NamedAuthor(printed, tuple(latin or chinese for chinese, latin in found))


def _chinese(before: str, after: str) -> NamedAuthor | None:
    """`学者王逸舟`, `赵刚等`, and the last of `樊春良 [27]、惠仲阳 [28]`."""
    plain = _ET_AL.sub("", before)
    for length in (4, 3, 2):
        name, leading = plain[-length:], plain[:-length]
        if len(name) < length or not is_chinese_name(name) or not _BORDER.search(leading) or is_common_word(name):
            continue
        person = plain != before or _OFFICE_BEFORE.search(leading) or _SUBJECT.match(after) or _LISTED.match(after)
        if person:
            return NamedAuthor(before[len(leading) :], (name,))
    return None


def _body(before: str, after: str) -> NamedAuthor | None:
    """`美国国务院 [14] 在递交给国会的……报告中指出`."""
    match = _BODY_NAME.search(before)
    return NamedAuthor(match[1], (match[1],)) if match and _REPORTS.match(after) else None
