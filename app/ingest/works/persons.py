"""Authors as they are compared: over scripts, orders of names, initials and misread letters."""

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from app.text.names import author_key, is_chinese_name, without_country
from app.text.normalise import fold_text
from app.text.pinyin import bare_syllables, romanise
from app.text.scripts import has_han

_BODY = re.compile(
    r"[部委会院所局厅署社网馆处校组行司库团]|中心|集团|大学|学会|公司|\b(?:of|for|the|and|council|office|center|centre|corporation|institute|institution|society|academy|university|endowment|foundation|association|program|programme|ministry|department|research|science)\b"
)
_COMPOUND = re.compile("欧阳|上官|司马|诸葛|皇甫|尉迟|公孙|慕容|司徒|夏侯|令狐|端木|南宫")
_GLUED = re.compile(r"(?<=[a-z])(?<!\bMc)(?<!\bMac)(?=[A-Z])")
_WORD = re.compile(r"[a-zà-ÿ]+")
_LONGEST_CHINESE = 4


@dataclass(frozen=True, slots=True)
class Person:
    """One author. `words` are the parts of a Latin name, or of a Chinese one in pinyin: family name first."""

    key: str
    words: tuple[str, ...]
    han: bool
    body: bool
    """An institution, or a foreign name in Chinese characters: comparable within its script only."""


@lru_cache(maxsize=100_000)
def read_person(name: str) -> Person | None:
    """An author's name made comparable; `None` for what has no letters."""
    plain = without_country(name)
    key = author_key(name)
    if not key:
        return None
    if not has_han(plain):
        folded = fold_text(_GLUED.sub(" ", plain))
        return Person(key, tuple(_WORD.findall(folded)), False, bool(_BODY.search(folded)))
    foreign = "·" in plain or "・" in plain or "•" in plain or len(key) > _LONGEST_CHINESE
    if foreign or (_BODY.search(key) and not is_chinese_name(key)):
        return Person(key, (), True, True)
    cut = 2 if _COMPOUND.match(key) else 1
    family, given = ("".join(bare_syllables(romanise(part))) for part in (key[:cut], key[cut:]))
    initials = "".join(syllable[0] for syllable in bare_syllables(romanise(key[cut:])))
    return Person(key, (family, given, initials), True, False)


def read_persons(authors: tuple[str, ...]) -> tuple[Person, ...]:
    """The authors of a work, those with letters."""
    return tuple(person for author in authors if (person := read_person(author)))


def agree(some: tuple[Person, ...], others: tuple[Person, ...]) -> bool | None:
    """Whether two statements of responsibility name a common author; `None` where that cannot be told.

    They disagree when both name persons of one script, or persons that pinyin makes comparable, and share none.
    """
    if not some or not others:
        return None
    verdicts = [_same(one, other) for one in some for other in others]
    if True in verdicts:
        return True
    return None if None in verdicts else False


def _same(one: Person, other: Person) -> bool | None:
    if one.key == other.key:
        return True
    if one.han and other.han:
        return _same_han(one, other)
    if one.han or other.han:
        return None if one.body or other.body else _same_romanised(*((one, other) if one.han else (other, one)))
    return _same_latin(one, other)


def _same_han(one: Person, other: Person) -> bool | None:
    """Chinese names: equal but for one misread or two transposed characters cannot be told apart for sure."""
    short, long = sorted((one.key, other.key), key=len)
    if one.body or other.body:
        return True if len(short) > 1 and short in long else None
    if sorted(short) == sorted(long):
        return True
    return None if len(short) == len(long) and sum(map(str.__eq__, short, long)) >= len(short) - 1 else False


def _same_romanised(chinese: Person, latin: Person) -> bool:
    family, given, initials = chinese.words
    rest = "".join(word for word in latin.words if word != family)
    return family in latin.words and (rest in (given, initials) or rest == given[::-1] or rest == initials[:1])


def _same_latin(one: Person, other: Person) -> bool | None:
    if one.body or other.body:
        return True if fuzz.token_set_ratio(one.key, other.key) > 90 else None
    names = {word for word in one.words if len(word) > 2}, {word for word in other.words if len(word) > 2}
    shared = names[0] & names[1]
    if shared:
        rest = [sorted("".join(word[0] for word in person.words if word not in shared)) for person in (one, other)]
        return True if not rest[0] or not rest[1] or set(rest[0]) & set(rest[1]) else None
    joined = "".join(one.words), "".join(other.words)
    return None if fuzz.ratio(*joined) > 75 or fuzz.partial_ratio(*joined) > 90 else False
