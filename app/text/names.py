"""Personal names: what looks like a Chinese name, and lists of authors in Chinese and in Latin letters."""

import re

from app.text.normalise import bare, fold_text
from app.text.scripts import has_han

# Frequent single surnames, and the compound ones still in use.
SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚"
    "沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷龙史陶贺毛段郝顾龚邵覃武钱戴严莫孔汤向常温康"
    "施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟申詹殷欧耿关兰焦俞左柳甘祝包宁符阮尚柯纪梅童凌毕单裴霍成苗谷"
    "盛曲翁冉骆路游靳辛管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司古吉卓缪简车项连芦麦褚娄窦戚岑宫景党费卜"
    "冷晏卫席柏米隋桂全楼闵佟臧边卞姬邬和仇栾丘商刁荆荣巫郎桑丛甄敖虞仲池巩明蔺鄢惠封练燕苑戈谌匡糜羊阚冀"
    "郗晋栗尉炊瞿应高万黎洪季储苟蓝阎芮习迟展尧皮鞠傅晁逄仝郜狄雍亓荀茹竺逯濮阙郦佘粟冼揭"
)
_COMPOUND_SURNAME = re.compile("欧阳|上官|司马|诸葛|皇甫|尉迟|公孙|慕容|司徒|夏侯|令狐|端木|南宫")
_TITLES = re.compile(
    r"(?:总?书记|主席|总理|副?部长|副?主任|副?院长|副?所长|副?教授|副?研究员|院士|博士|硕士|先生|女士|同志|学者|专家"
    r"|讲师|等)+$"
)
_ROLES = re.compile(r"\s*(?:主编|编著|编译|编写|等译|等编|[编著译])$|^(?:eds?|editors?)\.?$", re.IGNORECASE)
_ET_AL = re.compile(r"[,，、\s]*(?:等人?|et\.?\s*al\.?|etc\.?)\s*$", re.IGNORECASE)
_SIGNS = re.compile(r"[\d¹²³⁴-⁹*＊†‡#①-⑩()（）\[\].．\\+’‘”“」「']+")
"""Numbers and signs behind a name that point to a footnote, some of them misread."""
_FINAL_STOP = re.compile(r"(?<![A-Z])[.．]\s*$|^\s*[.．]+")
_INITIALS = re.compile(r"(?:[A-Z]\.?[\s-]?){1,4}")
_BETWEEN_LATIN = re.compile(r"\s*[,;，；、]\s*(?:(?:and|&)\s+)?|\s+(?:and|&)\s+")
_ONE_WORD = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ'’-][\w'’-]*")
_GIVEN = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ'’-][\w'’-]*(?:\s[A-Z]\.?)*")
_INITIAL_LAST = re.compile(r"\s[A-Z]\.?$")
_LATIN_PERSON = re.compile(r"(?:[A-ZÀ-Þ][\w'’.-]*\s+|(?:de|van|von|der|la|le|di)\s+){0,4}[A-ZÀ-Þ][\w'’.-]*")
_NOT_A_PERSON = re.compile(
    r"\b(?:The|Of|On|For|Board|Committee|Council|Society|Academy|Nations|Office|House|Bureau)\b", re.IGNORECASE
)


_ADDRESS = re.compile(r"^[\[［(（〔【][^\])］）】〕]{1,6}[\])］）】〕]?\s*")
"""The country before a foreign author: ［美］, (英)."""


def without_country(author: str) -> str:
    """An author's name without the country that stands before it.

    >>> without_country("［美］约瑟夫·奈")
    '约瑟夫·奈'
    """
    return _ADDRESS.sub("", author.strip())


def author_key(author: str) -> str:
    """The letters under which all works of an author stand; empty for what has none.

    >>> author_key("（美）Nina V. Fedoroff"), author_key("张翼燕等"), author_key("趙剛")
    ('ninavfedoroff', '张翼燕', '赵刚')
    """
    return bare(fold_text(without_country(author))).removesuffix("等")


def surname_of(text: str) -> str:
    """The surname that a Chinese name begins with, a double one where it is one; empty when it is none we know.

    >>> surname_of("欧阳修"), surname_of("王逸舟"), surname_of("新华社")
    ('欧阳', '王', '')
    """
    if compound := _COMPOUND_SURNAME.match(text):
        return compound[0]
    return text[:1] if text[:1] in SURNAMES else ""


def is_chinese_name(text: str) -> bool:
    """Whether `text` has the shape of a Chinese personal name: a known surname and one or two characters more.

    >>> is_chinese_name("王逸舟"), is_chinese_name("欧阳修"), is_chinese_name("西班牙"), is_chinese_name("王")
    (True, True, False, False)
    """
    if not all("\u4e00" <= character <= "\u9fff" for character in text):
        return False
    surname = surname_of(text)
    return bool(surname) and 1 <= len(text) - len(surname) <= 2


def without_title(name: str) -> str:
    """`name` without rank or address behind it.

    >>> without_title("赵刚博士"), without_title("马颂德")
    ('赵刚', '马颂德')
    """
    return _TITLES.sub("", name.strip())


def chinese_names(text: str) -> tuple[str, ...]:
    """The names in a line that holds nothing but Chinese names, spaced or listed; empty when anything else is in it.

    >>> chinese_names("罗 晖 李 政 崔馥娟"), chinese_names("赵刚，李萌1*"), chinese_names("关于赵刚")
    (('罗晖', '李政', '崔馥娟'), ('赵刚', '李萌'), ())
    """
    plain = _SIGNS.sub(" ", text)
    parts = [part for part in re.split(r"[\s,，;；、·]+", plain) if part]
    names: list[str] = []
    for part in parts:
        if names and len(names[-1]) == 1 and len(part) <= 2:
            names[-1] += part
        else:
            names.append(part)
    names = [without_title(name) for name in names]
    return tuple(names) if names and all(map(is_chinese_name, names)) else ()


def split_authors(text: str) -> tuple[str, ...]:
    """The authors of a reference entry; 等 and et al. are left out, and a body with commas in its name stays whole.

    >>> split_authors("张翼燕，朱雅兰，等"), split_authors("I. S. Davis and R. G. Patman")
    (('张翼燕', '朱雅兰'), ('I. S. Davis', 'R. G. Patman'))
    >>> split_authors("Committee on Science, Technology, and Health"), split_authors("MERTON R K, Storer N W, et al")
    (('Committee on Science, Technology, and Health',), ('MERTON R K', 'Storer N W'))
    """
    plain = _ET_AL.sub("", _ROLES.sub("", _FINAL_STOP.sub("", text.strip(" ,，:：;；")))).strip(" ,，")
    if not plain:
        return ()
    if has_han(plain):
        parts = re.split(r"\s*[,，;；、]\s*|(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff]{2})", plain)
        return tuple(name for part in parts if (name := _ET_AL.sub("", _ROLES.sub("", part)).strip()))
    parts = [part.strip() for part in _BETWEEN_LATIN.split(plain) if part.strip()]
    if not all(_LATIN_PERSON.fullmatch(part) and not _NOT_A_PERSON.search(part) for part in parts):
        return (plain,)
    return _family_first(parts) or _with_initials(parts)


def _family_first(parts: list[str]) -> tuple[str, ...]:
    """`["Patton", "Carl V.", "Sawicki", "David S."]` are two authors, family names first; empty when they are not so.

    In a list where only the first is turned round (Casadevall, Arturo, Ferric C. Fang) all others have two words.
    """
    pairs = list(zip(parts[::2], parts[1::2], strict=False))
    turned = all(_ONE_WORD.fullmatch(family) and _GIVEN.fullmatch(given) for family, given in pairs)
    if len(parts) % 2 == 0 and turned and any(_INITIAL_LAST.search(given) for _, given in pairs):
        return tuple(f"{family}, {given}" for family, given in pairs)
    first = all(map(_ONE_WORD.fullmatch, parts[:2])) and not any(map(_ONE_WORD.fullmatch, parts[2:]))
    if first and len(parts) > 2 and not any(map(_INITIALS.fullmatch, parts)):
        return f"{parts[0]}, {parts[1]}", *parts[2:]
    return ()


def _with_initials(parts: list[str]) -> tuple[str, ...]:
    """`["Merton", "R. K."]` is one author with the initials behind."""
    authors: list[str] = []
    for part in parts:
        if authors and _INITIALS.fullmatch(part) and not _INITIALS.fullmatch(authors[-1]):
            authors[-1] = f"{authors[-1]}, {part}"
        else:
            authors.append(part)
    return tuple(authors)
