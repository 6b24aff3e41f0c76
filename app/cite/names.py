"""Authors' names: family and given name of a person, or the whole name of an institution.

How a Chinese name is spelt in letters is ruled by GB/T 28039—2011: family name first, the given name in one word.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from app.text.names import SURNAMES, is_chinese_name, surname_of
from app.text.pinyin import plain_syllables
from app.text.scripts import has_han

_PARTICLES = frozenset({"de", "da", "di", "del", "della", "der", "den", "van", "von", "la", "le", "bin", "al", "el"})
_INSTITUTION_WORDS = frozenset({
    "the", "of", "for", "and", "&", "on", "in", "to", "association", "academy", "agency", "bank", "board", "bureau",
    "center", "centre", "commission", "committee", "congress", "corporation", "council", "department", "foundation",
    "fund", "government", "group", "institute", "institution", "laboratory", "library", "ministry", "ministère",
    "ministerio", "national", "nations", "office", "organisation", "organization", "press", "programme", "program",
    "school", "society", "union", "university",
})  # fmt: skip
_SUFFIX = re.compile(r",?\s+(Jr|Sr|II|III|IV)\.?$")
_INITIALS = re.compile(r"(?:[A-Z]\.?-?){1,3}")
_COUNTRY = re.compile(r"^[\[(（〔［【][\u3400-\u9fff]{1,4}[\])）〕］】]\s*")
"""The country or dynasty before a name, which is no part of it (GB/T 7714—2015, 8.1.1): (明)李时珍."""
_IN_BRACKETS = re.compile(r"[(（]\s*([A-Za-zÀ-ÿ][^()（）]*?)\s*[)）]\s*$")
_WITH_INITIALS = re.compile(
    r"((?:[A-Z][.．]\s*)+)·?\s*([\u3400-\u9fff]+)|([\u3400-\u9fff]+)[，,\s]\s*((?:[A-Z][.．]?\s*)+)"
)
_SYLLABLE = re.compile(
    r"(?:a[io]?|ou?|e[inr]?|ang?|[bmp](?:a[io]?|[aei]ng?|ei|ie?|ia[no]|o|u)|pou|me|m[io]u"
    r"|[fw](?:a|[ae]ng?|ei|o|u)|fou|wai|[dt](?:a[io]?|an|e|[aeio]ng|ie?|ia[no]|ou|u[ino]?|uan)|dei|diu"
    r"|[nl](?:a[io]?|ei?|[eio]ng|i[eu]?|i?ang?|iao|in|ou|u[eo]?|ve?|uan)|nen|lia|lun"
    r"|[ghk](?:a[io]?|[ae]ng?|e|ong|ou|u[aino]?|uai|uang?)|[gh]ei|[jqx](?:i(?:ao?|ang?|e|ng?|ong|u)?|u[en]?|uan)"
    r"|(?:[csz]h?|r)(?:[ae]ng?|ao|e|i|ou|u[ino]?|uan)|[csz](?:ai?|ong)|[csz]h(?:ai?|uai|uang)|zei|[sz]hua"
    r"|(?:[cz]h|r)ong|y(?:ao?|[ai]ng?|e|i|ong|ou|u[en]?|uan))"
)
"""A syllable of Hanyu Pinyin."""
_VOWELS = tuple("aeiouv")
_MORE_SURNAMES = frozenset("赖束舒杭")
"""Surnames that begin too many other words to be looked for in running text, and stand here where a name is meant."""


@dataclass(frozen=True, slots=True)
class Name:
    """A person's `family` and `given` name; an institution, or a name we cannot take apart, is all `family`."""

    family: str
    given: str = ""
    han: bool = False
    pinyin: bool = False
    """A Chinese name in letters, printed family name first."""
    suffix: str = ""
    """Jr, III."""

    @property
    def full(self) -> str:
        """Family name first without a space in Han, otherwise given name first."""
        if self.han:
            return f"{self.family} {self.given}" if self.given.isascii() and self.given else self.family + self.given
        return " ".join(part for part in (self.given, self.family, self.behind) if part)

    @property
    def behind(self) -> str:
        """`Jr.`, `III`: the suffix with the point that belongs to it."""
        return f"{self.suffix}." if self.suffix in ("Jr", "Sr") else self.suffix

    def initials(self, point: str = "") -> str:
        """`Nina V.` → `N V`, with `point="."` → `N. V.`; hyphens stay: `Jean-Luc` → `J-L`."""
        words = (word for word in self.given.replace(".", ". ").split() if word[0].isalpha())
        return " ".join("-".join(part[0].upper() + point for part in word.split("-") if part) for word in words)

    def syllables(self) -> tuple[str, ...]:
        """The syllables of a given name in pinyin: `Mingguo`, `Ming-guo` → `Ming`, `Guo`."""
        words = re.split(r"[\s-]+", self.given)
        return tuple(syllable.capitalize() for word in words for syllable in (_cut(word) or [word]))


@lru_cache(maxsize=4096)
def parse_name(text: str) -> Name:
    """Takes a printed name apart.

    >>> parse_name("王明国"), parse_name("LUO Hui").pinyin, parse_name("Nina V. Fedoroff").family
    (Name(family='王', given='明国', han=True, pinyin=False, suffix=''), True, 'Fedoroff')
    """
    text = " ".join(_COUNTRY.sub("", text).split())
    if has_han(text):
        return _parse_han(text)
    if suffix := _SUFFIX.search(text):
        return replace(parse_name(text[: suffix.start()].rstrip(",")), suffix=suffix[1])
    if "," in text:
        family, _, given = text.partition(",")
        return Name(family.strip(), given.strip())
    words = text.split()
    if len(words) < 2 or len(words) > 5 or _INSTITUTION_WORDS & {word.lower() for word in words}:
        return Name(text)
    return _family_first(words) or _given_first(words)


def romanise(name: Name) -> Name:
    """A Chinese person's name in Hanyu Pinyin (ISO 7098), given name in one word; others as they are.

    A name that its paper gives in letters behind the Chinese, 费多罗夫（Nina V. Fedoroff）, is taken from there.

    >>> romanise(parse_name("王明国")).full, romanise(parse_name("费多罗夫（Nina V. Fedoroff）")).full
    ('Mingguo Wang', 'Nina V. Fedoroff')
    """
    if not name.han:
        return name
    if latin := _IN_BRACKETS.search(name.family):
        return parse_name(latin[1])
    if not name.given or name.given.isascii():
        return name
    return Name(_pinyin(name.family), _pinyin(name.given), pinyin=True)


def _parse_han(text: str) -> Name:
    if mixed := _WITH_INITIALS.fullmatch(text):
        initials, family = (mixed[1], mixed[2]) if mixed[2] else (mixed[4], mixed[3])
        return Name(family, " ".join(re.findall("[A-Z]", initials)), han=True)
    joined = text.replace(" ", "")
    if is_chinese_name(joined):
        surname = surname_of(joined)
        return Name(surname, joined[len(surname) :], han=True)
    if joined[0] in _MORE_SURNAMES and 2 <= len(joined) <= 3:
        return Name(joined[0], joined[1:], han=True)
    return Name(text, han=True)


def _family_first(words: list[str]) -> Name | None:
    """`Caplan P`, `LUO Hui`, `Wang Shanshan`."""
    if _INITIALS.fullmatch(words[-1]) and len(words[0].rstrip(".")) > 1:
        at = next(i for i, word in enumerate(words) if i and _INITIALS.fullmatch(word))
        return Name(" ".join(words[:at]), " ".join(words[at:]))
    family, given = words[0], " ".join(words[1:])
    if len(family) > 1 and family.isupper() and "." not in family and not words[-1].isupper():
        family = "-".join(part.capitalize() for part in family.split("-"))
        return Name(family, given, pinyin=_in_pinyin(family, given))
    if len(words) == 2 and given.lower() not in _pinyin_surnames() and _in_pinyin(family, given):
        return Name(family, given, pinyin=True)
    return None


def _given_first(words: list[str]) -> Name:
    at = len(words) - 1
    while at > 1 and words[at - 1].lower() in _PARTICLES:
        at -= 1
    return Name(" ".join(words[at:]), " ".join(words[:at]))


def _in_pinyin(family: str, given: str) -> bool:
    cut = [_cut(word) for word in re.split(r"[\s-]+", given)]
    return family.lower().replace("ü", "v") in _pinyin_surnames() and all(cut) and 1 <= sum(map(len, cut)) <= 2


def _cut(word: str) -> list[str]:
    """The syllables of a word in pinyin, long ones first; none when it is not in pinyin.

    Within a word none begins with a vowel, which would take an apostrophe (GB/T 28039—2011).
    """
    if not word:
        return []
    for end in range(min(6, len(word)), 0, -1):
        rest = word[end:].lower()
        if not _SYLLABLE.fullmatch(word[:end].lower()) or rest[:1] in _VOWELS:
            continue
        following = _cut(rest.lstrip("'’"))
        if following or not rest:
            return [word[:end], *following]
    return []


@lru_cache(maxsize=1)
def _pinyin_surnames() -> frozenset[str]:
    """The readings of single surnames."""
    return frozenset(plain_syllables("".join(sorted(SURNAMES | _MORE_SURNAMES))))


def _pinyin(text: str) -> str:
    return "".join(plain_syllables(text)).capitalize()
