"""Authors' names: family and given name of a person, or the whole name of an institution."""

import re
from dataclasses import dataclass

from pypinyin import lazy_pinyin

from app.text.scripts import is_han

_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭"
    "陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛闫阎段雷龙史黎贺陶顾毛郝龚邵万覃武钱戴严莫孔向常汤康易乔赖文施洪辛柯"
    "庄章鲁葛倪邢岳齐梅温芦俞安季樊甄晏惠束霍裴席卫柴舒冉屈管祝喻项关兰耿左詹骆宁焦凌娄游杭佟桂欧盛牛翟殷聂纪柳成"
)
_COMPOUND_SURNAMES = ("欧阳", "司马", "上官", "诸葛", "司徒", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "夏侯")
_PARTICLES = frozenset({"de", "da", "di", "del", "della", "der", "den", "van", "von", "la", "le", "bin", "al", "el"})
_INSTITUTION_WORDS = frozenset({
    "the", "of", "for", "and", "&", "on", "in", "to", "association", "academy", "agency", "bank", "bureau", "center",
    "centre", "commission", "committee", "congress", "council", "department", "foundation", "government", "group",
    "institute", "institution", "laboratory", "library", "ministry", "office", "organisation", "organization",
    "press", "programme", "program", "school", "society", "union", "university",
})  # fmt: skip
_INITIALS = re.compile(r"(?:[A-Z]\.?-?){1,3}")


@dataclass(frozen=True, slots=True)
class Name:
    """A person's `family` and `given` name; an institution, or a name we cannot take apart, is all `family`."""

    family: str
    given: str = ""
    han: bool = False

    @property
    def full(self) -> str:
        """Family name first without a space in Han, otherwise given name first."""
        if self.han:
            return self.family + self.given
        return f"{self.given} {self.family}".strip()

    def initials(self, point: str = "") -> str:
        """`Nina V.` → `N V`, with `point="."` → `N. V.`; hyphens stay: `Jean-Luc` → `J-L`."""
        words = (word for word in self.given.replace(".", ". ").split() if word[0].isalpha())
        return " ".join("-".join(part[0].upper() + point for part in word.split("-") if part) for word in words)


def parse_name(text: str) -> Name:
    """Takes a printed name apart.

    >>> parse_name("王明国"), parse_name("LUO Hui"), parse_name("Nina V. Fedoroff").family
    (Name(family='王', given='明国', han=True), Name(family='Luo', given='Hui', han=False), 'Fedoroff')
    """
    text = " ".join(text.split())
    if any(is_han(character) for character in text):
        return _parse_han(text)
    if "," in text:
        family, _, given = text.partition(",")
        return Name(family.strip(), given.strip())
    words = text.split()
    if len(words) < 2 or len(words) > 5 or _INSTITUTION_WORDS & {word.lower() for word in words}:
        return Name(text)
    if _INITIALS.fullmatch(words[-1]) and len(words[0].rstrip(".")) > 1:
        at = next(i for i, word in enumerate(words) if i and _INITIALS.fullmatch(word))
        return Name(" ".join(words[:at]), " ".join(words[at:]))
    if len(words[0]) > 1 and words[0].isupper() and "." not in words[0] and not words[-1].isupper():
        return Name("-".join(part.capitalize() for part in words[0].split("-")), " ".join(words[1:]))
    at = len(words) - 1
    while at > 1 and words[at - 1].lower() in _PARTICLES:
        at -= 1
    return Name(" ".join(words[at:]), " ".join(words[:at]))


def romanise(name: Name) -> Name:
    """A Chinese person's name in Hanyu Pinyin (ISO 7098), given name in one word; others as they are.

    >>> romanise(parse_name("王明国"))
    Name(family='Wang', given='Mingguo', han=False)
    """
    if not name.han or not name.given:
        return name
    return Name(_pinyin(name.family), _pinyin(name.given))


def _parse_han(text: str) -> Name:
    joined = text.replace(" ", "")
    if 2 <= len(joined) <= 4 and all(is_han(character) for character in joined):
        for surname in _COMPOUND_SURNAMES:
            if joined.startswith(surname) and len(joined) > len(surname):
                return Name(surname, joined[len(surname) :], han=True)
        if joined[0] in _SURNAMES and len(joined) <= 3:
            return Name(joined[0], joined[1:], han=True)
    return Name(text, han=True)


def _pinyin(text: str) -> str:
    return "".join(lazy_pinyin(text)).capitalize()
